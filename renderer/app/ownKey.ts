/**
 * The analyst's own signing key (Ed25519), made at the first need. Where the host has a keychain, the secret half is
 * kept locked by it and comes back with the settings after the database is lost; elsewhere the browser keeps it as a
 * key that signs and cannot be read out. It is never text, and in no log and no report.
 */
import { base64Of, bytesOfBase64 } from '@shared/bundle/base64';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { Platform } from '@shared/platform';
import { claimSetting, readSetting } from '../store/registry';

export const OWN_KEY_SETTING = 'signing.key';
const ALGORITHM = 'Ed25519';

/** As the settings have it: JSON throughout, since a copy of them is kept on disk. */
interface LockedKey {
  /** 32 bytes, base64. */
  readonly publicKey: string;
  /** PKCS #8, locked by the keychain, base64. */
  readonly locked: string;
}

interface BrowserKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly secretKey: CryptoKey;
}

export interface OwnKey extends BrowserKey {
  /** Who keeps the secret half. */
  readonly keptBy: 'keychain' | 'browser';
}

type Keychain = Pick<Platform, 'wrapSecret' | 'unwrapSecret'>;

const isLocked = (kept: unknown): kept is LockedKey =>
  typeof (kept as LockedKey | undefined)?.locked === 'string' && typeof (kept as LockedKey).publicKey === 'string';
/** Settings that came back from their copy on disk have an empty object in its place. */
const isBrowserKey = (kept: unknown): kept is BrowserKey =>
  (kept as BrowserKey | undefined)?.secretKey instanceof CryptoKey;
const isUsable = (kept: unknown): boolean => isLocked(kept) || isBrowserKey(kept);

/**
 * The key, made and kept where there is none yet; two windows that ask at once get the same.
 * @returns `key-locked` where the keychain no longer gives the secret out: another user, another machine
 * @throws StoreFailure where a new key cannot be kept: what is signed with one that is lost could never be known again
 */
export async function ownKey(keychain: Keychain): Promise<Result<OwnKey, 'key-locked'>> {
  const kept = await readSetting(OWN_KEY_SETTING);
  return opened(
    isUsable(kept) ? kept : await claimSetting(OWN_KEY_SETTING, await newKey(keychain), isUsable),
    keychain,
  );
}

/** The public half of the key, 32 bytes; null where none was made yet. Asks no keychain. */
export async function ownPublicKey(): Promise<Uint8Array | null> {
  const kept = await readSetting(OWN_KEY_SETTING);
  if (isLocked(kept)) return bytesOfBase64(kept.publicKey);
  return isBrowserKey(kept) ? kept.publicKey : null;
}

async function newKey(keychain: Keychain): Promise<LockedKey | BrowserKey> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  try {
    const locked = await keychain.wrapSecret(secret);
    return locked.ok
      ? { publicKey: base64Of(publicKey), locked: base64Of(locked.value) }
      : { publicKey, secretKey: await signingOnly(secret) };
  } finally {
    secret.fill(0);
  }
}

async function opened(kept: unknown, keychain: Keychain): Promise<Result<OwnKey, 'key-locked'>> {
  if (isBrowserKey(kept)) return yes({ publicKey: kept.publicKey, secretKey: kept.secretKey, keptBy: 'browser' });
  if (!isLocked(kept)) return no('key-locked');
  const secret = await keychain.unwrapSecret(bytesOfBase64(kept.locked));
  if (!secret.ok) return no('key-locked');
  try {
    const secretKey = await signingOnly(secret.value);
    return yes({ publicKey: bytesOfBase64(kept.publicKey), secretKey, keptBy: 'keychain' });
  } catch {
    return no('key-locked');
  } finally {
    secret.value.fill(0);
  }
}

/** A key that signs and that no script can read out. */
const signingOnly = (secret: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', secret as BufferSource, ALGORITHM, false, ['sign']);
