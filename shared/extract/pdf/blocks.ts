/** Lines to blocks: paragraphs, headings, items, captions, rows of tables, notes. */
import { goesOn } from './breaks';
import type { LayoutKind } from '../../model/layout';
import type { Measures } from './measures';
import type { PageLine } from './page';
import {
  beginsBullet,
  beginsCaption,
  beginsCounted,
  beginsLower,
  beginsNote,
  endsSentence,
  leadsToPage,
} from './signs';
import { tableAt } from './tables';
import type { Table } from './tables';

export interface Standing {
  readonly line: PageLine;
  /** Index of its page. */
  readonly page: number;
}

export interface Draft {
  kind: LayoutKind;
  level: number;
  readonly lines: Standing[];
  /** Of a table; the lines are then only told for their page. */
  readonly rows: readonly (readonly string[])[] | null;
}

/** Notes are set in letters smaller than this share of the running text's. */
const NOTE_SIZE = 0.93;
const LONGEST_HEADING = 220;
/** So many blocks may stand between the parts of a paragraph: the words of a figure. */
const MOST_BETWEEN = 40;

/**
 * Index of the first note at the bottom of a column; its length where there is none. Small print below a sentence that
 * is not over counts as well: the sentence goes on at the top of the next column.
 */
function notesFrom(lines: readonly PageLine[], { bodySize }: Measures): number {
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size < bodySize * NOTE_SIZE) from -= 1;
  const above = lines[from - 1];
  const cut = above !== undefined && from < lines.length && !endsSentence(above.text) && above.size < bodySize * 1.05;
  if (cut && from * 2 > lines.length && lines[from]!.y - above.y > 1.5 * bodySize) return from;
  while (from < lines.length && !(lines[from]!.raised || beginsNote(lines[from]!.text))) from += 1;
  return from;
}

function columnsIn(lines: readonly PageLine[]): PageLine[][] {
  const columns: PageLine[][] = [];
  for (const line of lines) {
    const last = columns.at(-1);
    if (last && last[0]!.column === line.column) last.push(line);
    else columns.push([line]);
  }
  return columns;
}

/** Puts lines to blocks, one after the other. */
class Setter {
  readonly drafts: Draft[] = [];
  private open: Draft | null = null;
  // Notes stand behind the paragraph that the page ends with, but before one that goes on: they belong to their page.
  private notes: Draft[] = [];
  private readonly measures: Measures;

  constructor(measures: Measures) {
    this.measures = measures;
  }

  private putNotes(before: Draft | null): void {
    if (before) this.drafts.splice(this.drafts.indexOf(before), 0, ...this.notes);
    else this.drafts.push(...this.notes);
    this.notes = [];
  }

  private begin(draft: Draft): void {
    if (this.notes.length > 0 && this.notes[0]!.lines[0]!.page !== draft.lines[0]!.page) this.putNotes(null);
    this.drafts.push(draft);
    this.open = draft.rows ? null : draft;
  }

  table(table: Table, lines: readonly PageLine[], page: number): void {
    const standing = lines.slice(table.from, table.to).map((line) => ({ line, page }));
    this.begin({ kind: 'table-row', level: 0, lines: standing, rows: table.rows });
  }

  line(line: PageLine, next: PageLine | undefined, page: number): void {
    const draft = this.goingOn(line, next, page);
    if (!draft) return this.begin({ kind: 'paragraph', level: 0, lines: [{ line, page }], rows: null });
    if (this.notes.length > 0 && draft.lines.at(-1)!.page !== page) this.putNotes(draft);
    draft.lines.push({ line, page });
    this.open = draft;
  }

  /** The paragraph that the line goes on with: the last one, or one that a figure or a table stands in the midst of. */
  private goingOn(line: PageLine, next: PageLine | undefined, page: number): Draft | null {
    const { open, measures } = this;
    const last = open?.lines.at(-1);
    const near = last?.page === page && last.line.column === line.column;
    const meets = (draft: Draft, isNear: boolean): boolean => {
      const [first, before] = [draft.lines[0]!, draft.lines.at(-1)!];
      // A paragraph over three pages would take the notes of the second one to the first.
      if (this.notes.length > 0 && before.page !== page && first.page !== before.page) return false;
      const meeting = { first: first.line, before: before.line, count: draft.lines.length, line, next, near: isNear };
      return goesOn(meeting, measures);
    };
    if (open && meets(open, near)) return open;
    if (near || !beginsLower(line.text) || Math.abs(line.size - measures.bodySize) > 0.6) return null;
    for (let at = this.drafts.length - 1; at >= 0 && at > this.drafts.length - MOST_BETWEEN; at -= 1) {
      const draft = this.drafts[at]!;
      const { line: end, page: endPage } = draft.lines.at(-1)!;
      const isText = !draft.rows && draft.kind === 'paragraph' && end.size === line.size && end.font === line.font;
      const isFull = end.right - end.x1 < 0.15 * (end.right - end.left);
      if (!isText || !isFull || end.text.length <= 30) continue;
      const isNext = endPage === page || (endPage === page - 1 && draft.lines[0]!.page === endPage);
      if (!isNext || !meets(draft, false)) return null;
      // What stands between stays on its page: it comes before a paragraph that leaves that page.
      const between = this.drafts.slice(at + 1);
      const before = between.filter((one) => one.lines[0]!.page < page);
      if (before.some((one) => one.lines[0]!.page < endPage || one.lines.at(-1)!.page === page)) return null;
      const after = between.filter((one) => one.lines[0]!.page === page);
      this.drafts.splice(at, Infinity, ...before, draft, ...after);
      return draft;
    }
    return null;
  }

