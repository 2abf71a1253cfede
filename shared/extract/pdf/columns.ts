/**
 * Reading order: a page is cut at the white strips that run down between its columns. A strip counts where enough rows
 * stand on both sides of it and none crosses; what crosses it is read before what stands below.
 */
import type { Atom } from './atoms';
import { rowOf } from './rows';
import type { Row } from './rows';

/** Steps across a region in which white is looked for. */
const STEPS = 160;
/** White narrower than this, in shares of the letters' size, parts words and not columns. */
const GAP = 0.75;
/** Least rows on either side. */
const LEAST_ROWS = 4;
/** Least median length of a column's lines: in letters, and in shares of the column. Below it is a table. */
const LEAST_LETTERS = 14;
const LEAST_FILL = 0.5;

interface Extent {
  readonly left: number;
  readonly right: number;
}

function extentOf(rows: readonly Row[]): Extent {
  let left = Infinity;
  let right = -Infinity;
  for (const { atoms } of rows) {
    for (const atom of atoms) {
      if (atom.x0 < left) left = atom.x0;
      if (atom.x1 > right) right = atom.x1;
    }
  }
  return { left, right };
}

/** For each step whether the row has ink there; gaps between words count as ink. */
function inkOf(row: Row, { left, right }: Extent): Uint8Array {
  const ink = new Uint8Array(STEPS);
  const scale = STEPS / (right - left);
  let from = -1;
  let to = -1;
  const fill = (): void => {
    if (from >= 0) ink.fill(1, Math.max(0, Math.floor((from - left) * scale)), Math.ceil((to - left) * scale));
  };
  for (const atom of row.atoms) {
    if (from >= 0 && atom.x0 - to < GAP * row.size) to = Math.max(to, atom.x1);
    else {
      fill();
      [from, to] = [atom.x0, atom.x1];
    }
  }
  fill();
  return ink;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Runs of rows that a strip passes between. `passes` says of each row whether it leaves the strip white. */
function runsOf(count: number, passes: (row: number) => boolean): Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let row = 0; row <= count; row += 1) {
    if (row < count && passes(row)) {
      if (from < 0) from = row;
    } else if (from >= 0) {
      runs.push({ from, to: row });
      from = -1;
    }
  }
  return runs;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

interface Side {
  readonly row: Row;
  readonly atoms: Atom[];
}

/** The part of each row on one side of a strip; rows without one are left out. */
function sideOf(rows: readonly Row[], strip: number, isLeft: boolean): Side[] {
  const sides: Side[] = [];
  for (const row of rows) {
    const atoms = row.atoms.filter((atom) => (atom.x0 + atom.x1) / 2 < strip === isLeft);
    if (atoms.length > 0) sides.push({ row, atoms });
  }
  return sides;
}

/** Whether what stands on a side of a strip reads like lines of prose. */
function isProse(sides: readonly Side[]): boolean {
  if (sides.length < LEAST_ROWS) return false;
  const { left, right } = extentOf(sides.map(({ row, atoms }) => ({ ...row, atoms })));
  const letters = median(sides.map(({ atoms }) => atoms.reduce((sum, atom) => sum + atom.text.length, 0)));
  const fill = median(sides.map(({ atoms }) => (atoms.at(-1)!.x1 - atoms[0]!.x0) / (right - left)));
  return letters >= LEAST_LETTERS && fill >= LEAST_FILL;
}

interface Gutter {
  readonly strip: number;
  readonly runs: readonly Run[];
}

function gutterOf(rows: readonly Row[]): Gutter | null {
  const extent = extentOf(rows);
  if (rows.length < LEAST_ROWS || extent.right - extent.left < 100) return null;
  const inks = rows.map((row) => inkOf(row, extent));
  const spans = inks.map((ink) => [ink.indexOf(1), ink.lastIndexOf(1)] as const);
  const scores = new Float64Array(STEPS);
  const found: Run[][] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const runs =
      step < STEPS * 0.12 || step > STEPS * 0.88
        ? []
        : runsOf(rows.length, (row) => inks[row]![step] === 0).filter(({ from, to }) => {
            let before = 0;
            let behind = 0;
            for (let row = from; row < to; row += 1) {
              if (spans[row]![0] < step) before += 1;
              if (spans[row]![1] > step) behind += 1;
            }
            scores[step]! += before >= LEAST_ROWS && behind >= LEAST_ROWS ? Math.min(before, behind) : 0;
            return before >= LEAST_ROWS && behind >= LEAST_ROWS;
          });
    found.push(runs);
  }
  const best = Math.max(...scores);
  if (best === 0) return null;
  // The middle of the widest stretch of equally good steps.
  const stretch = runsOf(STEPS, (step) => scores[step]! >= best).sort((a, b) => b.to - b.from - (a.to - a.from))[0]!;
  const step = (stretch.from + stretch.to - 1) >> 1;
  const strip = extent.left + ((step + 0.5) * (extent.right - extent.left)) / STEPS;
  const runs = found[step]!.filter(({ from, to }) => {
    const part = rows.slice(from, to);
    return isProse(sideOf(part, strip, true)) && isProse(sideOf(part, strip, false));
  });
  return runs.length > 0 ? { strip, runs } : null;
}

