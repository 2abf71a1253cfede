/** Where a query's words stand in a text: for marking matches and for cutting the piece that shows them best. */
import { tokenize } from '../text/tokens';
import type { Query, Sequence } from './query';

/** UTF-16 code units; start included, end excluded. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Placed extends Range {
  readonly word: string;
}

const NONE: ReadonlySet<string> = new Set();

function placesOf(tokens: readonly Placed[], sequence: Sequence, also: ReadonlySet<string>): Range[] {
  const { words, prefix } = sequence;
  const last = words.length - 1;
  const found: Range[] = [];
  for (let i = 0; i + last < tokens.length; i += 1) {
    const fits = words.every((word, k) => {
      const { word: standing } = tokens[i + k]!;
      if (standing === word || (k === last && prefix && standing.startsWith(word))) return true;
      return words.length === 1 && !sequence.quoted && also.has(standing);
    });
    if (fits) found.push({ start: tokens[i]!.start, end: tokens[i + last]!.end });
  }
  return found;
}

function merged(ranges: Range[]): Range[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const out: { start: number; end: number }[] = [];
  for (const range of sorted) {
    const before = out.at(-1);
    if (before && range.start < before.end) before.end = Math.max(before.end, range.end);
    else out.push({ ...range });
  }
  return out;
}

function tokensOf(text: string): Placed[] {
  const tokens: Placed[] = [];
  tokenize(text, (word, start, end) => tokens.push({ word, start, end }));
  return tokens;
}

/**
 * The places in `text` that the query's words match, in order, not overlapping.
 * @param also folded words that the index took for misspellings of the query's words
 */
export function matchRanges(text: string, query: Query, also: ReadonlySet<string> = NONE): Range[] {
  if (query.must.length === 0) return [];
  const tokens = tokensOf(text);
  return merged(query.must.flatMap((sequence) => placesOf(tokens, sequence, also)));
}

/** A piece of a text, cut at words, with the matches in it. `start` is its place in the whole text. */
export interface Passage {
  readonly start: number;
  readonly text: string;
  readonly ranges: readonly Range[];
}

/**
 * The piece of about `width` code units that shows most different words of the query; the text's beginning where
 * nothing matches. Ranges are relative to the piece.
 */
export function bestPassage(text: string, query: Query, also: ReadonlySet<string> = NONE, width = 200): Passage {
  const tokens = tokensOf(text);
  const hits = query.must
    .flatMap((sequence, clause) => placesOf(tokens, sequence, also).map((range) => ({ ...range, clause })))
    .toSorted((a, b) => a.start - b.start);
  let [best, bestWorth] = [0, -1];
  for (let i = 0; i < hits.length; i += 1) {
    const clauses = new Set<number>();
    let k = i;
    for (; k < hits.length && hits[k]!.end <= hits[i]!.start + width; k += 1) clauses.add(hits[k]!.clause);
    const worth = clauses.size * 64 + Math.min(k - i, 63);
    if (worth > bestWorth) [best, bestWorth] = [i, worth];
  }
  const first = hits[best];
  const wanted = first ? Math.max(0, first.start - Math.floor(width / 4)) : 0;
  const from = wanted === 0 ? 0 : (tokens.find((token) => token.start >= wanted)?.start ?? wanted);
  const until = Math.max(Math.min(text.length, from + width), first?.end ?? 0);
  const to = until === text.length ? until : (tokens.findLast((token) => token.end <= until)?.end ?? until);
  const ranges = merged(hits)
    .filter((range) => range.start >= from && range.end <= to)
    .map((range) => ({ start: range.start - from, end: range.end - from }));
  return { start: from, text: text.slice(from, to), ranges };
}
