/** How well a place in a text fits a quote: weights after Hypothesis (quote 50, prefix 20, suffix 20, position 2). */
import { foldWord } from '../text/fold';

/** A quote to be found: its words, what stood around it, and where it stood (UTF-16 code units). */
export interface QuoteQuery {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start?: number;
}

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const;

/** Levenshtein distance of two short texts, in UTF-16 code units. */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      next.push(Math.min(row[j - 1]! + same, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** 1 where the words beside the place are those expected (or none are), 0 where nothing of them is left. */
function contextScore(found: string, expected: string): number {
  if (expected === '' || found === expected) return 1;
  const [left, right] = [foldWord(found), foldWord(expected)];
  if (right.length === 0) return 1;
  return Math.max(0, 1 - editDistance(left, right) / right.length);
}

/** The combined score of a place, 0 to 1. `quoteScore` says how much of the quote's words is there. */
export function placeScore(text: string, query: QuoteQuery, start: number, end: number, quoteScore: number): number {
  const prefix = query.prefix ?? '';
  const suffix = query.suffix ?? '';
  let sum = WEIGHTS.quote * quoteScore;
  let weight = WEIGHTS.quote + WEIGHTS.prefix + WEIGHTS.suffix;
  sum += WEIGHTS.prefix * contextScore(text.slice(Math.max(0, start - prefix.length), start), prefix);
  sum += WEIGHTS.suffix * contextScore(text.slice(end, end + suffix.length), suffix);
  if (query.start !== undefined && text.length > 0) {
    weight += WEIGHTS.position;
    sum += WEIGHTS.position * Math.max(0, 1 - Math.abs(start - query.start) / text.length);
  }
  return sum / weight;
}

const figures = (text: string): string => text.match(/\p{N}+/gu)?.join(' ') ?? '';
const NEGATION =
  /(?<![\p{L}\p{N}])(?:not?|never|none|neither|nor|without|cannot|\p{L}+n['’]t|не|нет|ни|ні|без|nicht|kein\p{L}*|ne|pas|jamais)(?![\p{L}\p{N}])/giu;
const negations = (text: string): number => text.match(NEGATION)?.length ?? 0;

/** True where two wordings differ in a figure or a negation: few letters, another meaning. */
export const meansOtherwise = (one: string, other: string): boolean =>
  figures(one) !== figures(other) || negations(one) !== negations(other);
