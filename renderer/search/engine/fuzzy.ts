/**
 * Forgives misspellings: optimal string alignment distance (Damerau 1964: insert, delete, change, swap two
 * neighbours) between a typed word and the words of a dictionary. Letter masks throw out nearly all words unread.
 */
import { maskOf, wordCount } from './segment';
import type { Segment } from './segment';

const SHORTEST = 4;
const SHORTEST_FOR_TWO = 8;
const HAS_DIGIT = /\p{N}/u;

/** How many mistakes a word may hold: none in short words and in figures, where another figure is another fact. */
export function mistakesAllowed(word: string): 0 | 1 | 2 {
  if (word.length < SHORTEST || HAS_DIGIT.test(word)) return 0;
  return word.length < SHORTEST_FOR_TWO ? 1 : 2;
}

function bits(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

let rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;

/**
 * Distance between `typed` and letters[from, to), or, with `prefix`, the least distance to a beginning of it.
 * Gives `limit + 1` as soon as it is over the limit.
 */
export function distance(
  typed: Uint16Array,
  letters: Uint16Array,
  from: number,
  to: number,
  limit: number,
  prefix: boolean,
): number {
  const n = prefix ? Math.min(to - from, typed.length + limit) : to - from;
  const m = typed.length;
  if (m - n > limit || (!prefix && n - m > limit)) return limit + 1;
  if (rows[0].length <= n) rows = [new Uint8Array(n * 2), new Uint8Array(n * 2), new Uint8Array(n * 2)];
  let [older, above, row] = rows;
  for (let j = 0; j <= n; j += 1) above[j] = Math.min(j, 255);
  for (let i = 1; i <= m; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= n; j += 1) {
      const same = typed[i - 1] === letters[from + j - 1];
      let best = above[j - 1]! + (same ? 0 : 1);
      const change = Math.min(above[j]!, row[j - 1]!) + 1;
      if (change < best) best = change;
      if (i > 1 && j > 1 && typed[i - 1] === letters[from + j - 2] && typed[i - 2] === letters[from + j - 1]) {
        const swapped = older[j - 2]! + 1;
        if (swapped < best) best = swapped;
      }
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > limit) return limit + 1;
    [older, above, row] = [above, row, older];
  }
  let result = above[n]!;
  if (prefix) for (let j = 0; j < n; j += 1) result = Math.min(result, above[j]!);
  return Math.min(result, limit + 1);
}

/** Calls `found` with each word of the segment that is `typed` misspelt, and the number of mistakes (1 or more). */
export function misspellings(
  segment: Segment,
  word: string,
  prefix: boolean,
  found: (word: number, mistakes: number) => void,
): void {
  const limit = mistakesAllowed(word);
  if (limit === 0) return;
  const typed = Uint16Array.from(word, (_, i) => i).map((i) => word.charCodeAt(i));
  const { letters, wordAt, masks } = segment;
  const mask = maskOf(typed, 0, typed.length);
  const count = wordCount(segment);
  for (let i = 0; i < count; i += 1) {
    if (bits(mask & ~masks[i]!) > limit) continue;
    const [from, to] = [wordAt[i]!, wordAt[i + 1]!];
    if (to - from < typed.length - limit) continue;
    if (!prefix && (to - from > typed.length + limit || bits(masks[i]! & ~mask) > limit)) continue;
    const mistakes = distance(typed, letters, from, to, limit, prefix);
    if (mistakes > 0 && mistakes <= limit) found(i, mistakes);
  }
}
