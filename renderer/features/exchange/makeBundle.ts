/** The one way a bundle is made: packed, signed where there is a signer, and locked where there is a lock. */
import { signedParts } from '@shared/bundle';
import type { BundleContents, Signer } from '@shared/bundle';
import type { Lock } from '@shared/bundle/seal/age';
import { letGo, madeOf } from '../../platform/spool';
import { packBundle, sealBundle } from './bundleClient';
import type { PackOptions } from './bundleClient';
import { bundleTools } from './bundleTools';

export interface Making {
  readonly signer: Signer | null;
  readonly lock: Lock | null;
}

/** @throws the signal's reason, or an Error that says why the contents cannot be a bundle */
export async function makeBundle(
  contents: BundleContents,
  { signer, lock }: Making,
  options: PackOptions = {},
): Promise<Blob> {
  const packed = await packBundle(contents, options);
  const bytes = signer ? await signed(packed, signer) : packed;
  if (!lock) return bytes;
  try {
    return await sealBundle(bytes, lock, options);
  } finally {
    await letGo(bytes);
  }
}

async function signed(plain: Blob, signer: Signer): Promise<Blob> {
  const parts = await signedParts(plain, signer, bundleTools);
  if (!parts.ok) throw new Error(`the bundle could not be signed: ${parts.reason}`);
  const bytes = new Blob(
    parts.value.map((part) =>
      part instanceof Uint8Array ? (part as Uint8Array<ArrayBuffer>) : plain.slice(part.from, part.to),
    ),
  );
  madeOf(plain, bytes);
  return bytes;
}
