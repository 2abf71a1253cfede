/** What a merge would do, before it is done: each record with both versions, and what may be decided about it. */
import { isAlive } from '../model/record';
import { BASE_FIELDS } from '../model/record';
import type { AnyRow, TableName } from '../model/tables';
import { LARGEST_DRIFT, actorOf, timeOf } from './clock';
import type { ActorId, Stamp } from './clock';
import { sameJson } from './edit';
import { mergeRows } from './merge';
import { conflictRow } from './mergeCases';

export const REVIEW_KINDS = ['conflict', 'new', 'newer', 'deleted', 'older', 'same'] as const;
/**
 * `conflict`: both changed one field without knowing of each other. `new`: only there. `newer`: what is there changes
 * what is here. `deleted`: there it was deleted. `older`: what differs there was written over, or deleted, here.
 */
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** `join`: field by field the newer edit, what loses is set aside. The others are edits made here, knowing both. */
export type Choice = 'join' | 'theirs' | 'mine';

export interface ReviewItem {
  readonly table: TableName;
  readonly id: string;
  readonly kind: ReviewKind;
  /** The copy that is here, a tombstone too. */
  readonly here: AnyRow | undefined;
  readonly there: AnyRow;
  readonly joined: AnyRow;
  /** Fields in which the two differ; of a new record all. */
  readonly fields: readonly string[];
  /** A field that two wrote at once was decided by this analyst's clock, which runs ahead. */
  readonly decidedBy: ActorId | null;
}

export interface FastClock {
  readonly actor: ActorId;
  /** Whole days ahead of this machine's time. */
  readonly days: number;
}

export interface MergeReview {
  readonly items: readonly ReviewItem[];
  readonly counts: Readonly<Record<ReviewKind, number>>;
  readonly fastClocks: readonly FastClock[];
}

/** Records that keep the book, or that a program made, rather than being what somebody wrote: merged, not reviewed. */
export const UNREVIEWED: ReadonlySet<TableName> = new Set<TableName>(['analysts', 'conflicts', 'layouts']);

type Fields = Readonly<Record<string, unknown>>;
const isField = (name: string): boolean => !(BASE_FIELDS as readonly string[]).includes(name);

/** Fields of `from` that `to` has otherwise. */
const differing = (from: AnyRow, to: AnyRow): string[] =>
  Object.keys(from).filter((field) => isField(field) && !sameJson((from as Fields)[field], (to as Fields)[field]));

function kindOf(here: AnyRow | undefined, there: AnyRow, joined: AnyRow, isConflict: boolean): ReviewKind | null {
  if (!here) return isAlive(there) ? 'new' : null;
  const [wasAlive, isThere, lives] = [isAlive(here), isAlive(there), isAlive(joined)];
  if (wasAlive && !lives) return 'deleted';
  if (isConflict) return 'conflict';
  if (!wasAlive && !isThere && !lives) return 'same';
  if (wasAlive !== lives || (lives && differing(joined, here).length > 0)) return 'newer';
  return wasAlive !== isThere || differing(here, there).length > 0 ? 'older' : 'same';
}

/**
 * Compares incoming rows with local ones; changes nothing.
 * @param local the local copy of a row, tombstones too; undefined where there is none
 * @param idFor as in `mergeCases`
 * @param now milliseconds since 1970, by which clocks are said to run ahead: it decides nothing
 */
export function reviewMerge(
  incoming: Iterable<{ readonly table: TableName; readonly row: AnyRow }>,
  local: (table: TableName, id: string) => AnyRow | undefined,
  idFor: (text: string) => string,
  now: number,
): MergeReview {
  const counts: Record<ReviewKind, number> = { conflict: 0, new: 0, newer: 0, deleted: 0, older: 0, same: 0 };
  const items: ReviewItem[] = [];
  const fast = new Map<ActorId, number>();
  for (const { table, row: there } of incoming) {
    noteFastClocks(there, now, fast);
    if (UNREVIEWED.has(table)) continue;
    const here = local(table, there.id);
    const merged = here ? mergeRows(table, here, there) : { row: there, setAside: [] };
    const aside = merged.setAside.filter((lost) => !local('conflicts', conflictRow(lost, idFor).id));
    const kind = kindOf(here, there, merged.row, aside.length > 0);
    if (!kind) continue;
    counts[kind] += 1;
    const fields = here ? differing(here, there) : Object.keys(there).filter(isField);
    const winners = aside.map(({ field }) => merged.row.clocks[field] ?? merged.row.deleted ?? merged.row.created);
    const ahead = winners.find((stamp) => timeOf(stamp) > now + LARGEST_DRIFT);
    const decidedBy = ahead === undefined ? null : actorOf(ahead);
    items.push({ table, id: there.id, kind, here, there, joined: merged.row, fields, decidedBy });
  }
  const order = (one: ReviewItem): number => REVIEW_KINDS.indexOf(one.kind);
  items.sort((a, b) => order(a) - order(b) || (a.table < b.table ? -1 : a.table > b.table ? 1 : a.id < b.id ? -1 : 1));
  const fastClocks = [...fast].map(([actor, ms]) => ({ actor, days: Math.max(1, Math.round(ms / 86_400_000)) }));
  return { items, counts, fastClocks: fastClocks.sort((a, b) => b.days - a.days) };
}

/** Stamps that lie ahead, but for those that only follow another's: an edit made in knowledge of it. */
function noteFastClocks(row: AnyRow, now: number, fast: Map<ActorId, number>): void {
  const stamps: Stamp[] = [row.created, ...Object.values(row.clocks), ...(row.deleted === null ? [] : [row.deleted])];
  for (const stamp of stamps) {
    const ahead = timeOf(stamp) - now;
    if (ahead <= LARGEST_DRIFT) continue;
    const follows = [...stamps, ...Object.values(row.seen)].some(
      (other) => other < stamp && actorOf(other) !== actorOf(stamp) && timeOf(stamp) - timeOf(other) < 1_000,
    );
    if (!follows) fast.set(actorOf(stamp), Math.max(ahead, fast.get(actorOf(stamp)) ?? 0));
  }
}

/** The edit that makes a choice good, on the joined record. */
export interface Decision {
  readonly life: 'remove' | 'restore' | null;
  readonly patch: Fields;
}

/**
 * What is still to be written after the records were joined, so that the chosen version stands. It is written as an edit
 * here in knowledge of both, and so wins wherever it comes. Keeping mine of a record that is only there deletes it.
 */
export function planChoice(choice: Choice, here: AnyRow | undefined, there: AnyRow, joined: AnyRow): Decision {
  const chosen = choice === 'join' ? joined : choice === 'theirs' ? there : here;
  if (!chosen || !isAlive(chosen)) return { life: isAlive(joined) ? 'remove' : null, patch: {} };
  const patch = Object.fromEntries(differing(chosen, joined).map((field) => [field, (chosen as Fields)[field]]));
  return { life: isAlive(joined) ? null : 'restore', patch };
}
