/**
 * A parsed page to the text a person reads of it, block by block in order. Nothing is run, loaded or fetched: elements
 * are read, and what has no words is counted.
 */
import type { LayoutKind } from '../../model/layout';
import type { Flow } from '../flow';
import { isPicture, isPoint, isUnread } from './hidden';
import { signsOf, wordItem } from './lists';
import { attribute, hasAttribute, below, childrenOf, isText, nameOf, textOf } from './node';
import type { HtmlNode } from './node';
import { isNote, isWayBack, noteMark, raised } from './notes';
import { gridOf, holdsData } from './tables';
import { startWords } from './words';

/** What is nested deeper is read as one run of words. */
const DEEPEST = 250;

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form header hgroup hr html legend li listing main menu ol option optgroup p plaintext pre search section summary ' +
    'table tbody td tfoot th thead tr ul xmp h1 h2 h3 h4 h5 h6 caption'
  ).split(' '),
);

interface Place {
  readonly kind: LayoutKind;
  readonly level: number;
  readonly lists: number;
  readonly isKept: boolean;
  readonly depth: number;
  /** The sign of the list item whose first words are still to come. */
  readonly sign: { waiting: string | null };
}

export interface HtmlFlowOptions {
  /** Parses the page inside a frame (`srcdoc`); without it such frames count as pictures. */
  readonly parseFrame?: (html: string) => HtmlNode | null;
}

export interface HtmlFlowCount {
  /** Pictures and other parts without words that were left out. */
  readonly pictures: number;
}

/** Where blocks are written: a flow, or the words of one cell. */
type Sink = Pick<Flow, 'block' | 'table'>;

/** Writes all that is read below `root` into the flow. */
export function htmlToFlow(root: HtmlNode, flow: Sink, options: HtmlFlowOptions = {}): HtmlFlowCount {
  return { pictures: walk(root, flow, options, 0) };
}

/** The words of a table's cell in one line, and the pictures in it. */
function readCell(cell: HtmlNode, options: HtmlFlowOptions, depth: number): { words: string; pictures: number } {
  const parts: string[] = [];
  const sink: Sink = {
    block: (_, text) => void parts.push(text),
    table: (rows) => void parts.push(...rows.map((row) => row.filter(Boolean).join(' '))),
  };
  const pictures = walk(cell, sink, options, depth);
  return { words: parts.join(' '), pictures };
}

