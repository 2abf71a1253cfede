/** The table of documents: which are listed, in what order and in what groups. Pure, so that the view only draws. */
import { DOCUMENT_STATES } from '@shared/model/document';
import type { Document, DocumentState } from '@shared/model/document';
import type { CslType } from '@shared/model/csl';
import { publishedOn } from '@shared/model/importing';
import { strictness } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import { capital } from '@shared/text/capital';
import { languageWords } from '@shared/text/languageWords';
import { TYPE_WORDS } from './words';

/** Parts that hold several values: a document fits where it has one of them. */
export interface DocumentFilter {
  readonly text?: string;
  readonly states?: readonly DocumentState[];
  /** Empty: without a publisher. */
  readonly sourceIds?: readonly string[];
  readonly types?: readonly CslType[];
  /** BCP 47; empty: unknown. */
  readonly languages?: readonly string[];
  readonly markings?: readonly Marking[];
}

export type FilterPart = Exclude<keyof DocumentFilter, 'text'>;

export const SORTS = ['title', 'source', 'date', 'added', 'language', 'type', 'excerpts', 'state', 'marking'] as const;
export type DocumentSort = (typeof SORTS)[number];
export const GROUPINGS = ['none', 'source', 'state', 'type', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A document with what is looked up for it once. */
export interface Fact {
  readonly document: Document;
  readonly publisher: string;
  readonly published: string;
  readonly excerpts: number;
  /** Title, publisher and authors, folded. */
  readonly words: string;
}

export interface Group {
  readonly key: string;
  readonly label: string;
  readonly facts: readonly Fact[];
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

export function factsOf(
  documents: Iterable<Document>,
  publisherOf: (id: string) => string | undefined,
  excerptsOf: (id: string) => number,
): Fact[] {
  return Array.from(documents, (document) => {
    const publisher = (document.sourceId && publisherOf(document.sourceId)) || '';
    const authors = (document.csl.author ?? []).map(({ literal, given, family }) => literal ?? `${given} ${family}`);
    return {
      document,
      publisher,
      published: publishedOn(document),
      excerpts: excerptsOf(document.id),
      words: fold([document.title, publisher, ...authors, document.csl['container-title'] ?? ''].join(' ')),
    };
  });
}

const VALUE_OF: { readonly [Part in FilterPart]: (document: Document) => NonNullable<DocumentFilter[Part]>[number] } = {
  states: ({ state }) => state,
  sourceIds: ({ sourceId }) => sourceId ?? '',
  types: ({ csl }) => csl.type,
  languages: ({ language }) => language,
  markings: ({ marking }) => marking,
};

export const FILTER_PARTS = Object.keys(VALUE_OF) as readonly FilterPart[];

/** What the filter leaves; a text is words that all occur, in any order, whatever their case and accents. */
export function filtered(facts: readonly Fact[], filter: DocumentFilter): Fact[] {
  const wanted = fold(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const parts = FILTER_PARTS.filter((part) => (filter[part]?.length ?? 0) > 0);
  return facts.filter(
    ({ document, words }) =>
      parts.every((part) => (filter[part] as readonly unknown[]).includes(VALUE_OF[part](document))) &&
      wanted.every((word) => words.includes(word)),
  );
}

/** How many documents have each value of a part, most first. */
export function valuesOf<Part extends FilterPart>(
  facts: readonly Fact[],
  part: Part,
): readonly (readonly [NonNullable<DocumentFilter[Part]>[number], number])[] {
  const counts = new Map<NonNullable<DocumentFilter[Part]>[number], number>();
  for (const { document } of facts) {
    const value = VALUE_OF[part](document) as NonNullable<DocumentFilter[Part]>[number];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const SORT_VALUE: Readonly<Record<DocumentSort, (fact: Fact) => string | number>> = {
  title: ({ document }) => document.title,
  source: ({ publisher }) => publisher,
  date: ({ published }) => published,
  added: ({ document }) => document.created,
  language: ({ document }) => document.language,
  type: ({ document }) => TYPE_WORDS[document.csl.type],
  excerpts: ({ excerpts }) => excerpts,
  state: ({ document }) => DOCUMENT_STATES.indexOf(document.state),
  marking: ({ document }) => strictness(document.marking),
};

/** Sorted; what has no value comes last, whichever way. */
export function sorted(facts: readonly Fact[], by: DocumentSort, isDescending: boolean): Fact[] {
  const value = SORT_VALUE[by];
  return [...facts].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if ((x === '') !== (y === '')) return x === '' ? 1 : -1;
    const compared = typeof x === 'number' ? x - (y as number) : order.compare(x, y as string);
    return (isDescending ? -compared : compared) || (a.document.id < b.document.id ? -1 : 1);
  });
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function monthWords(published: string): string {
  if (published.length < 7) return published === '' ? 'No date' : published.slice(0, 4);
  const day = new Date(`${published.slice(0, 7)}-01T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? published : month.format(day);
}

const GROUP_OF: Readonly<Record<Exclude<Grouping, 'none'>, (fact: Fact) => readonly [key: string, label: string]>> = {
  source: ({ document, publisher }) => [document.sourceId ?? '', publisher || 'No publisher'],
  state: ({ document }) => [String(DOCUMENT_STATES.indexOf(document.state)), capital(document.state)],
  type: ({ document }) => [document.csl.type, TYPE_WORDS[document.csl.type]],
  month: ({ published }) => [published.slice(0, 7), monthWords(published)],
};

/** The groups in their own order (months newest first, else by name); within each, the order that was given. */
export function grouped(facts: readonly Fact[], by: Exclude<Grouping, 'none'>): Group[] {
  const groups = new Map<string, { key: string; label: string; facts: Fact[] }>();
  for (const fact of facts) {
    const [key, label] = GROUP_OF[by](fact);
    const group = groups.get(key);
    if (group) group.facts.push(fact);
    else groups.set(key, { key, label, facts: [fact] });
  }
  return [...groups.values()].sort((a, b) => {
    if ((a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
    if (by === 'month') return a.key < b.key ? 1 : -1;
    return by === 'state' ? Number(a.key) - Number(b.key) : order.compare(a.label, b.label);
  });
}

/** Adds a value to a part, or takes it away where it is there; an empty part is none. */
export function toggled<Part extends FilterPart>(
  filter: DocumentFilter,
  part: Part,
  value: NonNullable<DocumentFilter[Part]>[number],
): DocumentFilter {
  const values = (filter[part] ?? []) as readonly unknown[];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  const { [part]: _, ...rest } = filter;
  return next.length === 0 ? rest : { ...rest, [part]: next };
}

/** A value of a part in words, for chips and menus. */
export function valueWords(part: FilterPart, value: string, publisherOf: (id: string) => string | undefined): string {
  switch (part) {
    case 'sourceIds':
      return value === '' ? 'No publisher' : (publisherOf(value) ?? '(deleted)');
    case 'types':
      return TYPE_WORDS[value as CslType];
    case 'languages':
      return value === '' ? 'Language unknown' : languageWords(value);
    case 'states':
      return capital(value);
    case 'markings':
      return value;
  }
}
