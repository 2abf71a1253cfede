import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedPassages } from '@shared/anchor/sharedPassages';
import { likenessOf, nearPairs, nearTo, NEARLY_THE_SAME, signatureOf } from '@shared/text/shingles';
import { makerFrom } from '../anchor/edited';

const paragraphs = (seed: number, count: number): string[] => {
  const maker = makerFrom(seed);
  return Array.from({ length: count }, () => maker.paragraph());
};

const rowsOf = (text: string): Set<string> => {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
};

/** The share of rows of five words in common, counted. */
function counted(one: string, other: string): number {
  const [a, b] = [rowsOf(one), rowsOf(other)];
  const same = [...a].filter((row) => b.has(row)).length;
  return same / (a.size + b.size - same);
}

describe('signatures', () => {
  it('are the same for texts that differ in case, typography and spacing', () => {
    const text = 'The minister said: "We counted 1,500 men" - and left for the port at dawn.';
    const other = 'THE MINISTER said:\n“We counted 1\u202f500 men” — and left for the port at dawn';
    expect(likenessOf(signatureOf(text)!, signatureOf(other)!)).toBe(1);
    expect(signatureOf(' …!')).toBeNull();
    expect(likenessOf(signatureOf('One')!, signatureOf('one.')!)).toBe(1);
  });

  it('estimate the share of rows of words that two texts have in common', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.integer({ min: 0, max: 12 }), (seed, kept) => {
        const [one, rest] = [paragraphs(seed, 12), paragraphs(seed + 1, 12)];
        const [left, right] = [one.join('\n'), [...one.slice(0, kept), ...rest.slice(kept)].join('\n')];
        const estimate = likenessOf(signatureOf(left)!, signatureOf(right)!);
        expect(Math.abs(estimate - counted(left, right))).toBeLessThan(0.2);
      }),
      { numRuns: 40 },
    );
  });

  it('find the copies among many texts, and nothing else', () => {
    const texts = new Map(
      Array.from({ length: 120 }, (_, index) => [`${index}`, paragraphs(index * 7 + 3, 6).join('\n')]),
    );
    const wire = paragraphs(4_000, 8);
    texts.set('agency', wire.join('\n'));
    texts.set('gazette', ['By our own correspondent', ...wire.slice(0, 7)].join('\n'));
    texts.set('courier', [...wire.slice(1), 'It was not confirmed by anybody else on that day.'].join(' '));
    const signatures = new Map([...texts].map(([id, text]) => [id, signatureOf(text)!]));
    const names = nearPairs(signatures).map(({ one, other }) => [one, other].sort().join(' '));
    expect(names.sort()).toEqual(['agency courier', 'agency gazette', 'courier gazette']);
    expect(
      nearTo('gazette', signatures)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['agency', 'courier']);
    expect(nearTo('0', signatures)).toEqual([]);
    expect(nearTo('missing', signatures)).toEqual([]);
  });

  it('tell each pair once, the most alike first, all above the border', () => {
    const base = paragraphs(9, 10);
    const signatures = new Map(
      [10, 9, 8, 7].map((count) => [
        `${count}`,
        signatureOf([...base.slice(0, count), ...paragraphs(count, 2)].join(' '))!,
      ]),
    );
    const pairs = nearPairs(signatures);
    expect(new Set(pairs.map(({ one, other }) => `${one} ${other}`)).size).toBe(pairs.length);
    expect(pairs.every(({ likeness }) => likeness >= NEARLY_THE_SAME)).toBe(true);
    expect(pairs.map(({ likeness }) => likeness)).toEqual(pairs.map(({ likeness }) => likeness).sort((a, b) => b - a));
  });
});

describe('shared passages', () => {
  it('are the same words in both texts, in whatever order', () => {
    const [a, b, c] = paragraphs(21, 3) as [string, string, string];
    const [one, other] = [`${a}\n${b}\n${c}`, `Note. ${c}\n${a.replaceAll(' ', '  ')}`];
    const shared = sharedPassages(one, other);
    expect(shared.passages.length).toBeGreaterThanOrEqual(2);
    const plain = (text: string): string => text.replace(/\s+/g, ' ');
    for (const passage of shared.passages)
      expect(plain(other.slice(passage.other.start, passage.other.end))).toBe(
        plain(one.slice(passage.one.start, passage.one.end)),
      );
    expect(shared.words).toBe(shared.passages.reduce((sum, { words }) => sum + words, 0));
    expect(sharedPassages(one, 'Nothing of it is here.').passages).toEqual([]);
  });
});
