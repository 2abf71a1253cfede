/** Signing as the analyst, and the keys of others that were met. */
import { fingerprintOf } from '@shared/bundle';
import type { Signature, Signer } from '@shared/bundle';
import type { SignerStanding } from '@shared/bundle/seal/signerWords';
import { yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { Platform } from '@shared/platform';
import { readSetting, writeSetting } from '../store/registry';
import type { AnalystSetting } from './context';
import { ownKey, ownPublicKey } from './ownKey';

export const KNOWN_SIGNERS = 'signing.known';

/** Somebody whose bundle was opened here, by the fingerprint of their key. */
export interface KnownSigner {
  readonly name: string;
  /** ISO 8601 instant. */
  readonly since: string;
}

/** Signs as this analyst; the key is made at the first need. Refused where the keychain does not give it out. */
export async function signerFor(analyst: AnalystSetting, platform: Platform): Promise<Result<Signer, 'key-locked'>> {
  const key = await ownKey(platform);
  if (!key.ok) return key;
  const { publicKey, secretKey } = key.value;
  return yes({
    publicKey,
    actor: analyst.actor,
    name: analyst.name,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', secretKey, message as BufferSource)),
  });
}

/** The fingerprint of a public key, to compare by voice. */
export async function fingerprint(publicKey: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey as BufferSource));
  return fingerprintOf(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

/** The fingerprint of the own key; null where none was made yet. */
export async function ownFingerprint(): Promise<string | null> {
  const key = await ownPublicKey();
  return key && fingerprint(key);
}

/** What is known here of whoever signed. */
export async function standingOf(signature: Signature | null): Promise<SignerStanding> {
  if (!signature) return { kind: 'unsigned' };
  const print = await fingerprint(signature.publicKey);
  if ((await ownFingerprint()) === print) return { kind: 'own', name: signature.signer.name, fingerprint: print };
  const known = (await readSetting<Record<string, KnownSigner>>(KNOWN_SIGNERS)) ?? {};
  const { name } = signature.signer;
  if (known[print]) return { kind: 'known', name: known[print].name, fingerprint: print };
  const isTaken = Object.values(known).some((one) => one.name === name);
  return { kind: isTaken ? 'other-key' : 'new', name, fingerprint: print };
}

/** Remembers a key under the name its owner gave. */
export async function rememberSigner(print: string, name: string, now: Date): Promise<void> {
  const known = (await readSetting<Record<string, KnownSigner>>(KNOWN_SIGNERS)) ?? {};
  await writeSetting(KNOWN_SIGNERS, { ...known, [print]: known[print] ?? { name, since: now.toISOString() } });
}

export async function forgetSigner(print: string): Promise<void> {
  const { [print]: _gone, ...known } = (await readSetting<Record<string, KnownSigner>>(KNOWN_SIGNERS)) ?? {};
  await writeSetting(KNOWN_SIGNERS, known);
}
