import { describe, expect, it } from 'vitest';
import { extractRtf } from '@shared/extract/rtf';
import { lines, taken } from './make';

const bytesOf = (rtf: string): Uint8Array => Uint8Array.from(rtf, (letter) => letter.charCodeAt(0));
const outcome = (rtf: string) => extractRtf(bytesOf(rtf));
const read = (rtf: string): string[] => lines(taken(outcome(`{\\rtf1\\ansi\\ansicpg1252 ${rtf}}`)));

describe('an RTF file', () => {
  it.each([
    ['1250, by the document', "{\\rtf1\\ansi\\ansicpg1250 za\\'bf\\'f3\\'b3\\'e6}", 'zażółć'],
    ['1251, by the font', "{\\rtf1\\ansi{\\fonttbl{\\f1\\fcharset204 Arial;}}\\f1 \\'d1\\'eb\\'ee\\'e2\\'ee}", 'Слово'],
    [
      '932, second byte a plain letter',
      "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset128 Gothic;}}\\f0 \\'83A\\'83\\'5c}",
      'アソ',
    ],
    ['936', "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0 \\'d6\\'d0\\'ce\\'c4}", '中文'],
    ['949', "{\\rtf1\\ansi\\ansicpg949 \\'c7\\'d1\\'b1\\'db}", '한글'],
    ['950', "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset136 MingLiU;}}\\f0 \\'a4\\'a4\\'a4\\'e5}", '中文'],
    ['1253', "{\\rtf1\\ansi\\ansicpg1253 \\'e1\\'e2}", 'αβ'],
    ['1255', "{\\rtf1\\ansi\\ansicpg1255 \\'f9\\'ec}", 'של'],
    ['1256', "{\\rtf1\\ansi\\ansicpg1256 \\'d3\\'e1}", 'سل'],
    ['a symbol font', "{\\rtf1\\ansi{\\fonttbl{\\f3\\fcharset2 Symbol;}}\\f3 a\\'b3}", 'α≥'],
    ['quotation marks of 1252', "{\\rtf1\\ansi \\'93q\\'94}", '“q”'],
  ])('is read in its code page: %s', (_, rtf, text) => {
    expect(taken(outcome(rtf)).text).toBe(text);
  });

  it('reads letters in Unicode with as many stand-ins as it says', () => {
    expect(read("\\u8216\\'91a {\\uc2\\u228\\'E8ab} {\\uc0\\u1074} \\u-10179?\\u-8704? end")).toEqual([
      'paragraph: ‘a äb в 😀 end',
    ]);
  });

  it('never runs raised figures together with those before them', () => {
    expect(read('10{\\super 6} km{\\up6 2}')).toEqual(['paragraph: 10⁶ km²']);
  });

  it('has headings by style and by level, and lists with the signs they print', () => {
    const styles = '{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s5\\outlinelevel2 Ours;}}';
    const text =
      '\\pard\\s1 One\\par\\pard\\s5 Two\\par\\pard\\outlinelevel1 Three\\par\\pard ' +
      '{\\listtext 1.\\tab}\\ls1 first\\par{\\pntext\\bullet\\tab}dot\\par\\pard\\ilvl1{\\listtext a)\\tab}under\\par\\pard plain\\par';
    expect(read(styles + text)).toEqual([
      'heading1: One',
      'heading3: Two',
      'heading2: Three',
      'list-item1: 1. first',
      'list-item1: • dot',
      'list-item2: a) under',
      'paragraph: plain',
    ]);
  });

  it('keeps tables, also one in another, and takes one column for a frame', () => {
    const row = (...cells: string[]): string =>
      `\\trowd\\pard\\intbl ${cells.map((one) => `${one}\\cell `).join('')}\\row`;
    expect(
      read(
        `before\\par${row('a', 'b')}${row('c\\par d', 'x\\nestcell y\\nestcell{\\nonesttables\\par}')}\\pard after\\par${row('alone')}\\pard end`,
      ),
    ).toEqual([
      'paragraph: before',
      'table-row: a\tb',
      'table-row: c d\tx y',
      'paragraph: after',
      'paragraph: alone',
      'paragraph: end',
    ]);
  });

  it('puts notes behind the text, and leaves out what is not printed in it', () => {
    const text =
      'Words\\chftn{\\footnote\\chftn  a note}{\\footnote\\ftnalt an end note} go{\\v  hidden}{\\deleted  deleted} on' +
      '{\\*\\annotation comment}{\\header running head\\par}{\\xe{index}}{\\*\\unknown nothing} ' +
      '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt link}} soft\\-hyphen\\par';
    expect(read(text)).toEqual([
      'paragraph: Words[1][i] go on link softhyphen',
      'footnote: [1] a note',
      'footnote: [i] an end note',
    ]);
  });

  it('reads text boxes after their paragraph, and counts pictures', () => {
    const shape = '{\\shp{\\*\\shpinst{\\sp{\\sn name}{\\sv value}}{\\shptxt boxed\\par}}{\\shprslt fallback}}';
    const one = taken(
      outcome(`{\\rtf1 a${shape}b\\par{\\pict 0102}{\\*\\shppict{\\pict 03}}{\\nonshppict{\\pict 04}}c\\bin3 }{\\ d}`),
    );
    expect(lines(one)).toEqual(['paragraph: ab', 'paragraph: boxed', 'paragraph: c d']);
    expect(one.warnings).toEqual([{ kind: 'pictures-left-out', count: 2 }]);
  });

  it('says what the file says of itself', () => {
    const info =
      '{\\info{\\title Cable 7}{\\author Ann Example}{\\creatim\\yr2021\\mo2\\dy3\\hr4}{\\author Again}{\\operator Nobody}}';
    const one = taken(outcome(`{\\rtf1\\ansi\\deflang1036${info} Texte}`));
    expect([one.title, one.language]).toEqual(['Cable 7', 'fr']);
    expect(one.csl).toMatchObject({ author: [{ literal: 'Ann Example' }], issued: { 'date-parts': [[2021, 2, 3]] } });
  });

  it('is refused with its reason, and says where it is cut', () => {
    const reasonOf = (rtf: string): string => {
      const said = outcome(rtf);
      return said.ok ? 'came in' : said.reason;
    };
    expect(reasonOf('')).toBe('empty');
    expect(reasonOf('plain words')).toBe('broken');
    expect(reasonOf('{\\rtf1 }')).toBe('empty');
    expect(reasonOf(`{\\rtf1 ${'{'.repeat(100_000)}`)).toBe('over-bound');
    expect(taken(outcome('{\\rtf1 cut {\\b here')).warnings).toEqual([{ kind: 'damaged' }]);
  });
});
