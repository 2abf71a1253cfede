/** Original files for those who need all of them in memory: writers of other programs' formats. */
import type { BundleContents, BundleOriginal } from './contents';
import { LARGEST_IN_MEMORY } from './limits';
import { sizeOf, wholeOf } from './source';
import { BundleTooLarge } from './zipWrite';

export type HeldContents = Omit<BundleContents, 'originals'> & {
  readonly originals: readonly (BundleOriginal & { readonly bytes: Uint8Array })[];
};

/** The contents with the bytes of every original. @throws BundleTooLarge where they are more than memory should hold */
export async function withOriginals(contents: BundleContents): Promise<HeldContents> {
  const size = contents.originals.reduce((sum, { bytes }) => sum + sizeOf(bytes), 0);
  if (size > LARGEST_IN_MEMORY) throw new BundleTooLarge(`${size} bytes of originals`);
  const originals: (BundleOriginal & { readonly bytes: Uint8Array })[] = [];
  for (const one of contents.originals) originals.push({ ...one, bytes: await wholeOf(one.bytes) });
  return { ...contents, originals };
}
