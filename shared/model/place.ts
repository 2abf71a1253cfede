/** Where in a document an excerpt stands, as people say it: by paragraph, caption or heading. */
import { segmentIndexAt } from '../text/segments';
import type { Segment, SegmentKind } from '../text/segments';

export interface Place {
  /** For lists and citations: `¶5`, `caption 2`. */
  readonly short: string;
  /** For screen readers and hover: `paragraph 5`. */
  readonly long: string;
}

const NAMES: Readonly<Record<SegmentKind, string>> = {
  title: 'title',
  heading: 'heading',
  paragraph: 'paragraph',
  'list-item': 'list item',
  caption: 'caption',
};

function placeOf(segment: Segment): Place {
  if (segment.kind === 'title') return { short: 'title', long: 'title' };
  const long = `${NAMES[segment.kind]} ${segment.number}`;
  return { short: segment.kind === 'paragraph' ? `¶${segment.number}` : long, long };
}

/**
 * The place of a span, by its first block and, where it goes on into others of the same kind, its last: `¶5–6`.
 * Offsets are UTF-16 code units in the stored text. Null where the text has no block there.
 */
export function placeAt(segments: readonly Segment[], start: number, end: number): Place | null {
  const first = segments[segmentIndexAt(segments, start)];
  if (!first) return null;
  const last = segments[segmentIndexAt(segments, Math.max(start, end - 1))] ?? first;
  const place = placeOf(first);
  if (last === first || last.kind !== first.kind) return place;
  return { short: `${place.short}–${last.number}`, long: `${place.long} to ${last.number}` };
}
