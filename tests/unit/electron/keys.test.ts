// Keys locked by the system's keychain: what goes in comes out again, and without a keychain nothing pretends to lock.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CHANNELS } from '@shared/ipc';

/** A keychain of the test: turns every byte over behind a sign of its own. */
const safeStorage = {
  isAsyncEncryptionAvailable: vi.fn<() => Promise<boolean>>(),
  getSelectedStorageBackend: vi.fn<() => string>(),
  encryptStringAsync: (text: string): Promise<Buffer> =>
    Promise.resolve(Buffer.from([7, ...Buffer.from(text).map((byte) => byte ^ 0xff)])),
  decryptStringAsync: (wrapped: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> =>
    wrapped[0] === 7
      ? Promise.resolve({
          result: Buffer.from(wrapped.subarray(1).map((byte) => byte ^ 0xff)).toString(),
          shouldReEncrypt: false,
        })
      : Promise.reject(new Error('wrapped elsewhere')),
};
vi.mock('electron', () => ({ safeStorage, ipcMain: {}, BrowserWindow: {}, app: {} }));
const { unwrapSecret, wrapSecret } = await import('../../../electron/keys');

const secret = Uint8Array.from({ length: 48 }, (_byte, i) => (i * 37) & 0xff);

beforeEach(() => {
  safeStorage.isAsyncEncryptionAvailable.mockResolvedValue(true);
  safeStorage.getSelectedStorageBackend.mockReturnValue('gnome_libsecret');
});

describe('a secret', () => {
  it('comes back as it was, and is not to be read while it is wrapped', async () => {
    const wrapped = await wrapSecret({ bytes: secret });
    if (!wrapped.ok) throw new Error(wrapped.reason);
    expect(Buffer.from(wrapped.value).includes(Buffer.from(secret))).toBe(false);
    expect(Buffer.from(wrapped.value).includes(Buffer.from(secret).toString('base64'))).toBe(false);
    expect(await unwrapSecret({ bytes: wrapped.value })).toEqual({ ok: true, value: secret });
  });

  it('wrapped by another machine is refused as a value, and nothing is said of it in the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await unwrapSecret({ bytes: Uint8Array.of(1, 2, 3) })).toEqual({ ok: false, reason: 'unreadable' });
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });

  it.each([
    ['there is no keychain', false, 'unknown', 'linux'],
    ['Linux has only a password that everybody has', true, 'basic_text', 'linux'],
  ] as const)('is not wrapped where %s', async (_why, available, backend, platform) => {
    const real = Object.getOwnPropertyDescriptor(process, 'platform')!;
    Object.defineProperty(process, 'platform', { ...real, value: platform });
    try {
      safeStorage.isAsyncEncryptionAvailable.mockResolvedValue(available);
      safeStorage.getSelectedStorageBackend.mockReturnValue(backend);
      expect(await wrapSecret({ bytes: secret })).toEqual({ ok: false, reason: 'not-allowed' });
      expect(await unwrapSecret({ bytes: secret })).toEqual({ ok: false, reason: 'not-allowed' });
    } finally {
      Object.defineProperty(process, 'platform', real);
    }
  });

  it('is a few bytes: no other thing is asked of the keychain', () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(5000), 'text', [1, 2]])
      expect(CHANNELS['key:wrap'].ask.safeParse({ bytes }).success).toBe(false);
    expect(CHANNELS['key:wrap'].ask.safeParse({ bytes: secret }).success).toBe(true);
    expect(CHANNELS['key:unwrap'].ask.safeParse({ bytes: secret, more: 1 }).success).toBe(false);
  });
});
