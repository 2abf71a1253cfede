// Encrypted bundles: what is sealed opens with its key alone, here and in the age program.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { armor } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unarmored } from '@shared/bundle/seal/armor';
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

describe('armour', () => {
  it('says the same in letters, whatever the length, and every host’s lines are taken', async () => {
    const { identity, recipient } = await newIdentity();
    for (const length of [0, 1, 47, 48, 49, 1000, 200_000]) {
      const plain = Uint8Array.from({ length }, (_, i) => i * 7);
      const sealed = await seal(plain, { recipients: [recipient] }, LITTLE, true);
      const text = new TextDecoder().decode(sealed);
      expect(text).toMatch(
        /^-----BEGIN AGE ENCRYPTED FILE-----\n(?:[\w+/=]{1,64}\n)+-----END AGE ENCRYPTED FILE-----\n$/,
      );
      // As the library reads it, which is strict.
      expect(isSealed(armor.decode(text))).toBe(true);
      for (const other of [text, `\n  ${text.replaceAll('\n', '\r\n')}\n\n`, text.trimEnd()]) {
        const bytes = new TextEncoder().encode(other);
        expect(isSealed(bytes)).toBe(true);
        expect(keyKindOf(bytes)).toBe('identity');
        expect(await unseal(bytes, { identity })).toEqual({ ok: true, value: plain });
      }
    }
    const locked = await seal(words, { passphrase: 'x' }, LITTLE, true);
    expect(keyKindOf(locked)).toBe('passphrase');
    expect(await unseal(locked, { passphrase: 'x' })).toEqual({ ok: true, value: words });
    expect(await unseal(locked, { passphrase: 'y' })).toEqual({ ok: false, reason: 'wrong-passphrase' });
  });

  it('is read in pieces of any length', async () => {
    const { identity, recipient } = await newIdentity();
    const sealed = await seal(words, { recipients: [recipient] }, LITTLE, true);
    const bare = armor.decode(new TextDecoder().decode(sealed));
    for (const length of [1, 3, 50, 65, 10_000]) {
      const pieces = {
        size: sealed.length,
        async *chunks() {
          for (let at = 0; at < sealed.length; at += length) yield sealed.subarray(at, at + length);
        },
      };
      const out: number[] = [];
      for await (const chunk of unarmored(pieces).chunks()) out.push(...chunk);
      expect(Uint8Array.from(out)).toEqual(bare);
    }
    expect(await unseal(bare, { identity })).toEqual({ ok: true, value: words });
  });

  it('that is cut, changed or strange opens to nothing, as the library says too', async () => {
    const { identity, recipient } = await newIdentity();
    const text = new TextDecoder().decode(await seal(words, { recipients: [recipient] }, LITTLE, true));
    const lines = text.trimEnd().split('\n');
    const put = (at: number, ...more: string[]): string => lines.toSpliced(at, more.length, ...more).join('\n');
    const broken = [
      lines.slice(0, -1).join('\n'),
      `${text}more`,
      put(1, lines[1]!.slice(0, -4)),
      put(1, `${lines[1]!}AAAA`),
      put(1, `${lines[1]!.slice(0, -1)}*`),
      put(1, ''),
      lines.toSpliced(2, 0, '').join('\n'),
      put(1, ` ${lines[1]!.slice(1)}`),
      text.replace('END AGE', 'END PGP'),
      `${text}${text}`,
      '-----BEGIN AGE ENCRYPTED FILE-----',
      '-----BEGIN AGE ENCRYPTED FILE-----\n-----END AGE ENCRYPTED FILE-----\n',
    ];
    for (const one of broken) {
      const bytes = new TextEncoder().encode(one);
      expect([one, isSealed(bytes)]).toEqual([one, true]);
      expect([one, await unseal(bytes, { identity })]).toEqual([one, { ok: false, reason: 'sealed-broken' }]);
    }
  });
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
      execFileSync('age', ['-a', '-r', recipient, '-o', at('letters.age'), at('plain')]);
      const letters = new Uint8Array(readFileSync(at('letters.age')));
      expect(new TextDecoder().decode(letters)).toMatch(/^-----BEGIN AGE/);
      expect(await unseal(letters, { identity })).toEqual({ ok: true, value: words });
      writeFileSync(at('ours.txt'), await seal(words, { recipients: [recipient] }, LITTLE, true));
      expect(new Uint8Array(execFileSync('age', ['-d', '-i', at('key.txt'), at('ours.txt')]))).toEqual(words);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
