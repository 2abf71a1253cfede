import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { departure, isFaithful } from '@shared/briefing/quotation';

const QUOTE = 'The crews were paid twice, a watchman said; 1,200 containers left in May.';

describe('a faithful quotation', () => {
  it.each([
    ['the whole', QUOTE],
    ['an omission in the middle', 'The crews were paid twice […] 1,200 containers left in May.'],
    ['a bare omission', 'The crews … left in May.'],
    ['three points', 'The crews were paid twice... 1,200 containers left in May.'],
    ['the end left out', 'The crews were paid twice […]'],
    ['the beginning left out', '[…] 1,200 containers left in May.'],
    ['words put in', 'The crews [of both ships] were paid twice, a watchman said; 1,200 containers left in May.'],
    ['words in place of others', '[They] were paid twice, a watchman said; 1,200 containers left in May.'],
    ['a letter changed', '[…] [A] watchman said; 1,200 containers left in May.'],
    ['other spaces and lines', QUOTE.replace(/ /gu, '\n ')],
  ])('%s', (_name, quotation) => {
    expect(departure(quotation, QUOTE)).toBeNull();
    expect(isFaithful(quotation, QUOTE)).toBe(true);
  });

  it.each([
    ['another word', 'The crews were paid thrice, a watchman said; 1,200 containers left in May.', 'thrice'],
    ['another number', QUOTE.replace('1,200', '1200'), '1200'],
    ['an omission without a mark', 'The crews were paid twice; 1,200 containers left in May.', '1,200'],
    ['an end without a mark', 'The crews were paid', 'twice'],
    ['a beginning without a mark', 'crews were paid twice […]', 'crews'],
    ['another order', '1,200 containers […] The crews […]', '1,200'],
    ['words that come earlier', '[…] left in May. […] The crews', 'The'],
    ['nothing at all', '', 'The'],
    ['a percentage sign put in', QUOTE.replace('containers', '% containers'), '%'],
  ])('not: %s', (_name, quotation, word) => {
    expect(departure(quotation, QUOTE)).toBe(word);
    expect(isFaithful(quotation, QUOTE)).toBe(false);
  });

  it('holds for any words left out and marked', () => {
    const words = fc.array(fc.constantFrom('ships', 'came', 'at', 'night', '«Норд»', '12', '북쪽'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (all, keep) => {
        const shown = all.map((word, i) => (keep[i] ? word : '[…]')).join(' ');
        expect(isFaithful(shown, all.join(' '))).toBe(true);
      }),
    );
  });
});
