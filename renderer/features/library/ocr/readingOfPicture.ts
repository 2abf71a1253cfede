/** One picture from its bytes to its text: as a page of its own, or as several where a TIFF holds them. */
import { flowOfRecognised, ocrExtractor, unsure } from '@shared/extract/ocr';
import type { OcrPage } from '@shared/extract/ocr';
import { tagOfLanguages } from '@shared/extract/ocr/languages';
import { MOST_PIXELS, tiffPages } from '@shared/extract/tiff';
import { PICTURE_FORMATS, tellPicture } from '@shared/extract/pictures';
import type { ExtractedFile } from '@shared/extract/extract';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { firstLine, LONGEST_TITLE } from '@shared/text/plainText';
import { guessedDpi, imageOf, startSheet, timesOf } from '../../../ocr/images';
import type { PageImage } from '../../../ocr/images';
import { bitmapOfTiffPage } from '../../../ocr/tiffBitmap';
import type { Recogniser } from '../../../ocr/recogniser';

export type PictureRefusal = 'picture-unreadable' | 'no-words';

/** As large as it is shown, in pixels; its resolution where the file says it. */
type Shown = Pick<PageImage, 'width' | 'height'> & { readonly dpi: number | null };

/** The picture, large enough to be read. It is let go of. */
function imageOfBitmap(bitmap: ImageBitmap, shown: Shown): PageImage | null {
  const times = timesOf(shown.width, shown.height);
  const [width, height] = [Math.round(shown.width * times), Math.round(shown.height * times)];
  const isDrawn = bitmap.width * bitmap.height <= MOST_PIXELS && width >= 1 && height >= 1;
  if (!isDrawn) {
    bitmap.close();
    return null;
  }
  const { context } = startSheet(width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return imageOf(context, shown.dpi === null ? guessedDpi(width, height) : shown.dpi * times);
}

/** The picture as Chromium shows it, turned as it says. */
async function imageOfPicture(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<PageImage | null> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType })).catch(() => null);
  return bitmap && imageOfBitmap(bitmap, { width: bitmap.width, height: bitmap.height, dpi: null });
}

/** The pages of the file, each made when it is read: unpacked they are large. */
function pagesOf(bytes: Uint8Array<ArrayBuffer>): readonly (() => Promise<PageImage | null>)[] {
  const format = tellPicture(bytes);
  if (format === null) return [];
  if (format !== 'tiff') return [() => imageOfPicture(bytes, PICTURE_FORMATS[format].mediaType)];
  return tiffPages(bytes).map((page) => async () => {
    const bitmap = await bitmapOfTiffPage(page);
    return bitmap && imageOfBitmap(bitmap, page);
  });
}

export interface PictureOcr {
  readonly languages: readonly string[];
  readonly recogniser: Recogniser;
  readonly onProgress: (done: number, of: number) => void;
}

export async function readingOfPicture(
  bytes: Uint8Array<ArrayBuffer>,
  { languages, recogniser, onProgress }: PictureOcr,
): Promise<Result<ExtractedFile, PictureRefusal>> {
  const wanted = pagesOf(bytes);
  if (wanted.length === 0) return no('picture-unreadable');
  const pages = new Map<number, OcrPage>();
  onProgress(0, wanted.length);
  for (const [index, imageAt] of wanted.entries()) {
    try {
      const image = await imageAt();
      if (!image) return no('picture-unreadable');
      pages.set(index, { page: await recogniser.read(image), size: null, label: null });
    } catch {
      return no('picture-unreadable');
    }
    onProgress(index + 1, wanted.length);
  }
  const { words, confidence, ...flow } = flowOfRecognised(
    wanted.map(() => null),
    pages,
  );
  if (flow.text.trim() === '') return no('no-words');
  const format = tellPicture(bytes);
  return yes({
    text: flow.text,
    title: (flow.title || firstLine(flow.text)).slice(0, LONGEST_TITLE),
    extractor: ocrExtractor({ besides: null, languages, confidence }),
    blocks: flow.blocks,
    pages: flow.pages,
    words,
    csl: {},
    language: tagOfLanguages(languages),
    warnings: unsure(confidence),
    attachments: [],
    mediaType: format === null ? '' : PICTURE_FORMATS[format].mediaType,
  });
}
