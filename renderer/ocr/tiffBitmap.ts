/** Pages of a TIFF as the browser draws them, which knows no TIFF itself. For workers: a page takes a while. */
import { MOST_PIXELS } from '@shared/extract/tiff';
import type { DecodeJpeg, TiffPage } from '@shared/extract/tiff';
import { startSheet } from './images';

const decodeJpeg: DecodeJpeg = async (file) => {
  const bitmap = await createImageBitmap(new Blob([file], { type: 'image/jpeg' }), { colorSpaceConversion: 'none' });
  const { width, height } = bitmap;
  if (width * height > MOST_PIXELS) throw new Error('More than a page');
  const { canvas, context } = startSheet(width, height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  [canvas.width, canvas.height] = [0, 0];
  return { width, height, data };
};

/** Null where the page cannot be read. */
export async function bitmapOfTiffPage(page: TiffPage): Promise<ImageBitmap | null> {
  const pixels = await page.pixels(decodeJpeg);
  return pixels && createImageBitmap(new ImageData(pixels.data, pixels.width, pixels.height));
}
