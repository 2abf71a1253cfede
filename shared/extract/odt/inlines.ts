/** The words of an OpenDocument paragraph: white space as ODF collapses it, comments and hidden text left out. */
import { raised } from '../html/notes';
import type { NoteBook } from '../noteBook';
import { childOf, elementsOf, valueOf, wordsOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';
import type { OdtStyles } from './styles';

export interface OdtReading {
  readonly styles: OdtStyles;
  readonly notes: NoteBook<XmlElement>;
  /** Spaces and cells that counts may still add. */
  spare: number;
  pictures: number;
}

export interface OdtInlines {
  text: string;
  /** The paragraph as a whole is hidden. */
  isHidden: boolean;
  /** Text boxes and shapes with words, anchored in the paragraph. */
  readonly floats: XmlElement[];
}

const LONGEST_SPACE = 1_000;

/** The words of a paragraph or heading. */
export function readOdtInlines(reading: OdtReading, paragraph: XmlElement): OdtInlines {
  const out: OdtInlines = { text: '', isHidden: false, floats: [] };
  inlines(reading, paragraph, out);
  return out;
}

function inlines(reading: OdtReading, element: XmlElement, out: OdtInlines): void {
  for (const child of element.content) {
    if (typeof child === 'string') addCollapsed(out, child);
    else inline(reading, child, out);
  }
}

function addCollapsed(out: OdtInlines, words: string): void {
  const plain = words.replace(/[ \t\r\n]+/g, ' ');
  out.text += plain.startsWith(' ') && /(?:^| )$/.test(out.text.slice(-1)) ? plain.slice(1) : plain;
}

function inline(reading: OdtReading, element: XmlElement, out: OdtInlines): void {
  switch (element.name) {
    case 'text:s': {
      const count = Number.parseInt(valueOf(element, 'text:c') || '1', 10);
      const more = Math.min(LONGEST_SPACE, Math.max(1, count || 1), reading.spare + 1);
      reading.spare -= more - 1;
      out.text += ' '.repeat(more);
      return;
    }
    case 'text:tab':
      out.text += '\t';
      return;
    case 'text:line-break':
      out.text += '\n';
      return;
    case 'text:span': {
      const style = valueOf(element, 'text:style-name');
      if (reading.styles.isHidden(style)) return;
      const from = out.text.length;
      inlines(reading, element, out);
      const words = out.text.slice(from);
      if (reading.styles.isRaised(style)) out.text = out.text.slice(0, from) + (raised(words) ?? words);
      return;
    }
    case 'text:note':
      return note(reading, element, out);
    case 'text:ruby': {
      inlines(reading, childOf(element, 'text:ruby-base') ?? element, out);
      const reading_ = wordsOf(childOf(element, 'text:ruby-text')).trim();
      if (reading_ !== '') out.text += `(${reading_})`;
      return;
    }
    case 'text:hidden-text':
      if (valueOf(element, 'text:is-hidden') === 'false') inlines(reading, element, out);
      return;
    case 'text:hidden-paragraph':
      if (valueOf(element, 'text:is-hidden') !== 'false') out.isHidden = true;
      return;
    case 'office:annotation':
    case 'office:annotation-end':
    case 'text:tracked-changes':
    case 'svg:title':
    case 'svg:desc':
      return;
    case 'draw:image':
    case 'draw:object':
    case 'draw:object-ole':
    case 'draw:plugin':
      reading.pictures += 1;
      return;
    case 'draw:frame': {
      // A frame holds one thing in several forms: an object and its picture, a text box.
      const box = childOf(element, 'draw:text-box');
      if (box) out.floats.push(box);
      else if (elementsOf(element).some(({ name }) => name.startsWith('draw:'))) reading.pictures += 1;
      return;
    }
    case 'draw:g':
    case 'draw:a':
      for (const child of elementsOf(element)) inline(reading, child, out);
      return;
    default:
      if (element.name.startsWith('draw:')) out.floats.push(element);
      else inlines(reading, element, out);
  }
}

function note(reading: OdtReading, element: XmlElement, out: OdtInlines): void {
  const body = childOf(element, 'text:note-body');
  if (!body) return;
  const kind = valueOf(element, 'text:note-class') === 'endnote' ? 'endnote' : 'footnote';
  const printed = wordsOf(childOf(element, 'text:note-citation')).trim();
  out.text += reading.notes.refer(kind, body, printed === '' ? undefined : `[${printed}]`);
}
