/** A body as lines of words: what two versions are compared by. Looks and comments are no words; citations are told by their label. */
import type { BodyNode } from '../model/briefing';
import { cleanBody } from './bodySchema';

/** How a line stands in the note. */
export type LineKind =
  | 'paragraph'
  | 'heading'
  | 'bullet'
  | 'step'
  | 'task'
  | 'done task'
  | 'block quote'
  | 'judgement'
  | 'quotation'
  | 'figure'
  | 'table row'
  | 'rule';

export interface Token {
  /** What two tokens are the same by. */
  readonly key: string;
  /** What is shown of it. */
  readonly text: string;
  readonly kind: 'word' | 'between' | 'citation' | 'quotation' | 'figure';
}

export interface Line {
  readonly kind: LineKind;
  /** Of a heading 1 to 3; of an item how deep its list stands, from 1; else 0. */
  readonly level: number;
  readonly tokens: readonly Token[];
  /** The line with its looks (bold, links …), as a sign to compare. */
  readonly look: string;
}

/** What stands for a citation of an excerpt: `[Harbour Gazette, ¶5]`. */
export type LabelOf = (excerptId: string) => string;

interface Place {
  readonly kind: LineKind;
  readonly level: number;
}

const PARAGRAPH: Place = { kind: 'paragraph', level: 0 };
/** Words and what stands between them; the same cuts in every language, scripts without spaces by dictionary. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The lines of a body, empty ones left out. Pure. */
export function linesOf(body: BodyNode, labelOf: LabelOf): Line[] {
  const lines: Line[] = [];
  for (const block of cleanBody(body).content ?? []) addBlock(block, PARAGRAPH, labelOf, lines);
  return lines;
}

/** The words of a title or any plain text as tokens. */
export const tokensOfText = (text: string): Token[] =>
  [...segmenter.segment(text)].map(({ segment, isWordLike }) => ({
    key: segment,
    text: segment,
    kind: isWordLike ? 'word' : 'between',
  }));

/** A line's words as they are read. */
export const textOfLine = ({ tokens }: Pick<Line, 'tokens'>): string => tokens.map((token) => token.text).join('');

function addBlock(block: BodyNode, place: Place, labelOf: LabelOf, lines: Line[]): void {
  const content = block.content ?? [];
  const inside = (next: Place): void => content.forEach((one) => addBlock(one, next, labelOf, lines));
  switch (block.type) {
    case 'paragraph':
      return addLine(place, content, labelOf, lines);
    case 'heading':
      return addLine({ kind: 'heading', level: block.attrs!['level'] as number }, content, labelOf, lines);
    case 'figure':
      return addLine({ kind: 'figure', level: 0 }, [block, ...content], labelOf, lines);
    case 'quotation':
      return addLine({ kind: 'quotation', level: 0 }, [block], labelOf, lines);
    case 'horizontalRule':
      lines.push({ kind: 'rule', level: 0, tokens: [{ key: '—', text: '———', kind: 'between' }], look: '' });
      return undefined;
    case 'blockquote':
      return inside({ kind: 'block quote', level: 0 });
    case 'judgement':
      return inside({ kind: 'judgement', level: 0 });
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return content.forEach((item) => addItem(block.type, item, place, labelOf, lines));
    case 'tableRow':
      return addLine({ kind: 'table row', level: 0 }, content, labelOf, lines);
    default:
      return inside(place);
  }
}

function addItem(list: string, item: BodyNode, place: Place, labelOf: LabelOf, lines: Line[]): void {
  const kind: LineKind =
    list === 'bulletList'
      ? 'bullet'
      : list === 'orderedList'
        ? 'step'
        : item.attrs?.['checked'] === true
          ? 'done task'
          : 'task';
  const isNested = ['bullet', 'step', 'task', 'done task'].includes(place.kind);
  const inItem = { kind, level: isNested ? place.level + 1 : 1 };
  for (const block of item.content ?? []) addBlock(block, inItem, labelOf, lines);
}

function addLine(place: Place, content: readonly BodyNode[], labelOf: LabelOf, lines: Line[]): void {
  const pieces: Token[] = [];
  const looks: string[] = [];
  let words = '';
  const close = (): void => {
    pieces.push(...tokensOfText(words));
    words = '';
  };
  const token = (kind: Token['kind'], key: string, text: string): void => {
    close();
    pieces.push({ kind, key: `\u0000${kind} ${key}`, text });
  };
  const walk = (node: BodyNode): void => {
    const { attrs = {}, content: children = [] } = node;
    switch (node.type) {
      case 'text':
        words += node.text!;
        looks.push(`${node.text}\u0000${lookOf(node)}`);
        break;
      case 'hardBreak':
        words += '\n';
        break;
      case 'citation':
        token('citation', String(attrs['excerptId']), labelOf(attrs['excerptId'] as string));
        break;
      case 'quotation':
        words += attrs['text'] as string;
        token('quotation', String(attrs['excerptId']), ` ${labelOf(attrs['excerptId'] as string)}`);
        break;
      case 'figure':
        token(
          'figure',
          `${String(attrs['originalId'])} ${String(attrs['alt'])}`,
          `[Picture${attrs['alt'] ? `: ${attrs['alt'] as string}` : ''}] `,
        );
        break;
      case 'footnote':
        words += ' (note: ';
        children.forEach(walk);
        words += ')';
        break;
      default:
        // A cell of a table row, and the blocks in it.
        if (words === '' && pieces.length === 0) {
          children.forEach(walk);
          return;
        }
        if (node.type.startsWith('table')) words += ' | ';
        else if (!/\s$/u.test(words)) words += ' ';
        children.forEach(walk);
    }
  };
  content.forEach(walk);
  close();
  if (pieces.some((piece) => piece.text.trim() !== '')) lines.push({ ...place, tokens: pieces, look: joined(looks) });
}

/** Marks that change how words look or what they lead to; a comment is no part of the text. */
const lookOf = ({ marks = [] }: BodyNode): string =>
  JSON.stringify(marks.filter((mark) => mark.type !== 'comment' && mark.type !== 'term'));

/** Neighbours of one look as one, so that a comment's edge is no change. */
function joined(looks: readonly string[]): string {
  let last = '';
  let all = '';
  for (const one of looks) {
    const [text, look] = one.split('\u0000') as [string, string];
    all += look === last ? text : `\u0001${look}\u0001${text}`;
    last = look;
  }
  return all;
}
