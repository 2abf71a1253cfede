import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredEncoding, decodeHtml, decodeText, MAX_TEXT_BYTES } from '@shared/extract/decode';
import { ENCODINGS, encodingLabel } from '@shared/extract/encodings';
import { standardName } from '@shared/extract/decodeBytes';
import { testFile } from '../../text/realDocument';
import { encodeAs, utf16, utf8 } from './encode';

const RUSSIAN =
  'Колонна грузовиков пересекла реку на рассвете. Наблюдатели насчитали девять машин с топливом.\n' +
  'Командир подтвердил, что груз предназначен для северного склада, и отказался назвать сроки.\n';
const KOREAN =
  '트럭 아홉 대가 새벽에 강을 건넜다. 관측자들은 연료를 실은 차량을 세었다.\n' +
  '지휘관은 화물이 북쪽 창고로 간다고 확인했으며 날짜는 밝히지 않았다.\n';
const JAPANESE =
  '夜明けにトラック九台が川を渡った。観測員は燃料を積んだ車両を数えた。\n' +
  '司令官は荷物が北の倉庫に向かうことを認めたが、日付については話さなかった。\n';
const CHINESE =
  '黎明时分，九辆卡车过了河。观察员数了装有燃料的车辆。\n指挥官证实货物运往北方的仓库，但拒绝说明具体日期。\n';
// Straight apostrophes: some versions of Node read windows-1252 as Latin-1, which browsers do not.
const FRENCH =
  "À l'aube, neuf camions ont traversé la rivière. L'opération, préparée depuis l'été, a été confirmée.\n".repeat(2);

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('encodings that are told', () => {
  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['euc-kr', KOREAN],
    ['shift_jis', JAPANESE],
    ['gb18030', CHINESE.repeat(2)],
    ['windows-1252', FRENCH],
  ])('%s, as a guess', (encoding, text) => {
    const file = encodeAs(text, encoding);
    expect(decodeText(file)).toEqual({
      ok: true,
      value: { text, encoding, warnings: [{ kind: 'encoding-guessed', encoding }] },
    });
    // And as somebody says it is.
    expect(decodeText(file, encoding)).toEqual({ ok: true, value: { text, encoding, warnings: [] } });
  });

  it('UTF-16 without a mark, whatever the script', () => {
    for (const text of [RUSSIAN, KOREAN, JAPANESE, CHINESE, FRENCH]) {
      expect(decodeText(utf16(text, true, false))).toMatchObject({
        value: { text, encoding: 'utf-16le', warnings: [] },
      });
      expect(decodeText(utf16(text, false, false))).toMatchObject({ value: { text, encoding: 'utf-16be' } });
    }
  });

  it('UTF-8 and UTF-16 with a mark, which is no part of the text', () => {
    for (const file of [utf8(`\ufeff${RUSSIAN}`), utf16(RUSSIAN, true, true), utf16(RUSSIAN, false, true)]) {
      expect(decodeText(file)).toMatchObject({ value: { text: RUSSIAN, warnings: [] } });
    }
  });

  it('ISO-2022-JP, which looks like ASCII', () => {
    const file = bytes(...utf8('A '), 0x1b, 0x24, 0x42, 0x24, 0x5e, 0x24, 0x5f, 0x1b, 0x28, 0x42, ...utf8(' B'));
    expect(decodeText(file)).toMatchObject({ value: { text: 'A まみ B', encoding: 'iso-2022-jp' } });
  });

  it('a chosen one is taken, and what is no letter in it is counted', () => {
    expect(decodeText(encodeAs(RUSSIAN, 'windows-1251'), 'utf-8')).toMatchObject({
      value: { encoding: 'utf-8', warnings: [{ kind: 'bytes-replaced' }] },
    });
    expect(decodeText(utf8('a'), 'klingon')).toEqual({ ok: false, reason: 'encoding-unknown' });
    expect(decodeText(new Uint8Array(MAX_TEXT_BYTES + 1), 'utf-8')).toEqual({ ok: false, reason: 'too-large' });
  });

  it('are all known to the platform, and each has a name of its own', () => {
    for (const { id } of ENCODINGS) expect(standardName(id)).toBe(id);
    expect(new Set(ENCODINGS.map(({ label }) => label)).size).toBe(ENCODINGS.length);
    expect(encodingLabel('koi8-r')).toBe('Cyrillic, Russian (KOI8-R)');
  });
});

