import { expect, test } from 'vitest';
import { flowOfPages } from '@shared/extract/pdf';
import type { PdfPage } from '@shared/extract/pdf';
import { wordsOnPage } from '@shared/extract/pdf/placed';
import { testFile } from '../../text/realDocument';
import { lines, page, pagesOf, piece } from './pages';

/** Words of a page as the text has them and as the page has them. */
function pairs(pages: readonly PdfPage[], index: number): [string, string][] {
  const flow = flowOfPages(pages);
  const start = flow.pages[index]![1];
  const end = flow.pages[index + 1]?.[1] ?? flow.text.length;
  const at = (x: number, y: number): string =>
    pages[index]!.items.find(
      (one) => Math.abs(one.transform[4]! - x) < 0.01 && Math.abs(792 - one.transform[5]! - y) < 0.01,
    )!.str;
  return wordsOnPage(pages[index]!, flow.text.slice(start, end), start).map((one) => [
    flow.text.slice(one.start, one.end),
    at(one.x, one.y),
  ]);
}

test('every piece of the text is found where it stands, hyphens and ligatures notwithstanding', () => {
  const one = page([
    piece(60, 40, 'A head'),
    ...lines(60, 120, ['The of\ufb01cial of the informa-', 'tion ministry had a well-']),
    piece(60, 144, 'known name.'),
  ]);
  const two = page([piece(60, 40, 'A head'), ...lines(60, 120, ['Another page begins here.'])]);
  expect(pairs([one, two], 0)).toEqual([
    ['The official of the informa', 'The of\ufb01cial of the informa-'],
    ['tion ministry had a well', 'tion ministry had a well-'],
    ['known name.', 'known name.'],
  ]);
  expect(pairs([one, two], 1)).toEqual([['Another page begins here.', 'Another page begins here.']]);
});

test('the same page gives the same places, and words stand in the order of the text', () => {
  const rows = Array.from({ length: 6 }, (_, i) => [
    piece(320, 100 + i * 12, `right column, line ${i} of prose`),
    piece(60, 100 + i * 12, `left column with line ${i} of it`),
  ]).flat();
  const words = (): [string, string][] => pairs([page(rows)], 0);
  expect(words()).toEqual(words());
  expect(words().map(([text]) => text)).toEqual(words().map(([, text]) => text));
  expect(words()[0]![0]).toBe('left column with line 0 of it');
});

const paper = testFile('documents/pdf/pdfjs_tracemonkey.pdf');

test.skipIf(paper === null)('nearly all letters of a real paper have a place', { timeout: 60_000 }, async () => {
  const pages = await pagesOf(paper!);
  const { text, pages: starts } = flowOfPages(pages);
  const count = (part: string): number => part.replace(/[\s-]/g, '').length;
  let placed = 0;
  for (const [i, one] of pages.entries()) {
    const start = starts[i]![1];
    const words = wordsOnPage(one, text.slice(start, starts[i + 1]?.[1] ?? text.length), start);
    for (const { start: from, end: to } of words) placed += count(text.slice(from, to));
  }
  expect(placed / count(text)).toBeGreaterThan(0.99);
});
