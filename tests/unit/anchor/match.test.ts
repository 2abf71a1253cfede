import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote, queryOf, verifyAnchor } from '@shared/anchor/match';
import type { QuoteResult } from '@shared/anchor/match';
import { editDistance, meansOtherwise } from '@shared/anchor/score';
import { planAnchor } from '@shared/model/excerpt';
import type { Anchor } from '@shared/model/excerpt';
import { realDocument } from '../text/realDocument';

const TEXT_ID = 'a'.repeat(64);
const TANKERS = 'The report said three tankers left. Later, three tankers returned to port.';

function anchorAt(text: string, start: number, end: number): Anchor {
  const planned = planAnchor(text, TEXT_ID, start, end);
  if (!planned.ok) throw new Error(planned.reason);
  return planned.value;
}

const anchorOn = (text: string, words: string): Anchor =>
  anchorAt(text, text.indexOf(words), text.indexOf(words) + words.length);

const wordsOf = (text: string, result: QuoteResult): string | null =>
  'match' in result ? text.slice(result.match.start, result.match.end) : null;

describe('a quote that still stands', () => {
  it('is found where it stood', () => {
    const anchor = anchorOn(TANKERS, 'three tankers');
    expect(findQuote(TANKERS, queryOf(anchor))).toMatchObject({
      outcome: 'found',
      match: { start: 16, end: 29, method: 'position', score: 1 },
    });
    expect(verifyAnchor(TANKERS, anchor)).toBe(true);
    expect(verifyAnchor(TANKERS, { ...anchor, start: 17, end: 30 })).toBe(false);
    expect(verifyAnchor(TANKERS, { ...anchor, end: 28 })).toBe(false);
  });

  it('is told from its double by its surroundings', () => {
    const second = { exact: 'three tankers', prefix: 'Later, ', suffix: ' returned to port.' };
    expect(findQuote(TANKERS, second)).toMatchObject({ outcome: 'found', match: { start: 43, method: 'context' } });
    expect(findQuote(TANKERS, { ...second, start: 16 })).toMatchObject({ match: { start: 43 } });
    expect(findQuote(`New lead. ${TANKERS}`, { ...second, suffix: ' came back to port.', start: 43 })).toMatchObject({
      outcome: 'found',
      match: { start: 53, method: 'context' },
    });
  });

  it('is ambiguous where nothing decides', () => {
    const result = findQuote(TANKERS, { exact: 'three tankers' });
    expect(result).toMatchObject({ outcome: 'ambiguous', matches: [{ start: 16 }, { start: 43 }] });
    expect(findQuote('na '.repeat(5_000), { exact: 'na', prefix: 'x', start: 6 }).outcome).toBe('ambiguous');
  });

  it('is left to a person where it is short and its surroundings are gone', () => {
    const query = { exact: 'tankers', prefix: 'a fleet of seven rusty ', suffix: ' was seen off the coast' };
    expect(findQuote('Two tankers left.', query)).toMatchObject({ outcome: 'review', match: { method: 'exact' } });
  });
});

describe('a quote that changed', () => {
  it('is found when only typography or spacing did', () => {
    const text = 'He ordered support “from the very\nbeginning” of the conflict, sources said.';
    const anchor = anchorOn(
      'He ordered support "from the very beginning" of the conflict, he said.',
      '"from the very beginning" of',
    );
    const result = findQuote(text, queryOf(anchor));
    expect(result).toMatchObject({ outcome: 'found', match: { method: 'fuzzy', quoteScore: 1 } });
    expect(wordsOf(text, result)).toBe('“from the very\nbeginning” of');
  });

  it('is found with a misspelling mended, up to its word edges', () => {
    const anchor = anchorOn(
      'The report said that three tankrs left the northern basin at dawn.',
      'three tankrs left the northern basin',
    );
    const text = 'Note. The report said that three tankers left the northern basin at dawn.';
    const result = findQuote(text, queryOf(anchor));
    expect(result).toMatchObject({ outcome: 'found', match: { method: 'fuzzy' } });
    expect(wordsOf(text, result)).toBe('three tankers left the northern basin');
  });

  it('finds both near places of a short pattern', () => {
    const result = findQuote(TANKERS, { exact: 'three tankrs' });
    expect(result).toMatchObject({ outcome: 'ambiguous' });
    const starts = result.outcome === 'ambiguous' ? result.matches.map((m) => [m.start, m.end]) : [];
    expect(starts).toEqual([
      [16, 29],
      [43, 56],
    ]);
  });

  it.each([
    [
      'around 1,500 soldiers had been sent for military training',
      'around 1,800 soldiers had been sent for military training',
    ],
    [
      'the ship has been seen near the northern harbour since May',
      'the ship has not been seen near the northern harbour since May',
    ],
  ])('goes to review where a figure or a negation changed', (before, after) => {
    const anchor = anchorOn(`They stated that ${before}, he said.`, before);
    expect(findQuote(`They stated that ${after}, he said.`, queryOf(anchor))).toMatchObject({ outcome: 'review' });
    expect(meansOtherwise(before, after)).toBe(true);
  });

  it('is lost where its words are gone', () => {
    const anchor = anchorOn('The convoy of nine trucks crossed the river at dawn.', 'nine trucks crossed the river');
    expect(findQuote('Prices of wheat rose by a third in the south.', queryOf(anchor)).outcome).toBe('lost');
    expect(findQuote('', queryOf(anchor))).toEqual({ outcome: 'lost', nearest: null });
    expect(findQuote(TANKERS, { exact: ' ' }).outcome).toBe('lost');
  });

  it('is found in a long text, by its pieces', () => {
    const filler = 'Wheat prices rose by a third in the south while rain delayed the harvest. '.repeat(40_000);
    const quote = 'nine trucks with diesel fuel crossed the shallow river near the burnt mill at dawn and turned north';
    const changed = quote.replace('shallow', 'shalow').replace('turned', 'then turned');
    const anchor = anchorOn(`${filler.slice(0, 740)}${quote}. ${filler.slice(0, 740)}`, quote);
    const text = `${filler}${changed}. ${filler.slice(0, 7400)}`;
    const result = findQuote(text, queryOf(anchor));
    expect(result.outcome).toBe('found');
    expect(wordsOf(text, result)).toBe(changed);
  });
});

