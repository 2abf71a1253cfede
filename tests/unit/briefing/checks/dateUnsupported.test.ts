import { describe, expect, it } from 'vitest';
import { doc, document, excerpt, p, wordsFound } from './build';

const small = {
  documents: [document(11, null), document(12, null, { language: 'uk', csl: { type: 'report' } })],
  excerpts: [
    excerpt(21, 11, 'They came.', { eventDate: '2024-10-17' }),
    excerpt(22, 12, 'Прибули 25 жовтня 2024 року.'),
    excerpt(23, 11, 'They trained.', { eventDate: '2024-10-01/2024-10-14' }),
    excerpt(24, 11, 'They were counted from 3 to 9 November 2024.'),
  ],
};
const found = (...words: string[]) => wordsFound('date-unsupported', doc(...words.map(p)), { case: small });

describe('date-unsupported', () => {
  it.each([
    ['They came on 18 October 2024.[@21]', '18 October 2024'],
    ['They came on October 18, 2024.[@21]', 'October 18, 2024'],
    ['They came on 19 October.[@22]', '19 October'],
    ['They were counted between 6 and 12 November.[@24]', '6 and 12 November'],
    ['They trained until 16 October 2024.[@23]', '16 October 2024'],
  ])('finds %s', (words, marked) => {
    expect(found(words)).toEqual([marked]);
  });

  it.each([
    'They came on 17 October 2024.[@21]',
    'They came on 17 October.[@21]',
    'They came on 25 October 2024.[@22]',
    'They trained on 10 October 2024.[@23]',
    'The paper of 20 November 2024 says so.[@21]',
    'As of 1 December 2024 nobody has left.[@21]',
    'They came in October 2024.[@23]',
    'They may come in May.[@21]',
    'They were counted on 5 November.[@24]',
    'They were counted between 4 and 6 November 2024.[@24]',
    'They came on 18 October 2024.',
  ])('passes: %s', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('lets a day that stands elsewhere with its evidence be taken up again', () => {
    expect(found('They came on 17 October.[@21]', 'They trained after 17 October.[@23]')).toEqual([]);
  });
});
