/** Tables: rows whose cells stand under each other with white strips between them all the way down. */
import type { PageLine } from './page';
import { isItemSign, leadsToPage } from './signs';

export interface Table {
  /** Lines it is made of: indexes, end excluded. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly string[])[];
}

interface Strip {
  x0: number;
  x1: number;
}

/** Two cells or more that are not just the sign of an item and its words. */
const isRow = ({ cells, text }: PageLine): boolean =>
  cells.length > (isItemSign(cells[0]!.text) ? 2 : 1) && !leadsToPage(text);

/** Columns of cells: what is left when the cells of all rows are laid over each other. */
function stripsOf(lines: readonly PageLine[]): Strip[] {
  const cells = lines.flatMap((line) => line.cells).sort((a, b) => a.x0 - b.x0);
  const strips: Strip[] = [];
  for (const { x0, x1 } of cells) {
    const last = strips.at(-1);
    if (last && x0 < last.x1 + 2) last.x1 = Math.max(last.x1, x1);
    else strips.push({ x0, x1 });
  }
  return strips;
}

/** Index of the first line behind `from` that does not go on with rows of a table. */
function endOfRows(lines: readonly PageLine[], from: number, end: number): number {
  let to = from + 1;
  while (to < end) {
    const [before, line] = [lines[to - 1]!, lines[to]!];
    if (line.column !== before.column || line.y - before.y > 3.2 * line.size || line.y <= before.y) break;
    if (!isRow(line) && !continuesCell(line, before, lines[to + 1])) break;
    to += 1;
  }
  while (to > from + 1 && !isRow(lines[to - 1]!) && lines[to - 1]!.x0 <= lines[from]!.x0 + 2) to -= 1;
  return to;
}

/** A line with one cell is part of a table where it stands close below a row, within one of the row's columns. */
function continuesCell(line: PageLine, before: PageLine, next: PageLine | undefined): boolean {
  if (line.y - before.y > 1.5 * line.size) return false;
  const inside = before.cells.some((cell) => Math.abs(cell.x0 - line.x0) < 3);
  return inside && (line.x0 > before.left + 2 * line.size || (next !== undefined && isRow(next)));
}

const isEvident = (lines: readonly PageLine[], strips: readonly Strip[]): boolean => {
  const full = lines.filter(isRow);
  if (strips.length < 2 || full.length * 2 < lines.length) return false;
  return full.length >= 3 || (full.length === 2 && strips.length >= 3);
};

/** The table that begins with a line, if one does. It ends before `end`. */
export function tableAt(lines: readonly PageLine[], from: number, end: number): Table | null {
  if (!isRow(lines[from]!)) return null;
  let to = endOfRows(lines, from, end);
  let strips = stripsOf(lines.slice(from, to));
  // A line that lies across the columns ends the table above it.
  while (to - from >= 2 && !isEvident(lines.slice(from, to), strips)) {
    to -= 1;
    strips = stripsOf(lines.slice(from, to));
  }
  if (to - from < 2) return null;
  const rows: string[][] = [];
  for (const line of lines.slice(from, to)) {
    const row = strips.map(() => '');
    for (const cell of line.cells) {
      const at = strips.findIndex(({ x0, x1 }) => cell.x0 >= x0 - 1 && cell.x0 <= x1);
      if (at >= 0) row[at] = row[at] === '' ? cell.text : `${row[at]} ${cell.text}`;
    }
    const above = rows.at(-1);
    const goesOn =
      above &&
      row[0] === '' &&
      line.cells.length < strips.length &&
      row.every((one, i) => one === '' || above[i] !== '');
    if (goesOn) for (const [i, one] of row.entries()) above[i] = one === '' ? above[i]! : `${above[i]} ${one}`;
    else rows.push(line.rightToLeft ? row.reverse() : row);
  }
  return rows.length >= 2 ? { from, to, rows } : null;
}
