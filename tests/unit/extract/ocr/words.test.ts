import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  languagesInWords,
  likelyLanguages,
  MOST_LANGUAGES,
  OCR_LANGUAGES,
  readableLanguages,
  tagOfLanguages,
} from '@shared/extract/ocr/languages';
import { OCR_VERSION, ocrExtractor, ocrInShort, ocrInWords, ocrOf } from '@shared/extract/ocr/madeBy';
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
