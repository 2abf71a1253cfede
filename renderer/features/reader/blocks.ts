/**
 * The text cut for the page: pieces that are one paragraph element each, and blocks of pieces that come and go
 * together when only a part of a long text is in the page. Offsets are UTF-16 code units in the stored text.
 */
import type { Marker } from '@shared/text/markers';
import type { Segment, SegmentKind } from '@shared/text/segments';

export interface Piece {
  readonly kind: SegmentKind;
  /** Number among its kind; null where a long paragraph goes on in a further piece. */
  readonly number: number | null;
  readonly start: number;
  readonly end: number;
  readonly markers: readonly Marker[];
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

function piecesOf(text: string, segment: Segment): Piece[] {
  if (segment.end - segment.start <= PIECE_LENGTH) return [segment];
  const pieces: Piece[] = [];
  let marker = 0;
  for (let from = segment.start; from < segment.end;) {
    const to = segment.end - from <= PIECE_LENGTH ? segment.end : cutBefore(text, segment, from, from + PIECE_LENGTH);
    const first = marker;
    while (marker < segment.markers.length && segment.markers[marker]!.start < to) marker += 1;
    pieces.push({
      kind: segment.kind,
      number: from === segment.start ? segment.number : null,
      start: from,
      end: to,
      markers: segment.markers.slice(first, marker),
    });
    from = to;
  }
  return pieces;
}

/** The text's blocks in order. */
export function blocksOf(text: string, segments: readonly Segment[]): Block[] {
  const blocks: Block[] = [];
  let pieces: Piece[] = [];
  const close = (): void => {
    if (pieces.length > 0) blocks.push({ start: pieces[0]!.start, end: pieces.at(-1)!.end, pieces });
    pieces = [];
  };
  for (const segment of segments) {
    for (const piece of piecesOf(text, segment)) {
      if (pieces.length > 0 && piece.end - pieces[0]!.start > BLOCK_LENGTH) close();
      pieces.push(piece);
    }
  }
  close();
  return blocks;
}

/** Index of the block that holds the offset, or of the nearest before it; 0 where it stands before all. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** A guess at a block's height in pixels at the reader's measure, until it is measured. */
export const guessHeight = (block: Block): number =>
  block.pieces.reduce((sum, piece) => sum + 14 + 28 * Math.ceil((piece.end - piece.start) / 76), 0);
