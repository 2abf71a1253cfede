/** Where in a document an excerpt stands, as people say it: by page where it has pages, else by paragraph or heading. */
import { pageIndexAt } from '../text/laidOut';
import { segmentIndexAt } from '../text/segments';
import type { Segment, SegmentKind } from '../text/segments';
import type { LayoutPage } from './layout';

export interface Place {
  /** For lists and citations: `p. 12`, `¶5`, `caption 2`. */
  readonly short: string;
  /** For screen readers and hover: `page 12, paragraph 5`. */
  readonly long: string;
}

/** What places are called. */
export interface PlaceWords {
  readonly kinds: Readonly<Record<SegmentKind, string>>;
  readonly page: string;
  readonly pages: string;
  readonly pageShort: string;
  readonly pagesShort: string;
  /** Between the ends of a range, as it is read out. */
  readonly to: string;
}

export const ENGLISH_PLACES: PlaceWords = {
  kinds: {
    title: 'title',
    heading: 'heading',
    paragraph: 'paragraph',
    'list-item': 'list item',
    caption: 'caption',
    'table-row': 'table row',
    footnote: 'footnote',
  },
  page: 'page',
  pages: 'pages',
  pageShort: 'p.',
  pagesShort: 'pp.',
  to: 'to',
};

function placeOf(segment: Segment, { kinds }: PlaceWords): Place {
  if (segment.kind === 'title') return { short: kinds.title, long: kinds.title };
  const long = `${kinds[segment.kind]} ${segment.number}`;
  return { short: segment.kind === 'paragraph' ? `¶${segment.number}` : long, long };
}

function blockPlace(segments: readonly Segment[], start: number, end: number, words: PlaceWords): Place | null {
  const first = segments[segmentIndexAt(segments, start)];
  if (!first) return null;
  const last = segments[segmentIndexAt(segments, Math.max(start, end - 1))] ?? first;
  const place = placeOf(first, words);
  if (last === first || last.kind !== first.kind) return place;
  return { short: `${place.short}–${last.number}`, long: `${place.long} ${words.to} ${last.number}` };
}

function pagePlace(pages: readonly LayoutPage[], start: number, end: number, words: PlaceWords): Place | null {
  const [first] = pages[pageIndexAt(pages, start)] ?? [''];
  const [last] = pages[pageIndexAt(pages, Math.max(start, end - 1))] ?? [''];
  if (first === '') return null;
  if (last === first || last === '') return { short: `${words.pageShort} ${first}`, long: `${words.page} ${first}` };
  return {
    short: `${words.pagesShort} ${first}–${last}`,
    long: `${words.pages} ${first} ${words.to} ${last}`,
  };
}

const NO_PAGES: readonly LayoutPage[] = [];

/**
 * The place of a span: its page or pages where the text has them, else its first block and, where it goes on into others
 * of the same kind, its last: `¶5–6`. Offsets are UTF-16 code units in the stored text. Null where nothing stands there.
 */
export function placeAt(
  segments: readonly Segment[],
  start: number,
  end: number,
  pages: readonly LayoutPage[] = NO_PAGES,
  words: PlaceWords = ENGLISH_PLACES,
): Place | null {
  const block = blockPlace(segments, start, end, words);
  const page = block && pagePlace(pages, start, end, words);
  return page ? { short: page.short, long: `${page.long}, ${block.long}` } : block;
}
