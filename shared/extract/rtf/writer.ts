/** Puts paragraphs and the cells of tables together from the letters of an RTF file, for its body, a note or a shape. */
import type { LayoutKind } from '../../model/layout';
import { writeTable } from '../sink';
import type { Sink } from '../sink';

export interface ParagraphKind {
  readonly kind: LayoutKind;
  readonly level: number;
  readonly inTable: boolean;
  /** Of a list item, from 1. */
  readonly listLevel: number;
}

type Block = readonly [kind: LayoutKind, text: string, level: number];

export interface Writer {
  add(words: string): void;
  /** The sign before a list item, as the file prints it. */
  label(words: string): void;
  /** Stands after the paragraph that is open. */
  float(write: (sink: Sink) => void): void;
  endParagraph(as: ParagraphKind): void;
  endCell(as: ParagraphKind): void;
  endRow(): void;
  end(as: ParagraphKind): void;
}

/** A writer to a sink, with nothing written yet. */
export function startWriter(sink: Sink): Writer {
  let words = '';
  let label: string | null = null;
  let floats: ((sink: Sink) => void)[] = [];
  let cell: Block[] = [];
  let cells: Block[][] = [];
  let rows: Block[][][] = [];

  const take = (as: ParagraphKind): Block => {
    const sign = label?.trim() ?? null;
    // A sign without a letter or number is a bullet; Word’s hollow one is a small o.
    const isBullet = sign !== null && (sign === 'o' || !/[\p{L}\p{N}]/u.test(sign));
    const text = sign === null ? words : `${isBullet ? '•' : sign} ${words.trimStart()}`;
    const isItem = label !== null && as.kind === 'paragraph';
    const block: Block = words.trim() === '' ? ['paragraph', '', 0] : [isItem ? 'list-item' : as.kind, text, as.level];
    words = '';
    label = null;
    return isItem && block[1] !== '' ? [block[0], block[1], as.listLevel] : block;
  };
  const writeFloats = (): void => {
    const waiting = floats;
    floats = [];
    for (const write of waiting) write(sink);
  };
  const endTable = (): void => {
    const table = rows;
    rows = [];
    if (table.every((row) => row.length <= 1)) {
      for (const row of table) for (const one of row.flat()) sink.block(...one);
    } else
      writeTable(
        sink,
        table.map((row) => row.map((blocks) => blocks.flatMap(([, text]) => text.trim().split('\n')))),
      );
    if (table.length > 0) writeFloats();
  };
  const endLooseCells = (): void => {
    for (const one of [...cells.flat(), ...cell]) sink.block(...one);
    cells = [];
    cell = [];
  };
  return {
    add: (more) => void (words += more),
    label: (sign) => void (label = sign),
    float: (write) => void floats.push(write),
    endParagraph(as) {
      const block = take(as);
      if (as.inTable) {
        cell.push(block);
        return;
      }
      // An empty paragraph between two rows is the end of the first table too.
      endTable();
      endLooseCells();
      sink.block(...block);
      writeFloats();
    },
    endCell(as) {
      const block = take(as);
      if (block[1] !== '' || cell.length > 0) cell.push(block);
      cells.push(cell);
      cell = [];
    },
    endRow() {
      if (cells.length > 0) rows.push(cells);
      cells = [];
    },
    end(as) {
      const last = take(as);
      endTable();
      endLooseCells();
      sink.block(...last);
      writeFloats();
    },
  };
}
