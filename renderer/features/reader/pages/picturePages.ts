/** A picture as the one page of its document. */
import { sizeInPoints } from '@shared/extract/ocr/pageOf';
import { recognisedWordsIn } from '@shared/text/recognisedWords';
import type { OpeningPages } from './pdfPages';
import type { OpenedPages } from './sheet';

export function openPicturePages(bytes: Uint8Array, mediaType: string): OpeningPages {
  let bitmap: ImageBitmap | null = null;
  let isClosed = false;
  const open = async (): Promise<OpenedPages | null> => {
    const decoded = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType })).catch(
      () => null,
    );
    if (isClosed) decoded?.close();
    if (!decoded || isClosed) return null;
    bitmap = decoded;
    const { width, height } = sizeInPoints(decoded);
    return {
      count: 1,
      width,
      height,
      read: (_, { start, end, recognised }) =>
        Promise.resolve({
          width,
          height,
          words: recognisedWordsIn(recognised, { start, end }),
          paint(canvas, onDone) {
            const context = canvas.getContext('2d');
            if (!context || isClosed) return () => undefined;
            context.imageSmoothingQuality = 'high';
            context.drawImage(decoded, 0, 0, canvas.width, canvas.height);
            onDone();
            return () => undefined;
          },
        }),
    };
  };
  return {
    pages: open(),
    close() {
      isClosed = true;
      bitmap?.close();
    },
  };
}
