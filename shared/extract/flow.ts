/** Builds a stored text block by block, with its layout: the one way in which extractors of rich formats write. */
import type { LayoutBlock, LayoutKind, LayoutPage } from '../model/layout';

export interface Flow {
  /** A block of its own; white space at its ends is dropped, and nothing is written where nothing is left. */
  block(kind: LayoutKind, text: string, level?: number): void;
  /** A table, row by row: cells apart by tabs, rows by line ends; tabs and line ends inside a cell become spaces. */
  table(rows: readonly (readonly string[])[]): void;
  /** What follows stands on a new page. */
  page(label: string): void;
  done(): { readonly text: string; readonly blocks: readonly LayoutBlock[]; readonly pages: readonly LayoutPage[] };
}

const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();

const cellText = (cell: string): string =>
  clean(cell)
    .split(/[\t\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');

/** An empty flow. Blocks stand apart by an empty line, rows of a table and items of a list by a line end. */
export function startFlow(): Flow {
  const parts: string[] = [];
  const blocks: LayoutBlock[] = [];
  const pages: LayoutPage[] = [];
  let length = 0;
  let last: LayoutKind | null = null;
  const write = (kind: LayoutKind, text: string, level: number): void => {
    if (text === '') return;
    const close = last === kind && (kind === 'table-row' || kind === 'list-item');
    const gap = length === 0 ? '' : close ? '\n' : '\n\n';
    parts.push(gap, text);
    const start = length + gap.length;
    length = start + text.length;
    blocks.push([kind, start, length, level]);
    last = kind;
  };
  return {
    block: (kind, text, level = 0) => write(kind, clean(text), level),
    table(rows) {
      // Two tables in a row stay apart.
      if (last === 'table-row') last = null;
      for (const row of rows) write('table-row', row.map(cellText).join('\t').trimEnd(), 0);
    },
    page: (label) => void pages.push([label.slice(0, 20), length === 0 ? 0 : length + 2]),
    done: () => ({
      text: parts.join(''),
      blocks,
      pages: pages.map(([label, start]): LayoutPage => [label, Math.min(start, length)]),
    }),
  };
}
