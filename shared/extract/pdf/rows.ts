/** Pieces to rows: everything that stands on one base line across the page, raised and lowered signs with their words. */
import type { Atom } from './atoms';

export interface Row {
  /** From left to right. */
  readonly atoms: Atom[];
  /** Base line and size of most of its letters. */
  y: number;
  size: number;
}

/** A sign so much smaller than its neighbour, in shares of its size, may be raised or lowered. */
const SMALL = 0.86;

const touches = (atom: Atom, row: Row, reach: number): boolean =>
  row.atoms.some((one) => atom.x0 > one.x0 - 1 && atom.x0 - one.x1 < reach && one.x1 - atom.x0 < one.x1 - one.x0 + 1);

function belongs(atom: Atom, row: Row): boolean {
  const away = Math.abs(atom.y - row.y);
  const larger = Math.max(atom.size, row.size);
  if (away <= 0.2 * Math.min(atom.size, row.size)) return true;
  if (atom.size > row.size * SMALL && row.size > atom.size * SMALL) return away <= 0.12 * larger;
  return away <= 0.62 * larger && touches(atom, row, 0.5 * larger);
}

/** What most letters of a row say of it. */
function settle(row: Row): void {
  let largest = row.atoms[0]!;
  let most = 0;
  for (const atom of row.atoms) {
    const weight = atom.text.length * atom.size;
    if (weight > most) [most, largest] = [weight, atom];
  }
  row.y = largest.y;
  row.size = largest.size;
}

/** A row of pieces that come from left to right. */
export function rowOf(atoms: Atom[]): Row {
  const row: Row = { atoms, y: 0, size: 0 };
  settle(row);
  return row;
}

/** First what the file writes one after the other, then what stands on one line though it is written apart. */
export function rowsOf(atoms: readonly Atom[]): Row[] {
  const pieces: Row[] = [];
  let row: Row | null = null;
  for (const atom of atoms) {
    if (row && belongs(atom, row)) {
      row.atoms.push(atom);
      if (atom.size > row.size) settle(row);
    } else {
      row = { atoms: [atom], y: atom.y, size: atom.size };
      pieces.push(row);
    }
  }
  for (const piece of pieces) settle(piece);
  pieces.sort((a, b) => a.y - b.y || a.atoms[0]!.x0 - b.atoms[0]!.x0);
  const rows: Row[] = [];
  for (const piece of pieces) {
    const home = homeOf(piece, rows);
    if (home) {
      home.atoms.push(...piece.atoms);
      settle(home);
    } else rows.push(piece);
  }
  for (const one of rows) one.atoms.sort((a, b) => a.x0 - b.x0 || a.item - b.item);
  return rows.map(withoutDoubles);
}

/** Rows come from top to bottom, so only the last few can be near. */
function homeOf(piece: Row, rows: readonly Row[]): Row | undefined {
  for (let at = rows.length - 1; at >= 0 && piece.y - rows[at]!.y < 2 * rows[at]!.size + 20; at -= 1) {
    if (canJoin(piece, rows[at]!)) return rows[at];
  }
  return undefined;
}

const canJoin = (piece: Row, home: Row): boolean =>
  Math.abs(piece.y - home.y) <= 0.2 * Math.min(piece.size, home.size) ||
  (piece.atoms.length === 1 && piece.size < home.size * SMALL && belongs(piece.atoms[0]!, home));

/** Bold made by printing a word twice is one word. */
function withoutDoubles(row: Row): Row {
  const { atoms } = row;
  const isDouble = (atom: Atom, at: number): boolean => {
    for (let i = at - 1; i >= 0 && i >= at - 3; i -= 1) {
      if (atoms[i]!.text === atom.text && Math.abs(atoms[i]!.x0 - atom.x0) < 0.12 * atom.size) return true;
    }
    return false;
  };
  return { ...row, atoms: atoms.filter((atom, at) => !isDouble(atom, at)) };
}
