/** Merging the records of two copies of a case: every row that changes here, and what was set aside. */
import type { Conflict } from '../model/conflict';
import type { AnyRow, TableName } from '../model/tables';
import { sameJson } from './edit';
import { mergeRows } from './merge';
import type { SetAside } from './merge';

export interface CaseMerge {
  /** Rows to write, by table: new here or changed by the merge. */
  readonly changed: readonly { readonly table: TableName; readonly row: AnyRow; readonly isNew: boolean }[];
  readonly conflicts: number;
}

/**
 * The record a set-aside value is kept in. Its id and stamp follow from what was lost, so that every replica that
 * meets the same conflict writes the same record.
 * @param idFor a UUID made from a text, the same everywhere
 */
export function conflictRow(lost: SetAside, idFor: (text: string) => string): Conflict {
  return {
    id: idFor(`${lost.table}/${lost.recordId}/${lost.field}/${lost.lostStamp}`),
    created: lost.lostStamp,
    clocks: {},
    seen: {},
    deleted: null,
    table: lost.table,
    recordId: lost.recordId,
    field: lost.field,
    value: lost.value ?? null,
    lostStamp: lost.lostStamp,
    settled: false,
  };
}

/**
 * Merges incoming rows into local ones.
 * @param local the local copy of a row, tombstones too; undefined where there is none
 */
export function mergeCases(
  incoming: Iterable<{ readonly table: TableName; readonly row: AnyRow }>,
  local: (table: TableName, id: string) => AnyRow | undefined,
  idFor: (text: string) => string,
): CaseMerge {
  const changed = new Map<string, { table: TableName; row: AnyRow; isNew: boolean }>();
  let conflicts = 0;
  const take = (table: TableName, row: AnyRow): void => {
    const key = `${table}/${row.id}`;
    const here = changed.get(key)?.row ?? local(table, row.id);
    if (!here) {
      changed.set(key, { table, row, isNew: true });
      return;
    }
    const merged = mergeRows(table, here, row);
    if (!sameJson(merged.row, here)) {
      changed.set(key, { table, row: merged.row, isNew: changed.get(key)?.isNew ?? false });
    }
    for (const lost of merged.setAside) {
      const conflict = conflictRow(lost, idFor);
      const known = changed.get(`conflicts/${conflict.id}`)?.row ?? local('conflicts', conflict.id);
      if (known) {
        const row = mergeRows('conflicts', known, conflict).row;
        const isNew = changed.get(`conflicts/${conflict.id}`)?.isNew ?? false;
        if (!sameJson(row, known)) changed.set(`conflicts/${conflict.id}`, { table: 'conflicts', row, isNew });
        continue;
      }
      changed.set(`conflicts/${conflict.id}`, { table: 'conflicts', row: conflict, isNew: true });
      conflicts += 1;
    }
  };
  for (const { table, row } of incoming) take(table, row);
  return { changed: [...changed.values()], conflicts };
}
