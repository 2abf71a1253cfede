import { describe, expect, it } from 'vitest';
import { doc, document, excerpt, findingsOf, p } from './build';

const issued = (day: number) => ({ type: 'report' as const, issued: { 'date-parts': [[2024, 12, day]] } });
const small = {
  documents: [
    document(11, null),
    document(12, null, { csl: issued(2) }),
    document(13, null, { csl: { type: 'report' } }),
  ],
  excerpts: [
    excerpt(21, 11, 'a'),
    excerpt(22, 12, 'b'),
    excerpt(23, 13, 'c', { eventDate: '2024-12-02' }),
    excerpt(24, 11, 'd', { eventDate: '2025-03' }),
  ],
};
const found = (words: string, briefing = {}) => findingsOf('dates', doc(p(words)), { case: small, briefing });

describe('dates', () => {
  it('finds a cut-off after the issue', () => {
    const [finding] = found('Words.', { issued: '2024-12-01', cutoff: '2024-12-03' });
    expect(finding).toMatchObject({ severity: 'error', at: null });
  });

  it('finds evidence from after the cut-off', () => {
    expect(found('Words.[@22]')).toHaveLength(1);
    expect(found('Words.[@23] And[@23] again.')).toHaveLength(1);
    expect(found('Words.[@22]', { cutoff: '', issued: '2024-12-01' })[0]!.sentence).toContain('day of issue');
  });

  it('is content with days in order, with a plan for a later day, and with days that are not set', () => {
    expect(found('Words.[@21]')).toEqual([]);
    expect(found('Words.[@24]')).toEqual([]);
    expect(found('Words.[@22]', { cutoff: '', issued: '' })).toEqual([]);
    expect(found('Words.', { issued: '2024-12-03', cutoff: '2024-12-03' })).toEqual([]);
  });
});
