import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  languagesInWords,
  likelyLanguages,
  MOST_LANGUAGES,
  OCR_LANGUAGES,
  readableLanguages,
  tagOfLanguages,
} from '@shared/extract/ocr/languages';
import { OCR_VERSION, ocrExtractor, ocrInShort, ocrInWords, ocrOf } from '@shared/extract/ocr/madeBy';
import { tiffPages } from '@shared/extract/ocr/tiffPages';
import { PICTURE_FORMAT_IDS, tellPicture } from '@shared/extract/pictures';

const packages = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../../package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};

describe('languages', () => {
  test('the list is that of the packages the build ships', () => {
    const shipped = Object.keys(packages.devDependencies)
      .filter((name) => name.startsWith('@tesseract.js-data/'))
      .map((name) => name.split('/')[1]);
    expect(new Set(OCR_LANGUAGES.map(({ id }) => id))).toEqual(new Set(shipped));
    expect(packages.devDependencies['tesseract.js']).toBe(OCR_VERSION);
  });

  test('the likeliest are those of the case, and English', () => {
    expect(likelyLanguages(['uk', 'uk-UA', 'en', 'fr'])).toEqual(['ukr', 'eng']);
    expect(likelyLanguages(['', 'fr'])).toEqual(['eng']);
    expect(likelyLanguages(['ko-KR'])).toEqual(['kor', 'eng']);
  });

  test('what was kept is read with where it can be', () => {
    expect(readableLanguages(['kor', 'xxx', 'kor'])).toEqual(['kor']);
    expect(readableLanguages([])).toEqual(['eng']);
    expect(languagesInWords(['eng', 'ukr', 'kor'])).toBe('English, Ukrainian and Korean');
    expect([tagOfLanguages(['ukr']), tagOfLanguages(['ukr', 'eng'])]).toEqual(['uk', '']);
  });
});

describe('what a text says of its recognition', () => {
  test('is read back from its extractor', () => {
    const extractor = ocrExtractor({ besides: 'pdf/1', languages: ['ukr', 'eng'], confidence: 86.6 });
    expect(extractor).toBe('pdf/1 ocr/1 tesseract.js 7.0.0 ukr+eng 87%');
    expect(ocrOf(extractor)).toEqual({
      besides: 'pdf/1',
      program: 'tesseract.js 7.0.0',
      languages: ['ukr', 'eng'],
      confidence: 87,
    });
    expect(ocrInShort(ocrOf(extractor)!)).toBe('Partly read by OCR, mean confidence 87 %');
    expect(ocrInWords(ocrOf(extractor)!)).toContain('read as Ukrainian and English');
    expect(ocrInShort(ocrOf(ocrExtractor({ besides: null, languages: ['kor'], confidence: 100 }))!)).toMatch(
      /^Read by/,
    );
  });

  test('fits into a record with as many languages as can be chosen', () => {
    const languages = Array.from({ length: MOST_LANGUAGES }, () => 'chi_sim');
    expect(ocrExtractor({ besides: 'pdf/1', languages, confidence: 100 }).length).toBeLessThanOrEqual(60);
  });

  test('other extractors say nothing of it', () => {
    for (const other of ['pdf/1', 'docx/1', '', 'ocr/1', 'tesseract.js 7.0.0 eng 87%', 'ocr/1 tesseract.js 7 eng lots'])
      expect(ocrOf(other)).toBeNull();
  });
});

/** A TIFF of pages without strips, in the order of bytes asked for. */
function tiffOf(little: boolean, sizes: readonly (readonly [number, number])[], last = 0): Uint8Array {
  const directory = 2 + 2 * 12 + 4;
  const view = new DataView(new ArrayBuffer(8 + directory * sizes.length));
  view.setUint16(0, little ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  for (const [i, [width, height]] of sizes.entries()) {
    const at = 8 + i * directory;
    view.setUint16(at, 2, little);
    for (const [n, tag, value] of [
      [0, 256, width],
      [1, 257, height],
    ] as const) {
      view.setUint16(at + 2 + n * 12, tag, little);
      view.setUint16(at + 4 + n * 12, 4, little);
      view.setUint32(at + 6 + n * 12, 1, little);
      view.setUint32(at + 10 + n * 12, value, little);
    }
    view.setUint32(at + 2 + 24, i + 1 < sizes.length ? at + directory : last, little);
  }
  return new Uint8Array(view.buffer);
}

describe('TIFF', () => {
  test.each([true, false])('each page is a file of its own (little-endian: %s)', (little) => {
    const whole = tiffOf(little, [
      [100, 200],
      [300, 400],
    ]);
    const before = whole.slice();
    const pages = tiffPages(whole);
    expect(pages.map(({ width, height, dpi }) => [width, height, dpi])).toEqual([
      [100, 200, null],
      [300, 400, null],
    ]);
    const [again] = tiffPages(pages[1]!.file());
    expect([again!.width, again!.height]).toEqual([300, 400]);
    expect(whole).toEqual(before);
  });

  test('a large file of very many pages is not copied until one is read', () => {
    const slice = vi.spyOn(Uint8Array.prototype, 'slice');
    const pages = tiffPages(
      tiffOf(
        true,
        Array.from({ length: 1_000 }, () => [10, 10] as const),
      ),
    );
    expect(pages).toHaveLength(1_000);
    expect(slice).not.toHaveBeenCalled();
    pages[999]!.file();
    expect(slice).toHaveBeenCalledTimes(1);
    slice.mockRestore();
  });

  test('a ring of pages ends, a page beyond the file ends the list, and what is none has none', () => {
    expect(
      tiffPages(
        tiffOf(
          true,
          [
            [1, 1],
            [2, 2],
          ],
          8,
        ),
      ),
    ).toHaveLength(2);
    expect(tiffPages(tiffOf(true, [[1, 1]], 9_999_999))).toHaveLength(1);
    expect(tiffPages(new Uint8Array(40))).toEqual([]);
    expect(tiffPages(tiffOf(true, [[1, 1]]).subarray(0, 20))).toEqual([]);
    expect(tiffPages(tiffOf(true, [[0, 5]]))).toEqual([]);
  });
});

test('pictures are told by their first bytes', () => {
  const of = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const heads = [
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff\xe0',
    'GIF89a',
    'II*\0',
    'RIFF\0\0\0\0WEBP',
    `BM${'\0'.repeat(12)}`,
  ];
  expect(heads.map((head) => tellPicture(of(head)))).toEqual(PICTURE_FORMAT_IDS);
  expect(tellPicture(of('Plain words'))).toBeNull();
});
