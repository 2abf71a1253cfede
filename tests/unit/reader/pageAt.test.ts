import { expect, test } from 'vitest';
import type { LayoutPage } from '@shared/model/layout';
import { pageAt, pageNamed } from '../../../renderer/features/reader/pages/pageAt';

const pages: LayoutPage[] = [
  ['iii', 0],
  ['iv', 40],
  ['1', 40],
  ['2', 90],
];

test('an offset stands on the last page that begins before it', () => {
  expect([0, 39, 40, 89, 90, 5_000].map((offset) => pageAt(pages, offset))).toEqual([0, 0, 2, 2, 3, 3]);
  expect(pageAt([], 12)).toBe(0);
});

test('a page is found by what it is called, else by its count', () => {
  expect(['IV', ' 1 ', '2', '4', '9', ''].map((name) => pageNamed(pages, name))).toEqual([1, 2, 3, 3, -1, -1]);
});
