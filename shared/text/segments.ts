/**
 * The blocks of a stored text: its title, headings, paragraphs, list items and captions. Derived each time from the
 * text and never stored, so that better rules need no new texts. One pass over the lines; nothing is kept for a
 * character. Offsets are UTF-16 code units in the stored text.
 */
import { countBefore } from './bisect';
import { captionsOf, headingLevel, isHeading, isListItem, isTitle, isWrapped, labelledCaption } from './blocks';
import type { Line } from './blocks';
import type { LayoutKind } from '../model/layout';
import { markersIn, NO_MARKERS } from './markers';
import type { Marker } from './markers';

/** Rows of tables and footnotes are told by a layout alone, see laidOut.ts. */
export type SegmentKind = LayoutKind;

export interface Segment {
  readonly kind: SegmentKind;
  /** Start included, end excluded; no white space at either end. */
  readonly start: number;
  readonly end: number;
  /** Counts its own kind from 1: paragraph 7, caption 2. */
  readonly number: number;
  /** Of a heading, from 1; of a list item where it is known; else 0. */
  readonly level: number;
  readonly markers: readonly Marker[];
}

export const NO_COUNTS: Readonly<Record<SegmentKind, number>> = {
  title: 0,
  heading: 0,
  paragraph: 0,
  'list-item': 0,
  caption: 0,
  'table-row': 0,
  footnote: 0,
};

const WHITE = /\s/;
const isWhite = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index);
  return (
    unit === 32 || unit === 9 || (unit > 126 && WHITE.test(text[index]!)) || (unit < 32 && WHITE.test(text[index]!))
  );
};

/** Calls `take` with each run of lines that are not blank. */
function eachGroup(text: string, take: (lines: readonly Line[]) => void): void {
  let group: Line[] = [];
  for (let at = 0; at <= text.length;) {
    const stop = text.indexOf('\n', at);
    const lineEnd = stop < 0 ? text.length : stop;
    let start = at;
    let end = lineEnd;
    while (start < end && isWhite(text, start)) start += 1;
    while (end > start && isWhite(text, end - 1)) end -= 1;
    if (start < end) group.push({ start, end });
    else if (group.length > 0) {
      take(group);
      group = [];
    }
    if (stop < 0) break;
    at = stop + 1;
  }
  if (group.length > 0) take(group);
}

/** The blocks of a text, in order; none for a text without words. Linear in the length of the text. */
export function segmentText(text: string): Segment[] {
  const segments: Segment[] = [];
  const counts = { ...NO_COUNTS };
  // Where the next bracket stands, looked up once for all the blocks before it.
  let bracket = -1;
  const add = (kind: SegmentKind, start: number, end: number): void => {
    counts[kind] += 1;
    if (bracket < start) bracket = text.indexOf('[', start);
    if (bracket < 0) bracket = text.length;
    const markers = bracket < end ? markersIn(text, start, end) : NO_MARKERS;
    const level = kind === 'heading' ? headingLevel(text, start, end) : 0;
    segments.push({ kind, start, end, number: counts[kind], level, markers });
  };

  const addGroup = (lines: readonly Line[], next: readonly Line[] | null): void => {
    const rest = segments.length === 0 && isTitle(text, lines) ? lines.slice(1) : lines;
    if (rest.length < lines.length) add('title', lines[0]!.start, lines[0]!.end);
    if (rest.length === 0) return;
    if (rest.length === 1 && isHeading(text, rest[0]!, next)) return add('heading', rest[0]!.start, rest[0]!.end);
    if (rest.some((line) => isListItem(text, line))) return addList(rest);
    if (rest.length > 1 && !isWrapped(text, rest)) {
      const captions = next === null && segments.length > 0 && captionsOf(text, rest);
      for (const line of rest) {
        const kind = captions || labelledCaption(text, line) ? 'caption' : 'paragraph';
        add(kind, line.start, line.end);
      }
      return;
    }
    add(labelledCaption(text, rest[0]!) ? 'caption' : 'paragraph', rest[0]!.start, rest.at(-1)!.end);
  };

  // A line without a bullet goes on with the item above it.
  const addList = (lines: readonly Line[]): void => {
    let from = 0;
    for (let to = 1; to <= lines.length; to += 1) {
      if (to < lines.length && !isListItem(text, lines[to]!)) continue;
      add(isListItem(text, lines[from]!) ? 'list-item' : 'paragraph', lines[from]!.start, lines[to - 1]!.end);
      from = to;
    }
  };

  let waiting: readonly Line[] | null = null;
  eachGroup(text, (lines) => {
    if (waiting) addGroup(waiting, lines);
    waiting = lines;
  });
  if (waiting) addGroup(waiting, null);
  return segments;
}

/**
 * Index of the segment that holds the offset, or of the nearest one before it; -1 where the offset stands before all.
 */
export const segmentIndexAt = (segments: readonly Segment[], offset: number): number =>
  countBefore(segments.length, (index) => segments[index]!.start <= offset) - 1;
