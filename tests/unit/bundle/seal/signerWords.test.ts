// What is said of who signed: each standing has words of its own, and no name in a file can dress up as another.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signerWords } from '@shared/bundle/seal/signerWords';
import type { SignerStanding } from '@shared/bundle/seal/signerWords';

const signed = { name: 'Jo Analyst', fingerprint: 'K7QX-2M4D-8R1A-ZP0T' };
const ALL: readonly SignerStanding[] = [
  { kind: 'unsigned' },
  { kind: 'altered' },
  { kind: 'own', ...signed },
  { kind: 'known', ...signed },
  { kind: 'new', ...signed },
  { kind: 'other-key', ...signed },
];

describe('the words for a signature', () => {
  it('differ for each standing, and the icons for each that asks for something else', () => {
    expect(new Set(ALL.map((standing) => signerWords(standing).words)).size).toBe(ALL.length);
    const icons = ALL.filter(({ kind }) => kind !== 'own').map((standing) => signerWords(standing).icon);
    expect(new Set(icons).size).toBe(icons.length);
  });

  it('ask for a call, with the fingerprint, where the name is not proved; and for nothing where it is', () => {
    for (const kind of ['new', 'other-key'] as const)
      expect(signerWords({ kind, ...signed }).advice).toContain(signed.fingerprint);
    for (const kind of ['own', 'known'] as const) expect(signerWords({ kind, ...signed }).advice).toBeNull();
  });

  it('keep any name between quotation marks, on one line and without characters that turn it around', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 90 }), (units) => {
        const name = String.fromCharCode(...units);
        const { words } = signerWords({ kind: 'new', name, fingerprint: signed.fingerprint });
        expect(words).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        expect(words.length).toBeLessThan(140);
      }),
      { numRuns: 40 },
    );
    const turned = signerWords({ kind: 'new', name: '\u202Etsylana\u2066\nJo', fingerprint: signed.fingerprint });
    expect(turned.words).toContain('“tsylanaJo”');
    const long = signerWords({ kind: 'new', name: `${'x'.repeat(59)}😀😀`, fingerprint: signed.fingerprint });
    expect(long.words).toContain(`“${'x'.repeat(59)}…”`);
  });
});
