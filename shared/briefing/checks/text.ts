/**
 * A body as the rules read it: its blocks with their words, sentences and citations, and where each character stands in
 * ProseMirror's counting, so that a finding can be marked in the editor.
 */
import type { BodyNode } from '../../model/briefing';
import type { Range } from './finding';
import { blanked, quotedSpans } from './quoted';
import { plainWords, sentenceSpans } from './sentences';

export type BlockKind =
  | 'paragraph'
  | 'list item'
  | 'table cell'
  | 'heading'
  | 'judgement'
  | 'quotation'
  | 'footnote'
  | 'caption';

export interface Citation {
  readonly excerptId: string;
  /** UTF-16 code units in the block's text. */
  readonly offset: number;
  /** Position of the node, before it. */
  readonly pos: number;
  readonly attrs: Readonly<Record<string, unknown>>;
}

export interface MarkSpan {
  readonly type: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly start: number;
  readonly end: number;
}

export interface Sentence {
  /** UTF-16 code units in the block's text, start included, end excluded; citations at the edges left out. */
  readonly start: number;
  readonly end: number;
  /** The words without citations. */
  readonly words: string;
  /** Those inside it, and those right behind its full stop. */
  readonly citations: readonly Citation[];
}

export interface NoteBlock {
  readonly kind: BlockKind;
  /** Words of the heading it stands under, and of those above that one, nearest first. */
  readonly sections: readonly string[];
  /** What stands and falls together: a paragraph, a list item with all in it, a row of a table, a judgement. */
  readonly unit: number;
  readonly judgementId: string | null;
  readonly isHeaderCell: boolean;
  /** U+FFFC stands for each unit that is no character: a citation, a footnote. A line break is `\n`. */
  readonly text: string;
  /** The same length, with other people's words (in quotation marks) and U+FFFC blank. */
  readonly own: string;
  /** ProseMirror position of the first character: that of a character is `at` + its offset. */
  readonly at: number;
  readonly citations: readonly Citation[];
  readonly sentences: readonly Sentence[];
  readonly marks: readonly MarkSpan[];
  /** Bold words that open the block: “Alternative.” Empty where there are none. */
  readonly lead: string;
  /** A quotation in one piece: no character of it has a position of its own. */
  readonly isAtom: boolean;
}

export interface Note {
  readonly blocks: readonly NoteBlock[];
}

interface Place {
  readonly kind: BlockKind;
  readonly unit: number;
  readonly judgementId: string | null;
  readonly isHeaderCell: boolean;
}

/** Nodes without content, which count one. */
const ATOMS: ReadonlySet<string> = new Set(['citation', 'quotation', 'hardBreak', 'horizontalRule']);
const TEXTBLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'figure']);

function sizeOf(node: BodyNode): number {
  if (node.type === 'text') return node.text?.length ?? 0;
  if (ATOMS.has(node.type)) return 1;
  return (node.content ?? []).reduce((size, child) => size + sizeOf(child), 2);
}

/**
 * The blocks of a clean body, in order.
 * @param language BCP 47 tag of the note, which finds its sentences
 */
export function readNote(body: BodyNode, language: string): Note {
  const reader = new Reader(language);
  reader.readAll(body.content ?? [], 0, { kind: 'paragraph', unit: -1, judgementId: null, isHeaderCell: false });
  return { blocks: reader.blocks };
}

/** Where a span of a block stands in the document; a quotation is marked as a whole. */
export const rangeOf = (block: NoteBlock, start: number, end: number): Range =>
  block.isAtom ? { from: block.at, to: block.at + 1 } : { from: block.at + start, to: block.at + end };

class Reader {
  readonly blocks: NoteBlock[] = [];
  private headings: { level: number; words: string }[] = [];
  private units = 0;
  private readonly language: string;

  constructor(language: string) {
    this.language = language;
  }

  readAll(nodes: readonly BodyNode[], from: number, place: Place): void {
    let pos = from;
    for (const node of nodes) {
      this.read(node, pos, place);
      pos += sizeOf(node);
    }
  }

