/** The blocks of a Word document in the order they are read: paragraphs, lists, tables, text boxes after their anchor. */
import { startWords, writeTable } from '../sink';
import type { Sink } from '../sink';
import { below, childOf, elementsOf, valueOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';
import { writeChunk } from './chunks';
import { readInlines, takeOnce } from './inlines';
import type { Reading } from './inlines';
import { wholeOf } from './styles';

/** Elements that only hold others. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'w:dir',
  'w:bdo',
]);

/** The children with what wrappers hold in their place. */
function unwrapped(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'mc:AlternateContent') return unwrapped(elementsOf(child)[0] ?? child);
    return WRAPPERS.has(child.name) ? unwrapped(child) : [child];
  });
}

/** Writes all blocks inside an element. */
export function readBlocks(reading: Reading, container: XmlElement, sink: Sink): void {
  // Words of paragraphs whose mark was deleted: they run on into the next.
  let carried = '';
  for (const child of unwrapped(container)) {
    if (child.name === 'w:p') {
      carried = paragraph(reading, child, carried, sink);
      continue;
    }
    if (child.name !== 'w:tbl' && child.name !== 'w:altChunk') continue;
    if (carried !== '') sink.block('paragraph', carried);
    carried = '';
    if (child.name === 'w:tbl') table(reading, child, sink);
    else {
      const chunk = takeOnce(reading.chunks, valueOf(child, 'r:id'));
      if (chunk) writeChunk(chunk, sink);
    }
  }
  if (carried !== '') sink.block('paragraph', carried);
}

/** Writes a paragraph; gives its words back instead where its mark was deleted. */
function paragraph(reading: Reading, element: XmlElement, carried: string, sink: Sink): string {
  const properties = childOf(element, 'w:pPr');
  const style = reading.styles(valueOf(childOf(properties, 'w:pStyle'), 'w:val'));
  const { text: own, floats } = readInlines(reading, element, style.hidden);
  const text = carried + own;
  const mark = childOf(properties, 'w:rPr');
  // The first letter of a paragraph, set large, is kept as a paragraph before it.
  const isDropCap = /^(?:drop|margin)$/.test(valueOf(childOf(properties, 'w:framePr'), 'w:dropCap'));
  const joins = isDropCap || childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom');
  if (!joins) write(reading, properties, style, text, sink);
  if (floats.length > 0) {
    const { fields } = reading;
    for (const float of floats) {
      reading.fields = [];
      if ('name' in float) readBlocks(reading, float, sink);
      else for (const words of float) sink.block('paragraph', words);
    }
    reading.fields = fields;
  }
  return joins ? text : '';
}

function write(
  reading: Reading,
  properties: XmlElement | undefined,
  style: ReturnType<Reading['styles']>,
  text: string,
  sink: Sink,
): void {
  const numbered = childOf(properties, 'w:numPr');
  const ownId = valueOf(childOf(numbered, 'w:numId'), 'w:val');
  const numId = ownId === '' ? style.numId : ownId;
  const ilvl = wholeOf(childOf(numbered, 'w:ilvl')) ?? (ownId === '' ? style.ilvl : 0);
  const label = numId === '' || numId === '0' ? null : reading.numbering.next(numId, ilvl, style.id);
  if (text.trim() === '') return sink.block('paragraph', '');
  const sign = label?.isBullet && style.kind === 'paragraph' ? '•' : (label?.text ?? '');
  const words = sign === '' ? text : `${sign} ${text.trimStart()}`;
  const outline = wholeOf(below(properties, 'w:outlineLvl'));
  if (style.kind === 'paragraph' && outline !== null && outline >= 0 && outline < 9)
    sink.block('heading', words, outline + 1);
  else if (style.kind !== 'paragraph') sink.block(style.kind, words, style.level);
  else if (label && sign !== '') sink.block('list-item', words, label.level);
  else sink.block('paragraph', words);
}

/** A tracked change took the row out. */
const isDeleted = (row: XmlElement): boolean => below(row, 'w:trPr', 'w:del') !== undefined;

/** A table of one column only frames its contents: they stand as blocks of their own. */
function table(reading: Reading, element: XmlElement, sink: Sink): void {
  const rows = unwrapped(element)
    .filter((row) => row.name === 'w:tr' && !isDeleted(row))
    .map((row) => unwrapped(row).filter(({ name }) => name === 'w:tc'));
  if (rows.every((row) => row.length <= 1)) {
    for (const row of rows) for (const cell of row) readBlocks(reading, cell, sink);
    return;
  }
  writeTable(
    sink,
    rows.map((row) => row.flatMap((cell) => cellLines(reading, cell))),
  );
}

const WIDEST_SPAN = 63;

/** The lines of a cell, followed by an empty cell for each further column it spans. */
function cellLines(reading: Reading, cell: XmlElement): (readonly string[])[] {
  const words = startWords();
  readBlocks(reading, cell, words);
  const span = wholeOf(below(cell, 'w:tcPr', 'w:gridSpan')) ?? 1;
  const more = Math.min(WIDEST_SPAN, Math.max(1, span), reading.spare + 1) - 1;
  reading.spare -= more;
  return [words.lines(), ...Array<string[]>(more).fill([])];
}

/** Writes the notes the text refers to, in order, and those that they refer to. */
export function readNotes(reading: Reading, sink: Sink): void {
  for (let notes = reading.notes.take(); notes.length > 0; notes = reading.notes.take()) {
    for (const { mark, body } of notes) {
      reading.fields = [];
      const words = startWords();
      readBlocks(reading, body, words);
      if (words.words() !== '') sink.block('footnote', `${mark} ${words.words()}`);
    }
  }
}
