/** Blocks of a text as numbers, to go from a worker to the page without copying hundreds of thousands of objects. */
import { LAYOUT_KINDS } from '@shared/model/layout';
import { NO_MARKERS } from '@shared/text/markers';
import type { Marker } from '@shared/text/markers';
import type { Segment, SegmentKind } from '@shared/text/segments';

const KINDS: readonly SegmentKind[] = LAYOUT_KINDS;
/** A kind and a level share a byte. */
const LEVELS = 16;

export interface PackedSegments {
  readonly kinds: Uint8Array<ArrayBuffer>;
  /** Start, end, number and count of markers of each block. */
  readonly spans: Uint32Array<ArrayBuffer>;
  /** Start, end and 1 for leading of each marker. */
  readonly markers: Uint32Array<ArrayBuffer>;
}

export function packSegments(segments: readonly Segment[]): PackedSegments {
  const kinds = new Uint8Array(segments.length);
  const spans = new Uint32Array(segments.length * 4);
  const markers = new Uint32Array(segments.reduce((sum, segment) => sum + segment.markers.length, 0) * 3);
  let at = 0;
  segments.forEach((segment, index) => {
    kinds[index] = KINDS.indexOf(segment.kind) * LEVELS + segment.level;
    spans.set([segment.start, segment.end, segment.number, segment.markers.length], index * 4);
    for (const marker of segment.markers) {
      markers.set([marker.start, marker.end, marker.leading ? 1 : 0], at);
      at += 3;
    }
  });
  return { kinds, spans, markers };
}

/** The blocks again; a marker's label is read from the text. */
export function unpackSegments(text: string, { kinds, spans, markers }: PackedSegments): Segment[] {
  const segments: Segment[] = [];
  let next = 0;
  for (let index = 0; index < kinds.length; index += 1) {
    const [start, end, number, count] = spans.subarray(index * 4, index * 4 + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    const own: Marker[] = [];
    for (let left = count; left > 0; left -= 1) {
      const [from, to] = [markers[next]!, markers[next + 1]!];
      own.push({ start: from, end: to, label: text.slice(from + 1, to - 1), leading: markers[next + 2] === 1 });
      next += 3;
    }
    const kind = KINDS[Math.floor(kinds[index]! / LEVELS)]!;
    const level = kinds[index]! % LEVELS;
    segments.push({ kind, start, end, number, level, markers: count === 0 ? NO_MARKERS : own });
  }
  return segments;
}
