import { describe, expect, test } from 'vitest';
import { flowOfRecognised, recognisedPage, unsure } from '@shared/extract/ocr';
import type { OcrFlow, TesseractBlock } from '@shared/extract/ocr';
import { meanConfidence } from '@shared/extract/ocr/recognised';
import { linesOfPage } from '@shared/extract/pdf';
import { planLayout, layoutSchema } from '@shared/model/layout';
import { recognisedWordsIn } from '@shared/text/recognisedWords';
import { A4, blockOf } from './blocks';

const flowOf = (...pages: readonly (readonly TesseractBlock[])[]): OcrFlow =>
  flowOfRecognised(
    pages.map(() => null),
    new Map(pages.map((blocks, i) => [i, { page: recognisedPage(blocks, A4), size: null, label: null }])),
  );

const PARAGRAPH = [
  'The team walked along the fence of the depot and counted nine lorries with cov-',
  'ered beds, two of which carried plates that had been seen at the harbour in March',
  'and once more in April of the same year.',
];

describe('recognised pages as a text', () => {
  test('lines become a paragraph, a hyphen at a line end is undone', () => {
    const { text, blocks, pages } = flowOf([blockOf(PARAGRAPH)]);
    expect(text).toBe(
      'The team walked along the fence of the depot and counted nine lorries with covered beds, two of which carried plates that had been seen at the harbour in March and once more in April of the same year.',
    );
    expect(blocks).toEqual([['paragraph', 0, text.length, 0]]);
    expect(pages).toEqual([['1', 0]]);
  });

  test('larger letters are a heading, letters that were measured a little larger are none', () => {
    const { text, blocks } = flowOf([
      blockOf(['Inspection of the depot'], { em: 90, top: 200 }),
      blockOf(PARAGRAPH, { top: 500 }),
      blockOf(['Nobody would say who sends the lorries, nor where the crates go from here.'], { top: 900, em: 55 }),
      blockOf(PARAGRAPH, { top: 1200 }),
    ]);
    const kinds = blocks.map(([kind, start]) => [kind, text.slice(start, start + 10)]);
    expect(kinds).toEqual([
      ['title', 'Inspection'],
      ['paragraph', 'The team w'],
      ['paragraph', 'Nobody wou'],
      ['paragraph', 'The team w'],
    ]);
  });

  test('a page that lies askew is read like one that lies straight', () => {
    const straight = flowOf([blockOf(PARAGRAPH)]);
    for (const skew of [-0.03, 0.03]) expect(flowOf([blockOf(PARAGRAPH, { skew })]).text).toBe(straight.text);
  });

  test('two columns are read one after the other', () => {
    const column = (letter: string): string[] =>
      Array.from({ length: 8 }, (_, i) => `${letter}${i} words of a column that is narrow`);
    const { text } = flowOf([blockOf(column('a')), blockOf(column('b'), { left: 1400 })]);
    expect(text.indexOf('a7')).toBeLessThan(text.indexOf('b0'));
  });

  test('syllables that are recognised one by one are words', () => {
    expect(flowOf([blockOf(['화~요~일~에 조~사~단~은 북쪽'])]).text).toBe('화요일에 조사단은 북쪽');
  });

  test('pages with a text of their own stay as they are between those that were recognised', () => {
    const own = linesOfPage({
      items: [
        { str: 'This page has words.', transform: [12, 0, 0, 12, 72, 700], width: 120, height: 12, fontName: 'a' },
      ],
      width: 595,
      height: 842,
      transform: [1, 0, 0, -1, 0, 842],
      verticalFonts: [],
      label: 'ii',
    });
    const page = recognisedPage([blockOf(['The words of a scan.'])], A4);
    const { text, pages, words, empty } = flowOfRecognised(
      [own, null],
      new Map([[1, { page, size: { width: 595, height: 842 }, label: 'iii' }]]),
    );
    expect(text).toBe('This page has words.\n\nThe words of a scan.');
    expect(pages).toEqual([
      ['ii', 0],
      ['iii', 22],
    ]);
    expect(empty).toBe(0);
    expect(words.map(([start, end]) => text.slice(start, end))).toEqual(['The', 'words', 'of', 'a', 'scan.']);
  });
});

describe('places and confidence', () => {
  test('each word has its place on the page, in points, also where the page lies askew', () => {
    const { text, words, blocks, pages } = flowOf([blockOf(PARAGRAPH, { skew: 0.03 })]);
    const places = recognisedWordsIn(words, { start: 0, end: text.length });
    expect(text.slice(places[0]!.start, places[0]!.end)).toBe('The');
    const points = 842 / A4.height;
    expect(places[0]!.x).toBeCloseTo(300 * points, 0);
    expect(places[0]!.y).toBeCloseTo(366 * points, 0);
    const march = places.find(({ start, end }) => text.slice(start, end) === 'March')!;
    expect(march.y).toBeGreaterThan(432 * points + 10);
    expect(march.confidence).toBe(95);
    const layout = planLayout('a'.repeat(64), text, blocks, pages, words)!;
    expect(layoutSchema.shape.words.safeParse(layout.words).success).toBe(true);
    expect(recognisedWordsIn(words, { start: text.length, end: text.length + 9 })).toEqual([]);
  });

  test('the mean weighs words by their letters', () => {
    const page = recognisedPage([blockOf(['ab'], { confidence: 50 }), blockOf(['abcdef'], { top: 900 })], A4);
    expect(meanConfidence([page])).toBeCloseTo((2 * 50 + 6 * 95) / 8);
    expect(meanConfidence([])).toBe(0);
    expect(unsure(40.4)).toEqual([{ kind: 'recognised-unsurely', confidence: 40 }]);
    expect(unsure(87)).toEqual([]);
  });
});

describe('what is no text', () => {
  test('specks, folds and boxes without width are left out, and lines of nothing else', () => {
    const odd = blockOf(['word ~ | x'], { confidence: 30 });
    const broken = blockOf(['lost']);
    Object.assign(broken.paragraphs[0]!.lines[0]!.words[0]!.bbox, { x1: Number.NaN });
    const page = recognisedPage([odd, blockOf(['|||'], { confidence: 20 }), broken], A4);
    expect(page.lines.map((line) => line.words.map((word) => word.text))).toEqual([['word', 'x']]);
  });

  test('nothing recognised is an empty text with its pages', () => {
    expect(recognisedPage(null, A4).lines).toEqual([]);
    const { text, words, confidence, pages } = flowOf([], []);
    expect([text, words, confidence]).toEqual(['', [], 0]);
    expect(pages).toHaveLength(2);
  });
});
