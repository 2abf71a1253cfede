/** The blocks of an OpenDocument text in reading order. */
import { startWords, writeTable } from '../sink';
import type { Sink } from '../sink';
import { elementsOf, valueOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';
import { readOdtInlines } from './inlines';
import type { OdtReading } from './inlines';
import { startOdtLists } from './lists';
import type { OdtLists } from './lists';
import { OUTLINE } from './styles';

interface Item {
  /** From 1. */
  readonly level: number;
  /** Before the item's first words; empty for bullets and later paragraphs. */
  label: string;
  isFirst: boolean;
}

export interface OdtBody {
  readonly reading: OdtReading;
  readonly lists: OdtLists;
}

/** The state in which a text is read. */
export const startOdtBody = (reading: OdtReading): OdtBody => ({ reading, lists: startOdtLists(reading.styles) });

/** Writes all blocks inside an element. */
export function readOdtBlocks(body: OdtBody, container: XmlElement, sink: Sink, item: Item | null = null): void {
  for (const child of elementsOf(container)) block(body, child, sink, item);
}

function block(body: OdtBody, element: XmlElement, sink: Sink, item: Item | null): void {
  switch (element.name) {
    case 'text:p':
    case 'text:h':
      return paragraph(body, element, sink, item);
    case 'text:list':
      return list(body, element, sink, item);
    case 'table:table':
      return table(body, element, sink);
    case 'text:section':
      if (isShown(element)) readOdtBlocks(body, element, sink, item);
      return;
    case 'text:tracked-changes':
    case 'office:forms':
    case 'office:annotation':
    case 'svg:title':
    case 'svg:desc':
      return;
    default:
      // Indexes keep the rules they were made by beside their text.
      if (/-source$|-decls$/.test(element.name)) return;
      if (element.name.startsWith('draw:')) return drawing(body, element, sink);
      readOdtBlocks(body, element, sink, item);
  }
}

function isShown(section: XmlElement): boolean {
  const display = valueOf(section, 'text:display');
  return display !== 'none' && !(display === 'condition' && valueOf(section, 'text:is-hidden') === 'true');
}

function drawing(body: OdtBody, element: XmlElement, sink: Sink): void {
  const holder: XmlElement = { name: 'text:p', attributes: new Map(), content: [element] };
  for (const float of readOdtInlines(body.reading, holder).floats) readOdtBlocks(body, float, sink);
}

function paragraph(body: OdtBody, element: XmlElement, sink: Sink, item: Item | null): void {
  const style = body.reading.styles.paragraph(valueOf(element, 'text:style-name'));
  const { text, isHidden, floats } = readOdtInlines(body.reading, element);
  const isHeading = element.name === 'text:h';
  const level = isHeading ? headingLevel(element) : 0;
  const isNumbered = isHeading && valueOf(element, 'text:is-list-header') !== 'true';
  if (style.hidden || isHidden || text.trim() === '') sink.block('paragraph', '');
  else if (isHeading) {
    const label = item?.label || (isNumbered ? body.lists.next(OUTLINE, level) : '');
    sink.block(style.kind === 'title' ? 'title' : 'heading', labelled(label, text), level);
  } else if (item?.isFirst) sink.block('list-item', labelled(item.label, text), item.level);
  else sink.block(style.kind, text, style.level);
  if (item && text.trim() !== '') Object.assign(item, { isFirst: false, label: '' });
  for (const float of floats) readOdtBlocks(body, float, sink);
}

const labelled = (label: string, text: string): string => (label === '' ? text : `${label} ${text.trimStart()}`);

function headingLevel(element: XmlElement): number {
  const level = Number.parseInt(valueOf(element, 'text:outline-level'), 10);
  return Math.min(9, Math.max(1, level || 1));
}

function list(body: OdtBody, element: XmlElement, sink: Sink, parent: Item | null): void {
  const level = Math.min(10, (parent?.level ?? 0) + 1);
  const style = body.lists.enter(element, level);
  for (const child of elementsOf(element)) {
    if (child.name !== 'text:list-item' && child.name !== 'text:list-header') continue;
    // An item that begins with a list of its own prints no number for itself.
    const holdsList = elementsOf(child)[0]?.name === 'text:list';
    const isItem = child.name === 'text:list-item' && !holdsList;
    const label = isItem ? body.lists.next(style, level, valueOf(child, 'text:start-value')) : '';
    readOdtBlocks(body, child, sink, { level: Math.min(9, level), label, isFirst: isItem });
  }
  body.lists.leave();
}

const MOST_REPEATED = 64;
/** Longer words are not printed again in the cells beside theirs. */
const LONGEST_REPEATED = 100;

/** A table of one column only frames its contents: they stand as blocks of their own. */
function table(body: OdtBody, element: XmlElement, sink: Sink): void {
  const rows = rowsOf(element).map((row) =>
    elementsOf(row).filter(({ name }) => name === 'table:table-cell' || name === 'table:covered-table-cell'),
  );
  if (rows.every((row) => row.length <= 1)) {
    for (const row of rows) for (const cell of row) readOdtBlocks(body, cell, sink);
    return;
  }
  writeTable(
    sink,
    rows.map((row) => row.flatMap((cell) => cellLines(body, cell))),
  );
}

function rowsOf(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'table:table-row') return [child];
    return /^table:(?:table-header-rows|table-rows|table-row-group)$/.test(child.name) ? rowsOf(child) : [];
  });
}

function cellLines(body: OdtBody, cell: XmlElement): (readonly string[])[] {
  const words = startWords();
  if (cell.name === 'table:table-cell') readOdtBlocks(body, cell, words);
  const repeated = Number.parseInt(valueOf(cell, 'table:number-columns-repeated'), 10) || 1;
  const count = Math.min(MOST_REPEATED, Math.max(1, repeated), body.reading.spare + 1);
  body.reading.spare -= count - 1;
  const again = words.words().length < LONGEST_REPEATED ? words.lines() : [];
  return [words.lines(), ...Array<readonly string[]>(count - 1).fill(again)];
}

/** Writes the notes the text refers to, in order. */
export function readOdtNotes(body: OdtBody, sink: Sink): void {
  const { notes } = body.reading;
  for (let taken = notes.take(); taken.length > 0; taken = notes.take()) {
    for (const note of taken) {
      const words = startWords();
      readOdtBlocks(body, note.body, words);
      if (words.words() !== '') sink.block('footnote', `${note.mark} ${words.words()}`);
    }
  }
}