  note(line: PageLine, page: number): void {
    const last = this.notes.at(-1);
    if (last && !line.raised && !beginsNote(line.text) && last.lines.at(-1)!.line.column === line.column) {
      last.lines.push({ line, page });
    } else this.notes.push({ kind: 'footnote', level: 0, lines: [{ line, page }], rows: null });
  }

  done(): Draft[] {
    this.putNotes(null);
    return this.drafts;
  }
}

/** The document's blocks in reading order. `pages` hold the lines of the text alone. */
export function blocksOfPages(pages: readonly (readonly PageLine[])[], measures: Measures): Draft[] {
  const setter = new Setter(measures);
  for (const [page, all] of pages.entries()) {
    for (const lines of columnsIn(all)) {
      const end = notesFrom(lines, measures);
      for (let at = 0; at < end; at += 1) {
        const table = tableAt(lines, at, end);
        if (table) {
          setter.table(table, lines, page);
          at = table.to - 1;
        } else setter.line(lines[at]!, at + 1 < end ? lines[at + 1] : undefined, page);
      }
      for (const line of lines.slice(end)) setter.note(line, page);
    }
  }
  const drafts = setter.done();
  for (const [i, draft] of drafts.entries()) nameKind(draft, drafts[i + 1], measures);
  nameTitle(drafts);
  return drafts;
}

function nameKind(draft: Draft, next: Draft | undefined, measures: Measures): void {
  if (draft.kind !== 'paragraph') return;
  const first = draft.lines[0]!.line;
  const length = draft.lines.reduce((sum, { line }) => sum + line.text.length, 0);
  const level = measures.headingLevel(first.size);
  if (beginsCaption(first.text) && length < 900) draft.kind = 'caption';
  else if (level > 0 && length <= LONGEST_HEADING && !leadsToPage(first.text) && /\p{L}/u.test(first.text)) {
    draft.kind = 'heading';
    draft.level = level;
  } else if (beginsBullet(first.text) || leadsToPage(first.text) || hangsCounted(draft)) {
    draft.kind = 'list-item';
    draft.level = 1 + Math.max(0, Math.min(8, Math.floor((first.x0 - first.left) / (2.2 * first.size))));
  } else if (standsOut(draft, next, length, measures)) {
    draft.kind = 'heading';
    draft.level = measures.levels + 1;
  }
}

/** A number or letter in front, and further lines that begin under the words, not under the number. */
const hangsCounted = ({ lines }: Draft): boolean =>
  beginsCounted(lines[0]!.line.text) &&
  lines.length > 1 &&
  lines
    .slice(1)
    .every(({ line }) => line.column !== lines[0]!.line.column || line.x0 > lines[0]!.line.x0 + 0.6 * line.size);

/** A short line all in another font of the same size, above text in the usual one. */
function standsOut({ lines }: Draft, next: Draft | undefined, length: number, measures: Measures): boolean {
  const { font, size, text } = lines[0]!.line;
  if (font === null || font === measures.bodyFont || lines.length > 2 || length > 110) return false;
  if (lines.some(({ line }) => line.font !== font) || size < measures.bodySize * 0.95) return false;
  if (endsSentence(text.replace(/[?\d)]+$/, '')) || beginsLower(text) || !/\p{L}{2}/u.test(text)) return false;
  return next?.kind === 'paragraph' && next.lines[0]!.line.font !== font;
}

/** The one block in the largest letters of the document, where it stands on the first page. */
function nameTitle(drafts: readonly Draft[]): void {
  const top = drafts.filter((draft) => draft.kind === 'heading' && draft.level === 1);
  const title = top[0];
  if (!title || top.length > 2 || title.lines[0]!.page > 0 || drafts.indexOf(title) > 8) return;
  title.kind = 'title';
  title.level = 0;
  for (const draft of drafts) if (draft.kind === 'heading') draft.level = Math.max(1, draft.level - 1);
}
