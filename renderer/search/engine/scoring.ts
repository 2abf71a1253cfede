/** The inner loops of a query over one segment: what the clauses add up to, and what remains. Kept plain for the compiler's sake. */
import { stepsStand } from './phrase';
import type { Steps } from './phrase';
import { LARGEST_WEIGHT, WEIGHT_BITS } from './segment';
import type { Segment } from './segment';

const K1 = 1.2;
/** In `matched`: the query forbids the entry. Clauses are counted below it. */
const FORBIDDEN = 255;

/** Words of one segment that a query word means, first included, last excluded, and what a match is worth. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly worth: number;
}

export interface Clause {
  readonly spans: readonly Span[];
  /** Postings of all spans together. */
  readonly postings: number;
  readonly idf: number;
}

/** Working space by local entry; all zero between two queries. */
let matched = new Uint8Array(1024);
let score = new Float32Array(1024);
/** Entries looked at, and how many. */
let touched = new Uint32Array(1024);
let count = 0;

/** Makes room for a segment; call first. */
export function beginScoring(segment: Segment): void {
  const size = segment.entries.length;
  count = 0;
  if (matched.length >= size) return;
  matched = new Uint8Array(size);
  score = new Float32Array(size);
  touched = new Uint32Array(size);
}

/** Looks at every entry: for a query that only forbids. */
export function touchAll(segment: Segment): void {
  count = segment.entries.length;
  for (let local = 0; local < count; local += 1) touched[local] = local;
}

/** Takes in clause number `i`: only entries that hold all clauses before it count. */
export function addClause(segment: Segment, clause: Clause, i: number): void {
  const { postings, postingAt, norms } = segment;
  const [counts, scores, list] = [matched, score, touched];
  let length = count;
  for (const span of clause.spans) {
    const gain = clause.idf * span.worth * (K1 + 1);
    const end = postingAt[span.to]!;
    for (let at = postingAt[span.from]!; at < end; at += 1) {
      const posting = postings[at]!;
      const local = posting >>> WEIGHT_BITS;
      const have = counts[local]!;
      if (have === i) {
        if (i === 0) {
          list[length] = local;
          length += 1;
        }
        counts[local] = i + 1;
      } else if (have !== i + 1) continue;
      const weight = posting & LARGEST_WEIGHT;
      scores[local] = scores[local]! + (gain * weight) / (weight + norms[local]!);
    }
  }
  count = length;
}

/** Throws out the entries in which `steps` stand. */
export function forbid(segment: Segment, steps: Steps, from: number, to: number): void {
  const { postings } = segment;
  for (let i = from; i < to; i += 1) {
    const local = postings[i]! >>> WEIGHT_BITS;
    if (steps.length === 1 || stepsStand(segment, local, steps)) matched[local] = FORBIDDEN;
  }
}

export interface Scored {
  readonly ordinals: Uint32Array;
  readonly scores: Float32Array;
}

/** The living entries that hold all clauses and phrases; clears the working space. */
export function finishScoring(
  segment: Segment,
  serials: Uint32Array,
  clauses: number,
  phrases: readonly Steps[],
): Scored {
  const { entries, serial } = segment;
  const [counts, scores, list, length] = [matched, score, touched, count];
  const ordinals = new Uint32Array(length);
  const worth = new Float32Array(length);
  let kept = 0;
  for (let i = 0; i < length; i += 1) {
    const local = list[i]!;
    const have = counts[local]!;
    const gain = scores[local]!;
    counts[local] = 0;
    scores[local] = 0;
    const ordinal = entries[local]!;
    if (have !== clauses || serials[ordinal] !== serial) continue;
    if (phrases.length > 0 && !phrases.every((steps) => stepsStand(segment, local, steps))) continue;
    ordinals[kept] = ordinal;
    worth[kept] = gain;
    kept += 1;
  }
  return { ordinals: ordinals.subarray(0, kept), scores: worth.subarray(0, kept) };
}

/** Takes back what `forbid` marked beyond the entries looked at. */
export function forgetForbidden(segment: Segment, from: number, to: number): void {
  for (let i = from; i < to; i += 1) matched[segment.postings[i]! >>> WEIGHT_BITS] = 0;
}
