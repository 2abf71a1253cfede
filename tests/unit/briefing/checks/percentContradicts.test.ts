import { describe, expect, it } from 'vitest';
import { doc, p, wordsFound } from './build';

const found = (words: string, scale: 'icd203-1' | 'phia' = 'icd203-1') =>
  wordsFound('percent-contradicts', doc(p(words)), { scale });

describe('percent-contradicts', () => {
  it.each([
    ['A strike is likely (90 %).', 'likely (90 %'],
    ['A strike is very unlikely (about 40 per cent).', 'very unlikely (about 40 per cent'],
    ['A strike is likely, 20–30 %, this year.', 'likely, 20–30 %'],
    ['A strike is 30 % likely.', '30 % likely'],
    ['There is a 100 % chance of a strike.', '100 % chance'],
    ['There is a 0 per cent probability of rain.', '0 per cent probability'],
  ])('finds %s', (words, marked) => {
    expect(found(words)).toEqual([marked]);
  });

  it.each([
    'A strike is likely (60–70 %).',
    'A strike is likely (55–80 %).',
    'A strike is very likely (80 %).',
    'A landing is likely to cost 90 % of the trade.',
    'Trade fell by 100 % at the pier.',
    'There is a 70 % chance of a strike.',
    'Nine of ten ships (90 %) came; a strike is likely.',
  ])('passes: %s', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('holds a percentage against the band of the scale chosen', () => {
    expect(found('A strike is likely (78 %).', 'phia')).toHaveLength(1);
    expect(found('A strike is likely (78 %).')).toEqual([]);
  });
});
