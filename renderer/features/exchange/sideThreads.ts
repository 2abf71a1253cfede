/**
 * Threads beside the worker that writes or reads a bundle. Packing is the larger half of writing one; unpacking what a
 * bundle has for others (its page, its annotations) that of reading one. They end with the worker that started them.
 */
import type { BundleRefusal } from '@shared/bundle';
import type { ListedFile } from '@shared/bundle/compare';
import type { PackedFile } from '@shared/bundle/zipWrite';
import { yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { SideAnswer, SideAsk } from './sideWorker';

/** Two: a case has two large files, its excerpts and those as annotations. */
const THREADS = 2;

export interface SideThreads {
  /** Resolves when they run. A worker cannot start another one while it works itself. */
  readonly ready: Promise<unknown>;
  /** Packs a file; its bytes go away with it. */
  readonly pack: (bytes: Uint8Array) => Promise<PackedFile>;
  /** `compareFiles`, each thread a share of the files. */
  readonly compare: (bundle: Blob, files: readonly ListedFile[]) => Promise<Result<null, BundleRefusal>>;
}

export function startSideThreads(): SideThreads {
  const threads = Array.from({ length: THREADS }, startThread);
  const idlest = (): Thread => threads.reduce((idle, one) => (one.load() < idle.load() ? one : idle));
  return {
    ready: Promise.all(threads.map(({ ready }) => ready)),
    async pack(bytes) {
      const answer = await idlest().ask({ pack: bytes }, bytes.length, [bytes.buffer]);
      return (answer as Extract<SideAnswer, { packed: unknown }>).packed;
    },
    async compare(bundle, files) {
      const answers = await Promise.all(
        shared(files, THREADS).map(({ size, files: some }) => idlest().ask({ compare: some, bundle }, size)),
      );
      const all = answers.map((answer) => (answer as Extract<SideAnswer, { compared: unknown }>).compared);
      return all.find(({ ok }) => !ok) ?? yes(null);
    },
  };
}

/** The files in shares of much the same size; they keep their order. */
function shared(files: readonly ListedFile[], count: number): { size: number; files: ListedFile[] }[] {
  const shares = Array.from({ length: count }, () => ({ size: 0, files: [] as ListedFile[] }));
  for (const file of files) {
    const least = shares.reduce((one, other) => (other.size < one.size ? other : one));
    least.files.push(file);
    least.size += file.entry.size;
  }
  return shares;
}

interface Thread {
  readonly ready: Promise<void>;
  /** Bytes that wait. */
  readonly load: () => number;
  readonly ask: (message: SideAsk, size: number, transfer?: Transferable[]) => Promise<SideAnswer>;
}

function startThread(): Thread {
  const worker = new Worker(new URL('./sideWorker.ts', import.meta.url), { type: 'module', name: 'bundle side' });
  const started = Promise.withResolvers<void>();
  const waiting: { readonly size: number; readonly asked: PromiseWithResolvers<SideAnswer> }[] = [];
  worker.addEventListener('message', ({ data }: MessageEvent<SideAnswer>) => {
    if ('ready' in data) return started.resolve();
    const asked = waiting.shift()?.asked;
    if (!('failure' in data)) asked?.resolve(data);
    // Before it was asked for anything it did not start.
    else (asked ?? started).reject(new Error(data.failure));
  });
  worker.addEventListener('error', (event) => {
    const failure = new Error(event.message || 'a thread beside the bundle did not start');
    started.reject(failure);
    for (const { asked } of waiting.splice(0)) asked.reject(failure);
  });
  return {
    ready: started.promise,
    load: () => waiting.reduce((sum, { size }) => sum + size, 0),
    ask(message, size, transfer = []) {
      const asked = Promise.withResolvers<SideAnswer>();
      // Whoever has given up meanwhile does not ask what became of it.
      asked.promise.catch(() => {});
      waiting.push({ size, asked });
      worker.postMessage(message, transfer);
      return asked.promise;
    },
  };
}
