/** A bundle too large for the memory, through the program's own code in a page: read, stored, read back, written. */
import { packBundle, unpackBundle } from '../../renderer/features/exchange/bundleClient';
import { bundleTools, hashOf } from '../../renderer/features/exchange/bundleTools';
import { letGo } from '../../renderer/platform/spool';
import type { CaseContents } from '../../renderer/store/contents';
import { readContents, storeCase } from '../../renderer/store/contents';
import { openCase } from '../../renderer/store/openCase';
import { dropCase } from '../../renderer/store/registry';
import { signatureOf } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';

interface Passed {
  /** Milliseconds. */
  readonly read: number;
  readonly store: number;
  readonly write: number;
  /** Of the bundle that was written. */
  readonly bytes: number;
  /** Whether it has the bytes of the one that came. */
  readonly same: boolean;
}

export async function passLarge(file: File): Promise<Passed> {
  const began = performance.now();
  const read = await unpackBundle(file);
  if (!read.ok) throw new Error(`refused: ${read.reason} ${read.detail ?? ''}`);
  await signatureOf(file, bundleTools);
  const unpacked = performance.now();
  const caseId = read.value.case.id;
  const name = 'Large';
  await storeCase(read.value as CaseContents, { caseId, name, now: new Date().toISOString() });
  await letGo(read.value);
  const stored = performance.now();
  const open = await openCase(caseId, { actor: 'benchmark0', window: 'ben', now: () => Date.now() });
  const bundle = await packBundle((await readContents(open, { originals: true })) as BundleContents);
  const written = performance.now();
  const same = (await hashOf(bundle)) === (await hashOf(file));
  const bytes = bundle.size;
  await letGo(bundle);
  open.close();
  await dropCase(caseId);
  return { read: unpacked - began, store: stored - unpacked, write: written - stored, bytes, same };
}
