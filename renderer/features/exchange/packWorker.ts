/** Packs the files it is given, in the order they come. */
import { startDeflater } from '@shared/bundle/zlib';
import { packFile } from '@shared/bundle/zipWrite';
import type { PackedFile } from '@shared/bundle/zipWrite';

export type PackAnswer = { readonly ready: true } | { readonly packed: PackedFile } | { readonly failure: string };

let last = Promise.resolve();

async function handle(bytes: Uint8Array): Promise<void> {
  try {
    const packed = await packFile(bytes, { startDeflater });
    self.postMessage({ packed } satisfies PackAnswer, { transfer: [packed.bytes.buffer] });
  } catch (error) {
    self.postMessage({ failure: String(error) } satisfies PackAnswer);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  last = last.then(() => handle(data));
});
self.postMessage({ ready: true } satisfies PackAnswer);
