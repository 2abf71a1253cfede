// Layouts and figures in merges: copies of a layout made apart are one record that nobody has to decide about; figures
// merge one by one.
import { expect, it } from 'vitest';
import { changesOf } from '@shared/bundle/folder';
import { makeClock } from '@shared/merge/clock';
import { createRow, editRow } from '@shared/merge/edit';
import { mergeRows } from '@shared/merge/merge';
import { reviewMerge } from '@shared/merge/reviewMerge';
import { layoutIdOf } from '@shared/model/layout';
import type { Layout, LayoutBlock } from '@shared/model/layout';
import type { AnyRow } from '@shared/model/tables';
import { idOf, sha256, smallCase } from '../../fixtures/bundles/make';

const textId = sha256('A text');
let wall = Date.UTC(2025, 0, 1);
const clocks = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'].map((actor) => makeClock(actor, '000', () => (wall += 1000)));

it('two layouts of one text are one: the one made last stands, whole, in whatever order they meet', () => {
  const blocks: LayoutBlock[][] = [[['paragraph', 0, 6, 0]], [['title', 0, 6, 0]], []];
  const [a, b, c] = clocks.map((clock, i): Layout =>
    createRow('layouts', layoutIdOf(textId), { textId, blocks: blocks[i]!, pages: [[String(i), 0]] }, clock.tick()),
  ) as [Layout, Layout, Layout];
  const merge = (one: Layout, other: Layout): Layout => {
    const merged = mergeRows('layouts', one, other);
    expect(merged.setAside).toEqual([]);
    return merged.row;
  };
  const all = merge(merge(a, b), c);
  expect(all).toMatchObject({ blocks: c.blocks, pages: c.pages, created: a.created });
  for (const other of [merge(a, merge(b, c)), merge(merge(c, a), b), merge(merge(b, c), merge(a, b)), merge(all, all)])
    expect(other).toEqual(all);
});

it('a layout is not shown among what a merge would change', () => {
  const [layout] = smallCase().rows.layouts!;
  const review = reviewMerge([{ table: 'layouts', row: layout as AnyRow }], () => undefined, String, wall);
  expect(review.items).toEqual([]);
});

it('figures that two analysts found in one excerpt are both kept', () => {
  const [excerpt] = smallCase().rows.excerpts!;
  const [three] = excerpt!.figures;
  const [one, two] = [71, 72].map((n) => ({ ...three!, id: idOf(n), value: n }));
  const mine = editRow('excerpts', excerpt!, { figures: [one!] }, clocks[0]!.tick());
  const theirs = editRow('excerpts', excerpt!, { figures: [three!, two!] }, clocks[1]!.tick());
  const { row } = mergeRows('excerpts', mine, theirs);
  expect(row.figures).toEqual([one, two]);
  expect(mergeRows('excerpts', theirs, mine).row).toEqual(row);
});

it('what changed goes with the layout of every text it brings', () => {
  const small = smallCase();
  const layoutIds = (touched: string): string[] =>
    changesOf(small, new Set([touched])).rows.layouts!.map(({ id }) => id);
  const all = small.rows.layouts!.map(({ id }) => id);
  expect(layoutIds(`excerpts/${small.rows.excerpts![0]!.id}`)).toEqual(all);
  expect(layoutIds(`documents/${small.rows.documents![0]!.id}`)).toEqual(all);
  expect(layoutIds(`tags/${small.rows.tags![0]!.id}`)).toEqual([]);
  expect(layoutIds(`layouts/${all[0]}`)).toEqual([]);
});
