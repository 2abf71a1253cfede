/** One edit of one record: fields set, clocks stamped. The only code that writes `clocks`, `seen` and `deleted`. */
import type { AnyRow, RowOf, TableName } from '../model/tables';
import { SET_FIELDS } from '../model/tables';
import type { FieldsOf, RecordBase } from '../model/record';
import { actorOf, later } from './clock';
import type { ActorId, Stamp } from './clock';

type Fields = Readonly<Record<string, unknown>>;

/** A field's clock key; one for each element where the field is a set. */
export const clockKey = (field: string, element?: string): string =>
  element === undefined ? field : `${field}/${element}`;

/** The function that tells elements of a set field apart; undefined for a plain field. */
export const elementKeyOf = (table: TableName, field: string): ((element: unknown) => string) | undefined =>
  SET_FIELDS[table]?.[field];

/** A set's elements once each, ordered by key, so that equal sets are equal as JSON. */
export function orderedSet(elements: readonly unknown[], keyOf: (element: unknown) => string): unknown[] {
  const byKey = new Map(elements.map((element) => [keyOf(element), element]));
  return [...byKey.keys()].sort().map((key) => byKey.get(key));
}

const seenWith = (seen: RecordBase['seen'], stamp: Stamp): Record<ActorId, Stamp> => {
  const actor = actorOf(stamp);
  const known = seen[actor];
  return { ...seen, [actor]: known === undefined ? stamp : later(known, stamp) };
};

/** A new record. */
export function createRow<Table extends TableName>(
  table: Table,
  id: string,
  fields: FieldsOf<RowOf<Table>>,
  stamp: Stamp,
): RowOf<Table> {
  const row: Record<string, unknown> = { ...fields };
  for (const field in row) {
    const keyOf = elementKeyOf(table, field);
    if (keyOf) row[field] = orderedSet(row[field] as unknown[], keyOf);
  }
  return { id, created: stamp, clocks: {}, seen: seenWith({}, stamp), deleted: null, ...row } as RowOf<Table>;
}

/** True for values that are the same JSON, in whatever order their keys stand. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => key in b && sameJson((a as Fields)[key], (b as Fields)[key]));
}

/**
 * The record with a patch applied: fields that do not change keep their stamps, a set's elements are stamped one by
 * one. The same record is given back when nothing changes.
 */
export function editRow<Row extends AnyRow>(table: TableName, row: Row, patch: Fields, stamp: Stamp): Row {
  const next: Record<string, unknown> = { ...row };
  const clocks: Record<string, Stamp> = { ...row.clocks };
  let changed = false;
  for (const field in patch) {
    const before = (row as unknown as Fields)[field];
    const keyOf = elementKeyOf(table, field);
    if (!keyOf) {
      if (sameJson(before, patch[field])) continue;
      next[field] = patch[field];
      clocks[field] = stamp;
      changed = true;
      continue;
    }
    const had = new Set((before as unknown[]).map(keyOf));
    const after = orderedSet(patch[field] as unknown[], keyOf);
    const has = new Set(after.map(keyOf));
    for (const key of new Set([...had, ...has])) {
      if (had.has(key) === has.has(key)) continue;
      clocks[clockKey(field, key)] = stamp;
      changed = true;
    }
    next[field] = after;
  }
  return changed ? ({ ...next, clocks, seen: seenWith(row.seen, stamp) } as unknown as Row) : row;
}

/** The record, deleted: a tombstone that keeps its fields, so that the deletion can be undone and merged. */
export const deleteRow = <Row extends AnyRow>(row: Row, stamp: Stamp): Row => ({
  ...row,
  deleted: stamp,
  seen: seenWith(row.seen, stamp),
});

/** The record, alive again: an edit later than its deletion, of no field in particular. */
export const restoreRow = <Row extends AnyRow>(row: Row, stamp: Stamp): Row => ({
  ...row,
  clocks: { ...row.clocks, [RESTORED]: stamp },
  seen: seenWith(row.seen, stamp),
});

/** Clock key of a restoration; no field has this name. */
export const RESTORED = 'restored';
