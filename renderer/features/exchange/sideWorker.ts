/** Packs files for a bundle that is written, and checks files of one that is read, in the order they come. */
import { compareFiles } from '@shared/bundle/compare';
import type { ListedFile } from '@shared/bundle/compare';
import type { BundleRefusal } from '@shared/bundle';
import { loadZlib } from '@shared/bundle/zlib';
import { packFile } from '@shared/bundle/zipWrite';
import type { PackedFile } from '@shared/bundle/zipWrite';
import type { Result } from '@shared/model/result';
import { bundleTools } from './bundleTools';

export type SideAsk =
  | { readonly pack: Uint8Array }
  | { readonly compare: readonly ListedFile[]; readonly bundle: Blob };
export type SideAnswer =
  | { readonly ready: true }
  | { readonly packed: PackedFile }
  | { readonly compared: Result<null, BundleRefusal> }
  | { readonly failure: string };

let last = Promise.resolve();

async function handle(ask: SideAsk): Promise<void> {
  try {
    if ('pack' in ask) {
      const packed = await packFile(ask.pack, bundleTools);
      self.postMessage({ packed } satisfies SideAnswer, { transfer: [packed.bytes.buffer] });
    } else {
      const compared = await compareFiles(ask.bundle, ask.compare, bundleTools);
      self.postMessage({ compared } satisfies SideAnswer);
    }
  } catch (error) {
    self.postMessage({ failure: String(error) } satisfies SideAnswer);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<SideAsk>) => {
  last = last.then(() => handle(data));
});
void loadZlib().then(
  () => self.postMessage({ ready: true } satisfies SideAnswer),
  (error: unknown) => self.postMessage({ failure: String(error) } satisfies SideAnswer),
);
