/**
 * Words, sentences and paragraphs around an offset: what the keyboard steps through and excerpts. Everything works on a
 * bounded window of the text, so that a step costs the same in a note and in a book on one line. Offsets are UTF-16
 * code units in the stored text; a span's start is included, its end excluded.
 */
import { stopGoesOn } from './abbreviations';
import { segmentIndexAt } from './segments';
import type { Segment } from './segments';
import { trimMarkers } from './trimMarkers';
import type { Span } from './trimMarkers';

export type Unit = 'word' | 'sentence' | 'paragraph';

/** A sentence is looked for at most this far around an offset; longer ones are cut there. */
const REACH = 20_000;
const WORD_REACH = 400;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(granularity: 'word' | 'sentence', language: string): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  let segmenter = segmenters.get(key);
  if (!segmenter) {
    let known: string[] = [];
    try {
      known = Intl.Segmenter.supportedLocalesOf(language);
    } catch {
      // A tag that is no BCP 47 (files bring such) means the default rules.
    }
    segmenter = new Intl.Segmenter(known.length > 0 ? known : 'en', { granularity });
    segmenters.set(key, segmenter);
  }
  return segmenter;
}

/** An offset near `offset` that lies inside the segment and cuts no surrogate pair. */
function windowEdge(text: string, segment: Span, offset: number): number {
  const at = Math.max(segment.start, Math.min(segment.end, offset));
  const unit = text.charCodeAt(at);
  return at > segment.start && at < segment.end && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

/**
 * The sentences of a block that lie within reach of the offset, in order. Reference markers at a sentence's edges are
 * left out of it.
 */
export function sentencesAround(text: string, segment: Segment, offset: number, language: string): Span[] {
  const from = windowEdge(text, segment, offset - REACH);
  const to = windowEdge(text, segment, offset + REACH);
  let masked = text.slice(from, to);
  // Markers count as white space while boundaries are looked for: "war.[14] Ukrainian" ends a sentence.
  let shown = '';
  let done = 0;
  for (const marker of segment.markers) {
    if (marker.start < from || marker.end > to) continue;
    shown += masked.slice(done, marker.start - from) + ' '.repeat(marker.end - marker.start);
    done = marker.end - from;
  }
  masked = shown + masked.slice(done);

  const sentences: Span[] = [];
  let start = -1;
  for (const piece of segmenterFor('sentence', language).segment(masked)) {
    if (start < 0) start = piece.index;
    const end = piece.index + piece.segment.length;
    const before = masked.slice(Math.max(start, end - 100), end).trimEnd();
    const after = masked.slice(end, end + 40).trimStart();
    if (after !== '' && (before === '' || stopGoesOn(before, after, language))) continue;
    const words = masked.slice(start, end);
    const lead = words.length - words.trimStart().length;
    const length = words.trim().length;
    if (length > 0) sentences.push({ start: from + start + lead, end: from + start + lead + length });
    start = -1;
  }
  return sentences;
}

const JOINER = /^[-‐‑'’.,]$/u;

/** The words around an offset; compounds such as "Yunus-bek" and "M-1989" are one word. */
function wordsAround(text: string, segment: Span, offset: number, language: string): Span[] {
  const from = windowEdge(text, segment, offset - WORD_REACH);
  const to = windowEdge(text, segment, offset + WORD_REACH);
  const words: { start: number; end: number }[] = [];
  let joined = false;
  for (const piece of segmenterFor('word', language).segment(text.slice(from, to))) {
    const start = from + piece.index;
    const end = start + piece.segment.length;
    const last = words.at(-1);
    if (!piece.isWordLike) {
      joined = JOINER.test(piece.segment) && last?.end === start;
      if (joined && /[.,]/.test(piece.segment)) joined = /\d/.test(text[start - 1] ?? '') && /\d/.test(text[end] ?? '');
      continue;
    }
    if (joined && last && last.end === start - 1) last.end = end;
    else words.push({ start, end });
    joined = false;
  }
  return words;
}

const paragraphOf = (text: string, segments: readonly Segment[], index: number): Span =>
  trimMarkers(text, segments[index]!.start, segments[index]!.end, segments, 'unit');

function unitsOf(
  text: string,
  segments: readonly Segment[],
  index: number,
  offset: number,
  unit: Unit,
  language: string,
) {
  const segment = segments[index];
  if (!segment) return [];
  if (unit === 'paragraph') return [paragraphOf(text, segments, index)];
  return unit === 'sentence'
    ? sentencesAround(text, segment, offset, language)
    : wordsAround(text, segment, offset, language);
}

/** The unit that holds the offset, else the next one of its block, else its last one; null in a text without words. */
export function unitAt(
  text: string,
  segments: readonly Segment[],
  offset: number,
  unit: Unit,
  language: string,
): Span | null {
  const units = unitsOf(text, segments, Math.max(0, segmentIndexAt(segments, offset)), offset, unit, language);
  return units.find((span) => offset < span.end) ?? units.at(-1) ?? null;
}

/** The first unit that starts at or after the offset; null at the end of the text. */
export function nextUnit(
  text: string,
  segments: readonly Segment[],
  offset: number,
  unit: Unit,
  language: string,
): Span | null {
  for (let index = Math.max(0, segmentIndexAt(segments, offset)); index < segments.length; index += 1) {
    const near = Math.max(offset, segments[index]!.start);
    const found = unitsOf(text, segments, index, near, unit, language).find((span) => span.start >= offset);
    if (found) return found;
  }
  return null;
}

/** The last unit that ends at or before the offset; null at the beginning of the text. */
export function previousUnit(
  text: string,
  segments: readonly Segment[],
  offset: number,
  unit: Unit,
  language: string,
): Span | null {
  for (let index = segmentIndexAt(segments, offset); index >= 0; index -= 1) {
    const near = Math.min(offset, segments[index]!.end);
    const found = unitsOf(text, segments, index, near, unit, language).findLast((span) => span.end <= offset);
    if (found) return found;
  }
  return null;
}

/** The word at the offset, or the next one in its block. */
export const wordAt = (text: string, segments: readonly Segment[], offset: number, language: string): Span | null =>
  unitAt(text, segments, offset, 'word', language);

/** The sentence at the offset, without reference markers at its edges. */
export const sentenceAt = (text: string, segments: readonly Segment[], offset: number, language: string): Span | null =>
  unitAt(text, segments, offset, 'sentence', language);

/** The block at the offset, without reference markers at its edges. */
export const paragraphAt = (text: string, segments: readonly Segment[], offset: number): Span | null =>
  unitAt(text, segments, offset, 'paragraph', '');
