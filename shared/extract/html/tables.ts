/** Tables of a page: which hold figures in rows and columns, which only lay the page out, and their cells. */
import { attribute, below, childrenOf, hasWord, nameOf, textOf } from './node';
import type { HtmlNode } from './node';

/** Columns one cell may span, and empty cells written for spans in one table. */
const WIDEST_SPAN = 100;
const MOST_FILLED = 20_000;
/** A cell with more code units than this holds text, not a value. */
const LONGEST_VALUE = 2_000;

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const LAYOUT_ROLES: ReadonlySet<string> = new Set(['presentation', 'none']);

/** The rows of a table itself, in order, without those of tables in its cells. */
export function rowsOf(table: HtmlNode): HtmlNode[] {
  const rows: HtmlNode[] = [];
  for (const child of childrenOf(table)) {
    if (nameOf(child) === 'tr') rows.push(child);
    else if (/^t(?:head|body|foot)$/.test(nameOf(child))) {
      for (const row of childrenOf(child)) if (nameOf(row) === 'tr') rows.push(row);
    }
  }
  return rows;
}

export const cellsOf = (row: HtmlNode): HtmlNode[] =>
  [...childrenOf(row)].filter((cell) => nameOf(cell) === 'td' || nameOf(cell) === 'th');

/** True where rows and columns mean something; false for a table that is there for the look of the page. */
export function holdsData(table: HtmlNode): boolean {
  if (hasWord(table, 'role', LAYOUT_ROLES)) return false;
  const rows = rowsOf(table).map(cellsOf);
  const isNamed =
    [...childrenOf(table)].some((child) => nameOf(child) === 'caption' || nameOf(child) === 'thead') ||
    rows.some((cells) => cells.some((cell) => nameOf(cell) === 'th'));
  const isWide = rows.some((cells) => cells.length > 1);
  if (isNamed) return isWide || rows.length > 1;
  return isWide && !rows.some((cells) => cells.some(holdsText));
}

function holdsText(cell: HtmlNode): boolean {
  for (const node of below(cell)) {
    const name = nameOf(node);
    if (name === 'table' || HEADINGS.has(name)) return true;
  }
  return textOf(cell, LONGEST_VALUE).length >= LONGEST_VALUE;
}

const spanOf = (cell: HtmlNode, name: string): number => {
  const span = Number.parseInt(attribute(cell, name), 10);
  return span >= 1 ? Math.min(span, WIDEST_SPAN) : 1;
};

/** The table as a grid: a cell that spans several is written once, in its first place; the others are empty. */
export function gridOf(table: HtmlNode, wordsOf: (cell: HtmlNode) => string): string[][] {
  let filled = 0;
  let taken = new Map<number, number>();
  return rowsOf(table).map((row) => {
    const line: string[] = [];
    const held = new Map<number, number>();
    const pass = (): void => {
      for (let left = taken.get(line.length); left !== undefined; left = taken.get(line.length)) {
        if (left > 1) held.set(line.length, left - 1);
        line.push('');
        filled += 1;
      }
    };
    for (const cell of cellsOf(row)) {
      pass();
      const wide = filled < MOST_FILLED ? spanOf(cell, 'colspan') : 1;
      const high = filled < MOST_FILLED ? spanOf(cell, 'rowspan') : 1;
      for (let i = 0; i < wide; i += 1) {
        if (high > 1) held.set(line.length, high - 1);
        line.push(i === 0 ? wordsOf(cell) : '');
      }
      filled += wide - 1;
    }
    pass();
    taken = held;
    return line;
  });
}
