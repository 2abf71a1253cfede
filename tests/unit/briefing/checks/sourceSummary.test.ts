import { describe, expect, it } from 'vitest';
import { doc, document, excerpt, findingsOf, h, p } from './build';

const numbers = [11, 12, 13, 14, 15];
const small = {
  documents: numbers.map((number) => document(number, null)),
  excerpts: numbers.map((number) => excerpt(number + 10, number, `quote ${number}`)),
};
const cited = p(numbers.map((number) => `Words${'[@'}${number + 10}].`).join(' '));
const found = (...more: Parameters<typeof doc>) => findingsOf('source-summary', doc(...more), { case: small });

describe('source-summary', () => {
  it('asks for one where five documents are cited', () => {
    expect(found(cited)).toHaveLength(1);
    expect(found(h('Background'), cited)).toHaveLength(1);
  });

  it('is content with a part on the sources, with words of that name, and with fewer documents', () => {
    expect(found(cited, h('Source summary'), p('Good.'))).toEqual([]);
    expect(found(cited, h('Sourcing'), p('Good.'))).toEqual([]);
    expect(found(cited, p('**Sources.** Two papers carry this.'))).toEqual([]);
    expect(found(p('Words[@21][@22][@23][@24].'))).toEqual([]);
  });
});
