/** Carries a span of one text into another along the passages the two have in common. Offsets are UTF-16 code units. */
import type { Passages } from './passages/passages';
import { wordAt } from './passages/words';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words of the first text a span touches: first, and the one behind the last. */
export function wordsIn({ before }: Passages, span: Span): { first: number; behind: number } {
  const first = wordAt(before, span.start);
  let behind = first;
  while (behind < before.length && before.starts[behind]! < span.end) behind += 1;
  return { first, behind };
}

const MARKS = /[^\s\p{L}\p{N}\p{M}]/gu;
const isMark = (unit: string | undefined): boolean => unit !== undefined && /[^\s\p{L}\p{N}\p{M}]/u.test(unit);

/** Units beside a word, going away from it, that take in as many marks as the span had there. */
function reach(text: string, word: number, by: 1 | -1, had: string): number {
  const at = (step: number): string | undefined => text[by === 1 ? word + step : word - 1 - step];
  if (by === 1 ? text.startsWith(had, word) : text.startsWith(had, word - had.length)) return had.length;
  let marks = had.match(MARKS)?.length ?? 0;
  let step = 0;
  let kept = 0;
  for (; marks > 0 && at(step) !== undefined && (isMark(at(step)) || /\s/.test(at(step)!)); step += 1) {
    if (!isMark(at(step))) continue;
    marks -= 1;
    kept = step + 1;
  }
  return kept;
}
/**
 * The span of the second text that goes from word `from` to word `to` (included), with the marks at its ends that the
 * span of the first text had at words `first` and `last`; a word the span cut is cut at the same letter.
 */
export function spanOver(
  texts: { readonly before: string; readonly after: string },
  { before, after }: Passages,
  span: Span,
  { first, last, from, to }: { first: number; last: number; from: number; to: number },
): Span {
  const lead = before.starts[first]! - span.start;
  const tail = span.end - before.ends[last]!;
  const start =
    lead > 0
      ? after.starts[from]! -
        reach(texts.after, after.starts[from]!, -1, texts.before.slice(span.start, before.starts[first]))
      : Math.min(after.ends[from]! - 1, after.starts[from]! - lead);
  const end =
    tail > 0
      ? after.ends[to]! + reach(texts.after, after.ends[to]!, 1, texts.before.slice(before.ends[last], span.end))
      : Math.max(after.starts[to]! + 1, after.ends[to]! + tail);
  return { start: Math.max(0, start), end: Math.max(start + 1, end) };
}
