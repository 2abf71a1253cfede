/** Opens the original of a document for its pages to be drawn, and lets go of it with the view. */
import { useEffect, useState } from 'react';
import { isPdf } from '@shared/extract/paged';
import { pictureOfMediaType } from '@shared/extract/pictures';
import { useCase } from '../../../store/hooks';
import { readOriginal } from '../../../store/texts';
import { openPdfPages } from './pdfPages';
import type { OpeningPages } from './pdfPages';
import { openPicturePages } from './picturePages';
import { openTiffPages } from './tiffPages';
import type { OpenedPages } from './sheet';

export type PagesState =
  | { readonly at: 'opening' }
  | { readonly at: 'open'; readonly opened: OpenedPages }
  | { readonly at: 'missing' }
  | { readonly at: 'broken' };

function openPages(bytes: Uint8Array<ArrayBuffer>, mediaType: string): OpeningPages {
  if (isPdf(mediaType)) return openPdfPages(bytes);
  return pictureOfMediaType(mediaType) === 'tiff' ? openTiffPages(bytes) : openPicturePages(bytes, mediaType);
}

/** @param mediaType of the file: a PDF's or a picture's */
export function usePages(originalId: string, mediaType: string): PagesState {
  const open = useCase();
  const [state, setState] = useState<PagesState>({ at: 'opening' });
  useEffect(() => {
    let isGone = false;
    let opening: OpeningPages | null = null;
    const tell = (next: PagesState): void => {
      if (!isGone) setState(next);
    };
    const read = async (): Promise<void> => {
      const original = await readOriginal(open, originalId);
      if (isGone) return;
      if (!original) return tell({ at: 'missing' });
      const bytes = original.bytes.slice();
      opening = openPages(bytes, mediaType);
      const opened = await opening.pages;
      tell(opened ? { at: 'open', opened } : { at: 'broken' });
    };
    read().catch(() => tell({ at: 'broken' }));
    return () => {
      isGone = true;
      opening?.close();
    };
  }, [open, originalId, mediaType]);
  return state;
}
