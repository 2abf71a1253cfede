import { describe, expect, it } from 'vitest';
import { document, excerpt, findingsOf, judgement, doc, source, wordsFound, idOf } from './build';

const small = {
  sources: [source(1, 'Pier Watch', 'C'), source(2, 'Gazette', 'B'), source(3, 'Stranger', null)],
  documents: [document(11, 1), document(12, 2), document(13, 3)],
  excerpts: [
    excerpt(21, 11, 'a'),
    excerpt(22, 12, 'b'),
    excerpt(23, 12, 'c', { credibility: 4 }),
    excerpt(24, 13, 'd', { credibility: null }),
  ],
};
const found = (words: string) => wordsFound('weak-sources', doc(judgement(5, words)), { case: small });

describe('weak-sources', () => {
  it('finds a judgement on sources graded C or lower, or on doubtful information, alone', () => {
    expect(found('Ships will come.[@21]')).toHaveLength(1);
    expect(found('Ships will come.[@23]')).toHaveLength(1);
    expect(found('Ships will come.[@21][@23]')).toHaveLength(1);
  });

  it('is content where one item is better, or not judged by anybody', () => {
    expect(found('Ships will come.[@21][@22]')).toEqual([]);
    expect(found('Ships will come.[@21][@24]')).toEqual([]);
  });

  it('only advises where the confidence is low, in words or in the record', () => {
    const severity = (words: string, confidence: string | null = null) =>
      findingsOf('weak-sources', doc(judgement(5, words)), {
        case: small,
        judgements: [{ id: idOf(5), likelihood: null, confidence, confidenceReason: '', assumptions: '' }],
      })[0]!.severity;
    expect(severity('Ships will come.[@21]')).toBe('warning');
    expect(severity('Ships will come.[@21] We have low confidence in this.')).toBe('advice');
    expect(severity('Ships will come.[@21]', 'low')).toBe('advice');
  });
});