describe('for any text', () => {
  const word = fc.constantFrom(
    'fuel',
    'river',
    'не',
    '북한',
    '😀',
    'e\u0301',
    '12',
    'tankers',
    'Kursk',
    'a',
    'the',
    '三',
    '[4]',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 60 }).map((list) => list.join(' '));

  it('a planned anchor is verbatim, whole and found again at its place', () => {
    fc.assert(
      fc.property(words, fc.nat(400), fc.nat(400), (text, a, b) => {
        const planned = planAnchor(text, TEXT_ID, a % (text.length + 1), b % (text.length + 1));
        if (!planned.ok) return;
        const anchor = planned.value;
        expect(verifyAnchor(text, anchor)).toBe(true);
        expect(anchor.quote.isWellFormed() && anchor.prefix.isWellFormed() && anchor.suffix.isWellFormed()).toBe(true);
        expect(text.startsWith(anchor.prefix + anchor.quote + anchor.suffix, anchor.start - anchor.prefix.length)).toBe(
          true,
        );
        expect(findQuote(text, queryOf(anchor))).toMatchObject({
          outcome: 'found',
          match: { start: anchor.start, end: anchor.end, method: 'position' },
        });
      }),
    );
  });

  it('edits elsewhere never lead to other words without saying so', () => {
    const change = fc.record({ at: fc.nat(1000), cut: fc.nat(12), put: words.map((w) => w.slice(0, 20)) });
    fc.assert(
      fc.property(words, words, words, fc.array(change, { maxLength: 4 }), (before, quoted, after, changes) => {
        const text = `${before} ${quoted} ${after}`;
        const anchor = anchorAt(text, before.length + 1, before.length + 1 + quoted.length);
        let left = text.slice(0, anchor.start);
        let right = text.slice(anchor.end);
        for (const { at, cut, put } of changes) {
          if (at % 2 === 0)
            left = left.slice(0, at % (left.length + 1)) + put + left.slice((at % (left.length + 1)) + cut);
          else right = right.slice(0, at % (right.length + 1)) + put + right.slice((at % (right.length + 1)) + cut);
        }
        const edited = left + anchor.quote + right;
        const result = findQuote(edited, queryOf(anchor));
        if ('match' in result) expect(wordsOf(edited, result)).toBe(anchor.quote);
        else expect(result.outcome).toBe('ambiguous');
        const once = edited.split(anchor.quote).length === 2;
        if (once && anchor.quote.length >= 16) {
          expect(result).toMatchObject({ outcome: 'found', match: { start: left.length } });
        }
      }),
    );
  });

  it('distance of texts is symmetric and zero only for the same', () => {
    const short = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, a + b)).toBe(b.length);
      }),
    );
  });
});

const real = realDocument();
describe.runIf(real !== null)('the real document', () => {
  it('finds every sentence again after paragraphs were added, removed and reflowed', () => {
    const text = real!;
    const paragraphs = text.split('\n\n').slice(1, 20);
    const edited = ['A new title', 'A new lead paragraph.', ...paragraphs.toReversed()].join('\n\n');
    const reflowed = edited.replace(/ /g, (space, at: number) => (at % 7 === 0 ? '\n' : space));
    for (const paragraph of paragraphs) {
      const anchor = anchorOn(text, paragraph);
      expect(wordsOf(edited, findQuote(edited, queryOf(anchor)))).toBe(paragraph);
      const again = findQuote(reflowed, queryOf(anchor));
      expect(wordsOf(reflowed, again)?.replace(/\s+/g, ' ')).toBe(paragraph);
    }
  });
});
