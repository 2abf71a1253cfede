/** The words of a paragraph as they are printed: tracked deletions, hidden text, comments and field codes left out. */
import type { Extracted } from '../extracted';
import { raised } from '../html/notes';
import type { NoteBook, NoteKind } from '../noteBook';
import { symbolLetter } from '../symbols';
import { below, childOf, elementsOf, valueOf, wordsOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';
import { mathWords } from './math';
import type { Numbering } from './numbering';
import { isOn, wholeOf } from './styles';
import type { Styles } from './styles';

/** What reading a document needs and keeps. */
export interface Reading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: NoteBook<XmlElement>;
  readonly noteBodies: Readonly<Record<NoteKind, ReadonlyMap<string, XmlElement>>>;
  /** Words of diagrams by the id of their relationship. */
  readonly diagrams: Map<string, readonly string[]>;
  /** Documents inside this one (altChunk) by the id of their relationship. */
  readonly chunks: Map<string, Extracted>;
  /** Cells that spans may still add. */
  spare: number;
  /** Fields that are open, outermost first: in the code of one nothing is printed. */
  fields: ('code' | 'result')[];
  pictures: number;
}

export interface Inlines {
  text: string;
  /** Text boxes and diagrams anchored in the paragraph. */
  readonly floats: (XmlElement | readonly string[])[];
}

/** What stands there under the id, once: a file that asks for it again and again does not grow by it. */
export function takeOnce<Value>(values: Map<string, Value>, id: string): Value | null {
  const value = values.get(id) ?? null;
  values.delete(id);
  return value;
}

/** The words of a paragraph, and what floats beside it. */
export function readInlines(reading: Reading, paragraph: XmlElement, hidden: boolean): Inlines {
  const out: Inlines = { text: '', floats: [] };
  for (const child of elementsOf(paragraph)) inline(reading, child, hidden, out);
  // A field code ends with its paragraph, lest one that is never closed swallow the rest of the document.
  reading.fields = reading.fields.map(() => 'result');
  return out;
}

/** Fields inside fields. */
const MOST_FIELDS = 100;

const add = (reading: Reading, out: Inlines, hidden: boolean, words: string): void => {
  if (!hidden && !reading.fields.includes('code')) out.text += words;
};

function inline(reading: Reading, element: XmlElement, hidden: boolean, out: Inlines): void {
  switch (element.name) {
    case 'w:pPr':
    case 'w:rPr':
    case 'w:sdtPr':
    case 'w:sdtEndPr':
    case 'w:smartTagPr':
    case 'w:customXmlPr':
    case 'w:del':
    case 'w:moveFrom':
    case 'w:instrText':
    case 'w:delText':
    case 'w:delInstrText':
      return;
    case 'w:r': {
      const properties = childOf(element, 'w:rPr');
      const own = childOf(properties, 'w:vanish');
      const style = valueOf(childOf(properties, 'w:rStyle'), 'w:val');
      const gone = own ? isOn(own) : hidden || (style !== '' && reading.styles(style).hidden);
      const isRaised = valueOf(childOf(properties, 'w:vertAlign'), 'w:val') === 'superscript';
      const part: Inlines = isRaised ? { text: '', floats: out.floats } : out;
      for (const child of elementsOf(element)) inline(reading, child, gone, part);
      if (isRaised) out.text += raised(part.text) ?? part.text;
      return;
    }
    case 'w:t':
      return add(reading, out, hidden, wordsOf(element).replace(/[\r\n]+/g, ' '));
    case 'w:tab':
    case 'w:ptab':
      return add(reading, out, hidden, '\t');
    case 'w:br':
    case 'w:cr':
      return add(reading, out, hidden, '\n');
    case 'w:noBreakHyphen':
      return add(reading, out, hidden, '\u2011');
    case 'w:sym': {
      const code = Number.parseInt(valueOf(element, 'w:char'), 16);
      return add(reading, out, hidden, Number.isNaN(code) ? '' : symbolLetter(valueOf(element, 'w:font'), code));
    }
    case 'w:fldChar':
      return field(reading, element, hidden, out);
    case 'w:footnoteReference':
      return note(reading, 'footnote', element, hidden, out);
    case 'w:endnoteReference':
      return note(reading, 'endnote', element, hidden, out);
    case 'w:ruby': {
      const [base, reading_] = ['w:rubyBase', 'w:rt'].map((name) => {
        const part: Inlines = { text: '', floats: out.floats };
        for (const child of elementsOf(childOf(element, name))) inline(reading, child, hidden, part);
        return part.text;
      });
      // `add` was asked for each already.
      out.text += reading_ ? `${base}(${reading_})` : base;
      return;
    }
    case 'm:oMath':
      return add(reading, out, hidden, mathWords(element));
    case 'mc:AlternateContent':
      return alternatives(reading, element, hidden, out);
    case 'w:txbxContent':
      if (!hidden) out.floats.push(element);
      return;
    case 'dgm:relIds': {
      const words = hidden ? null : takeOnce(reading.diagrams, valueOf(element, 'r:dm'));
      if (words) out.floats.push(words);
      return;
    }
    case 'pic:pic':
    case 'v:imagedata':
    case 'c:chart':
      reading.pictures += 1;
      return;
    case 'v:textpath':
      return add(reading, out, hidden, valueOf(element, 'string'));
    default:
      for (const child of elementsOf(element)) inline(reading, child, hidden, out);
  }
}

/** The newest form of a drawing, or the older one beside it where the newer has no words. */
function alternatives(reading: Reading, element: XmlElement, hidden: boolean, out: Inlines): void {
  const pictures = reading.pictures;
  for (const choice of elementsOf(element)) {
    reading.pictures = pictures;
    const [length, floats] = [out.text.length, out.floats.length];
    for (const child of elementsOf(choice)) inline(reading, child, hidden, out);
    if (out.text.length > length || out.floats.length > floats || reading.pictures > pictures) return;
  }
}

function field(reading: Reading, element: XmlElement, hidden: boolean, out: Inlines): void {
  const type = valueOf(element, 'w:fldCharType');
  if (type === 'end') reading.fields.pop();
  else if (type === 'separate') {
    if (reading.fields.length > 0) reading.fields[reading.fields.length - 1] = 'result';
  } else if (type === 'begin') {
    add(reading, out, hidden, formField(childOf(element, 'w:ffData')));
    if (reading.fields.length < MOST_FIELDS) reading.fields.push('code');
  }
}

/** What a form field shows that keeps no result in the text: a box, or the chosen entry of a list. */
function formField(data: XmlElement | undefined): string {
  const box = childOf(data, 'w:checkBox');
  if (box) return isOn(childOf(box, 'w:checked') ?? childOf(box, 'w:default') ?? NOT_CHECKED) ? '☒' : '☐';
  const list = childOf(data, 'w:ddList');
  if (!list) return '';
  const entries = elementsOf(list).filter(({ name }) => name === 'w:listEntry');
  return valueOf(entries[wholeOf(below(list, 'w:result')) ?? wholeOf(below(list, 'w:default')) ?? 0], 'w:val');
}

const NOT_CHECKED: XmlElement = { name: 'w:default', attributes: new Map([['w:val', '0']]), content: [] };

function note(reading: Reading, kind: NoteKind, element: XmlElement, hidden: boolean, out: Inlines): void {
  const body = reading.noteBodies[kind].get(valueOf(element, 'w:id'));
  if (!body || hidden || reading.fields.includes('code')) return;
  const ownMark = /^(?:1|true|on)$/.test(valueOf(element, 'w:customMarkFollows'));
  out.text += reading.notes.refer(kind, body, ownMark ? '' : undefined);
}
