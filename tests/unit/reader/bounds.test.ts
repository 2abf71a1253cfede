// Moving an end of an excerpt: whole units, never past the other end, never onto white space.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAnchor } from '@shared/model/excerpt';
import { segmentText } from '@shared/text/segments';
import { stepBound } from '../../../renderer/features/reader/steps';

const text = 'On ships\n\nThe ship left. It carried shells to a port.\n\nNobody saw it land.';
const readOf = (words: string) => ({ text: words, segments: segmentText(words), language: 'en' });
const read = readOf(text);
const at = (words: string) => text.indexOf(words);
const span = { start: at('It carried'), end: at('a port.') + 7 };

describe('stepBound', () => {
  it('moves the end by sentence and word, out and back in', () => {
    expect(stepBound(read, span, 'end', 'sentence', 1)).toBe(text.length);
    expect(stepBound(read, { ...span, end: text.length }, 'end', 'sentence', -1)).toBe(span.end);
    expect(text.slice(0, stepBound(read, span, 'end', 'word', -1))).toMatch(/to a port$/);
    expect(stepBound(read, span, 'end', 'sentence', -1), 'not before the beginning').toBe(span.end);
  });

  it('moves the beginning by sentence, word and character', () => {
    expect(stepBound(read, span, 'start', 'sentence', -1)).toBe(at('The ship'));
    expect(stepBound(read, span, 'start', 'word', 1)).toBe(at('carried'));
    expect(stepBound(read, span, 'start', 'character', -1), 'over the white space').toBe(at('. It'));
    expect(stepBound(read, span, 'start', 'sentence', 1), 'not past the end').toBe(span.start);
  });

  it('always leaves words, letter for letter, and each step is seen', () => {
    const units = fc.constantFrom('character', 'word', 'sentence', 'paragraph');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('The ship', ' left.', '\n\n', ' 🚢', ' It', ' о море', '[14]'), { minLength: 1 }),
        fc.nat(60),
        fc.nat(60),
        fc.constantFrom('start', 'end'),
        units,
        fc.constantFrom(1, -1),
        (parts, from, to, side, unit, by) => {
          const words = parts.join('');
          const anchor = planAnchor(words, 'a'.repeat(64), from, to);
          if (!anchor.ok) return;
          const { start, end } = anchor.value;
          const place = stepBound(readOf(words), { start, end }, side as 'start', unit as 'word', by as 1);
          const next = side === 'start' ? { start: place, end } : { start, end: place };
          const after = planAnchor(words, 'a'.repeat(64), next.start, next.end);
          expect(after).toMatchObject({ ok: true, value: { quote: words.slice(next.start, next.end) } });
        },
      ),
    );
  });
});
