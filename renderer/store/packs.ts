/**
 * Packs: the rows of a case that came in whole, 64 to a record. IndexedDB's price is per record, so an import written
 * this way costs a small part of one record a row. Packs never change after the import, so a reader may keep them, and
 * the directory of their first ids is read once when the case is opened.
 */
import type { AnyRow, RowOf, TableName } from '@shared/model/tables';
import { countBefore } from '@shared/text/bisect';
import type { CaseDatabase, Pack } from './caseDatabase';

export const ROWS_PER_PACK = 64;
const KEPT_PACKS = 256;

/** Packs for rows that are ordered by id. */
export function packRows(table: TableName, rows: readonly AnyRow[]): Pack[] {
  const packs: Pack[] = [];
  for (let i = 0; i < rows.length; i += ROWS_PER_PACK) {
    packs.push({ key: `${table}/${rows[i]!.id}`, rows: rows.slice(i, i + ROWS_PER_PACK) });
  }
  return packs;
}

/** Index of the last key that is not after `key`; -1 where there is none. */
const lastNotAfter = (keys: readonly string[], key: string): number =>
  countBefore(keys.length, (index) => keys[index]! <= key) - 1;

function findRow(rows: readonly AnyRow[], id: string): AnyRow | undefined {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = rows[middle]!.id;
    if (at === id) return rows[middle];
    if (at < id) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

export interface PackDirectory {
  /** Rows by id, undefined where a pack has none; to be called inside or outside a transaction that covers `packs`. */
  find<Table extends TableName>(table: Table, ids: readonly string[]): Promise<(RowOf<Table> | undefined)[]>;
  /** Keys of a table's packs, in order. */
  keysOf(table: TableName): readonly string[];
}

/** Reads the directory of a case's packs. */
export async function openPackDirectory(db: CaseDatabase): Promise<PackDirectory> {
  const keys = (await db.packs.toCollection().primaryKeys()) as string[];
  keys.sort();
  const byTable = new Map<string, string[]>();
  for (const key of keys) {
    const table = key.slice(0, key.indexOf('/'));
    const list = byTable.get(table);
    if (list) list.push(key);
    else byTable.set(table, [key]);
  }
  const kept = new Map<string, Pack>();
  const keep = (pack: Pack): void => {
    kept.delete(pack.key);
    kept.set(pack.key, pack);
    if (kept.size > KEPT_PACKS) kept.delete(kept.keys().next().value!);
  };
  return {
    keysOf: (table) => byTable.get(table) ?? [],
    async find(table, ids) {
      if (keys.length === 0) return ids.map(() => undefined);
      const keyFor = ids.map((id) => {
        const key = keys[lastNotAfter(keys, `${table}/${id}`)];
        return key?.startsWith(`${table}/`) ? key : undefined;
      });
      const wanted = [...new Set(keyFor)].filter((key): key is string => key !== undefined && !kept.has(key));
      const loaded = wanted.length > 0 ? await db.packs.bulkGet(wanted) : [];
      const here = new Map(kept);
      for (const pack of loaded) {
        if (!pack) continue;
        here.set(pack.key, pack);
        keep(pack);
      }
      return ids.map((id, i) => {
        const pack = keyFor[i] === undefined ? undefined : here.get(keyFor[i]);
        return pack && (findRow(pack.rows, id) as never);
      });
    },
  };
}
