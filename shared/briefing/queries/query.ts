/**
 * What fills a section of a new briefing by itself. A template names a query; the evidence is gathered once, and pure
 * functions make blocks of it whose every line cites its excerpt. A briefing never holds a query, only what it gave.
 */
import type { BodyNode } from '../../model/briefing';
import { saidBy } from '../../model/citation';
import { dateWords } from '../../model/eventDate';
import type { Excerpt } from '../../model/excerpt';
import type { LinkFields } from '../../model/link';
import type { Source } from '../../model/source';
import type { Tag } from '../../model/tag';
import { withoutMarkers } from '../../text/markers';
import { citedAs } from '../citedAs';
import type { EvidenceLookup } from '../references';

export const QUERY_KINDS = ['chronology', 'figures', 'tag', 'source', 'contradictions'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** What a template is filled from, where it asks for something. */
export type QueryAbout =
  | { readonly kind: 'tag'; readonly tag: Tag }
  | { readonly kind: 'source'; readonly source: Source };

export interface QueryGround {
  /** Null: the whole case. */
  readonly about: QueryAbout | null;
  /** The excerpts in question, by event date, those without one last. */
  readonly excerpts: readonly Excerpt[];
  /** How many there are in the case, where not all of them were taken. */
  readonly total: number;
  /** The links of these excerpts. */
  readonly links: readonly LinkFields[];
  /** Finds these excerpts, and those at the far ends of the links. */
  readonly lookup: EvidenceLookup;
  readonly tags: ReadonlyMap<string, Tag>;
  /** The name of whoever graded. */
  readonly nameOf: (actor: string) => string;
  /** BCP 47 tag of the briefing's language, for dates. */
  readonly language: string;
}

/** Makes the blocks of one query. `attrs` are those of its node in the template; an unknown part gives none. */
export type Query = (ground: QueryGround, attrs: Readonly<Record<string, unknown>>) => BodyNode[];

/** Most lines of a section: what is longer is no briefing any more. */
export const MOST_LINES = 80;
const LONGEST_LINE = 320;

export const text = (words: string, ...marks: string[]): BodyNode =>
  marks.length > 0
    ? { type: 'text', text: words, marks: marks.map((type) => ({ type })) }
    : { type: 'text', text: words };

/** Words side by side that look the same are one piece, as in every clean body. */
function joined(pieces: readonly BodyNode[]): BodyNode[] {
  const line: BodyNode[] = [];
  for (const piece of pieces) {
    const last = line.at(-1);
    if (last?.type === 'text' && piece.type === 'text' && !last.marks && !piece.marks) {
      line[line.length - 1] = { type: 'text', text: `${last.text}${piece.text}` };
    } else line.push(piece);
  }
  return line;
}

export const paragraph = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content: joined(content) });

export const bullets = (lines: readonly (readonly BodyNode[])[]): BodyNode[] =>
  lines.length === 0
    ? []
    : [
        {
          type: 'bulletList',
          content: lines.map((line) => ({ type: 'listItem', content: [paragraph(...line)] })),
        },
      ];

const cell = (type: 'tableHeader' | 'tableCell', content: readonly BodyNode[]): BodyNode => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph', content: [...content] }],
});

/** A table with a head row; none without rows. */
export const table = (head: readonly string[], rows: readonly (readonly (readonly BodyNode[])[])[]): BodyNode[] =>
  rows.length === 0
    ? []
    : [
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: head.map((words) => cell('tableHeader', [text(words)])) },
            ...rows.map((row) => ({ type: 'tableRow', content: row.map((inside) => cell('tableCell', inside)) })),
          ],
        },
      ];

/** A citation of the excerpt as it is now. */
export const cite = (excerpt: Excerpt, { lookup }: Pick<QueryGround, 'lookup'>): BodyNode => ({
  type: 'citation',
  attrs: { excerptId: excerpt.id, ...citedAs(excerpt, lookup) },
});

/** The quote on one line, without the markers of its document; cut at a word where it is long. */
export function quoteWords(quote: string): string {
  const line = withoutMarkers(quote).replace(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST_LINE) return line;
  const cut = line.slice(0, LONGEST_LINE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_LINE / 2)).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** Who says it and through whom; the document's title where nobody is named. */
export function sayer(excerpt: Excerpt, { lookup }: Pick<QueryGround, 'lookup'>): string {
  const document = lookup.document(excerpt.documentId);
  const publisher = document?.sourceId ? lookup.source(document.sourceId) : undefined;
  const own = excerpt.sourceId ? lookup.source(excerpt.sourceId) : undefined;
  const outlet = own && publisher && own.id !== publisher.id ? publisher.name : null;
  return saidBy((own ?? publisher)?.name ?? null, outlet) || (document?.title ?? '');
}

/** The excerpt's date in words; empty where it has none. */
export const whenWords = (excerpt: Excerpt, { language }: Pick<QueryGround, 'language'>): string =>
  excerpt.eventDate ? dateWords(excerpt.eventDate, language) : '';

/**
 * Who, when[n]: “the quote”. The citation stands before the words, which may be several sentences: so each of them has it
 * beside it.
 */
export function quoted(excerpt: Excerpt, ground: QueryGround): BodyNode[] {
  const head = [sayer(excerpt, ground), whenWords(excerpt, ground)].filter((one) => one !== '').join(', ');
  return [text(head), cite(excerpt, ground), text(`: “${quoteWords(excerpt.quote)}”`)];
}

/** What is said where a section has nothing to say: a gap is worth knowing. */
export const nothing = (words: string): BodyNode[] => [paragraph(text(words))];

/** Says that more was found than is listed. */
export const rest = (shown: number, total: number): BodyNode[] =>
  total > shown
    ? [paragraph(text(`${(total - shown).toLocaleString('en')} more in the case are not listed here.`, 'italic'))]
    : [];

/** Excerpts by day or month named, the oldest first; the undated in the order given, last. */
export function byDate(excerpts: readonly Excerpt[]): Excerpt[] {
  const key = (one: Excerpt): string => (one.eventDate ?? '').replace(/^\.\.\//, '') || '~';
  return [...excerpts].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
