/** Opens the original of a document for its pages to be drawn, and lets go of it with the view. */
import { useEffect, useState } from 'react';
import { useCase } from '../../../store/hooks';
import { readOriginal } from '../../../store/texts';
import { pdfFiles } from '../../../pdf/files';
import { openPdf, startPdfEngine } from '../../../pdf/openPdf';
import type { PDFDocumentProxy } from '../../../pdf/openPdf';

export interface OpenedPdf {
  readonly pdf: PDFDocumentProxy;
  /** Of the first page as it is shown, in points: what other pages are taken for until they are seen. */
  readonly width: number;
  readonly height: number;
}

export type PdfState =
  | { readonly at: 'opening' }
  | { readonly at: 'open'; readonly opened: OpenedPdf }
  | { readonly at: 'missing' }
  | { readonly at: 'broken' };

/** @param originalId of the file, which has to be a PDF */
export function usePdf(originalId: string): PdfState {
  const open = useCase();
  const [state, setState] = useState<PdfState>({ at: 'opening' });
  useEffect(() => {
    let isGone = false;
    const engine = startPdfEngine();
    const tell = (next: PdfState): void => {
      if (!isGone) setState(next);
    };
    const read = async (): Promise<void> => {
      const original = await readOriginal(open, originalId);
      if (isGone) return;
      if (!original) return tell({ at: 'missing' });
      const opened = await openPdf(original.bytes.slice(), { engine, files: pdfFiles(), draws: 'in-page' });
      if (isGone) return;
      if (!opened.ok) return tell({ at: 'broken' });
      const { width, height } = (await opened.value.getPage(1)).getViewport({ scale: 1 });
      tell({ at: 'open', opened: { pdf: opened.value, width, height } });
    };
    read().catch(() => tell({ at: 'broken' }));
    return () => {
      isGone = true;
      engine.close();
    };
  }, [open, originalId]);
  return state;
}
