/**
 * Merging two copies of a record, field by field: the newer stamp stays, sets merge element by element, a deletion
 * holds unless an edit is later. Commutative, associative and idempotent. Where two analysts changed a field without
 * knowing of each other, the value that loses is handed back as a conflict, so that nothing goes silently.
 * Sources: Shapiro et al., "Conflict-free Replicated Data Types", 2011 (LWW registers and element sets);
 * Parker et al., "Detection of Mutual Inconsistency", 1983 (version vectors).
 */
import { canonicalJson, wellFormed } from '../bundle/canonicalJson';
import { BASE_FIELDS } from '../model/record';
import type { RecordBase } from '../model/record';
import type { AnyRow, TableName } from '../model/tables';
import { actorOf, later } from './clock';
import type { ActorId, Stamp } from './clock';
import { clockKey, elementKeyOf, sameJson } from './edit';

/** A value set aside by a merge. */
export interface SetAside {
  readonly table: TableName;
  readonly recordId: string;
  /** The field's name. */
  readonly field: string;
  readonly value: unknown;
  readonly lostStamp: Stamp;
}

export interface Merged<Row> {
  readonly row: Row;
  readonly setAside: readonly SetAside[];
}

type Fields = Record<string, unknown>;

const laterOrNull = (a: Stamp | null, b: Stamp | null): Stamp | null => (a && b ? later(a, b) : (a ?? b));

/** Has this copy seen the edit? */
const hasSeen = (row: RecordBase, stamp: Stamp): boolean => (row.seen[actorOf(stamp)] ?? '') >= stamp;

const mergeSeen = (a: RecordBase['seen'], b: RecordBase['seen']): Record<ActorId, Stamp> => {
  const seen: Record<ActorId, Stamp> = { ...a };
  for (const actor in b) seen[actor] = seen[actor] === undefined ? b[actor]! : later(seen[actor], b[actor]!);
  return seen;
};

const mergeClocks = (a: RecordBase['clocks'], b: RecordBase['clocks']): Record<string, Stamp> => {
  const clocks: Record<string, Stamp> = { ...a };
  for (const key in b) clocks[key] = clocks[key] === undefined ? b[key]! : later(clocks[key], b[key]!);
  return clocks;
};

/**
 * Of two values under one stamp the same one everywhere: the longer as JSON, else the later in its order. Two replicas
 * that set one edit aside may each have met it beside other edits of the same set.
 */
export function greater<Value>(a: Value, b: Value): Value {
  if (sameJson(a, b)) return a;
  const [x, y] = [a, b].map((value) => canonicalJson(wellFormed(value ?? null))) as [string, string];
  return x.length > y.length || (x.length === y.length && x > y) ? a : b;
}

/** Fields that are one thing: where an excerpt stands and what it says there. A mixture of two places is no place. */
const ANCHOR: readonly string[] = ['documentId', 'textId', 'start', 'end', 'quote', 'prefix', 'suffix'];

const stampOf = (row: RecordBase, field: string): Stamp => row.clocks[field] ?? row.created;

/** The anchor that stays: the one set last, as a whole; under one stamp the same one everywhere. */
function mergeAnchor(a: RecordBase, b: RecordBase): Fields {
  const of = (row: RecordBase): { stamp: Stamp; place: Fields } => ({
    stamp: ANCHOR.map((field) => stampOf(row, field)).reduce(later),
    place: Object.fromEntries(ANCHOR.map((field) => [field, (row as unknown as Fields)[field]])),
  });
  const [x, y] = [of(a), of(b)];
  return x.stamp === y.stamp ? greater(x.place, y.place) : x.stamp > y.stamp ? x.place : y.place;
}

/**
 * The record as if it had been made at an earlier time: what its creation stamped keeps that stamp by name. Two copies
 * that were made apart under one id (the record of an analyst is) so become copies of one.
 */
function madeAt<Row extends AnyRow>(table: TableName, row: Row, created: Stamp): Row {
  if (row.created === created) return row;
  const clocks: Record<string, Stamp> = { ...row.clocks };
  for (const [field, value] of Object.entries(row)) {
    if ((BASE_FIELDS as readonly string[]).includes(field)) continue;
    const keyOf = elementKeyOf(table, field);
    const keys = keyOf ? (value as unknown[]).map((element) => clockKey(field, keyOf(element))) : [field];
    for (const key of keys) clocks[key] ??= row.created;
  }
  return { ...row, created, clocks };
}

