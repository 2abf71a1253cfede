// What no other format has a place for is counted, and only what lives.
import { expect, it } from 'vitest';
import { deleteRow } from '@shared/merge/edit';
import { makeReport } from '@shared/interchange/report';
import { sayUnwritten } from '@shared/interchange/unwritten';
import type { BundleContents } from '@shared/bundle';
import { idOf, smallCase } from '../../fixtures/bundles/make';

const told = (contents: BundleContents): number[] => {
  const report = makeReport();
  sayUnwritten(contents, report, ['figures', 'layouts', 'origins']);
  return report.done().losses.map(({ count }) => count);
};

it('figures, layouts and documents that repeat another', () => {
  const small = smallCase();
  const [document] = small.rows.documents!;
  expect(told(small)).toEqual([1, 1]);
  const copy = { ...document!, id: idOf(5), originId: document!.id };
  expect(told({ ...small, rows: { ...small.rows, documents: [document!, copy] } })).toEqual([1, 1, 1]);
  const gone = deleteRow(small.rows.excerpts![0]!, small.rows.excerpts![0]!.created);
  expect(told({ ...small, rows: { ...small.rows, excerpts: [gone], layouts: [] } })).toEqual([]);
});
