import { describe, expect, it } from 'vitest';
import { doc, document, excerpt, findingsOf, p } from './build';

const csl = { type: 'webpage', URL: 'https://example.org/1' } as const;
const small = {
  documents: [
    document(11, null, { csl }),
    document(12, null, { csl: { ...csl, accessed: { 'date-parts': [[2024, 12, 1]] } } }),
    document(13, null),
  ],
  excerpts: [excerpt(21, 11, 'a'), excerpt(22, 11, 'b'), excerpt(23, 12, 'c'), excerpt(24, 13, 'd')],
};
const found = (words: string) => findingsOf('access-date', doc(p(words)), { case: small });

describe('access-date', () => {
  it('finds a page without the day it was read, once a document', () => {
    expect(found('One[@21] and two[@22].')).toHaveLength(1);
    expect(found('Two[@22].')[0]).toMatchObject({
      severity: 'warning',
      standard: 'ICS 206-01',
      at: { from: 4, to: 5 },
    });
  });

  it('is content with a day, and with what is not from the web', () => {
    expect(found('One[@23] and two[@24].')).toEqual([]);
  });
});
