/** The lines of one page in reading order. Looks at nothing but the page, so that it can be asked for again alone. */
import { atomsOf } from './atoms';
import type { Atom } from './atoms';
import { columnsOf } from './columns';
import { raisedDigits, readsBackward } from './glyphs';
import type { LineCell, PageLine, PageLines, PdfPage } from './page';
import { rowsOf } from './rows';
import type { Row } from './rows';

/** Between pieces, in shares of the letters' size: what parts words, and what parts cells. */
const WORD_GAP = 0.14;
const CELL_GAP = 1.4;

export function linesOfPage(page: PdfPage): PageLines {
  const lines: PageLine[] = [];
  let column = 0;
  for (const [direction, atoms] of atomsOf(page).entries()) {
    const rows = rowsOf(atoms).filter((row) => row.atoms.length > 0);
    const backward = rows.filter((row) => readsBackward(textOf(row.atoms))).length * 2 > rows.length;
    for (const part of columnsOf(rows, backward)) {
      let left = Infinity;
      let right = -Infinity;
      for (const { atoms: own } of part) {
        left = Math.min(left, own[0]!.x0);
        for (const { x1 } of own) right = Math.max(right, x1);
      }
      for (const row of part) {
        const line = lineOf(row, { column, left, right, turned: direction > 0 });
        if (line.text !== '') lines.push(line);
      }
      column += 1;
    }
  }
  return { height: page.height, label: page.label, lines };
}

const textOf = (atoms: readonly Atom[]): string => atoms.map((atom) => atom.text).join('');

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const tidy = (text: string): string => (/[ \u00a0]{2}/.test(text) ? text.replace(/[ \u00a0]{2,}/g, ' ') : text).trim();

type Standing = Pick<PageLine, 'column' | 'left' | 'right' | 'turned'>;

function lineOf(row: Row, standing: Standing): PageLine {
  const { size, y } = row;
  const rightToLeft = readsBackward(textOf(row.atoms));
  const atoms = rightToLeft ? backward(row.atoms) : row.atoms;
  const cells: Writable<LineCell>[] = [];
  let last: Atom | null = null;
  for (const atom of atoms) {
    const gap = !last ? 0 : Math.max(atom.x0, last.x0) - Math.min(atom.x1, last.x1);
    const words = isRaised(atom, row) ? raisedDigits(atom.text) : atom.text;
    const cell = cells.at(-1);
    if (cell && gap < CELL_GAP * size) {
      const apart = gap > WORD_GAP * size && !isSpace(cell.text.at(-1)!) && !isSpace(words[0]!);
      cell.text += apart && !isCjk(cell.text.at(-1)!, words[0]!) ? ` ${words}` : words;
      cell.x0 = Math.min(cell.x0, atom.x0);
      cell.x1 = Math.max(cell.x1, atom.x1);
    } else cells.push({ text: words, x0: atom.x0, x1: atom.x1 });
    last = atom;
  }
  for (const cell of cells) cell.text = tidy(cell.text);
  const [first] = atoms as [Atom];
  let [x0, x1] = [Infinity, -Infinity];
  for (const atom of atoms) {
    x0 = Math.min(x0, atom.x0);
    x1 = Math.max(x1, atom.x1);
  }
  return {
    ...standing,
    text: cells.length === 1 ? cells[0]!.text : cells.map((cell) => cell.text).join(' '),
    x0,
    x1,
    y,
    size,
    font: atoms.every((atom) => atom.font === first.font) ? first.font : null,
    cells,
    raised: atoms.length > 1 && first.size < 0.86 * size && first.y < y - 0.1 * size,
    rightToLeft,
    items: atoms.map((atom) => atom.item),
  };
}

/** Small digits above the base line: the number of a note, a power. */
const isRaised = (atom: Atom, row: Row): boolean =>
  atom.size < 0.86 * row.size && atom.y < row.y - 0.1 * row.size && /^\s*\d{1,3}(?:[,–-]\d{1,3})*\s*$/.test(atom.text);

const isSpace = (letter: string): boolean => letter === ' ' || letter === '\u00a0' || letter === '\u3000';

const isCjk = (before: string, after: string): boolean =>
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(before) && /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(after);

/** From right to left; runs of words that read the other way keep their order. */
function backward(atoms: readonly Atom[]): Atom[] {
  const order: Atom[] = [];
  for (let at = atoms.length - 1; at >= 0;) {
    let from = at;
    if (isForward(atoms[at]!.text)) while (from > 0 && isForward(atoms[from - 1]!.text)) from -= 1;
    order.push(...atoms.slice(from, at + 1));
    at = from - 1;
  }
  return order;
}

const isForward = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) && !/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text);
