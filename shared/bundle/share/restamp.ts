/** The clocks of records whose words were changed for somebody else's eyes, and records that still fit their shape. */
import { actorOf } from '../../merge/clock';
import type { Stamp } from '../../merge/clock';
import { RESTORED, sameJson } from '../../merge/edit';
import { BASE_FIELDS } from '../../model/record';
import { SCHEMAS, SET_FIELDS } from '../../model/tables';
import type { AnyRow, TableName } from '../../model/tables';
import type { BundleContents } from '../contents';
import { RECORD_TABLES } from '../names';

/** The latest stamp in a case. */
export function newestStamp({ case: record, rows }: BundleContents): Stamp {
  let newest = record.created;
  for (const row of [record as AnyRow, ...RECORD_TABLES.flatMap((table) => (rows[table] ?? []) as readonly AnyRow[])])
    for (const stamp of [row.created, row.deleted ?? '', ...Object.values(row.clocks)])
      if (stamp > newest) newest = stamp;
  return newest;
}

/**
 * What was changed counts as changed when the case was last changed, so that of two such copies the newer holds. Stamps
 * of a set's elements that are no longer in it go, since their keys are words, and so does any key that is no field.
 */
export function restamped(table: TableName, before: AnyRow, row: AnyRow, newest: Stamp): AnyRow {
  const clocks: Record<string, Stamp> = {};
  const [was, is] = [before as unknown as Record<string, unknown>, row as unknown as Record<string, unknown>];
  for (const key in row.clocks) {
    const [field, ...rest] = key.split('/');
    const keyOf = SET_FIELDS[table]?.[field!];
    const stays = keyOf
      ? Array.isArray(is[field!]) && (is[field!] as unknown[]).some((element) => keyOf(element) === rest.join('/'))
      : key === RESTORED || Object.hasOwn(is, key);
    if (stays) clocks[key] = row.clocks[key]!;
  }
  let isChanged = false;
  for (const field in is) {
    if ((BASE_FIELDS as readonly string[]).includes(field) || sameJson(was[field], is[field])) continue;
    isChanged = true;
    if (!SET_FIELDS[table]?.[field]) clocks[field] = newest;
  }
  const seen = isChanged ? { ...row.seen, [actorOf(newest)]: newest } : row.seen;
  return { ...row, clocks, seen, deleted: null } as AnyRow;
}

/** The record with words cut where a pseudonym, longer than the name, has made them longer than they may be. */
export function fitted<Row extends AnyRow>(table: TableName, row: Row): Row {
  const parsed = SCHEMAS[table].safeParse(row);
  if (parsed.success) return row;
  let made: unknown = row;
  for (const issue of parsed.error.issues)
    if (issue.code === 'too_big') made = cutAt(made, issue.path, Number(issue.maximum));
  return made as Row;
}

function cutAt(value: unknown, [key, ...rest]: readonly PropertyKey[], most: number): unknown {
  if (key === undefined) return typeof value === 'string' || Array.isArray(value) ? value.slice(0, most) : value;
  if (Array.isArray(value)) return value.map((one, i) => (i === key ? cutAt(one, rest, most) : one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === key ? cutAt(one, rest, most) : one]),
  );
}
