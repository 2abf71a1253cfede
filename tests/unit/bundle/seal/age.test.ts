// Encrypted bundles: what is sealed opens with its key alone, here and in the age program.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRecipient, isSealed, keyKindOf, newIdentity, seal, unseal } from '@shared/bundle/seal/age';

/** log2 of the scrypt work: little, so that the tests do not wait for what makes guessing slow. */
const LITTLE = 4;
const words = new TextEncoder().encode('Words that are nobody else’s business.');

describe('a passphrase', () => {
  it('opens what it sealed, and no other does', async () => {
    const sealed = await seal(words, { passphrase: 'seven geese over the pier' }, LITTLE);
    expect(isSealed(sealed)).toBe(true);
    expect(keyKindOf(sealed)).toBe('passphrase');
    expect(Buffer.from(sealed).includes(Buffer.from(words.subarray(0, 12)))).toBe(false);
    expect(await unseal(sealed, { passphrase: 'seven geese over the pier' })).toEqual({ ok: true, value: words });
    expect(await unseal(sealed, { passphrase: 'seven geese under the pier' })).toEqual({
      ok: false,
      reason: 'wrong-passphrase',
    });
  });

  it('must not be empty', async () => {
    await expect(seal(words, { passphrase: '' }, LITTLE)).rejects.toThrow(RangeError);
  });

  it('that asks for more work than a reader should do is refused before the work', async () => {
    const sealed = await seal(words, { passphrase: 'x' }, LITTLE);
    const text = Buffer.from(sealed)
      .toString('latin1')
      .replace(/(-> scrypt \S+ )4\n/, '$140\n');
    expect(await unseal(new Uint8Array(Buffer.from(text, 'latin1')), { passphrase: 'x' })).toEqual({
      ok: false,
      reason: 'sealed-broken',
    });
  });
});

describe('keys', () => {
  it('open what was sealed for them; a stranger’s does not', async () => {
    const [one, two, stranger] = await Promise.all([newIdentity(), newIdentity(), newIdentity()]);
    const sealed = await seal(words, { recipients: [one.recipient, two.recipient] });
    expect(keyKindOf(sealed)).toBe('identity');
    for (const { identity } of [one, two])
      expect(await unseal(sealed, { identity: `${identity}\n` })).toEqual({ ok: true, value: words });
    expect(await unseal(sealed, { identity: stranger.identity })).toEqual({ ok: false, reason: 'wrong-key' });
    expect(await unseal(sealed, { identity: one.identity.slice(0, -1) })).toEqual({ ok: false, reason: 'key-broken' });
    expect(isRecipient(one.recipient)).toBe(true);
    for (const none of ['', 'age1', one.identity, `${one.recipient}x`, one.recipient.replace(/.$/, 'b')])
      expect(isRecipient(none) && none !== one.recipient).toBe(false);
  });
});

it('a sealed file with any byte changed, cut or added opens to nothing', async () => {
  const { identity, recipient } = await newIdentity();
  const sealed = await seal(words, { recipients: [recipient] });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(sealed.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('change', 'cut', 'add'),
      async (at, by, how) => {
        const bytes =
          how === 'cut' ? sealed.slice(0, at) : how === 'add' ? Uint8Array.of(...sealed, by) : sealed.slice();
        if (how === 'change') bytes[at]! ^= by;
        const opened = await unseal(bytes, { identity });
        expect(opened.ok).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

it('a plain file is said to be one', async () => {
  expect(await unseal(words, { passphrase: 'x' })).toEqual({ ok: false, reason: 'not-sealed' });
  const endless = new TextEncoder().encode(`age-encryption.org/v1\n${'-> X25519 a\n'.repeat(10_000)}`);
  expect(await unseal(endless, { passphrase: 'x' })).toEqual({ ok: false, reason: 'sealed-broken' });
});

const hasAge = spawnSync('age', ['--version']).status === 0 && spawnSync('age-keygen', ['--version']).status === 0;
describe.skipIf(!hasAge)('the age program (skipped where it is not installed)', () => {
  it('opens what was sealed here, and seals what is opened here', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'collate-age-'));
    const at = (name: string): string => path.join(folder, name);
    try {
      execFileSync('age-keygen', ['-o', at('key.txt')], { stdio: 'ignore' });
      const file = readFileSync(at('key.txt'), 'utf8');
      const recipient = /public key: (\S+)/.exec(file)![1]!;
      const identity = /AGE-SECRET-KEY-\S+/.exec(file)![0];
      writeFileSync(at('ours.age'), await seal(words, { recipients: [recipient] }));
      expect(new Uint8Array(execFileSync('age', ['-d', '-i', at('key.txt'), at('ours.age')]))).toEqual(words);
      writeFileSync(at('plain'), words);
      execFileSync('age', ['-r', recipient, '-o', at('theirs.age'), at('plain')]);
      expect(await unseal(new Uint8Array(readFileSync(at('theirs.age'))), { identity })).toEqual({
        ok: true,
        value: words,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
