/**
 * From offsets of the stored text to places in the page and back. Each paragraph element says where it starts
 * (`data-start`, `data-end`), and its text nodes together are exactly that part of the text.
 */
import { countBefore } from '@shared/text/bisect';

export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

const startOf = (piece: Element): number => Number((piece as HTMLElement).dataset['start']);
const endOf = (piece: Element): number => Number((piece as HTMLElement).dataset['end']);

const pieceAround = (node: Node, root: Element): Element | null => {
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest('[data-start]') ?? null;
  return piece && root.contains(piece) ? piece : null;
};

/** The offset of a place in the page; null outside the root. A place between paragraphs is the start of the next. */
export function offsetAt(root: Element, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  const piece = pieceAround(node, root);
  if (piece) {
    const range = document.createRange();
    range.setStart(piece, 0);
    range.setEnd(node, offset);
    return Math.min(endOf(piece), startOf(piece) + range.toString().length);
  }
  const pieces = piecesIn(root);
  const place = document.createRange();
  place.setStart(node, offset);
  const next = pieces.find((one) => place.comparePoint(one, 0) >= 0);
  if (next) return startOf(next);
  const last = pieces.at(-1);
  return last ? endOf(last) : null;
}

export const piecesIn = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-start]')];

/** Looks up places in the pieces that are in the page now. Make a new one after the page changed. */
export interface Locator {
  /** The first and the last offset in the page; `from` equal to `to` where nothing is. */
  readonly from: number;
  readonly to: number;
  /** The place of an offset; null where its paragraph is not in the page. */
  point(offset: number): DomPoint | null;
  /** The part of a span that is in the page as a range; null where none is. */
  range(start: number, end: number): Range | null;
}

function inPiece(piece: Element, offset: number): DomPoint {
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  let left = offset - startOf(piece);
  let last: Text | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last ? { node: last, offset: last.length } : { node: piece, offset: 0 };
}

export function makeLocator(root: Element): Locator {
  const pieces = piecesIn(root);
  /** Index of the last piece that starts at or before the offset; -1 where none does. */
  const before = (offset: number): number =>
    countBefore(pieces.length, (index) => startOf(pieces[index]!) <= offset) - 1;
  return {
    from: pieces[0] ? startOf(pieces[0]) : 0,
    to: pieces.length > 0 ? endOf(pieces.at(-1)!) : 0,
    point(offset) {
      const index = before(offset);
      const piece = pieces[index];
      if (!piece) return null;
      if (offset <= endOf(piece)) return inPiece(piece, offset);
      // Between two paragraphs: the end of the first, where the next one is in the page too.
      return pieces[index + 1] ? inPiece(piece, endOf(piece)) : null;
    },
    range(start, end) {
      let first = Math.max(0, before(start));
      if (pieces[first] && endOf(pieces[first]!) <= start) first += 1;
      const last = before(end - 1);
      if (!pieces[first] || last < first) return null;
      const from = inPiece(pieces[first]!, Math.max(start, startOf(pieces[first]!)));
      const to = inPiece(pieces[last]!, Math.min(end, endOf(pieces[last]!)));
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return range;
    },
  };
}
