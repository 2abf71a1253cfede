/** The pages of a TIFF, unpacked in a worker. */
import { sizeInPoints } from '@shared/extract/ocr/pageOf';
import { recognisedWordsIn } from '@shared/text/recognisedWords';
import type { OpeningPages } from './pdfPages';
import type { OpenedPages, Sheet } from './sheet';
import type { TiffAnswer, TiffAsk } from './tiffPainter';

/** @param bytes handed over */
export function openTiffPages(bytes: Uint8Array): OpeningPages {
  const worker = new Worker(new URL('./tiffPainter.ts', import.meta.url), { type: 'module', name: 'tiff' });
  const waiting = new Map<number, (bitmap: ImageBitmap | null) => void>();
  let asked = 0;
  const tell = (ask: TiffAsk, handedOver: Transferable[] = []): void => worker.postMessage(ask, handedOver);

  const painter =
    (index: number): Sheet['paint'] =>
    (canvas, onDone) => {
      const ask = (asked += 1);
      waiting.set(ask, (bitmap) => {
        const context = canvas.getContext('2d');
        // A page that cannot be drawn stays white: its words are there all the same.
        if (!bitmap || !context) return;
        context.imageSmoothingQuality = 'high';
        context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
        onDone();
      });
      tell({ ask, index });
      return () => waiting.delete(ask);
    };

  const pages = new Promise<OpenedPages | null>((resolve) => {
    worker.addEventListener('error', () => resolve(null));
    worker.addEventListener('message', ({ data }: MessageEvent<TiffAnswer>) => {
      if ('ask' in data) {
        waiting.get(data.ask)?.(data.bitmap);
        waiting.delete(data.ask);
        data.bitmap?.close();
        return;
      }
      const sizes = data.sizes.map(sizeInPoints);
      const [first] = sizes;
      if (!first) return resolve(null);
      resolve({
        count: sizes.length,
        ...first,
        read: async (index, { start, end, recognised }) => ({
          ...(sizes[index] ?? first),
          words: recognisedWordsIn(recognised, { start, end }),
          paint: painter(index),
        }),
      });
    });
    tell({ bytes }, [bytes.buffer as ArrayBuffer]);
  });
  return { pages, close: () => worker.terminate() };
}
