/** What pages without a text show: pictures, something drawn, or nothing. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from './openPdf';

const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
]);

/** Letters may be drawn as outlines, or be of a font that does not say which they are. */
const DRAWINGS: ReadonlySet<number> = new Set([OPS.constructPath, OPS.shadingFill, OPS.showText]);

/** Pages looked at, at most: taking a picture apart costs time. */
const MOST_LOOKED = 12;

export type Shown = 'nothing' | 'drawing' | 'picture';

/** The most that one of the pages shows; pages that are not looked at are taken to be drawn. @param indexes from 0 */
export async function shownOn(pdf: Pick<PDFDocumentProxy, 'getPage'>, indexes: readonly number[]): Promise<Shown> {
  let most: Shown = indexes.length > MOST_LOOKED ? 'drawing' : 'nothing';
  for (const index of indexes.slice(0, MOST_LOOKED)) {
    try {
      const page = await pdf.getPage(index + 1);
      const { fnArray } = await page.getOperatorList();
      page.cleanup();
      if (fnArray.some((operation) => PICTURES.has(operation))) return 'picture';
      if (isDrawn(fnArray)) most = 'drawing';
    } catch {
      // A page that cannot be taken apart shows nothing.
    }
  }
  return most;
}

/** Fields of a form and other annotations are no part of what the page says. */
function isDrawn(operations: readonly number[]): boolean {
  let isAnnotation = false;
  for (const operation of operations) {
    if (operation === OPS.beginAnnotation) isAnnotation = true;
    else if (operation === OPS.endAnnotation) isAnnotation = false;
    else if (!isAnnotation && DRAWINGS.has(operation)) return true;
  }
  return false;
}
