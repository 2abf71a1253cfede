/**
 * The journal: one entry for each transaction, with what changed, before and after. Undo, redo, the history of a
 * record, the search index, the copy on disk and "changes since" all read it and nothing else.
 */
import { sameJson } from '@shared/merge/edit';
import type { Stamp } from '@shared/merge/clock';
import { BASE_FIELDS } from '@shared/model/record';
import { SET_FIELDS } from '@shared/model/tables';
import type { AnyRow, TableName } from '@shared/model/tables';

type Fields = Readonly<Record<string, unknown>>;

/** What happened to one row. Only the fields that changed are kept; a tombstone keeps the rest. */
export type RowChange =
  | { readonly table: TableName; readonly id: string; readonly kind: 'created' }
  | { readonly table: TableName; readonly id: string; readonly kind: 'deleted' }
  | { readonly table: TableName; readonly id: string; readonly kind: 'restored' }
  | {
      readonly table: TableName;
      readonly id: string;
      readonly kind: 'changed';
      readonly before: Fields;
      readonly after: Fields;
    };

export interface JournalEntry {
  /** Set by the database, rising; gaps stand where steps were folded. */
  readonly seq?: number;
  readonly stamp: Stamp;
  /** The latest stamp of the rows it wrote, where that is later still: some clock ran ahead. */
  readonly ahead?: Stamp;
  /** What the analyst did, for "Undo …". */
  readonly label: string;
  /** The window that wrote it. */
  readonly window: string;
  readonly kind: 'edit' | 'undo' | 'redo' | 'merge' | 'import';
  /** The entry that an undo or redo reverses. */
  readonly of?: number;
  /** Successive entries with the same sign become one step. */
  readonly fold?: string;
  /** The entry this one grew from, which it replaced. */
  readonly folded?: number;
  readonly changes: readonly RowChange[];
}

const isBase = (field: string): boolean => (BASE_FIELDS as readonly string[]).includes(field);

/** The change from one row to another; null where there is none that a person could see. */
export function changeBetween(
  table: TableName,
  before: AnyRow | undefined,
  after: AnyRow,
  wasAlive: boolean,
  isNowAlive: boolean,
): RowChange | null {
  if (!before) return { table, id: after.id, kind: 'created' };
  if (wasAlive && !isNowAlive) return { table, id: after.id, kind: 'deleted' };
  if (!wasAlive && isNowAlive) return { table, id: after.id, kind: 'restored' };
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const field in after) {
    if (isBase(field)) continue;
    const [old, now] = [(before as unknown as Fields)[field], (after as unknown as Fields)[field]];
    if (sameJson(old, now)) continue;
    was[field] = old;
    is[field] = now;
  }
  return Object.keys(is).length === 0 ? null : { table, id: after.id, kind: 'changed', before: was, after: is };
}

/**
 * Two successive steps as one: the first's before, the last's after. Null where no one step undoes both, because a row
 * went or came back between them.
 */
export function foldChanges(first: readonly RowChange[], second: readonly RowChange[]): RowChange[] | null {
  const folded = new Map(first.map((change) => [`${change.table}/${change.id}`, change]));
  for (const change of second) {
    const key = `${change.table}/${change.id}`;
    const known = folded.get(key);
    if (!known) folded.set(key, change);
    else if (known.kind === 'deleted' || change.kind !== 'changed') return null;
    else if (known.kind === 'changed') {
      folded.set(key, {
        ...known,
        before: { ...change.before, ...known.before },
        after: { ...known.after, ...change.after },
      });
    }
  }
  return [...folded.values()];
}

/** What reversing a change does to the row as it is now; `conflict` when somebody changed the same thing since. */
export type Reversal =
  | { readonly do: 'delete' }
  | { readonly do: 'restore' }
  | { readonly do: 'patch'; readonly patch: Fields }
  | { readonly do: 'conflict' };

/** Plans the reversal of one change against the row as it is now. */
export function planReversal(
  change: RowChange,
  row: AnyRow | undefined,
  alive: boolean,
  foreignSince: boolean,
): Reversal {
  if (!row) return { do: 'conflict' };
  if (change.kind === 'created' || change.kind === 'restored') {
    return !alive || foreignSince ? { do: 'conflict' } : { do: 'delete' };
  }
  if (change.kind === 'deleted') return alive ? { do: 'conflict' } : { do: 'restore' };
  if (!alive) return { do: 'conflict' };
  const patch: Record<string, unknown> = {};
  for (const field in change.after) {
    const now = (row as unknown as Fields)[field];
    const keyOf = SET_FIELDS[change.table]?.[field];
    if (!keyOf) {
      if (!sameJson(now, change.after[field])) return { do: 'conflict' };
      patch[field] = change.before[field];
      continue;
    }
    const before = new Map((change.before[field] as unknown[]).map((element) => [keyOf(element), element]));
    const after = new Map((change.after[field] as unknown[]).map((element) => [keyOf(element), element]));
    const set = new Map((now as unknown[]).map((element) => [keyOf(element), element]));
    for (const [key, element] of before) if (!after.has(key)) set.set(key, element);
    for (const key of after.keys()) if (!before.has(key)) set.delete(key);
    patch[field] = [...set.values()];
  }
  return { do: 'patch', patch };
}

export interface Steps {
  /** Sequence numbers that can be undone, newest last. */
  readonly undo: readonly number[];
  /** Sequence numbers that can be redone, newest last. */
  readonly redo: readonly number[];
}

/** Takes one more entry into account. */
export function followSteps(steps: Steps, entry: JournalEntry): Steps {
  const seq = entry.seq!;
  switch (entry.kind) {
    case 'import':
      return steps;
    case 'edit':
    case 'merge':
      return { undo: [...steps.undo, seq], redo: [] };
    case 'undo':
      return { undo: steps.undo.filter((of) => of !== entry.of), redo: [...steps.redo, seq] };
    case 'redo':
      return { undo: [...steps.undo, seq], redo: steps.redo.filter((of) => of !== entry.of) };
  }
}
