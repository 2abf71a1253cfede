import { describe, expect, it } from 'vitest';
import { doc, document, excerpt, p, source, wordsFound } from './build';

const small = {
  sources: [source(1, 'Pier Watch', 'D', { aliases: ['PW'] }), source(2, 'Gazette', 'B')],
  documents: [document(11, 1), document(12, 2)],
  excerpts: [
    excerpt(21, 11, 'a'),
    excerpt(22, 12, 'b', { credibility: 5 }),
    excerpt(23, 12, 'c'),
    excerpt(24, 11, 'd', { credibility: 1 }),
    excerpt(25, 12, 'e', { eventDate: '2022-05' }),
  ],
};
const found = (words: string, horizonDays = 0) =>
  wordsFound('descriptor-missing', doc(p(words)), { case: small, horizonDays });

describe('descriptor-missing', () => {
  it('finds doubtful or old information that is stated as plain', () => {
    expect(found('The lights were out.[@21]')).toEqual(['The lights were out.']);
    expect(found('The lights were out.[@22]')).toHaveLength(1);
    expect(found('The pier has four lamps.[@25]', 365)).toHaveLength(1);
  });

  it.each([
    'The lights were reportedly out.[@21]',
    'According to a watchman, the lights were out.[@21]',
    'An unconfirmed account has the lights out.[@22]',
    'Pier Watch has the lights out.[@21]',
    'The lights were out.[@23]',
    'The lights were out.[@24]',
    'In May 2022 the pier had four lamps.[@25]',
  ])('passes: %s', (words) => {
    expect(found(words, 365)).toEqual([]);
  });
});
