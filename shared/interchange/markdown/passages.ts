/**
 * What notes say about each other, as records: a tag or a link needs a passage to stand at, so each gets the excerpt of
 * the line it is written in, and what is said of a whole note the excerpt of its first line.
 */
import type { LinkType } from '../../model/link';
import type { Making } from '../making';
import { addExcerpt } from '../textDocument';
import type { ExcerptFields, MadeDocument } from '../textDocument';

/** More passages than this are not made of one import. */
export const MOST_PASSAGES = 200_000;

export interface Passage {
  readonly document: MadeDocument;
  /** UTF-16 code units in the stored text. */
  readonly start: number;
  readonly end: number;
  readonly tags: Set<string>;
  readonly fields: ExcerptFields;
}

export interface Relation {
  readonly from: Passage | string;
  readonly to: Passage | string;
  readonly type: LinkType;
  readonly note: string;
}

export interface Span {
  /** UTF-16 code units; end excluded. */
  readonly start: number;
  readonly end: number;
}

/** The line a place stands in, without the white space around it. Cheap for places asked for in their order. */
export function lineFinder(text: string): (at: number) => Span {
  let from = 0;
  let stop = -1;
  let line: Span = { start: 0, end: 0 };
  return (at) => {
    if (at >= from && at <= stop) return line;
    from = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    const next = text.indexOf('\n', at);
    stop = next < 0 ? text.length : next;
    const words = text.slice(from, stop);
    const start = from + (words.length - words.trimStart().length);
    line = { start, end: start + words.trim().length };
    return line;
  };
}

/** The first line with words. */
export const firstLineOf = (text: string): Span => lineFinder(text)(firstWords(text));

/** Where the first words of a text stand. */
const firstWords = (text: string): number => Math.max(0, text.search(/\S/));

/** Collects passages, tags and links until all notes are known, then makes the records. */
export function makePassages(making: Making) {
  const passages = new Map<string, Passage>();
  const relations = new Map<string, Relation>();
  const keyOf = ({ document, start, end }: Passage): string => `${document.id} ${start} ${end}`;
  const endKey = (end: Passage | string): string => (typeof end === 'string' ? end : keyOf(end));
  return {
    /** The passage at these offsets, made once; null where there are too many already. */
    span(document: MadeDocument, start: number, end: number): Passage | null {
      const wanted: Passage = { document, start, end, tags: new Set(), fields: {} };
      const known = passages.get(keyOf(wanted));
      if (known) return known;
      if (end <= start || passages.size >= MOST_PASSAGES) return null;
      passages.set(keyOf(wanted), wanted);
      return wanted;
    },
    /** A passage of its own, whatever else stands there. */
    own(document: MadeDocument, start: number, end: number, fields: ExcerptFields): Passage | null {
      if (end <= start || passages.size >= MOST_PASSAGES) return null;
      const passage: Passage = { document, start, end, tags: new Set(fields.tags), fields };
      passages.set(`own ${passages.size}`, passage);
      return passage;
    },
    relate(relation: Relation): void {
      const [from, to] = [endKey(relation.from), endKey(relation.to)];
      if (from === to || relations.size >= MOST_PASSAGES) return;
      const turned = `${relation.type} ${to} ${from}`;
      if (relation.type === 'relates to' && relations.has(turned)) return;
      if (!relations.has(`${relation.type} ${from} ${to}`)) relations.set(`${relation.type} ${from} ${to}`, relation);
    },
    /** Makes the records; returns how many of each, and how many passages were too long to be one excerpt. */
    finish(): { excerpts: number; links: number; lost: number } {
      const ids = new Map<Passage, string>();
      let lost = 0;
      for (const passage of passages.values()) {
        const { document, start, end, tags, fields } = passage;
        const id = addExcerpt(making, document, start, end, { ...fields, tags: [...tags] });
        if (id === null) lost += 1;
        else ids.set(passage, id);
      }
      let links = 0;
      for (const { from, to, type, note } of relations.values()) {
        const fromId = typeof from === 'string' ? from : ids.get(from);
        const toId = typeof to === 'string' ? to : ids.get(to);
        if (fromId === undefined || toId === undefined) continue;
        const tableOf = (end: Passage | string) => (typeof end === 'string' ? 'hypotheses' : 'excerpts');
        making.add('links', { fromTable: tableOf(from), fromId, toTable: tableOf(to), toId, type, note });
        links += 1;
      }
      return { excerpts: ids.size, links, lost };
    },
  };
}
export type Passages = ReturnType<typeof makePassages>;
