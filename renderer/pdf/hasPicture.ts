/** Whether pages without a text show a picture, or are just empty. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from './openPdf';

const PAINTS: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
]);

/** Pages looked at, at most: taking a picture apart costs time. */
const MOST_LOOKED = 12;

/** True where one of the pages paints a picture. @param indexes counted from 0 */
export async function hasPicture(pdf: PDFDocumentProxy, indexes: readonly number[]): Promise<boolean> {
  for (const index of indexes.slice(0, MOST_LOOKED)) {
    try {
      const page = await pdf.getPage(index + 1);
      const { fnArray } = await page.getOperatorList();
      page.cleanup();
      if (fnArray.some((operation) => PAINTS.has(operation))) return true;
    } catch {
      // A page that cannot be taken apart shows nothing.
    }
  }
  return false;
}
