/** The words around a passage, as far as those who get the briefing may have them. */
import { strictness } from '../../model/marking';
import type { Marking } from '../../model/marking';
import type { NameFinder } from './pseudonyms';

/** UTF-16 code units of text shown on each side of a passage. */
export const CONTEXT_LENGTH = 200;
/** Read on each side: more than is shown, so that a name at the edge is seen whole. */
export const SURROUNDINGS_LENGTH = CONTEXT_LENGTH * 2;

/** What stands around an excerpt in its text. Offsets are UTF-16 code units in that text. */
export interface Surroundings {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Other passages that reach into the surroundings, with their effective markings. */
  readonly neighbours: readonly { readonly start: number; readonly end: number; readonly marking: Marking }[];
}

export interface ShownContext {
  readonly before: string;
  readonly after: string;
  /** The label of a stricter passage that begins where the text before or after breaks off; null where none does. */
  readonly strictBefore: Marking | null;
  readonly strictAfter: Marking | null;
}

/** At most 200 code units each way, whole words, nothing of a stricter neighbour, names replaced. */
export function contextWithin(around: Surroundings, limit: Marking, finder: NameFinder): ShownContext {
  const { start, end, before, words, after } = around;
  const whole = before + words + after;
  const zero = start - before.length;
  const strict = around.neighbours.filter((one) => strictness(one.marking) > strictness(limit));
  let from = Math.max(0, before.length - CONTEXT_LENGTH);
  let to = Math.min(whole.length, before.length + words.length + CONTEXT_LENGTH);
  let strictBefore: Marking | null = null;
  let strictAfter: Marking | null = null;
  for (const one of strict) {
    const reach = Math.min(one.end, start) - zero;
    if (one.start < start && reach > from) [from, strictBefore] = [reach, one.marking];
    const edge = Math.max(one.start, end) - zero;
    if (one.end > end && edge < to) [to, strictAfter] = [edge, one.marking];
  }
  if (from > 0 && !strictBefore && !/\s/u.test(whole[from - 1]!)) from = wordAfter(whole, from, before.length);
  if (to < whole.length && !strictAfter && !/\s/u.test(whole[to]!)) {
    to = wordBefore(whole, to, before.length + words.length);
  }
  for (const name of finder.find(whole)) {
    if (name.start < from && name.end > from) from = Math.min(name.end, before.length);
    if (name.start < to && name.end > to) to = Math.max(name.start, before.length + words.length);
  }
  return {
    before: finder.rename(whole.slice(from, before.length)).trimStart(),
    after: finder.rename(whole.slice(before.length + words.length, to)).trimEnd(),
    strictBefore,
    strictAfter,
  };
}

function wordAfter(text: string, at: number, limit: number): number {
  const next = text.slice(at, limit).search(/\s/u);
  return next < 0 ? limit : at + next;
}

function wordBefore(text: string, at: number, limit: number): number {
  const gap = /\s\S*$/u.exec(text.slice(limit, at));
  return gap ? limit + gap.index : limit;
}
