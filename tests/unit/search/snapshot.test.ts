import { describe, expect, test } from 'vitest';
import { CaseIndex } from '../../../renderer/search/engine/caseIndex';
import { CaseTables } from '../../../renderer/search/engine/caseTables';
import { IdSpace } from '../../../renderer/search/engine/idSpace';
import { document, excerpt, excerptId, link, tag } from './rows';

function saved(): ArrayBuffer {
  const index = new CaseIndex();
  index.put('tags', tag(0));
  index.putDocument(document(0), 'the text of the document');
  for (let n = 0; n < 50; n += 1) index.put('excerpts', excerpt(n, { quote: `word ${n}`, tags: [tag(0).id] }));
  index.put('links', link(0, 1, 2));
  index.tables.compact();
  return index.tables.save(3);
}

describe('snapshot', () => {
  test('brings everything back', () => {
    const index = new CaseIndex(CaseTables.restore(saved())!.tables);
    expect(index.counts().tables).toMatchObject({ excerpts: 50, documents: 1, tags: 1, links: 1 });
    expect(index.search('document', 5).map(({ table }) => table)).toContain('documents');
    expect(index.linksOf(excerptId(2))).toMatchObject([{ outgoing: false, type: 'supports' }]);
  });

  test('is refused when cut short, changed by a bit, or of another version', () => {
    const whole = saved();
    expect(CaseTables.restore(whole.slice(0, whole.byteLength - 8))).toBeNull();
    expect(CaseTables.restore(new ArrayBuffer(0))).toBeNull();
    for (const at of [0, 13, 40, whole.byteLength >> 1, whole.byteLength - 1]) {
      const damaged = whole.slice(0);
      const bytes = new Uint8Array(damaged);
      bytes[at] = bytes[at]! ^ 4;
      expect(CaseTables.restore(damaged)).toBeNull();
    }
  });
});

describe('IdSpace', () => {
  test('gives back each id by its ordinal and finds it again', () => {
    const ids = new IdSpace();
    const many = Array.from({ length: 5_000 }, () => crypto.randomUUID());
    expect(many.map((id) => ids.intern(id))).toEqual(many.map((_, i) => i));
    expect(many.map((id) => ids.intern(id))).toEqual(many.map((_, i) => i));
    expect(many.map((_, i) => ids.id(i))).toEqual(many);
    expect(ids.find(crypto.randomUUID())).toBe(-1);
  });
});
