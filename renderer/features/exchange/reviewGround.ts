/** What the review of a merge is shown with: the names that records of either copy point at. */
import type { BundleContents } from '@shared/bundle';
import type { MergeReview } from '@shared/merge/reviewMerge';
import type { AnyRow, TableName } from '@shared/model/tables';
import type { OpenCase } from '../../store/openCase';
import { readRowsWithDeleted } from '../../store/rows';
import { readWhole } from '../../store/whole';
import type { ReviewGround } from './MergeReview';

/** Small tables; excerpts are found in the bundle, or here where the bundle's were left out as known. */
const NAMED = ['tags', 'sources', 'documents', 'hypotheses', 'analysts', 'briefings'] as const;

export async function reviewGround(
  open: OpenCase,
  nameHere: string,
  contents: BundleContents,
  review: MergeReview,
  unread: number,
): Promise<ReviewGround> {
  const known = new Map<string, { table: TableName; row: AnyRow }>();
  for (const [table, rows] of Object.entries(contents.rows) as [TableName, readonly AnyRow[]][])
    if (table !== 'conflicts') for (const row of rows) known.set(row.id, { table, row });
  for (const table of NAMED) for (const [id, row] of await readWhole(open, table)) known.set(id, { table, row });
  const ends = review.items.flatMap(({ there }) => ('fromId' in there ? [there.fromId, there.toId] : []));
  const missing = [...new Set(ends)].filter((id) => !known.has(id));
  for (const row of await readRowsWithDeleted(open, 'excerpts', missing))
    if (row) known.set(row.id, { table: 'excerpts', row });
  return { nameHere, nameThere: contents.case.name, review, unread, rowOf: (id) => known.get(id) };
}
