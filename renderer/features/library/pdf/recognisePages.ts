/** Recognises the pages of a PDF that are pictures, several at the same time. */
import type { OcrPage, RecognisedPage } from '@shared/extract/ocr';
import type { PageLines } from '@shared/extract/pdf';
import type { PDFDocumentProxy, PDFPageProxy } from '../../../pdf/openPdf';

type Pages = Pick<PDFDocumentProxy, 'getPage'>;

/** How pages that are pictures are read. */
export interface PdfOcr {
  /** Those without a text, or all. */
  readonly pages: 'without-text' | 'all';
  readonly languages: readonly string[];
  /** Pages that are recognised at the same time. */
  readonly lanes: number;
  recognise(page: PDFPageProxy): Promise<RecognisedPage>;
  onProgress(done: number, of: number): void;
}

/** Recognises the pages that need it, by their index; one that cannot be drawn or read is not among them. */
export async function recognisePages(
  pdf: Pages,
  pages: readonly PageLines[],
  ocr: PdfOcr,
): Promise<Map<number, OcrPage>> {
  const wanted = [...pages.keys()].filter((index) => ocr.pages === 'all' || pages[index]!.lines.length === 0);
  const recognised = new Map<number, OcrPage>();
  let next = 0;
  let done = 0;
  ocr.onProgress(0, wanted.length);
  const work = async (): Promise<void> => {
    while (next < wanted.length) {
      const index = wanted[next++]!;
      const page = await recognisePage(pdf, index, ocr).catch(() => null);
      if (page) recognised.set(index, { ...page, label: pages[index]!.label });
      done += 1;
      ocr.onProgress(done, wanted.length);
    }
  };
  await Promise.all(Array.from({ length: ocr.lanes }, work));
  return recognised;
}

async function recognisePage(pdf: Pages, index: number, ocr: PdfOcr): Promise<Omit<OcrPage, 'label'>> {
  const page = await pdf.getPage(index + 1);
  const { width, height } = page.getViewport({ scale: 1 });
  try {
    return { page: await ocr.recognise(page), size: { width, height } };
  } finally {
    page.cleanup();
  }
}
