import { describe, expect, it } from 'vitest';
import type { BodyNode } from '@shared/model/briefing';
import { doc, findingsOf, hash, HARBOUR, idOf, quotation } from './build';

const quote = HARBOUR.excerpts[1]!.quote;
const cited = (attrs: Record<string, unknown>, number = 22): BodyNode =>
  doc({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Twelve trucks' },
      { type: 'citation', attrs: { excerptId: idOf(number), ...attrs } },
    ],
  });
const sentences = (body: BodyNode) => findingsOf('stale-citation', body).map((one) => one.sentence);

describe('stale-citation', () => {
  it.each([
    ['words', { words: hash('other words'), grade: 'A2', marking: 'TLP:CLEAR' }, 'words changed'],
    ['grade', { words: hash(quote), grade: 'C3', marking: 'TLP:CLEAR' }, 'from C3 to A2'],
    ['marking', { words: hash(quote), grade: 'A2', marking: 'TLP:RED' }, 'from TLP:RED to TLP:CLEAR'],
  ])('says that the %s changed', (_, attrs, part) => {
    expect(sentences(cited(attrs))).toEqual([expect.stringContaining(part)]);
  });

  it('offers to cite it again, or to remove what is gone', () => {
    const [stale] = findingsOf('stale-citation', cited({ words: hash('other'), grade: 'A2', marking: 'TLP:CLEAR' }));
    expect(stale!.fix).toMatchObject({ kind: 'recite', from: 14, excerptId: idOf(22) });
    const [gone] = findingsOf('stale-citation', cited({}, 97));
    expect(gone).toMatchObject({ severity: 'error', fix: { kind: 'remove', from: 14, to: 15 } });
  });

  it('is content with what is as it was, and with what was never kept', () => {
    expect(sentences(cited({ words: hash(quote), grade: 'A2', marking: 'TLP:CLEAR' }))).toEqual([]);
    expect(sentences(cited({ words: '', grade: '', marking: '' }))).toEqual([]);
    expect(sentences(cited({}))).toEqual([]);
  });

  it('looks at quotations too', () => {
    expect(
      sentences(doc(quotation(22, quote, { words: hash(quote), grade: 'B1', marking: 'TLP:CLEAR' }))),
    ).toHaveLength(1);
    expect(sentences(doc(quotation(22, quote, { words: hash(quote), grade: 'A2', marking: 'TLP:CLEAR' })))).toEqual([]);
  });
});
