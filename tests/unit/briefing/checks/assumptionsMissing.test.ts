import { describe, expect, it } from 'vitest';
import { doc, findingsOf, h, idOf, judgement, ol, p } from './build';

const judged = [h('Key judgements'), ol('Ships are likely to come.[@21]')];
const found = (...more: Parameters<typeof doc>) => findingsOf('assumptions-missing', doc(...judged, ...more));

describe('assumptions-missing', () => {
  it('finds judgements without a word on what they take for granted', () => {
    expect(found(h('Assessment'), p('Two ships came.[@21]'))).toHaveLength(1);
    expect(found(h('Assumptions'), p(''))).toHaveLength(1);
  });

  it('is content with a sentence, a part of the note, or a record', () => {
    expect(found(p('We assume that the log is complete.'))).toEqual([]);
    expect(found(h('Key assumptions'), p('The log is complete.'))).toEqual([]);
    expect(found(p('This takes it for granted that the log is complete.'))).toEqual([]);
    const record = {
      id: idOf(5),
      likelihood: null,
      confidence: null,
      confidenceReason: '',
      assumptions: 'The log is complete.',
    };
    expect(findingsOf('assumptions-missing', doc(judgement(5, 'Ships come.')), { judgements: [record] })).toEqual([]);
  });

  it('asks nothing of a note without judgements', () => {
    expect(findingsOf('assumptions-missing', doc(p('Two ships came.[@21]')))).toEqual([]);
  });
});
