/**
 * The text cut for the page: pieces that are one paragraph element each, and blocks of pieces that come and go
 * together when only a part of a long text is in the page. Offsets are UTF-16 code units in the stored text.
 */
import type { LayoutPage } from '@shared/model/layout';
import { countBefore } from '@shared/text/bisect';
import type { Marker } from '@shared/text/markers';
import type { Segment, SegmentKind } from '@shared/text/segments';

/** Where a page begins. */
export interface PageStart {
  readonly label: string;
  readonly at: number;
}

export interface Piece {
  readonly kind: SegmentKind;
  /** Number among its kind; null where a long paragraph goes on in a further piece. */
  readonly number: number | null;
  readonly level: number;
  readonly start: number;
  readonly end: number;
  readonly markers: readonly Marker[];
  /** Pages that begin in it, or in the white space before it. */
  readonly pages: readonly PageStart[];
}

export interface Block {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

/** Longest piece and fullest block, in code units. */
export const PIECE_LENGTH = 8_000;
export const BLOCK_LENGTH = 6_000;
/** Texts up to this length are wholly in the page. */
export const WHOLE_LENGTH = 160_000;

/** Where a piece may end: behind white space, outside markers, never inside a surrogate pair. */
function cutBefore(text: string, segment: Segment, from: number, limit: number): number {
  let cut = limit;
  for (let at = limit; at > limit - 1_000 && at > from; at -= 1) {
    if (/\s/.test(text[at - 1]!)) {
      cut = at;
      break;
    }
  }
  const inside = segment.markers.find((marker) => marker.start < cut && cut < marker.end);
  if (inside && inside.start > from) cut = inside.start;
  const unit = text.charCodeAt(cut);
  return unit >= 0xdc00 && unit <= 0xdfff ? cut - 1 : cut;
}

const NO_PAGES: readonly PageStart[] = [];

function piecesOf(text: string, segment: Segment): Piece[] {
  if (segment.end - segment.start <= PIECE_LENGTH) return [{ ...segment, pages: NO_PAGES }];
  const pieces: Piece[] = [];
  let marker = 0;
  for (let from = segment.start; from < segment.end;) {
    const to = segment.end - from <= PIECE_LENGTH ? segment.end : cutBefore(text, segment, from, from + PIECE_LENGTH);
    const first = marker;
    while (marker < segment.markers.length && segment.markers[marker]!.start < to) marker += 1;
    pieces.push({
      kind: segment.kind,
      number: from === segment.start ? segment.number : null,
      level: segment.level,
      start: from,
      end: to,
      markers: segment.markers.slice(first, marker),
      pages: NO_PAGES,
    });
    from = to;
  }
  return pieces;
}

/** The pages that begin before the end of a piece and after the one before it; inside a marker, at its start. */
function pagesIn({ start, end, markers }: Piece, pages: readonly LayoutPage[], from: number): PageStart[] {
  const made: PageStart[] = [];
  for (let i = from; i < pages.length && pages[i]![1] < end; i += 1) {
    const [label, begin] = pages[i]!;
    const at = Math.max(start, begin);
    const marker = markers.find((one) => one.start < at && at < one.end);
    made.push({ label, at: marker?.start ?? at });
  }
  return made;
}

/** Rows of a table stand together in a block as long as it is no fuller than a few. */
const TABLE_LENGTH = 4 * BLOCK_LENGTH;

/** The text's blocks in order. */
export function blocksOf(text: string, segments: readonly Segment[], pages: readonly LayoutPage[] = []): Block[] {
  const blocks: Block[] = [];
  let pieces: Piece[] = [];
  let nextPage = 0;
  const close = (): void => {
    if (pieces.length > 0) blocks.push({ start: pieces[0]!.start, end: pieces.at(-1)!.end, pieces });
    pieces = [];
  };
  for (const segment of segments) {
    for (const piece of piecesOf(text, segment)) {
      const goesOn = piece.kind === 'table-row' && pieces.at(-1)?.kind === 'table-row';
      const most = goesOn ? TABLE_LENGTH : BLOCK_LENGTH;
      if (pieces.length > 0 && piece.end - pieces[0]!.start > most) close();
      const begun = nextPage < pages.length ? pagesIn(piece, pages, nextPage) : NO_PAGES;
      nextPage += begun.length;
      pieces.push(begun.length === 0 ? piece : { ...piece, pages: begun });
    }
  }
  close();
  return blocks;
}

/** Index of the block that holds the offset, or of the nearest before it; 0 where it stands before all. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  return Math.max(0, countBefore(blocks.length, (index) => blocks[index]!.start <= offset) - 1);
}

/** A guess at a block's height in pixels at the reader's measure, until it is measured. */
export const guessHeight = (block: Block): number =>
  block.pieces.reduce(
    (sum, piece) => sum + (piece.kind === 'table-row' ? 9 : 14) + 28 * Math.ceil((piece.end - piece.start) / 76),
    0,
  );

/** Pieces that stand together: rows of one table with the most cells a row has, or a single other piece with none. */
export interface Together {
  readonly pieces: readonly Piece[];
  readonly columns: number;
}

const cellsIn = (text: string, { start, end }: Piece): number => text.slice(start, end).split('\t').length;

/** The pieces of a block, its tables put together; an empty line parts two tables. */
export function tablesIn(text: string, pieces: readonly Piece[]): Together[] {
  const made: { pieces: Piece[]; columns: number }[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'table-row') {
      made.push({ pieces: [piece], columns: 0 });
      continue;
    }
    const last = made.at(-1);
    const columns = cellsIn(text, piece);
    if (last && last.columns > 0 && !text.slice(last.pieces.at(-1)!.end, piece.start).includes('\n\n')) {
      last.pieces.push(piece);
      last.columns = Math.max(last.columns, columns);
    } else made.push({ pieces: [piece], columns });
  }
  return made;
}
