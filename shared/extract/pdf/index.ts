/**
 * The text of a PDF from the pieces on its pages: reading order, paragraphs, headings, notes, tables; heads, feet and
 * page numbers kept out; hyphens of line ends undone. The same pieces always give the same text.
 */
import type { LayoutPage } from '../../model/layout';
import type { LayoutBlock } from '../../model/layout';
import { startFlow } from '../flow';
import { blocksOfPages } from './blocks';
import type { Draft } from './blocks';
import { withoutFurniture } from './furniture';
import { joinLines, wordsOf } from './joining';
import type { Words } from './joining';
import { measuresOf } from './measures';
import { noteMarksIn } from './noteMarks';
import type { PageLines, PdfPage } from './page';
import { linesOfPage } from './pageLines';

export { linesOfPage };
export type { PageLine, PageLines, PdfItem, PdfPage } from './page';

/** Recorded with each text: what made it, and which version of the rules. */
export const PDF_EXTRACTOR = 'pdf/1';

export interface PdfFlow {
  readonly text: string;
  readonly blocks: readonly LayoutBlock[];
  /** One for each page of the file, in its order. */
  readonly pages: readonly LayoutPage[];
  /** The document's title as it stands on its first page; empty where none stands out. */
  readonly title: string;
  /** Pages without any text. */
  readonly empty: number;
}

interface Written {
  readonly text: string;
  /** Where lines of a further page begin in it. */
  readonly turns: readonly { readonly page: number; readonly at: number }[];
}

function write(draft: Draft, words: Words, marked: ReturnType<typeof noteMarksIn>): Written {
  const { lines } = draft;
  let text = '';
  const turns: { page: number; at: number }[] = [];
  let page = lines[0]!.page;
  for (const one of lines) {
    const own = marked(one.line.text, one.page, draft);
    text = joinLines(text, own, words);
    if (one.page === page) continue;
    page = one.page;
    turns.push({ page, at: text.length - own.length });
  }
  return { text, turns };
}

/** The stored text of a document whose pages were cut into lines, with its blocks and where each page begins. */
export function flowOfLines(pages: readonly PageLines[]): PdfFlow {
  const trimmed = withoutFurniture(pages);
  const lines = trimmed.pages.flat();
  const words = wordsOf(lines.map((line) => line.text));
  const drafts = blocksOfPages(trimmed.pages, measuresOf(lines));
  const marked = noteMarksIn(drafts);
  const flow = startFlow();
  const starts = new Map<number, { block: number; at: number }>();
  let count = 0;
  let title = '';
  for (const draft of drafts) {
    const begins = { block: count, at: 0 };
    if (!starts.has(draft.lines[0]!.page)) starts.set(draft.lines[0]!.page, begins);
    if (draft.rows) {
      flow.table(draft.rows);
      count += draft.rows.filter((row) => row.join('').trim() !== '').length;
      continue;
    }
    const { text, turns } = write(draft, words, marked);
    if (text.trim() === '') continue;
    flow.block(draft.kind, text, draft.level);
    if (draft.kind === 'title') title = text;
    for (const { page, at } of turns) if (!starts.has(page)) starts.set(page, { block: count, at });
    count += 1;
  }
  const { text, blocks } = flow.done();
  let next = text.length;
  const begins = pages.map((_, page) => starts.get(page)).toReversed();
  const offsets = begins.map((begin) => (next = begin ? (blocks[begin.block]?.[1] ?? text.length) + begin.at : next));
  return {
    text,
    blocks,
    pages: offsets.toReversed().map((start, page): LayoutPage => [trimmed.labels[page]!.slice(0, 20), start]),
    title,
    empty: pages.filter((page) => page.lines.length === 0).length,
  };
}

/** The same from the pieces of all pages at once. */
export const flowOfPages = (pages: readonly PdfPage[]): PdfFlow => flowOfLines(pages.map(linesOfPage));