  private read(node: BodyNode, pos: number, place: Place): void {
    const content = node.content ?? [];
    if (TEXTBLOCKS.has(node.type)) return this.readText(node, pos, this.opened(place, kindOf(node, place)));
    switch (node.type) {
      case 'quotation':
        return this.readQuotation(node, pos, this.opened(place, 'quotation'));
      case 'listItem':
      case 'taskItem':
        return this.readAll(
          content,
          pos + 1,
          this.opened(place, place.kind === 'quotation' ? 'quotation' : 'list item'),
        );
      case 'tableRow':
        return this.readAll(content, pos + 1, this.opened(place, 'table cell'));
      case 'tableHeader':
        return this.readAll(content, pos + 1, { ...place, isHeaderCell: true });
      case 'judgement': {
        const judgementId = wordAt(node, 'judgementId');
        return this.readAll(content, pos + 1, { ...this.opened(place, 'judgement'), judgementId });
      }
      case 'blockquote':
        return this.readAll(content, pos + 1, this.opened(place, 'quotation'));
      default:
        return this.readAll(content, pos + 1, place);
    }
  }

  /** The place inside a node: a unit already open stays open. */
  private opened(place: Place, kind: BlockKind): Place {
    return { ...place, kind, unit: place.unit >= 0 ? place.unit : this.units++ };
  }

  private readQuotation(node: BodyNode, pos: number, place: Place): void {
    const text = wordAt(node, 'text');
    const cited = { excerptId: wordAt(node, 'excerptId'), offset: 0, pos, attrs: node.attrs ?? {} };
    const own = ' '.repeat(text.length);
    this.add({ ...place, text, own, at: pos, citations: [cited], sentences: [], marks: [], lead: '', isAtom: true });
  }

  private readText(node: BodyNode, pos: number, place: Place): void {
    const citations: Citation[] = [];
    const marks: MarkSpan[] = [];
    const footnotes: { node: BodyNode; pos: number }[] = [];
    let text = '';
    let leadEnd = 0;
    for (const child of node.content ?? []) {
      const start = text.length;
      const childPos = pos + 1 + start;
      if (child.type === 'text') text += child.text ?? '';
      else if (child.type === 'hardBreak') text += '\n';
      else text += '\uFFFC'.repeat(sizeOf(child));
      if (child.type === 'citation') {
        const excerptId = wordAt(child, 'excerptId');
        citations.push({ excerptId, offset: start, pos: childPos, attrs: child.attrs ?? {} });
      } else if (child.type === 'footnote') footnotes.push({ node: child, pos: childPos });
      for (const mark of child.marks ?? []) {
        marks.push({ type: mark.type, attrs: mark.attrs ?? {}, start, end: text.length });
        if (mark.type === 'bold' && leadEnd === start) leadEnd = text.length;
      }
    }
    const sentences = this.sentencesOf(text, citations);
    const own = place.kind === 'quotation' ? ' '.repeat(text.length) : blanked(text, quotedSpans(text));
    const lead = leadEnd < text.length ? text.slice(0, leadEnd).trim() : '';
    const isHeading = node.type === 'heading';
    if (isHeading) this.headings = this.headings.filter((one) => one.level < levelOf(node));
    this.add({ ...place, text, own, at: pos + 1, citations, sentences, marks, lead, isAtom: false });
    if (isHeading) this.headings.unshift({ level: levelOf(node), words: plainWords(text) });
    for (const note of footnotes) this.readText(note.node, note.pos, { ...place, kind: 'footnote' });
  }

  private add(block: Omit<NoteBlock, 'sections'>): void {
    this.blocks.push({ ...block, sections: this.headings.map((one) => one.words) });
  }

  private sentencesOf(text: string, citations: readonly Citation[]): Sentence[] {
    const spans = sentenceSpans(text, this.language);
    return spans.map(({ start, end }, i) => {
      const from = i === 0 ? 0 : start;
      const to = spans[i + 1]?.start ?? Number.POSITIVE_INFINITY;
      const inside = citations.filter(({ offset }) => offset >= from && offset < to);
      return { start, end, words: plainWords(text.slice(start, end)), citations: inside };
    });
  }
}

const kindOf = (node: BodyNode, place: Place): BlockKind =>
  node.type === 'heading' ? 'heading' : node.type === 'figure' ? 'caption' : place.kind;

const levelOf = (node: BodyNode): number => Number(node.attrs?.['level'] ?? 1);

/** An attribute that is text; empty where it is not. */
function wordAt(node: BodyNode, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : '';
}
