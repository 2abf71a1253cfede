/**
 * An immutable piece of the word index: a sorted dictionary, for each word its postings, and for each entry its words
 * in order. The word order is what makes phrases exact and merging cheap; nothing is ever read from the store again.
 */

/** Values of the word stream below this mark the beginning of a field; word n stands as n + FIELD_MARKS. */
export const FIELD_MARKS = 8;
/** A posting is a local entry number in the upper bits and the word's weight in it in the lower eight. */
export const WEIGHT_BITS = 8;
export const LARGEST_WEIGHT = 255;

export interface Segment {
  /** Tells this segment from its siblings; an entry is alive in the segment whose serial it carries. */
  readonly serial: number;
  /** Ordinal of each local entry. */
  readonly entries: Uint32Array;
  /** UTF-16 code units of all words, one after another in ascending order. */
  readonly letters: Uint16Array;
  /** Where each word begins in `letters`, and the end. */
  readonly wordAt: Uint32Array;
  /** A bit for each letter a word holds, modulo 32. */
  readonly masks: Uint32Array;
  /** Where each word's postings begin, and the end. */
  readonly postingAt: Uint32Array;
  readonly postings: Uint32Array;
  /** Where each entry's words begin in `stream`, and the end. */
  readonly streamAt: Uint32Array;
  readonly stream: Uint16Array | Uint32Array;
  /** k1 * (1 - b + b * length / average) of each entry, for BM25. */
  readonly norms: Float32Array;
}

export const wordCount = (segment: Segment): number => segment.wordAt.length - 1;

/** The word of a number. */
export function wordText(segment: Segment, word: number): string {
  return String.fromCharCode(...segment.letters.subarray(segment.wordAt[word]!, segment.wordAt[word + 1]!));
}

/** Negative where the word sorts before `text`; 0 where it begins with it (`prefix`) or equals it. */
function compare(segment: Segment, word: number, text: string, prefix: boolean): number {
  const { letters, wordAt } = segment;
  const start = wordAt[word]!;
  const length = wordAt[word + 1]! - start;
  const shared = Math.min(length, text.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = letters[start + i]! - text.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  if (length < text.length) return -1;
  return prefix ? 0 : length - text.length;
}

function firstWhere(segment: Segment, test: (word: number) => boolean, from: number): number {
  let [low, high] = [from, wordCount(segment)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The words that equal `text` or begin with it: first included, last excluded. */
export function wordRange(segment: Segment, text: string, prefix: boolean): readonly [number, number] {
  const low = firstWhere(segment, (word) => compare(segment, word, text, prefix) >= 0, 0);
  if (!prefix)
    return low < wordCount(segment) && compare(segment, low, text, false) === 0 ? [low, low + 1] : [low, low];
  return [low, firstWhere(segment, (word) => compare(segment, word, text, true) > 0, low)];
}

/** Which letters a word holds, a bit each. */
export function maskOf(letters: Uint16Array, from: number, to: number): number {
  let mask = 0;
  for (let i = from; i < to; i += 1) mask |= 1 << (letters[i]! & 31);
  return mask >>> 0;
}
