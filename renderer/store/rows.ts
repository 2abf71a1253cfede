/** Reading rows of a case: the tables first, the packs below them. Tombstones are left out unless asked for. */
import { isAlive } from '@shared/model/record';
import type { AnyRow, RowOf, TableName } from '@shared/model/tables';
import type { CaseDatabase, Pack } from './caseDatabase';
import type { PackDirectory } from './packs';

/** Some thousand rows. */
const PACKS_AT_ONCE = 16;

export interface RowReader {
  readonly db: CaseDatabase;
  readonly packs: PackDirectory;
}

/** So many ids are worth a question for which of them were edited at all. */
const MANY = 12;
/** Edited rows between the first and the last of the ids, beyond which the question costs more than it saves. */
const MOST_EDITED = 500;

/**
 * The rows of the tables above the packs. Of an imported case most were never edited, and asking the database for each
 * of two hundred rows that are not there takes longer than reading them from the packs.
 */
async function readAbove<Table extends TableName>(
  { db, packs }: RowReader,
  table: Table,
  ids: readonly string[],
): Promise<(RowOf<Table> | undefined)[]> {
  const rows = db.rows(table);
  if (ids.length < MANY || packs.keysOf(table).length === 0) return rows.bulkGet([...ids]);
  const [first, last] = ids.reduce(
    ([low, high], id) => [id < low ? id : low, id > high ? id : high],
    [ids[0]!, ids[0]!],
  );
  const edited = await rows.where(':id').between(first, last, true, true).limit(MOST_EDITED).primaryKeys();
  if (edited.length === MOST_EDITED) return rows.bulkGet([...ids]);
  const wanted = new Set(ids);
  const there = edited.filter((id) => wanted.has(id));
  const read = there.length > 0 ? await rows.bulkGet(there) : [];
  const byId = new Map(there.map((id, i) => [id, read[i]]));
  return ids.map((id) => byId.get(id));
}

/** Rows by id in the order asked for, tombstones too; undefined where there is none. */
export async function readRowsWithDeleted<Table extends TableName>(
  reader: RowReader,
  table: Table,
  ids: readonly string[],
): Promise<(RowOf<Table> | undefined)[]> {
  const above = await readAbove(reader, table, ids);
  const missing = ids.filter((_, i) => above[i] === undefined);
  if (missing.length === 0) return above;
  const below = await reader.packs.find(table, missing);
  let next = 0;
  return above.map((row) => row ?? below[next++]);
}

/** Living rows by id in the order asked for; undefined where there is none or it was deleted. */
export async function readRows<Table extends TableName>(
  reader: RowReader,
  table: Table,
  ids: readonly string[],
): Promise<(RowOf<Table> | undefined)[]> {
  const rows = await readRowsWithDeleted(reader, table, ids);
  return rows.map((row) => (row && isAlive(row) ? row : undefined));
}

/**
 * Every row of a table in chunks, tombstones too, each once: what is in the tables hides what the packs have. For the
 * index, exports and small tables; no view walks excerpts or links this way.
 */
export async function walkRows<Table extends TableName>(
  reader: RowReader,
  table: Table,
  onChunk: (rows: RowOf<Table>[]) => void | Promise<void>,
): Promise<void> {
  const keys = reader.packs.keysOf(table);
  const load = (from: number): Promise<(Pack | undefined)[]> => {
    const packs = Promise.resolve(reader.db.packs.bulkGet(keys.slice(from, from + PACKS_AT_ONCE)));
    // Where the one who walks gives up meanwhile, nobody waits for it.
    packs.catch(() => undefined);
    return packs;
  };
  // The database reads the next packs while these are worked on.
  let next = keys.length > 0 ? load(0) : Promise.resolve([]);
  const above = new Map((await reader.db.rows(table).toArray()).map((row) => [row.id, row as AnyRow]));
  for (let i = 0; i < keys.length; i += PACKS_AT_ONCE) {
    const packs = await next;
    if (i + PACKS_AT_ONCE < keys.length) next = load(i + PACKS_AT_ONCE);
    const rows: AnyRow[] = [];
    for (const pack of packs) for (const row of pack?.rows ?? []) if (!above.has(row.id)) rows.push(row);
    await onChunk(rows as RowOf<Table>[]);
  }
  if (above.size > 0) await onChunk([...above.values()] as RowOf<Table>[]);
}
