/** A near match ends where its letters stop fitting; a quote that was made of whole words ends where a word does. */
import type { QuoteQuery } from './score';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Farther than this an edge is not moved. */
const FARTHEST = 12;

const WORD = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const isWordUnit = (unit: string | undefined): boolean =>
  unit !== undefined && (WORD.test(unit) || /[\ud800-\udfff]/.test(unit)) && !UNSPACED.test(unit);

/** True where the offset stands between two characters of one word. */
const insideWord = (text: string, at: number): boolean => isWordUnit(text[at - 1]) && isWordUnit(text[at]);

function nearestEdge(text: string, at: number): number {
  if (!insideWord(text, at)) return at;
  for (let step = 1; step <= FARTHEST; step += 1) {
    if (!insideWord(text, at - step)) return at - step;
    if (!insideWord(text, at + step)) return at + step;
  }
  return at;
}

/** The span with its edges on word edges where the quote's were, and without white space at its ends. */
export function snapToWords(text: string, span: Span, query: QuoteQuery): Span {
  const { exact, prefix = '', suffix = '' } = query;
  let { start, end } = span;
  if (!insideWord(prefix + exact, prefix.length)) start = nearestEdge(text, start);
  if (!insideWord(exact + suffix, exact.length)) end = nearestEdge(text, end);
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  return end > start ? { start, end } : span;
}
