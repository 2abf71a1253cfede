import { describe, expect, it } from 'vitest';
import type { CheckedJudgement } from '@shared/briefing/checks';
import { doc, findingsOf, h, idOf, judgement, ol } from './build';

const sentences = (...items: string[]) =>
  findingsOf('judgement-incomplete', doc(h('Key judgements'), ol(...items))).map((one) => one.sentence);

describe('judgement-incomplete', () => {
  it('finds a judgement with neither, or with likelihood alone', () => {
    expect(sentences('Ships will come.[@21]')).toEqual([expect.stringContaining('neither')]);
    expect(sentences('Ships are likely to come.[@21]')).toEqual([expect.stringContaining('not how confident')]);
  });

  it.each([
    'Ships are likely to come. We have moderate confidence in this.',
    'Ships are likely to come. Our confidence is low: one paper says so.',
    'Ships are likely to come. Confidence in this judgement is high.',
    'Ships have come. We are highly confident of it.',
  ])('is content with: %s', (words) => {
    expect(sentences(words)).toEqual([]);
  });

  it('reads the record of a judgement beside its words', () => {
    const record = (more: Partial<CheckedJudgement>) => [
      { id: idOf(5), likelihood: null, confidence: null, confidenceReason: '', assumptions: '', ...more },
    ];
    const found = (more: Partial<CheckedJudgement>, language = 'en') =>
      findingsOf('judgement-incomplete', doc(judgement(5, 'Ships will come.')), { judgements: record(more), language });
    expect(found({ likelihood: 'likely', confidence: 'low' })).toEqual([]);
    expect(found({ likelihood: 'likely' })[0]!.sentence).toContain('not how confident');
    expect(found({}, 'de')).toHaveLength(1);
  });
});
