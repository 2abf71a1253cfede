import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWord, unfoldSpan } from '@shared/text/fold';
import { tokenize, wordsOf } from '@shared/text/tokens';
import { realDocument } from './realDocument';

describe('folding', () => {
  it.each([
    ['Şahin', 'sahin'],
    ['Ørsted', 'orsted'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['e\u0301te\u0301', 'ete'],
    ['ﬁne', 'fine'],
    ['ＮＡＴＯ', 'nato'],
    ['“holy war”', '"holy war"'],
    ['it’s', "it's"],
    ['«Герань»', '"герань"'],
    ['2014–2024', '2014-2024'],
    ['co\u00adoperate', 'cooperate'],
    ['Ёлка', 'елка'],
    ['Йод', 'йод'],
    ['и\u0306од', 'йод'],
    ['Їжак', 'їжак'],
    ['і\u0308жак', 'їжак'],
    ['ґанок', 'ґанок'],
    ['за́мок', 'замок'],
    ['ガス', 'ガス'],
    ['ｶﾞｽ', 'ガス'],
    ['カ\u3099ス', 'ガス'],
    ['북한', '북한'],
    ['북한'.normalize('NFD'), '북한'],
    ['ὈΔΥΣΣΕΎΣ', 'οδυσσευσ'],
    ['كِتَاب', 'كتاب'],
    ['ที่', 'ที่'],
    ['हिन्दी', 'हिन्दी'],
    ['a \n\t b', 'a b'],
    ['👩‍👩‍👧', '👩👩👧'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text).folded).toBe(folded.normalize('NFC'));
    expect(foldWord(text)).toBe(folded.normalize('NFC'));
  });

  it('knows the way back', () => {
    const text = 'Der  „Straße“ co\u00adoperatio\u0301n';
    const { folded, map } = foldText(text);
    const back = (word: string): string => {
      const at = folded.indexOf(word);
      const span = unfoldSpan(map, at, at + word.length);
      return text.slice(span.start, span.end);
    };
    expect(back('strasse')).toBe('Straße');
    expect(back('cooperation')).toBe('co\u00adoperatio\u0301n');
    expect(back('der "')).toBe('Der  „');
    expect(unfoldSpan(map, 0, 0)).toEqual({ start: 0, end: 0 });
  });

  it('gives each code unit a place, in order, for any text, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const { folded, map } = foldText(text);
        expect(map.starts).toHaveLength(folded.length);
        for (let i = 0; i < folded.length; i += 1) {
          expect(map.starts[i]!).toBeLessThan(map.ends[i]!);
          if (i > 0) expect(map.starts[i]!).toBeGreaterThanOrEqual(map.starts[i - 1]!);
        }
        expect(foldWord(text)).toBe(folded);
      }),
    );
  });
});

describe('words for search', () => {
  it.each([
    ['The M-1989 Koksan howitzers', 'the m 1989 koksan howitzers'],
    ["Russia’s and North Korea's", 'russia and north korea'],
    ['around 1,500 soldiers, 10\u00a0000 more', 'around 1500 soldiers 10000 more'],
    ['in 2023, 2024 and 2025', 'in 2023 2024 and 2025'],
    ['1,5 or 3.25 or 12,3456', '1 5 or 3 25 or 12 3456'],
    ["O’Brien don't", 'o brien don t'],
    ['Пʼять п’ять солдатів', 'пять пять солдатів'],
    ['Генерал-лейтенант Ёлкин', 'генерал лейтенант елкин'],
    ['북한군 1만 명이 도착했다', '북한군 1만 명이 도착했다'],
    ['café CAFÉ cafe\u0301', 'cafe cafe cafe'],
    ['[4] x_y a/b 155mm', '4 x y a b 155mm'],
    ['', ''],
    ['… — !', ''],
  ])('%s', (text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words);
  });

  it('cuts scripts without spaces by dictionary', () => {
    expect(wordsOf('北朝鮮の兵士が到着した')).toContain('兵士');
    expect(wordsOf('朝鲜士兵抵达俄罗斯 and left')).toEqual(expect.arrayContaining(['俄罗斯', 'left']));
    expect(wordsOf('ทหารเกาหลีเหนือ').length).toBeGreaterThan(1);
    expect(wordsOf('兵'.repeat(10_000)).join('')).toBe('兵'.repeat(10_000));
  });

  it('says where each word stands, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let last = 0;
        tokenize(text, (word, start, end) => {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(wordsOf(text.slice(start, end)).join('')).toBe(word);
          last = end;
        });
      }),
    );
  });
});

const real = realDocument();
it.runIf(real !== null)('cuts the real document', () => {
  const words = wordsOf(real!);
  expect(words.length).toBeGreaterThan(600);
  expect(words).toEqual(expect.arrayContaining(['koksan', '1989', '1500', '10000', 'kursk', 'zelenskyy', 'holy']));
});
