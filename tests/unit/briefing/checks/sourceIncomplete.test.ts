import { describe, expect, it } from 'vitest';
import { doc, document, excerpt, findingsOf, p, source } from './build';

const issued = { 'date-parts': [[2024, 11]] };
const small = {
  sources: [source(1, 'Gazette', 'B')],
  documents: [
    document(11, null, { csl: { type: 'report', issued } }),
    document(12, 1, { csl: { type: 'report', issued } }),
    document(13, null, { csl: { type: 'report', author: [{ family: 'Lind' }] } }),
    document(14, null, { title: 'Untitled' }),
    document(15, null, { csl: { type: 'report', publisher: 'Board', issued } }),
  ],
  excerpts: [11, 12, 13, 14, 15].map((number) => excerpt(number + 10, number, `quote ${number}`)),
};
const sentence = (words: string) => findingsOf('source-incomplete', doc(p(words)), { case: small })[0]?.sentence;

describe('source-incomplete', () => {
  it('says what a reference lacks', () => {
    expect(sentence('Words.[@21]')).toContain('an author or publisher');
    expect(sentence('Words.[@23]')).toContain('a date');
    expect(sentence('Words.[@24]')).toContain('a title');
  });

  it('is content with a publisher in the data or as the source', () => {
    expect(sentence('Words.[@22]')).toBeUndefined();
    expect(sentence('Words.[@25]')).toBeUndefined();
  });
});
