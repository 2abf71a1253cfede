import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '@shared/query/parse';
import { hasWords } from '@shared/query/query';

const word = (text: string, prefix = false) => ({ words: [text], prefix, quoted: false });

describe('parseQuery', () => {
  test('the last word being typed may go on, a finished one may not', () => {
    expect(parseQuery('north kor').must).toEqual([word('north'), word('kor', true)]);
    expect(parseQuery('north korea ').must).toEqual([word('north'), word('korea')]);
    expect(parseQuery('north kor', { typing: false }).must).toEqual([word('north'), word('kor')]);
  });

  test('phrases in any quotation marks, open ones too', () => {
    expect(parseQuery('"North Korean troops" x ').must[0]).toEqual({
      words: ['north', 'korean', 'troops'],
      prefix: false,
      quoted: true,
    });
    expect(parseQuery('„Kursk Oblast“ ').must[0]!.words).toEqual(['kursk', 'oblast']);
    expect(parseQuery('«Курская область» ').must[0]!.quoted).toBe(true);
    expect(parseQuery('"north kor').must[0]).toEqual({ words: ['north', 'kor'], prefix: true, quoted: true });
  });

  test('what must not stand', () => {
    const query = parseQuery('troops -elite -"storm corps" - dash');
    expect(query.mustNot).toEqual([word('elite'), { words: ['storm', 'corps'], prefix: false, quoted: true }]);
    expect(query.must.map(({ words }) => words.join(' '))).toEqual(['troops', 'dash']);
  });

  test('field terms with several values, quotes and negation', () => {
    expect(parseQuery('tag:kursk,"storm corps" -source:ISW grade:B2 date:2024-10..2024-11').fields).toEqual([
      { field: 'tag', values: ['kursk', 'storm corps'], negated: false },
      { field: 'source', values: ['ISW'], negated: true },
      { field: 'grade', values: ['B2'], negated: false },
      { field: 'date', values: ['2024-10..2024-11'], negated: false },
    ]);
  });

  test('what looks like a field but is none is words', () => {
    expect(parseQuery('http://x.y ').fields).toEqual([]);
    expect(parseQuery('TLP:RED ').fields).toEqual([{ field: 'marking', values: ['RED'], negated: false }]);
    expect(parseQuery('tag: ').must).toEqual([word('tag')]);
  });

  test('hyphenated words are neighbours; Korean words are beginnings', () => {
    expect(parseQuery('long-range ').must).toEqual([{ words: ['long', 'range'], prefix: false, quoted: false }]);
    expect(parseQuery('국정원 병력 ').must.every(({ prefix }) => prefix)).toBe(true);
  });

  test('never throws and gives folded words only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const query = parseQuery(text);
        for (const { words } of [...query.must, ...query.mustNot]) {
          expect(words.length).toBeGreaterThan(0);
          expect(words.every((one) => one !== '')).toBe(true);
        }
        expect(hasWords(query)).toBe(query.must.length + query.mustNot.length > 0);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom('-', '"', 'tag:', ',', ' ', 'a', 'kind:', '“', '..', ':')), (pieces) => {
        parseQuery(pieces.join(''));
      }),
    );
  });
});
