/** Tables: rows of head cells at the top are repeated on each page, and no row is cut by a page. */
import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Block, Cell, Inline } from '../parts';
import { BORDER } from './styles';

/** The blocks of a cell; `style` is that of a plain paragraph there. */
export type CellBlocks = (blocks: readonly Block[], style: string) => (Paragraph | Table)[];

/** Twips: the width of the text. */
export const TEXT_WIDTH = 9_412;
const NARROWEST = 900;

export function tableOf(rows: Extract<Block, { kind: 'table' }>['rows'], blocksOf: CellBlocks): Table {
  const body = rows.findIndex((row) => row.some((cell) => !cell.header));
  const head = body < 0 ? rows.length : body;
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widthsOf(rows),
    layout: TableLayoutType.AUTOFIT,
    borders: {
      top: BORDER,
      bottom: BORDER,
      insideHorizontal: BORDER,
      left: { style: BorderStyle.NONE },
      right: { style: BorderStyle.NONE },
      insideVertical: { style: BorderStyle.NONE },
    },
    rows: rows.map(
      (row, i) =>
        new TableRow({ tableHeader: i < head, cantSplit: true, children: row.map((cell) => cellOf(cell, blocksOf)) }),
    ),
  });
}

function cellOf(cell: Cell, blocksOf: CellBlocks): TableCell {
  const style = cell.header ? 'TableHead' : 'TableText';
  const inside = blocksOf(cell.blocks, style);
  // A cell ends in a paragraph.
  if (!(inside.at(-1) instanceof Paragraph)) inside.push(new Paragraph({ style }));
  return new TableCell({
    children: inside,
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
    ...(cell.colspan > 1 ? { columnSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
    ...(cell.header ? { shading: { type: ShadingType.CLEAR, fill: 'F4F3F0', color: 'auto' } } : {}),
  });
}

/** Columns share the width by the longest words and lines in them; Word refines it. */
function widthsOf(rows: readonly (readonly Cell[])[]): number[] {
  const weights: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const cell of row) {
      const length = lengthOf(cell.blocks);
      for (let i = 0; i < cell.colspan; i += 1) {
        weights[column] = Math.max(weights[column] ?? 1, Math.sqrt(Math.min(400, length / cell.colspan)) + 2);
        column += 1;
      }
    }
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const room = TEXT_WIDTH - NARROWEST * weights.length;
  if (room <= 0) return weights.map(() => Math.floor(TEXT_WIDTH / weights.length));
  return weights.map((weight) => NARROWEST + Math.floor((room * weight) / all));
}

const inlineLength = (inlines: readonly Inline[]): number =>
  inlines.reduce((sum, inline) => sum + (inline.kind === 'text' ? inline.text.length : 3), 0);

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return sum + inlineLength(block.inlines);
    if (block.kind === 'list') return sum + block.items.reduce((all, item) => all + lengthOf(item), 0);
    return sum + 40;
  }, 0);
