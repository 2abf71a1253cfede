import { describe, expect, it } from 'vitest';
import { doc, findingsOf, h, HARBOUR, idOf, ol, p, table, wordsFound } from './build';

describe('circular', () => {
  it('finds different sources of a paragraph or a row that have it from one origin', () => {
    const body = doc(h('Background'), p('Two ships lay there.[@21] A second paper says so too.[@24]'));
    expect(wordsFound('circular', body)).toEqual(['Two ships lay there.']);
    expect(findingsOf('circular', body)[0]!.sentence).toContain('Gazette Weekend ← Harbour Gazette');
    expect(wordsFound('circular', table(['What', 'Evidence'], ['Two ships', 'seen[@21][@24]']))).toHaveLength(1);
  });

  it('is content with an independent one, with one source, and with words that admit it', () => {
    expect(wordsFound('circular', p2('Two ships lay there.[@21][@24] The patrol saw them.[@22]'))).toEqual([]);
    expect(wordsFound('circular', p2('Two ships lay there.[@21]'))).toEqual([]);
    expect(wordsFound('circular', p2('Two ships lay there.[@21][@24] Both reports go back to one source.'))).toEqual(
      [],
    );
  });

  it('counts documents that repeat one text once, and says who said it first', () => {
    const body = p2('Two ships lay there.[@21] The coast guard says so too.[@22]');
    const documents = HARBOUR.documents.map((one) => (one.id === idOf(12) ? { ...one, originId: idOf(11) } : one));
    const [finding] = findingsOf('circular', body, { case: { ...HARBOUR, documents } });
    expect(finding?.sentence).toContain('Coast Guard ← Harbour Gazette');
    const excerpts = HARBOUR.excerpts.map((one) => (one.id === idOf(22) ? { ...one, sourceId: idOf(3) } : one));
    expect(findingsOf('circular', body, { case: { ...HARBOUR, documents, excerpts } })).toEqual([]);
    const nameless = documents.map((one) => (one.id === idOf(11) ? { ...one, sourceId: null } : one));
    const [untold] = findingsOf('circular', body, { case: { ...HARBOUR, documents: nameless } });
    expect(untold?.sentence).toContain('Coast Guard ← Report 11');
  });

  it('leaves key judgements to the rule that asks for a second origin', () => {
    expect(wordsFound('circular', doc(h('Key judgements'), ol('Ships will come.[@21][@24]')))).toEqual([]);
  });
});

const p2 = (words: string) => doc(p(words));