function mergeSet(
  a: RecordBase,
  b: RecordBase,
  field: string,
  keyOf: (element: unknown) => string,
  lose: (value: unknown, stamp: Stamp) => void,
): unknown[] {
  const inA = new Map(((a as unknown as Fields)[field] as unknown[]).map((element) => [keyOf(element), element]));
  const inB = new Map(((b as unknown as Fields)[field] as unknown[]).map((element) => [keyOf(element), element]));
  const kept: unknown[] = [];
  for (const key of [...new Set([...inA.keys(), ...inB.keys()])].sort()) {
    const stampA = a.clocks[clockKey(field, key)] ?? (inA.has(key) ? a.created : '');
    const stampB = b.clocks[clockKey(field, key)] ?? (inB.has(key) ? b.created : '');
    if (stampA === stampB) {
      kept.push(inA.has(key) && inB.has(key) ? greater(inA.get(key), inB.get(key)) : (inA.get(key) ?? inB.get(key)));
      continue;
    }
    const [winner, loser, lostStamp] = stampA > stampB ? [inA, inB, stampB] : [inB, inA, stampA];
    if (winner.has(key)) kept.push(winner.get(key));
    const [won, lost] = stampA > stampB ? [a, b] : [b, a];
    const unaware = lostStamp !== '' && !hasSeen(won, lostStamp) && !hasSeen(lost, later(stampA, stampB));
    if (unaware && winner.has(key) !== loser.has(key)) lose((lost as unknown as Fields)[field], lostStamp);
  }
  return kept;
}

/**
 * Merges two copies of one record. Nothing but the two decides: no time of this machine, so that all end alike.
 * @throws RangeError when the two are not copies of one record (different ids)
 */
export function mergeRows<Row extends AnyRow>(table: TableName, one: Row, other: Row): Merged<Row> {
  if (one.id !== other.id) throw new RangeError('Not two copies of one record');
  const created = one.created < other.created ? one.created : other.created;
  const [a, b] = [madeAt(table, one, created), madeAt(table, other, created)];
  const merged: Fields = { ...a };
  const setAside: SetAside[] = [];
  const lose = (field: string, value: unknown, lostStamp: Stamp): void => {
    // A program made it of the text, not somebody: there is nothing to decide.
    if (table === 'layouts') return;
    setAside.push({ table, recordId: a.id, field, value, lostStamp });
  };
  const fields = Object.keys(a).filter((key) => !(BASE_FIELDS as readonly string[]).includes(key));
  if (table === 'excerpts') Object.assign(merged, mergeAnchor(a, b));
  for (const field of fields) {
    if (table === 'excerpts' && ANCHOR.includes(field)) continue;
    const keyOf = elementKeyOf(table, field);
    if (keyOf) {
      merged[field] = mergeSet(a, b, field, keyOf, (value, stamp) => lose(field, value, stamp));
      continue;
    }
    const [stampA, stampB] = [stampOf(a, field), stampOf(b, field)];
    if (stampA === stampB) {
      merged[field] = greater((a as unknown as Fields)[field], (b as unknown as Fields)[field]);
      continue;
    }
    const [winner, loser] = stampA > stampB ? [a, b] : [b, a];
    const [won, lost] = [(winner as unknown as Fields)[field], (loser as unknown as Fields)[field]];
    merged[field] = won;
    const lostStamp = later(stampA, stampB) === stampA ? stampB : stampA;
    const unaware = !hasSeen(winner, lostStamp) && !hasSeen(loser, later(stampA, stampB));
    if (unaware && !sameJson(won, lost)) lose(field, lost, lostStamp);
  }
  for (const [gone, kept] of [
    [a, b],
    [b, a],
  ] as const) {
    // A deletion hides edits its maker did not know of: they are kept for review, whatever else brings the record back.
    if (gone.deleted === null || hasSeen(kept, gone.deleted)) continue;
    for (const key in kept.clocks) {
      const stamp = kept.clocks[key]!;
      const field = key.split('/')[0]!;
      if (stamp < gone.deleted && !hasSeen(gone, stamp) && field in kept)
        lose(field, (kept as unknown as Fields)[field], stamp);
    }
  }
  return {
    row: {
      ...merged,
      clocks: mergeClocks(a.clocks, b.clocks),
      seen: mergeSeen(a.seen, b.seen),
      deleted: laterOrNull(a.deleted, b.deleted),
    } as unknown as Row,
    setAside,
  };
}
