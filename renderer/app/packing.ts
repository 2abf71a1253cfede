/** A case as a bundle, and a bundle as a case: the store's contents through the bundle worker. */
import type { BundleContents } from '@shared/bundle';
import type { FileContent } from '@shared/platform';
import { packBundle, unpackBundle } from '../features/exchange/bundleClient';
import { readContents } from '../store/contents';
import type { CaseContents } from '../store/contents';
import type { RowReader } from '../store/rows';

/** A bundle of the whole case, with its originals. */
export const packCase = async (open: RowReader): Promise<Blob> =>
  packBundle((await readContents(open, { originals: true })) as BundleContents);

/** What a backup holds; null when it is not valid. */
export async function unpackCase(bundle: FileContent): Promise<CaseContents | null> {
  const read = await unpackBundle(bundle);
  return read.ok ? (read.value as CaseContents) : null;
}
