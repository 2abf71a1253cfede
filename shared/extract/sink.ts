/** Where blocks go: the flow of a document, or the words of a cell or note that is one block itself. */
import type { Flow } from './flow';

export type Sink = Pick<Flow, 'block' | 'table'>;

export interface WordSink extends Sink {
  /** The words of all blocks, each on a line of its own. */
  words(): string;
  /** The same, with empty blocks as empty lines. */
  lines(): readonly string[];
}

/** Gathers words only; rows of a table become lines. */
export function startWords(): WordSink {
  const lines: string[] = [];
  const add = (text: string): void => {
    for (const line of text.trim().split('\n')) lines.push(line);
  };
  return {
    block: (_kind, text) => add(text),
    table: (rows) => rows.forEach((row) => add(row.map((cell) => cell.trim()).join(' '))),
    words: () => lines.filter((line) => line !== '').join('\n'),
    lines: () => lines,
  };
}

/** Fewest lines in a cell that can be a column of figures typed into one row. */
const LEAST_LINES = 3;

const IS_ITEM = /^(?:•|[\p{L}\p{N}]{1,4}[.)]) /u;

/** A row whose cells hold the same number of lines is read line by line, as it is printed; lists side by side are not. */
function byLines(row: readonly (readonly string[])[]): string[][] {
  const filled = row.filter((cell) => cell.some((line) => line !== ''));
  const count = filled[0]?.length ?? 0;
  const isOdd = (cell: readonly string[]): boolean => cell.length !== count || cell.some((line) => IS_ITEM.test(line));
  if (count < LEAST_LINES || filled.length < 2 || filled.some(isOdd))
    return [row.map((cell) => cell.filter((line) => line !== '').join(' '))];
  return Array.from({ length: count }, (_, i) => row.map((cell) => cell[i] ?? ''));
}

/** Writes a table of cells of lines; columns that are empty in every row are left out. */
export function writeTable(sink: Sink, table: readonly (readonly (readonly string[])[])[]): void {
  const rows = table.flatMap(byLines);
  const used = new Set(rows.flatMap((row) => row.flatMap((cell, i) => (cell === '' ? [] : [i]))));
  sink.table(rows.map((row) => row.filter((_, i) => used.has(i))));
}
