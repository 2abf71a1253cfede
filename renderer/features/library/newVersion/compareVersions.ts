/** The page's side of comparing two versions: one comparison, one worker, which can be stopped. */
import type { CompareAnswer, CompareAsk, Compared } from './versionMessages';

/** Null where `signal` stopped it. */
export async function compareVersions(
  ask: CompareAsk,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Compared | null> {
  if (signal.aborted) return null;
  const worker = new Worker(new URL('./versionWorker.ts', import.meta.url), { type: 'module', name: 'versions' });
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(null), { once: true });
      worker.addEventListener('error', (event) =>
        reject(new Error(`Comparing two versions: ${event.message || 'the worker did not start'}`)),
      );
      worker.addEventListener('message', ({ data }: MessageEvent<CompareAnswer>) => {
        if ('done' in data) onProgress(data.done);
        else if ('compared' in data) resolve(data.compared);
        else reject(new Error(`Comparing two versions: ${data.failure}`));
      });
      worker.postMessage(ask);
    });
  } finally {
    worker.terminate();
  }
}
