/** Packs files beside the worker that makes a bundle of them: packing is the larger half of writing one. */
import type { PackedFile } from '@shared/bundle/zipWrite';
import type { PackAnswer } from './packWorker';

/** The two large files of a case: its excerpts, and those as annotations. */
const THREADS = 2;

export interface Packers {
  /** Resolves when they run. A worker cannot start another one while it works itself. */
  readonly ready: Promise<unknown>;
  /** Packs a file; its bytes go away with it. */
  readonly pack: (bytes: Uint8Array) => Promise<PackedFile>;
}

/** Threads that pack files; they end with the worker that started them. */
export function startPackers(): Packers {
  const packers = Array.from({ length: THREADS }, startPacker);
  return {
    ready: Promise.all(packers.map(({ ready }) => ready)),
    pack: (bytes) => packers.reduce((idle, one) => (one.load() < idle.load() ? one : idle)).pack(bytes),
  };
}

interface Packer extends Packers {
  /** Bytes that wait to be packed. */
  readonly load: () => number;
}

function startPacker(): Packer {
  const worker = new Worker(new URL('./packWorker.ts', import.meta.url), { type: 'module', name: 'pack' });
  const started = Promise.withResolvers<void>();
  const waiting: { readonly size: number; readonly asked: PromiseWithResolvers<PackedFile> }[] = [];
  worker.addEventListener('message', ({ data }: MessageEvent<PackAnswer>) => {
    if ('ready' in data) return started.resolve();
    const asked = waiting.shift()?.asked;
    if ('packed' in data) asked?.resolve(data.packed);
    else asked?.reject(new Error(data.failure));
  });
  worker.addEventListener('error', (event) => {
    const failure = new Error(event.message || 'packing did not start');
    started.reject(failure);
    for (const { asked } of waiting.splice(0)) asked.reject(failure);
  });
  return {
    ready: started.promise,
    load: () => waiting.reduce((sum, { size }) => sum + size, 0),
    pack(bytes) {
      const asked = Promise.withResolvers<PackedFile>();
      // Whoever has given up meanwhile does not ask what became of it.
      asked.promise.catch(() => {});
      waiting.push({ size: bytes.length, asked });
      worker.postMessage(bytes, [bytes.buffer]);
      return asked.promise;
    },
  };
}
