/** Where a key takes the caret: by character, word, sentence and paragraph. Lines are the page's business. */
import { nextUnit, previousUnit, unitAt } from '@shared/text/sentences';
import type { Unit } from '@shared/text/sentences';
import type { Segment } from '@shared/text/segments';
import type { Span } from '@shared/text/trimMarkers';
import { segmentIndexAt } from '@shared/text/segments';

export interface ReadText {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly language: string;
}

const REACH = 64;
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The next place between two characters as a person counts them; jumps over the white between paragraphs. */
export function stepCharacter({ text, segments }: ReadText, offset: number, by: 1 | -1): number {
  const index = segmentIndexAt(segments, offset);
  const segment = segments[index];
  if (by > 0) {
    if (!segment) return segments[0]?.start ?? 0;
    if (offset >= segment.end) return segments[index + 1]?.start ?? offset;
    const [first] = characters.segment(text.slice(offset, offset + REACH));
    return Math.min(segment.end, offset + (first?.segment.length ?? 1));
  }
  if (!segment) return offset;
  if (offset <= segment.start) return segments[index - 1]?.end ?? offset;
  const near = Math.min(offset, segment.end);
  const from = Math.max(segment.start, near - REACH);
  const last = [...characters.segment(text.slice(from, near))].at(-1);
  return from + (last?.index ?? 0);
}

/**
 * The next place of a unit: its start when the caret only moves; when it extends a selection forwards, its end, so
 * that whole units are taken in.
 */
export function stepUnit(
  { text, segments, language }: ReadText,
  offset: number,
  unit: Unit,
  by: 1 | -1,
  extend: boolean,
) {
  if (by > 0) {
    if (!extend) return nextUnit(text, segments, offset + 1, unit, language)?.start ?? segments.at(-1)?.end ?? offset;
    const here = unitAt(text, segments, offset, unit, language);
    if (here && here.end > offset) return here.end;
    return nextUnit(text, segments, offset, unit, language)?.end ?? offset;
  }
  const here = unitAt(text, segments, offset, unit, language);
  if (here && here.start < offset && offset <= here.end) return here.start;
  return previousUnit(text, segments, offset, unit, language)?.start ?? segments[0]?.start ?? offset;
}

const GROWING: readonly Unit[] = ['word', 'sentence', 'paragraph'];

/**
 * The smallest whole words, sentences or paragraphs that hold the span and more: from a caret its word, then its
 * sentence, its paragraph, then one paragraph after another. The span itself at the end of the text.
 */
export function growSpan({ text, segments, language }: ReadText, { start, end }: Span): Span {
  for (const unit of GROWING) {
    const first = unitAt(text, segments, start, unit, language);
    const last = end > start ? unitAt(text, segments, end - 1, unit, language) : first;
    if (!first || !last || first.start > start || last.end < end) continue;
    if (first.start < start || last.end > end) return { start: first.start, end: last.end };
  }
  const next = nextUnit(text, segments, end, 'paragraph', language);
  return next ? { start, end: next.end } : { start, end };
}

/** The largest span that `growSpan` comes to from the origin before the span is reached; the caret there at least. */
export function shrinkSpan(read: ReadText, span: Span, origin: number): Span {
  const at = Math.max(span.start, Math.min(span.end, origin));
  let now: Span = { start: at, end: at };
  for (;;) {
    const next = growSpan(read, now);
    const isInside = next.start >= span.start && next.end <= span.end;
    const isSmaller = next.end - next.start < span.end - span.start;
    if (!isInside || !isSmaller || next.end - next.start <= now.end - now.start) return now;
    now = next;
  }
}

export type Side = 'start' | 'end';

/**
 * Where an end of a span comes to by a step of a unit. Never onto or past the other end, and never onto white space,
 * which no excerpt ends with; the end as it is where there is nothing further.
 */
export function stepBound(read: ReadText, span: Span, side: Side, unit: Unit | 'character', by: 1 | -1): number {
  const { text, segments, language } = read;
  const now = span[side];
  let to = now;
  if (unit === 'character') {
    to = stepCharacter(read, now, by);
    // The white between two words is stepped over with the character beyond it.
    const beside = (): string => text[side === 'start' ? to : to - 1] ?? 'x';
    while (/\s/u.test(beside())) {
      const next = stepCharacter(read, to, by);
      if (next === to) return now;
      to = next;
    }
  } else if (side === 'start' || by > 0) to = stepUnit(read, now, unit, by, side === 'end');
  else to = previousUnit(text, segments, now - 1, unit, language)?.end ?? now;
  return side === 'start' ? (to < span.end ? to : now) : to > span.start ? to : now;
}

const STRONG = /\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether the block at the offset reads from right to left: as the page decides it, by its first letter. */
export function isRightToLeft({ text, segments }: ReadText, offset: number): boolean {
  const segment = segments[Math.max(0, segmentIndexAt(segments, offset))];
  const first = segment && STRONG.exec(text.slice(segment.start, Math.min(segment.end, segment.start + 1_000)));
  return first ? RIGHT_TO_LEFT.test(first[0]) : false;
}
