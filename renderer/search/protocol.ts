/** What the page and the index worker say to each other. */
import type { TableName } from '@shared/model/tables';
import type { Filter, Sort } from '@shared/query/filter';
import type { Answer, Counts, LinkCounts, LinkSummary, Window } from './engine/caseIndex';
import type { Facets } from './engine/facets';
import type { SearchHit } from './searchHits';

/** The questions the index answers. */
export interface Questions {
  /** The excerpts a filter finds, sorted: how many, a handle for the whole list, the ids of one window of it. */
  query(filter: Filter, sort: Sort, window: Window): Answer;
  /** A window of a list answered before; empty where it was forgotten (the newest 48 are kept). */
  idsOf(handle: number, from: number, count: number): string[];
  /** The place of an excerpt in a list answered before; -1 where it is not in it. */
  indexOf(handle: number, id: string): number;
  /** Counts of what a list answered before holds. */
  facets(handle: number): Facets;
  /** The best records of all tables, best first, at most `limit` of each, with the words in their context. */
  search(text: string, limit: number): SearchHit[];
  /** A document's excerpts in text order. */
  excerptsOfDocument(documentId: string): string[];
  /** The links at an excerpt or hypothesis, newest first. */
  linksOf(id: string): LinkSummary[];
  /** How many links of each type hang on each record, in the order of the ids. */
  linkCounts(ids: readonly string[]): LinkCounts[];
  /** Totals of the case. */
  counts(): Counts;
}
export type Question = keyof Questions;

export const QUESTIONS = [
  'query',
  'idsOf',
  'indexOf',
  'facets',
  'search',
  'excerptsOfDocument',
  'linksOf',
  'linkCounts',
  'counts',
] as const satisfies readonly Question[];

export type IndexState =
  | { readonly phase: 'starting' }
  /** `rows` were read so far. */
  | { readonly phase: 'building'; readonly rows: number }
  /** Everything up to journal entry `seq` is in. */
  | { readonly phase: 'current'; readonly seq: number }
  | { readonly phase: 'failed'; readonly reason: string };

/** The index took in changes of these tables. */
export interface IndexChange {
  readonly seq: number;
  readonly tables: readonly TableName[];
}

export type ToWorker =
  | { readonly kind: 'open'; readonly caseId: string }
  | { readonly kind: 'ask'; readonly number: number; readonly question: Question; readonly args: readonly unknown[] }
  | { readonly kind: 'cancel'; readonly number: number };

export type FromWorker =
  | { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly number: number; readonly reason: string }
  | { readonly kind: 'state'; readonly state: IndexState }
  | { readonly kind: 'changed'; readonly change: IndexChange };
