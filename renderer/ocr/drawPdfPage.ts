/** A page of a PDF as a picture for the recogniser, drawn in a worker. */
import type { PDFPageProxy } from '../pdf/openPdf';
import { imageOf, MOST_SIDE, READING_DPI, startSheet } from './images';
import type { PageImage } from './images';

const POINTS = 72;

export async function imageOfPdfPage(page: PDFPageProxy): Promise<PageImage> {
  const plain = page.getViewport({ scale: 1 });
  const most = MOST_SIDE / Math.max(plain.width, plain.height);
  const scale = Math.min(READING_DPI / POINTS, most);
  const viewport = page.getViewport({ scale });
  const sheet = startSheet(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  // pdf.js draws on any canvas, whatever its types say.
  await page.render({ canvas: null, canvasContext: sheet.context as unknown as CanvasRenderingContext2D, viewport })
    .promise;
  const image = imageOf(sheet.context, scale * POINTS);
  // The canvas is let go of at once: a page at this size is 35 MB.
  sheet.canvas.width = 0;
  sheet.canvas.height = 0;
  return image;
}
