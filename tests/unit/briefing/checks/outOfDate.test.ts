import { describe, expect, it } from 'vitest';
import { doc, document, excerpt, h, ol, wordsFound } from './build';

const small = {
  documents: [document(11, null), document(12, null, { csl: { type: 'report' } })],
  excerpts: [
    excerpt(21, 11, 'a', { eventDate: '2024-03' }),
    excerpt(22, 11, 'b'),
    excerpt(23, 11, 'c', { eventDate: '2024-03/..' }),
    excerpt(24, 12, 'd'),
  ],
};
const found = (words: string, horizonDays = 90) =>
  wordsFound('out-of-date', doc(h('Key judgements'), ol(words)), { case: small, horizonDays });

describe('out-of-date', () => {
  it('finds a judgement whose evidence is all older than the horizon', () => {
    expect(found('Ships will come.[@21]')).toEqual(['Ships will come.']);
    expect(found('Ships will come.[@21][@23]')).toHaveLength(1);
  });

  it('is content with one newer item, an undated one, or no horizon', () => {
    expect(found('Ships will come.[@21][@22]')).toEqual([]);
    expect(found('Ships will come.[@21][@24]')).toEqual([]);
    expect(found('Ships will come.[@21]', 0)).toEqual([]);
    expect(found('Ships will come.[@21]', 400)).toEqual([]);
  });
});
