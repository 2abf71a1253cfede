// The analyst's signing key: made once, locked where there is a keychain, and never to be read out of the settings.
import { beforeEach, describe, expect, it } from 'vitest';
import { no, yes } from '@shared/model/result';
import { OWN_KEY_SETTING, ownKey, ownPublicKey } from '../../../renderer/app/ownKey';
import { allSettings, readSetting, registry, writeSetting } from '../../../renderer/store/registry';

const seen: Uint8Array[] = [];
const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);
const keychain = {
  wrapSecret: (secret: Uint8Array) => {
    seen.push(secret.slice());
    return Promise.resolve(yes(turned(secret)));
  },
  unwrapSecret: (wrapped: Uint8Array) => Promise.resolve(yes(turned(wrapped))),
};
const none = {
  wrapSecret: () => Promise.resolve(no('not-allowed' as const)),
  unwrapSecret: () => Promise.resolve(no('not-allowed' as const)),
};

async function keyOf(host: Parameters<typeof ownKey>[0]) {
  const key = await ownKey(host);
  if (!key.ok) throw new Error(key.reason);
  return key.value;
}

/** Whether what the key signs verifies by its public half. */
async function signs({ publicKey, secretKey }: { publicKey: Uint8Array; secretKey: CryptoKey }): Promise<boolean> {
  const message = new TextEncoder().encode('a list of checksums');
  const signature = await crypto.subtle.sign('Ed25519', secretKey, message);
  const known = await crypto.subtle.importKey('raw', publicKey as BufferSource, 'Ed25519', true, ['verify']);
  return crypto.subtle.verify('Ed25519', known, signature, message);
}

beforeEach(async () => {
  seen.length = 0;
  await registry.settings.clear();
});

describe.each([
  ['with a keychain', keychain, 'keychain'],
  ['without one', none, 'browser'],
] as const)('the own key, %s', (_where, host, keptBy) => {
  it('is made at the first need, signs, and is the same the next time', async () => {
    expect(await ownPublicKey()).toBeNull();
    const first = await keyOf(host);
    expect(first.keptBy).toBe(keptBy);
    expect(await signs(first)).toBe(true);
    const second = await keyOf(host);
    expect(second.publicKey).toEqual(first.publicKey);
    expect(await signs(second)).toBe(true);
    expect(await ownPublicKey()).toEqual(first.publicKey);
  });

  it('cannot be read out', async () => {
    const { secretKey } = await keyOf(host);
    expect(secretKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', secretKey)).rejects.toThrow('not extractable');
  });

  it('is one, where two windows ask at once', async () => {
    const [one, two] = await Promise.all([keyOf(host), keyOf(host)]);
    expect(one.publicKey).toEqual(two.publicKey);
  });
});

describe('a locked key', () => {
  it('comes back with the settings from their copy on disk, and does not stand open in them', async () => {
    const { publicKey } = await keyOf(keychain);
    const copy = JSON.stringify(await allSettings());
    for (const secret of seen)
      expect(copy).not.toContain(Buffer.from(secret.subarray(-32)).toString('base64').slice(1, 40));
    await registry.settings.clear();
    for (const [key, value] of Object.entries(JSON.parse(copy) as Record<string, unknown>))
      await writeSetting(key, value);
    const again = await keyOf(keychain);
    expect(again.publicKey).toEqual(publicKey);
    expect(await signs(again)).toBe(true);
  });

  it('that the keychain does not give out any more is said to be locked, and stays', async () => {
    await keyOf(keychain);
    const kept = await readSetting(OWN_KEY_SETTING);
    expect(await ownKey(none)).toEqual({ ok: false, reason: 'key-locked' });
    const other = {
      ...keychain,
      unwrapSecret: (bytes: Uint8Array) => Promise.resolve(yes(bytes.map((byte) => byte ^ 1))),
    };
    expect(await ownKey(other)).toEqual({ ok: false, reason: 'key-locked' });
    expect(await readSetting(OWN_KEY_SETTING)).toEqual(kept);
  });
});
