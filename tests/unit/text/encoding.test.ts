import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUtf8 } from '@shared/text/encoding';
import { IMPORT_REFUSALS, importWarning } from '@shared/text/refusals';
import { decodeText, MAX_TEXT_BYTES } from '@shared/extract/decode';
import { yes } from '@shared/model/result';
import { readPlainText } from '@shared/text/plainText';
import { testFile } from './realDocument';

function decodeTextFile(file: Uint8Array) {
  const decoded = decodeText(file);
  if (!decoded.ok) return decoded;
  const { text, ...rest } = decoded.value;
  const read = readPlainText(text);
  return read.ok ? yes({ ...read.value, ...rest }) : read;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = (mark ? '\ufeff' : '') + text;
  const result = new Uint8Array(units.length * 2);
  const view = new DataView(result.buffer);
  for (let i = 0; i < units.length; i += 1) view.setUint16(i * 2, units.charCodeAt(i), little);
  return result;
}

/** Cyrillic text in windows-1251, where each letter is one byte. */
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at);
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });

const RUSSIAN =
  'Колонна грузовиков пересекла реку на рассвете. Наблюдатели насчитали девять машин с топливом.\n' +
  'Командир подтвердил, что груз предназначен для северного склада, и отказался назвать сроки.\n';

describe('encodings of text files', () => {
  it('reads UTF-8 with and without mark, and UTF-16 both ways', () => {
    const text = 'Nine trucks 😀 — Kyiv\r\nКиїв';
    for (const file of [utf8(text), utf8(`\ufeff${text}`), utf16(text, true, true), utf16(text, false, true)]) {
      expect(decodeTextFile(file)).toMatchObject({
        ok: true,
        value: { text: text.replace('\r', ''), title: 'Nine trucks 😀 — Kyiv', warnings: [] },
      });
    }
    const latin = 'Nine trucks crossed the river at dawn.';
    expect(decodeTextFile(utf16(latin, true, false))).toMatchObject({ value: { text: latin, encoding: 'utf-16le' } });
    expect(decodeTextFile(utf16(latin, false, false))).toMatchObject({ value: { text: latin, encoding: 'utf-16be' } });
  });

  it('tells windows-1251, and says that it is a guess', () => {
    expect(decodeTextFile(windows1251(RUSSIAN))).toMatchObject({
      value: { text: RUSSIAN, encoding: 'windows-1251', warnings: [{ kind: 'encoding-guessed' }] },
    });
  });

  it('keeps a damaged UTF-8 text and says how many places are damaged', () => {
    const file = new Uint8Array([...utf8('é'.repeat(20)), 0xff, ...utf8(' end'), 0xc3]);
    expect(decodeTextFile(file)).toMatchObject({
      value: { text: `${'é'.repeat(20)}\ufffd end\ufffd`, warnings: [{ kind: 'bytes-replaced', count: 2 }] },
    });
  });

  it('counts exactly what a strict decoder accepts', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const accepts = (file: Uint8Array): boolean => {
      try {
        strict.decode(file);
        return true;
      } catch {
        return false;
      }
    };
    const telling = fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc2,
      0xe0,
      0xe1,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(telling, fc.nat(255)), { maxLength: 8 }), (values) => {
        expect(countUtf8(bytes(...values)).invalid === 0).toBe(accepts(bytes(...values)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('files that are refused', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['white space', utf8('\ufeff \r\n\t'), 'empty'],
    ['zeros among letters', bytes(...utf8('MZ'), 0, 3, 0, 0, 0, ...utf8('This program'), 0, 0, 0, 1), 'binary'],
    ['a PDF', utf8('%PDF-1.7\nsome text that looks clean'), 'binary'],
    ['control characters', Uint8Array.from({ length: 4000 }, (_, i) => (i % 7 === 0 ? 1 + (i % 5) : 65)), 'binary'],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 65, 0, 0, 0), 'encoding-unknown'],
    ['more than 64 MB', new Uint8Array(MAX_TEXT_BYTES + 1), 'too-large'],
  ])('%s', (_, file, reason) => {
    expect(decodeTextFile(file)).toEqual({ ok: false, reason });
  });

  it('refuses noise, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2000, maxLength: 4000 }), (file) => {
        expect(decodeTextFile(file).ok).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('has a sentence for each, which names the file and says that nothing was imported', () => {
    for (const say of Object.values(IMPORT_REFUSALS)) expect(say('a.txt')).toMatch(/“a\.txt”.*It was not imported; /);
    expect(importWarning({ kind: 'encoding-guessed', encoding: 'windows-1251' })).toContain('windows-1251');
    expect(importWarning({ kind: 'bytes-replaced', count: 2 })).toContain('2 damaged places');
  });
});

const folder = 'documents/encodings';
describe.runIf(testFile(`${folder}/blns.txt`) !== null)('files of the test data, read in place', () => {
  const read = (name: string): ReturnType<typeof decodeTextFile> => decodeTextFile(testFile(`${folder}/${name}`)!);

  it.each([
    ['blns.txt', 'utf-8'],
    ['tika_testTXTNonASCIIUTF8.txt', 'utf-8'],
    ['utf8_0-0x1ffff_assigned_printable.txt', 'utf-8'],
    ['tika_testHTML_charset_utf16le.html', 'utf-16le'],
    ['tika_multi-language.txt', 'windows-1252'],
    ['tika_testHTMLNoisyMetaEncoding_1.html', 'iso-8859-6'],
  ])('%s is %s', (name, encoding) => {
    expect(read(name)).toMatchObject({ ok: true, value: { encoding } });
  });
});
