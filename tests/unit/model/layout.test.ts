// Layouts: what is kept of an extractor's, that its record fits a bundle's line, and figures in words.
import { expect, it } from 'vitest';
import { figureSchema, figureWords } from '@shared/model/figure';
import { MOST_BLOCKS, MOST_PAGES, layoutIdOf, layoutSchema, planLayout } from '@shared/model/layout';
import type { LayoutBlock, LayoutPage } from '@shared/model/layout';
import { LARGEST_LINE } from '@shared/bundle/limits';
import { canonicalJson } from '@shared/bundle/canonicalJson';
import { createRow } from '@shared/merge/edit';
import { idOf } from '../../fixtures/bundles/make';

const textId = 'ab'.repeat(32);

it('leaves out what overlaps, lies outside or has no words, and the white space at the ends', () => {
  const text = 'Title\n\n One. \n\n  \n\nTwo.';
  const blocks: LayoutBlock[] = [
    ['title', 0, 5, 0],
    ['heading', 4, 9, 1],
    ['paragraph', 7, 13, 12],
    ['paragraph', 15, 17, 0],
    ['footnote', 19, 23, 0],
    ['caption', 19, 99, 0],
  ];
  const pages: LayoutPage[] = [
    ['1', 0],
    ['a label that is longer than twenty', 7],
    ['0', 3],
    ['3', 400],
  ];
  expect(planLayout(textId, text, blocks, pages)).toEqual({
    textId,
    blocks: [
      ['title', 0, 5, 0],
      ['paragraph', 8, 12, 9],
      ['footnote', 19, 23, 0],
    ],
    pages: [
      ['1', 0],
      ['a label that is long', 7],
    ],
  });
  expect(planLayout(textId, text, [], [])).toBeNull();
  expect(planLayout(textId, text, null, [])).toBeNull();
});

it('is a record of the size that a line of a bundle may have, and no larger', () => {
  // A hundredth of each: the rest weighs the same.
  const from = 2_000_000_000;
  const blocks = Array.from({ length: MOST_BLOCKS / 100 }, (_, i): LayoutBlock => [
    'list-item',
    from + i,
    from + i + 1,
    9,
  ]);
  const pages = Array.from({ length: MOST_PAGES / 100 }, (_, i): LayoutPage => ['\u0001'.repeat(20), from + i]);
  const row = createRow('layouts', layoutIdOf(textId), { textId, blocks, pages }, '0m32sj1eg00000-maker00000');
  expect(layoutSchema.safeParse(row).success).toBe(true);
  expect(canonicalJson(row).length * 100).toBeLessThan(LARGEST_LINE);
  const many = Array.from({ length: MOST_BLOCKS + 1 }, () => ['title', 0, 1, 0]);
  expect(layoutSchema.safeParse({ ...row, blocks: many }).success).toBe(false);
});

it('refuses blocks and pages out of order', () => {
  const row = createRow(
    'layouts',
    layoutIdOf(textId),
    {
      textId,
      blocks: [
        ['title', 0, 5, 0],
        ['paragraph', 4, 9, 0],
      ],
      pages: [],
    },
    '0m32sj1eg00000-maker00000',
  );
  expect(layoutSchema.safeParse(row).success).toBe(false);
  expect(
    layoutSchema.safeParse({
      ...row,
      blocks: [],
      pages: [
        ['2', 9],
        ['1', 0],
      ],
    }).success,
  ).toBe(false);
});

it('says a figure in words', () => {
  const bare = { id: idOf(1), value: 10_000, high: null, unit: '', counted: 'soldiers', asOf: '', hedge: '' };
  expect(figureWords(bare)).toBe('10,000 soldiers');
  const full = { ...bare, high: 12_000, unit: 'tonnes', counted: 'of fuel', asOf: '2024-10-28', hedge: 'about' };
  expect(figureWords(full)).toBe('about 10,000–12,000 tonnes of fuel, as of 2024-10-28');
  expect(figureSchema.safeParse(full).success).toBe(true);
  expect(figureSchema.safeParse({ ...full, asOf: '2024-02-30' }).success).toBe(false);
  expect(figureSchema.safeParse({ ...full, value: Infinity }).success).toBe(false);
});