describe('pages say their encoding', () => {
  const page = (head: string, body: string, encoding: string): Uint8Array =>
    encodeAs(`<html><head>${head}</head><body><p>${body}</p></body></html>`, encoding);

  it.each([
    ['koi8-r', '<meta charset=koi8-r>', 'Да'],
    ['windows-1251', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', 'Нет'],
    ['euc-kr', '<META CHARSET="ks_c_5601-1987">', '강'],
    ['shift_jis', "<meta charset='Shift_JIS'>", '川'],
    ['windows-1252', '<meta charset="iso-8859-1">', 'é'],
  ])('%s, however short the page', (encoding, head, body) => {
    expect(decodeHtml(page(head, body, encoding))).toMatchObject({ ok: true, value: { encoding, warnings: [] } });
    expect(decodeHtml(page(head, body, encoding))).toHaveProperty(
      'value.text',
      expect.stringContaining(`<p>${body}</p>`),
    );
  });

  it('and are not believed where their bytes say otherwise', () => {
    const saved = utf8(`<meta charset="windows-1251"><p>${RUSSIAN}</p>`);
    expect(decodeHtml(saved)).toMatchObject({ value: { encoding: 'utf-8' } });
    expect(declaredEncoding(utf8('<!-- <meta charset="koi8-r"> --><p>x'))).toBeNull();
    expect(declaredEncoding(utf8('<meta charset="utf-16">'))).toBe('utf-8');
    expect(decodeHtml(encodeAs(`<meta charset="no-such-thing"><p>${RUSSIAN}`, 'koi8-r'))).toMatchObject({
      value: { encoding: 'koi8-r', warnings: [{ kind: 'encoding-guessed' }] },
    });
  });
});

it('never throws, whatever the bytes', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom(utf8('<meta charset='), utf8('<!--'), bytes(0x1b, 0x24, 0x42), utf8(RUSSIAN), bytes(0xff, 0xfe)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const file = Uint8Array.from(pieces.flatMap((one) => Array.from(one)));
      const told = [decodeText(file), decodeHtml(file)].flatMap((read) => (read.ok ? [read.value.encoding] : []));
      expect(told.map(standardName)).toEqual(told);
    }),
    { numRuns: 300 },
  );
});

const folder = 'documents/encodings';
describe.runIf(testFile(`${folder}/blns.txt`) !== null)('files of the test data, read in place', () => {
  it.each([
    ['blns.txt', 'utf-8'],
    ['fuzzdb_emoji.txt', 'utf-8'],
    ['fuzzdb_naughty-unicode.txt', 'utf-8'],
    ['fuzzdb_regionalindicators.txt', 'utf-8'],
    ['fuzzdb_two-byte-chars.txt', 'utf-8'],
    ['fuzzdb_upsidedown.txt', 'utf-8'],
    ['tika_testTXTNonASCIIUTF8.txt', 'utf-8'],
    ['tika_testMARKDOWN.md', 'utf-8'],
    ['utf8_0-0x1ffff_assigned_printable.txt', 'utf-8'],
    ['tika_testHTML_charset_utf16le.html', 'utf-16le'],
    ['tika_testHTMLNoisyMetaEncoding_1.html', 'iso-8859-6'],
    ['tika_multi-language.txt', 'windows-1252'],
    ['tika_english.cp500.txt', 'ibm500'],
  ])('%s is %s', (name, encoding) => {
    const file = testFile(`${folder}/${name}`)!;
    const read = name.endsWith('.html') ? decodeHtml(file) : decodeText(file);
    expect(read).toMatchObject({ ok: true, value: { encoding } });
    if (encoding === 'utf-8') expect(read).toHaveProperty('value.text', new TextDecoder().decode(file));
  });

  it('a text from a mainframe has its words and lines', () => {
    const read = decodeText(testFile(`${folder}/tika_english.cp500.txt`)!);
    expect(read).toHaveProperty('value.text', expect.stringContaining('Warranties, licenses and maintenance\r\n'));
  });
});
