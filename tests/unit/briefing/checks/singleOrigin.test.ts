import { describe, expect, it } from 'vitest';
import { doc, excerpt, findingsOf, h, HARBOUR, link, ol, p, wordsFound } from './build';

const judged = (...items: string[]) => doc(h('Key judgements'), ol(...items));

describe('single-origin', () => {
  it.each([
    ['one source', 'Ships are likely to come.[@21]'],
    ['a source and the one it takes its information from', 'Ships are likely to come.[@21][@24]'],
  ])('finds a judgement on %s', (_, words) => {
    expect(wordsFound('single-origin', judged(words))).toEqual(['Ships are likely to come.']);
  });

  it('counts copies of one text once, and excerpts linked as duplicates', () => {
    const copy = excerpt(
      25,
      12,
      'Two freighters lay at the  north pier on 18 November, about 300 tons of grain on board.',
    );
    const small = { ...HARBOUR, excerpts: [...HARBOUR.excerpts, copy] };
    expect(wordsFound('single-origin', judged('Ships are likely to come.[@21][@25]'), { case: small })).toHaveLength(1);
    const links = [link(21, 'duplicates', 22)];
    expect(wordsFound('single-origin', judged('Ships are likely to come.[@21][@22]'), { links })).toHaveLength(1);
  });

  it('names the way to the origin', () => {
    const [finding] = findingsOf('single-origin', judged('Ships are likely to come.[@24]'));
    expect(finding!.sentence).toContain('Gazette Weekend ← Harbour Gazette');
  });

  it('is content with two origins, with a judgement that says it has one, and with what is no judgement', () => {
    expect(wordsFound('single-origin', judged('Ships are likely to come.[@21][@22]'))).toEqual([]);
    expect(
      wordsFound('single-origin', judged('Ships are likely to come.[@21] All we know leads back to one paper.')),
    ).toEqual([]);
    expect(wordsFound('single-origin', doc(h('Background'), p('Two ships came.[@21]')))).toEqual([]);
    expect(wordsFound('single-origin', judged('Ships are likely to come.'))).toEqual([]);
  });
});
