/** Where a selection ends when reference markers stand at its edges. */
import { segmentIndexAt } from './segments';
import type { Segment } from './segments';
import type { Marker } from './markers';

export interface Span {
  /** UTF-16 code units in the stored text; start included, end excluded. */
  readonly start: number;
  readonly end: number;
}

/** `unit`: the program chose the edges (a sentence, a paragraph). `hand`: a person did, letter by letter. */
export type SelectionMaker = 'unit' | 'hand';

const WHITE = /\s/;

/** The marker that touches the offset from the given side, or holds it inside. */
function markerAt(segments: readonly Segment[], offset: number, side: 'start' | 'end'): Marker | null {
  const segment = segments[segmentIndexAt(segments, side === 'start' ? offset : offset - 1)];
  for (const marker of segment?.markers ?? []) {
    if (
      side === 'start' ? marker.start <= offset && offset < marker.end : marker.start < offset && offset <= marker.end
    )
      return marker;
  }
  return null;
}

/**
 * The selection with its edges moved off reference markers and white space. A marker cut in two by an edge is always
 * left out. A marker wholly inside at an edge is left out of a unit and kept in a selection made by hand. A selection
 * of markers alone stays as it is.
 */
export function trimMarkers(
  text: string,
  start: number,
  end: number,
  segments: readonly Segment[],
  maker: SelectionMaker,
): Span {
  let from = start;
  let to = end;
  for (;;) {
    while (from < to && WHITE.test(text[from]!)) from += 1;
    while (to > from && WHITE.test(text[to - 1]!)) to -= 1;
    if (from >= to) return { start, end };
    const first = markerAt(segments, from, 'start');
    if (first && (maker === 'unit' || first.start < from)) {
      from = Math.min(first.end, to);
      continue;
    }
    const last = markerAt(segments, to, 'end');
    if (last && (maker === 'unit' || last.end > to)) {
      to = Math.max(last.start, from);
      continue;
    }
    return { start: from, end: to };
  }
}
