/** Unpacks pages of a TIFF beside the page, one whenever it is drawn: kept unpacked they would fill the memory. */
import { tiffPages } from '@shared/extract/tiff';
import type { TiffPage } from '@shared/extract/tiff';
import { bitmapOfTiffPage } from '../../../ocr/tiffBitmap';

/** The file, and then pages of it. */
export type TiffAsk = { readonly bytes: Uint8Array } | { readonly ask: number; readonly index: number };

export type TiffAnswer =
  | { readonly sizes: readonly Pick<TiffPage, 'width' | 'height'>[] }
  | { readonly ask: number; readonly bitmap: ImageBitmap | null };

let pages: readonly TiffPage[] = [];

const answer = (message: TiffAnswer, handedOver: Transferable[] = []): void =>
  self.postMessage(message, { transfer: handedOver });

async function draw(ask: number, index: number): Promise<void> {
  const page = pages[index];
  const bitmap = page ? await bitmapOfTiffPage(page).catch(() => null) : null;
  answer({ ask, bitmap }, bitmap ? [bitmap] : []);
}

self.addEventListener('message', ({ data }: MessageEvent<TiffAsk>) => {
  if ('ask' in data) return void draw(data.ask, data.index);
  pages = tiffPages(data.bytes);
  answer({ sizes: pages.map(({ width, height }) => ({ width, height })) });
});
