// Texts rewritten: what is dark or renamed, and where everything else stands after that.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackout, joinSpans, rewrite } from '@shared/bundle/share/rewrite';

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.nat(12)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 6 },
);
const text = fc.string({ minLength: 75, maxLength: 90, unit: 'binary' });

describe('blackout', () => {
  it('keeps the length and every letter outside, and none inside but line breaks', () => {
    fc.assert(
      fc.property(text, spans, (words, dark) => {
        const made = blackout(words, dark);
        expect(made.length).toBe(words.length);
        for (let i = 0; i < words.length; i += 1) {
          const isDark = dark.some(({ start, end }) => i >= start && i < end) && !/[\r\n]/.test(words[i]!);
          expect(made[i]).toBe(isDark ? '\u2588' : words[i]);
        }
      }),
    );
  });
});

describe('rewrite', () => {
  it('finds a passage again that nothing was replaced in, and grows over a replacement it cuts', () => {
    fc.assert(
      fc.property(text, spans, fc.nat(70), fc.integer({ min: 1, max: 5 }), (words, some, from, length) => {
        const replacements = joinSpans(some)
          .filter(({ start, end }) => end > start)
          .map((span) => ({ ...span, words: 'Person A' }));
        const made = rewrite(words, replacements);
        const to = from + length;
        const now = made.place(from, to);
        const cut = replacements.filter(({ start, end }) => start < to && end > from);
        const said = made.text.slice(now.start, now.end);
        if (cut.length === 0) expect(said).toBe(words.slice(from, to));
        else expect(said).toContain('Person A');
      }),
    );
  });
});
