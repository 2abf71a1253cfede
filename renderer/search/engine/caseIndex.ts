/** Everything the index answers, with ids. Rows are put in and questions asked; nothing here waits for anything. */
import type { Document } from '@shared/model/document';
import type { LinkType } from '@shared/model/link';
import type { RowOf } from '@shared/model/tables';
import type { Filter, Sort } from '@shared/query/filter';
import { CaseTables, WORD_TABLES } from './caseTables';
import type { IndexedTable } from './caseTables';
import { listExcerpts } from './excerptQuery';
import { countFacets } from './facets';
import type { Facets } from './facets';
import { nodeOf } from './linkGraph';
import { Orders } from './orders';
import { Results } from './results';
import { searchTables } from './searchTables';
import type { Found } from './searchTables';

export interface Window {
  readonly from: number;
  readonly count: number;
}

export interface Answer {
  /** Names the whole list for later windows, facets and places. */
  readonly handle: number;
  readonly total: number;
  readonly from: number;
  readonly ids: readonly string[];
  /** Words taken for misspellings of the typed ones, to be marked too. */
  readonly spellings: readonly string[];
}

export interface LinkSummary {
  readonly id: string;
  readonly outgoing: boolean;
  readonly type: LinkType;
}

export interface LinkCounts {
  readonly total: number;
  readonly byType: Readonly<Partial<Record<LinkType, number>>>;
}

/** How much of everything the case holds. */
export interface Counts extends Facets {
  readonly tables: Readonly<Record<IndexedTable, number>>;
  /** Documents by publisher. */
  readonly documentsBySource: ReadonlyMap<string, number>;
}

export class CaseIndex {
  readonly tables: CaseTables;
  readonly #orders: Orders;
  readonly #results = new Results();
  #counts: Counts | null = null;

  constructor(tables = new CaseTables()) {
    this.tables = tables;
    this.#orders = new Orders(tables);
  }

  /** Takes a row in, new, changed or deleted. It is found by words after the next `seal`. */
  put<Table extends Exclude<IndexedTable, 'documents'>>(table: Table, row: RowOf<Table>): void {
    this.#changing(table, row.id, () => this.tables.put(table, row));
  }

  /** Takes a document in. @param text its present text; left out where `needsText` says no */
  putDocument(row: Document, text: string | undefined): void {
    this.#changing('documents', row.id, () => this.tables.putDocument(row, text));
  }

  remove(table: IndexedTable, id: string): void {
    this.#changing(table, id, () => this.tables.remove(table, id));
  }

  #changing(table: IndexedTable, id: string, change: () => void): void {
    this.#counts = null;
    if (table !== 'excerpts' || this.#orders.empty) {
      change();
      this.#orders.upset(table);
      return;
    }
    const { excerpts } = this.tables;
    const ordinal = excerpts.ordinal(id);
    const lived = excerpts.lives(ordinal);
    change();
    this.#orders.move(ordinal, lived);
  }

  seal(): void {
    this.tables.seal();
  }

  #idsAt(ordinals: Uint32Array, { from, count }: Window): string[] {
    return Array.from(ordinals.subarray(from, from + count), (ordinal) => this.tables.excerpts.ids.id(ordinal));
  }

  /** The excerpts a filter finds, sorted: how many, and the ids of one window of the list. */
  query(filter: Filter, sort: Sort, window: Window): Answer {
    const { ordinals, spellings } = listExcerpts(this.tables, this.#orders, filter, sort);
    const handle = this.#results.keep(ordinals);
    return { handle, total: ordinals.length, from: window.from, ids: this.#idsAt(ordinals, window), spellings };
  }

  /** A window of a list answered before; empty where it was forgotten. */
  idsOf(handle: number, from: number, count: number): string[] {
    return this.#idsAt(this.#results.ordinals(handle), { from, count });
  }

  /** The place of an excerpt in a list answered before; -1 where it is not in it. */
  indexOf(handle: number, id: string): number {
    const ordinal = this.tables.excerpts.ids.find(id);
    return ordinal < 0 ? -1 : this.#results.place(handle, ordinal);
  }

  /** Counts of what a list answered before holds. */
  facets(handle: number): Facets {
    return countFacets(this.tables, this.#results.ordinals(handle));
  }

  /** The best records of all tables for a text, best first. */
  search(text: string, limit: number): Found[] {
    return searchTables(this.tables, text, limit);
  }

  /** A document's excerpts in text order. */
  excerptsOfDocument(documentId: string): string[] {
    const { documents, excerpts } = this.tables;
    const wanted = documents.ids.find(documentId) + 1;
    const { document, start } = excerpts.columns.all;
    const found: number[] = [];
    if (wanted > 0) {
      for (let o = 0; o < excerpts.ids.size; o += 1) if (document[o] === wanted && excerpts.lives(o)) found.push(o);
    }
    return found.sort((a, b) => start[a]! - start[b]! || a - b).map((o) => excerpts.ids.id(o));
  }

  #node(id: string): number {
    const excerpt = this.tables.excerpts.ids.find(id);
    if (excerpt >= 0) return nodeOf('excerpts', excerpt);
    const hypothesis = this.tables.hypotheses.ids.find(id);
    return hypothesis < 0 ? -1 : nodeOf('hypotheses', hypothesis);
  }

  /** The links at a record, newest first. */
  linksOf(id: string): LinkSummary[] {
    const node = this.#node(id);
    if (node < 0) return [];
    return this.tables.links
      .sidesOf(node)
      .map(({ link, outgoing, type }) => ({ id: this.tables.links.ids.id(link), outgoing, type }));
  }

  /** How many links of each type hang on each record, in the order of the ids. */
  linkCounts(ids: readonly string[]): LinkCounts[] {
    return ids.map((id) => {
      const node = this.#node(id);
      const byType: Partial<Record<LinkType, number>> = {};
      const sides = node < 0 ? [] : this.tables.links.sidesOf(node);
      for (const { type } of sides) byType[type] = (byType[type] ?? 0) + 1;
      return { total: sides.length, byType };
    });
  }

  /** Totals of the case; kept until something changes. */
  counts(): Counts {
    if (this.#counts) return this.#counts;
    const facets = countFacets(this.tables, this.#orders.by('created', false));
    const tables = { links: this.tables.links.count } as Record<IndexedTable, number>;
    for (const table of WORD_TABLES) tables[table] = this.tables.words(table).count;
    const documentsBySource = new Map<string, number>();
    const { documents, sources } = this.tables;
    for (let o = 0; o < documents.ids.size; o += 1) {
      if (!documents.lives(o)) continue;
      const source = documents.columns.all.source[o]!;
      const id = source === 0 ? '' : sources.ids.id(source - 1);
      documentsBySource.set(id, (documentsBySource.get(id) ?? 0) + 1);
    }
    this.#counts = { ...facets, tables, documentsBySource };
    return this.#counts;
  }
}
