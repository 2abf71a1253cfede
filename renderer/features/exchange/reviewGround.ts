/** What the review of a merge is shown with: the names that records of either copy point at. */
import type { BundleContents } from '@shared/bundle';
import type { MergeReview } from '@shared/merge/reviewMerge';
import type { AnyRow, TableName } from '@shared/model/tables';
import type { OpenCase } from '../../store/openCase';
import { readWhole } from '../../store/whole';
import type { ReviewGround } from './MergeReview';

/** Small tables; excerpts of the bundle are found in the bundle. */
const NAMED = ['tags', 'sources', 'documents', 'hypotheses', 'analysts', 'briefings'] as const;

export async function reviewGround(
  open: OpenCase,
  nameHere: string,
  contents: BundleContents,
  review: MergeReview,
): Promise<ReviewGround> {
  const known = new Map<string, { table: TableName; row: AnyRow }>();
  for (const [table, rows] of Object.entries(contents.rows) as [TableName, readonly AnyRow[]][])
    if (table !== 'conflicts') for (const row of rows) known.set(row.id, { table, row });
  for (const table of NAMED) for (const [id, row] of await readWhole(open, table)) known.set(id, { table, row });
  return { nameHere, nameThere: contents.case.name, review, rowOf: (id) => known.get(id) };
}
