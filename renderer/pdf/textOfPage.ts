/** The pieces of text of one page, as shared/extract/pdf takes them. */
import type { PdfItem, PdfPage } from '@shared/extract/pdf/page';
import type { PDFPageProxy } from './openPdf';

/** @param label what the file calls the page; null where it says nothing */
export async function textOfPage(page: PDFPageProxy, label: string | null): Promise<PdfPage> {
  // No normalisation: the stored text is what the document says, letter for letter.
  const { items, styles } = await page.getTextContent({ disableNormalization: true });
  const view = page.getViewport({ scale: 1 });
  const pieces: PdfItem[] = [];
  for (const item of items) if ('str' in item) pieces.push(item);
  return {
    items: pieces,
    width: view.width,
    height: view.height,
    transform: view.transform as readonly number[],
    verticalFonts: Object.keys(styles).filter((name) => styles[name]!.vertical),
    label,
  };
}
