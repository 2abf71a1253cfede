/** Small tables read whole, outside the view: for plans that look at every tag, source or document. */
import { isAlive } from '@shared/model/record';
import type { RowOf, TableName } from '@shared/model/tables';
import type { RowReader } from './rows';
import { walkRows } from './rows';

/** Every living row of a table, by id. Not for excerpts or links, which can be a hundred thousand. */
export async function readWhole<Table extends Exclude<TableName, 'excerpts' | 'links'>>(
  reader: RowReader,
  table: Table,
): Promise<Map<string, RowOf<Table>>> {
  const all = new Map<string, RowOf<Table>>();
  await walkRows(reader, table, (rows) => {
    for (const row of rows) if (isAlive(row)) all.set(row.id, row);
  });
  return all;
}
