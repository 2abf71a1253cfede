/** Reads the bytes of a text file into its stored text: small files at once, large ones in a worker. */
import { no } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { ImportRefusal } from '@shared/text/refusals';
import { decodeTextFile, MAX_TEXT_BYTES } from './decodeText';
import type { OnProgress, ReadText } from './decodeText';
import type { ImportAnswer, ImportAsk } from './importWorker';

/** Files up to this many bytes are decoded faster than a worker starts. */
const AT_ONCE = 256 * 1024;

export interface ReadTextOptions {
  readonly onProgress?: OnProgress;
  /** Stops the reading; the answer is then `cancelled`. */
  readonly signal?: AbortSignal;
}

/**
 * The stored text, its title, the encoding it was in, and what was noticed. Refusals are those of shared/text/refusals,
 * which has their sentences. `name` is the file's, for the report of a failure.
 */
export async function readTextFile(
  name: string,
  bytes: Uint8Array,
  { onProgress, signal }: ReadTextOptions = {},
): Promise<Result<ReadText, ImportRefusal>> {
  if (signal?.aborted) return no('cancelled');
  if (bytes.length > MAX_TEXT_BYTES) return no('too-large');
  if (bytes.length <= AT_ONCE) return decodeTextFile(bytes, onProgress);
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module', name: 'text-import' });
  try {
    return await new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => resolve(no('cancelled')), { once: true });
      worker.addEventListener('error', (event) =>
        reject(new Error(`Reading “${name}”: ${event.message || 'the import worker did not start'}`)),
      );
      worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
        if ('done' in data) onProgress?.(data.done);
        else if ('result' in data) resolve(data.result);
        else reject(new Error(`Reading “${name}”: ${data.failure}`));
      });
      worker.postMessage({ bytes } satisfies ImportAsk);
    });
  } finally {
    worker.terminate();
  }
}