function walk(root: HtmlNode, flow: Sink, options: HtmlFlowOptions, depth: number): number {
  const words = startWords();
  let pictures = 0;

  const flush = (place: Place): void => {
    if (words.isEmpty()) return void words.take();
    const { waiting } = place.sign;
    const text = words.take();
    place.sign.waiting = null;
    if (place.kind === 'heading' || place.kind === 'caption') flow.block(place.kind, text, place.level);
    else if (waiting === null) flow.block(place.kind, text);
    else if (place.kind === 'footnote') flow.block('footnote', waiting + text);
    else flow.block('list-item', waiting + text, Math.min(9, Math.max(1, place.lists)));
  };
  const inside = (node: HtmlNode, place: Place): void => {
    for (const child of childrenOf(node)) visit(child, place);
  };
  const block = (node: HtmlNode, around: Place, change: Partial<Place> = {}): void => {
    flush(around);
    const place = { ...around, ...change };
    inside(node, place);
    flush(place);
  };
  const textKind = (place: Place): LayoutKind => (place.kind === 'footnote' ? 'footnote' : 'paragraph');

  const list = (node: HtmlNode, around: Place): void => {
    flush(around);
    const sign = signsOf(node);
    const place: Place = {
      ...around,
      kind: textKind(around),
      level: 0,
      lists: around.lists + 1,
      sign: { waiting: null },
    };
    for (const child of childrenOf(node)) {
      if (nameOf(child) !== 'li') visit(child, place);
      else if (isUnread(child)) continue;
      else {
        flush(place);
        const kind = isNote(child) ? 'footnote' : place.kind;
        block(child, { ...place, kind, depth: place.depth + 1, sign: { waiting: sign(child) } });
      }
    }
    flush(place);
  };
  const table = (node: HtmlNode, around: Place): void => {
    flush(around);
    if (!holdsData(node)) return block(node, around);
    const caption = [...childrenOf(node)].find((child) => nameOf(child) === 'caption');
    if (caption) visit(caption, around);
    const grid = gridOf(node, (cell) => {
      const read = readCell(cell, options, around.depth + 3);
      pictures += read.pictures;
      return read.words;
    });
    flow.table(grid);
  };
  const ruby = (node: HtmlNode, place: Place): void => {
    let reading = '';
    for (const child of childrenOf(node)) {
      if (nameOf(child) === 'rt' || nameOf(child) === 'rtc') reading += textOf(child, 200).trim();
      else visit(child, place);
    }
    if (reading !== '') words.add(`(${reading})`);
  };
  const deep = (node: HtmlNode, place: Place): void => {
    for (const one of below(node, (each) => !isUnread(each))) {
      if (isText(one)) words.add(one.nodeValue ?? '', place.isKept);
      else if (BLOCKS.has(nameOf(one)) || nameOf(one) === 'br') words.lineBreak();
    }
  };

  const visit = (node: HtmlNode, around: Place): void => {
    if (isText(node)) return words.add(node.nodeValue ?? '', around.isKept);
    const name = nameOf(node);
    if (name === '') return;
    if (isPicture(node)) {
      if (!isPoint(node)) pictures += 1;
      return;
    }
    if (name === 'input' && around.lists > 0 && attribute(node, 'type').toLowerCase() === 'checkbox') {
      return words.mark(hasAttribute(node, 'checked') ? '☑ ' : '☐ ');
    }
    if (isUnread(node) || isWayBack(node)) return;
    if (around.depth >= DEEPEST) return deep(node, around);
    const place = { ...around, depth: around.depth + 1 };
    if (isNote(node) && place.kind !== 'footnote') {
      const note: Place = { ...place, kind: 'footnote', level: 0, sign: { waiting: null } };
      flush(around);
      visit(node, note);
      return flush(note);
    }
    element(node, name, place);
  };

  const element = (node: HtmlNode, name: string, place: Place): void => {
    switch (name) {
      case 'br':
        return words.lineBreak();
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        place.sign.waiting = null;
        return block(node, place, { kind: 'heading', level: Number(name[1]) });
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        return list(node, place);
      case 'li':
        return block(node, place, { lists: place.lists + 1, kind: textKind(place), sign: { waiting: '• ' } });
      case 'dt':
      case 'dd': {
        const lists = place.lists + (name === 'dt' ? 1 : 2);
        return block(node, place, { lists, kind: textKind(place), sign: { waiting: '' } });
      }
      case 'table':
        return table(node, place);
      case 'caption':
      case 'figcaption':
        return block(node, place, { kind: 'caption', level: 0, sign: { waiting: null } });
      case 'pre':
      case 'listing':
      case 'xmp':
      case 'plaintext':
        return block(node, place, { isKept: true });
      case 'iframe': {
        const page = attribute(node, 'srcdoc') === '' ? null : options.parseFrame?.(attribute(node, 'srcdoc'));
        if (page) return block(page, place);
        if (!isPoint(node)) pictures += 1;
        return;
      }
      case 'ruby':
        return ruby(node, place);
      case 'q':
        words.mark('“');
        inside(node, place);
        return words.mark('”');
      default:
    }
    const item = wordItem(node);
    if (item) {
      const change = { kind: textKind(place), lists: place.lists + item.level, sign: { waiting: item.sign } };
      return block(node, place, change);
    }
    const mark = noteMark(node) ?? (name === 'sup' ? raised(textOf(node, 40)) : null);
    if (mark !== null) return words.mark(mark);
    if (/white-space\s*:\s*(?:pre|break-spaces)/i.test(attribute(node, 'style'))) place = { ...place, isKept: true };
    return BLOCKS.has(name) ? block(node, place) : inside(node, place);
  };

  const start: Place = { kind: 'paragraph', level: 0, lists: 0, isKept: false, depth, sign: { waiting: null } };
  inside(root, start);
  flush(start);
  return pictures;
}
