/** Overlapping excerpts side by side: each gets the first lane that is free where it starts. */

export interface Spanned {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The lane of each span, from 0; spans may come in any order. Lanes beyond `most` fall together in the last. */
export function lanesOf(spans: readonly Spanned[], most = 4): Map<string, number> {
  const lanes = new Map<string, number>();
  const ends: number[] = [];
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  for (const span of sorted) {
    let lane = ends.findIndex((end) => end <= span.start);
    if (lane < 0) lane = ends.length;
    lane = Math.min(lane, most - 1);
    ends[lane] = Math.max(ends[lane] ?? 0, span.end);
    lanes.set(span.id, lane);
  }
  return lanes;
}
