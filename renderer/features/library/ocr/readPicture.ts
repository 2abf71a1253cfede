/** The text of a picture, read in workers of its own: one that hangs is ended with them. */
import type { ExtractedFile } from '@shared/extract/extract';
import { no } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { ocrFiles } from '../../../ocr/files';
import { LONGEST_PAGE } from '../../../ocr/lanes';
import type { PictureAnswer, PictureAsk } from './pictureReader';
import type { PictureRefusal } from './readingOfPicture';

export interface ReadPictureOptions {
  readonly languages: readonly string[];
  readonly signal: AbortSignal;
  readonly onRecognised?: (done: number, of: number) => void;
}

/** `bytes` stay as they are. */
export function readPicture(
  bytes: Uint8Array,
  { languages, signal, onRecognised }: ReadPictureOptions,
): Promise<Result<ExtractedFile, PictureRefusal | 'too-slow' | 'cancelled'>> {
  if (signal.aborted) return Promise.resolve(no('cancelled'));
  const worker = new Worker(new URL('./pictureReader.ts', import.meta.url), { type: 'module', name: 'picture-reader' });
  const over = new AbortController();
  return new Promise((resolve) => {
    let silence = 0 as unknown as ReturnType<typeof setTimeout>;
    const end = (result: Result<ExtractedFile, PictureRefusal | 'too-slow' | 'cancelled'>): void => {
      clearTimeout(silence);
      over.abort();
      worker.terminate();
      resolve(result);
    };
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => end(no('too-slow')), LONGEST_PAGE);
    };
    signal.addEventListener('abort', () => end(no('cancelled')), { signal: over.signal });
    worker.addEventListener('error', () => end(no('picture-unreadable')));
    worker.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => {
      listen();
      if ('recognised' in data) onRecognised?.(data.recognised, data.of);
      else if ('result' in data) end(data.result);
      else end(no('picture-unreadable', data.failure));
    });
    listen();
    worker.postMessage({
      bytes: bytes as Uint8Array<ArrayBuffer>,
      languages,
      files: ocrFiles(),
    } satisfies PictureAsk);
  });
}