/** Letters of side headings: at least so many on average, in at most this share of the rows beside them. */
const LEAST_SIDE_LETTERS = 4;
const MOST_SIDE_ROWS = 0.45;

/**
 * Headings in the margin beside prose: groups of rows on the left that stand before the text at their height. Null
 * where the left side is anything else, the numbers of paragraphs say.
 */
function besideOf(rows: readonly Row[]): Row[][] | null {
  const extent = extentOf(rows);
  if (rows.length < 8 || extent.right - extent.left < 200) return null;
  const starts = new Map<number, number>();
  for (const row of rows) {
    for (const atom of row.atoms) {
      const at = Math.round(atom.x0);
      if (atom.x0 > extent.left + 60) starts.set(at, (starts.get(at) ?? 0) + 1);
    }
  }
  const [edge, count] = [...starts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [0, 0];
  if (count < rows.length * 0.4 || edge > extent.left + (extent.right - extent.left) * 0.45) return null;
  const strip = edge - 2;
  const crosses = (row: Row): boolean => row.atoms.some((atom) => atom.x0 < strip - 6 && atom.x1 > strip);
  const from = rows.findIndex((row) => !crosses(row));
  const straight = rows.filter((row) => !crosses(row));
  const [left, right] = [sideOf(straight, strip, true), sideOf(straight, strip, false)];
  if (left.length === 0 || from < 0 || left.length > right.length * MOST_SIDE_ROWS || !isProse(right)) return null;
  const letters = left.reduce((sum, { atoms }) => sum + atoms.reduce((all, atom) => all + atom.text.length, 0), 0);
  if (letters < LEAST_SIDE_LETTERS * left.length || straight.length < rows.length * 0.7) return null;
  const parts: Row[][] = [];
  let text: Row[] = [];
  let beside: Row[] = [];
  const close = (): void => {
    // What the heading stands beside comes behind it: from the row that is as high as its first line.
    const top = beside.length > 0 ? beside[0]!.y - 1.2 * beside[0]!.size : Infinity;
    const above = text.filter((row) => row.y < top);
    for (const part of [above, beside]) if (part.length > 0) parts.push(part);
    text = text.filter((row) => row.y >= top);
    beside = [];
  };
  for (const row of rows) {
    if (crosses(row)) {
      close();
      if (text.length > 0) parts.push(text);
      text = [];
      parts.push([row]);
      continue;
    }
    const [side] = sideOf([row], strip, true);
    const [main] = sideOf([row], strip, false);
    if (side) {
      if (beside.length > 0 && row.y - beside.at(-1)!.y > 2 * row.size) close();
      beside.push(asRow(side));
    }
    if (main) text.push(asRow(main));
  }
  close();
  if (text.length > 0) parts.push(text);
  return parts;
}

const asRow = ({ atoms }: Side): Row => rowOf(atoms);

/** The rows of a region in reading order, a list for each column or full width stretch. Rows come from top to bottom. */
export function columnsOf(rows: readonly Row[], rightToLeft: boolean, depth = 0): Row[][] {
  const gutter = depth < 3 ? gutterOf(rows) : null;
  if (!gutter) return (depth === 0 ? besideOf(rows) : null) ?? (rows.length > 0 ? [[...rows]] : []);
  const columns: Row[][] = [];
  let at = 0;
  for (const { from, to } of gutter.runs) {
    columns.push(...columnsOf(rows.slice(at, from), rightToLeft, depth + 1));
    const part = rows.slice(from, to);
    const sides = [true, false].map((isLeft) => sideOf(part, gutter.strip, isLeft).map(asRow));
    if (rightToLeft) sides.reverse();
    for (const side of sides) columns.push(...columnsOf(side, rightToLeft, depth + 1));
    at = to;
  }
  columns.push(...columnsOf(rows.slice(at), rightToLeft, depth + 1));
  return columns;
}
