/**
 * Secrets of the page locked by the system's keychain, so that who copies the profile folder has nothing to sign with.
 * The page keeps what comes out of here; nothing of it stays in this process or gets into a log.
 */
import { safeStorage } from 'electron';
import type { Reply } from '@shared/ipc';
import { answer } from './ipc';

/** Without a keychain Linux would "encrypt" with a password that is the same everywhere. */
const hasKeychain = async (): Promise<boolean> =>
  (await safeStorage.isAsyncEncryptionAvailable()) &&
  (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');

/** The secret as only this user on this machine can have it back; `not-allowed` where the system has no keychain. */
export async function wrapSecret({ bytes }: { bytes: Uint8Array }): Promise<Reply<Uint8Array>> {
  if (!(await hasKeychain())) return { ok: false, reason: 'not-allowed' };
  const wrapped = await safeStorage.encryptStringAsync(Buffer.from(bytes).toString('base64'));
  return answer(new Uint8Array(wrapped));
}

/** What was wrapped here; `unreadable` where it was wrapped by another user or machine, or is damaged. */
export async function unwrapSecret({ bytes }: { bytes: Uint8Array }): Promise<Reply<Uint8Array>> {
  if (!(await hasKeychain())) return { ok: false, reason: 'not-allowed' };
  try {
    const { result } = await safeStorage.decryptStringAsync(Buffer.from(bytes));
    return answer(new Uint8Array(Buffer.from(result, 'base64')));
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}
