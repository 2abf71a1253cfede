/** Two copies of a case as one, without a database: what the command line does, and a measure for what the store does. */
import type { BundleContents, BundleRows } from '../bundle/contents';
import { RECORD_TABLES } from '../bundle/names';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import type { AnyRow, TableName } from '../model/tables';
import { idFromText } from './idFromText';
import { mergeCases } from './mergeCases';

const rowsOf = ({ case: record, rows }: BundleContents): { table: TableName; row: AnyRow }[] => [
  { table: 'cases', row: record },
  ...RECORD_TABLES.flatMap((table) => (rows[table] ?? []).map((row) => ({ table, row: row as AnyRow }))),
];

const keyOf = (table: TableName, id: string): string => `${table}/${id}`;

const unionById = <Item extends { readonly id: string }>(a: readonly Item[], b: readonly Item[]): Item[] =>
  [...new Map([...a, ...b].map((item) => [item.id, item])).values()].sort((x, y) => (x.id < y.id ? -1 : 1));

/** What both copies lack at most: what one of them left out may be in the other, which nobody can tell from counts. */
function withheldFrom(mine: BundleContents, theirs: BundleContents): Pick<BundleContents, 'withheld'> {
  if (!mine.withheld || !theirs.withheld) return {};
  const withheld: Record<string, number> = { ...mine.withheld };
  for (const [what, count] of Object.entries(theirs.withheld)) withheld[what] = Math.max(withheld[what] ?? 0, count);
  return { withheld };
}

/**
 * The case that both copies make, field by field; in whatever order copies are merged, the same comes out.
 * @returns the case and how many values were set aside; `other-case` where they are copies of two cases, `other-record`
 *   where two records share an id and are not copies of one
 */
export function mergeContents(
  mine: BundleContents,
  theirs: BundleContents,
): Result<{ readonly contents: BundleContents; readonly conflicts: number }, 'other-case' | 'other-record'> {
  if (mine.case.id !== theirs.case.id) return no('other-case', theirs.case.name);
  const here = new Map(rowsOf(mine).map(({ table, row }) => [keyOf(table, row.id), { table, row }]));
  let merge: ReturnType<typeof mergeCases>;
  try {
    merge = mergeCases(rowsOf(theirs), (table, id) => here.get(keyOf(table, id))?.row, idFromText);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return no('other-record', theirs.case.name);
  }
  for (const { table, row } of merge.changed) here.set(keyOf(table, row.id), { table, row });
  const tables = new Map<TableName, AnyRow[]>(RECORD_TABLES.map((table) => [table, []]));
  let record = mine.case;
  for (const { table, row } of here.values()) {
    if (table === 'cases') record = row as typeof record;
    else tables.get(table)!.push(row);
  }
  for (const rows of tables.values()) rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  return yes({
    contents: {
      case: record,
      rows: Object.fromEntries(tables) as BundleRows,
      texts: unionById(mine.texts, theirs.texts),
      originals: unionById(mine.originals, theirs.originals),
      ...withheldFrom(mine, theirs),
    },
    conflicts: merge.conflicts,
  });
}
