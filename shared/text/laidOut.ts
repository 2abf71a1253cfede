/**
 * The blocks of a stored text as its layout has them, or as its lines tell them where it has none. One pass; linear in
 * the length of the text. Offsets are UTF-16 code units in the stored text.
 */
import type { Layout, LayoutPage } from '../model/layout';
import { countBefore } from './bisect';
import { markersIn, NO_MARKERS } from './markers';
import { NO_COUNTS, segmentText } from './segments';
import type { Segment, SegmentKind } from './segments';

export type LaidOut = Pick<Layout, 'blocks' | 'pages'>;

const NO_PAGES: readonly LayoutPage[] = [];
export const pagesOf = (layout: LaidOut | null): readonly LayoutPage[] => layout?.pages ?? NO_PAGES;

/** The blocks of a text, in order. Words that no block of the layout has are paragraphs, so that none is out of sight. */
export function segmentsOf(text: string, layout: LaidOut | null): Segment[] {
  if (!layout || layout.blocks.length === 0) return segmentText(text);
  const segments: Segment[] = [];
  const counts = { ...NO_COUNTS };
  let bracket = -1;
  const add = (kind: SegmentKind, from: number, to: number, level: number): void => {
    let [start, end] = [from, Math.min(to, text.length)];
    while (start < end && /\s/u.test(text[start]!)) start += 1;
    while (end > start && /\s/u.test(text[end - 1]!)) end -= 1;
    if (start >= end) return;
    counts[kind] += 1;
    if (bracket < start) bracket = text.indexOf('[', start);
    if (bracket < 0) bracket = text.length;
    const markers = bracket < end ? markersIn(text, start, end) : NO_MARKERS;
    segments.push({ kind, start, end, number: counts[kind], level, markers });
  };
  let done = 0;
  for (const [kind, start, end, level] of layout.blocks) {
    if (start < done) continue;
    add('paragraph', done, start, 0);
    add(kind, start, end, level);
    done = end;
  }
  add('paragraph', done, text.length, 0);
  return segments;
}

/** Index of the page that holds the offset; -1 where it stands before all, or there are none. */
export const pageIndexAt = (pages: readonly LayoutPage[], offset: number): number =>
  countBefore(pages.length, (index) => pages[index]![1] <= offset) - 1;
