/**
 * The passphrase of an exchange folder: it must be at hand for every round. Where the host has a keychain it is kept
 * locked by it; elsewhere in this window's memory alone, and typed again after a restart.
 */
import { base64Of, bytesOfBase64 } from '@shared/bundle/base64';
import type { Platform } from '@shared/platform';
import { readSetting, writeSetting } from '../../../store/registry';

type Keychain = Pick<Platform, 'wrapSecret' | 'unwrapSecret'>;

const keyOf = (caseId: string): string => `exchange.secret.${caseId}`;
const inMemory = new Map<string, string>();

/** Keeps the passphrase; null forgets it. */
export async function keepPassphrase(caseId: string, passphrase: string | null, keychain: Keychain): Promise<void> {
  inMemory.delete(caseId);
  if (passphrase === null) return writeSetting(keyOf(caseId), null);
  const bytes = new TextEncoder().encode(passphrase);
  const locked = await keychain.wrapSecret(bytes);
  bytes.fill(0);
  if (!locked.ok) inMemory.set(caseId, passphrase);
  return writeSetting(keyOf(caseId), locked.ok ? { locked: base64Of(locked.value) } : null);
}

/** The passphrase; null where it has to be typed again. */
export async function passphraseFor(caseId: string, keychain: Keychain): Promise<string | null> {
  const held = inMemory.get(caseId);
  if (held !== undefined) return held;
  const kept = await readSetting<{ locked?: unknown } | null>(keyOf(caseId));
  if (typeof kept?.locked !== 'string') return null;
  const secret = await keychain.unwrapSecret(bytesOfBase64(kept.locked));
  return secret.ok ? new TextDecoder().decode(secret.value) : null;
}
