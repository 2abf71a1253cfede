/** The index of one case: a table of columns and words for each kind of record, fed row by row. */
import { RELIABILITIES } from '@shared/model/grading';
import { isAlive } from '@shared/model/record';
import { strictness } from '@shared/model/marking';
import { reliabilityOf } from '@shared/model/source';
import { currentTextId } from '@shared/model/document';
import type { Document } from '@shared/model/document';
import type { RowOf, TableName } from '@shared/model/tables';
import { bodyText } from './bodyText';
import { ExcerptTable } from './excerptTable';
import { LinkGraph, nodeOf } from './linkGraph';
import { NamedTable } from './namedTable';
import { SnapshotReader, SnapshotWriter } from './snapshot';
import { tagTreeOf } from './tagTree';
import type { TagTree } from './tagTree';
import { atOnce } from './segmentBuild';
import type { WordIndex } from './wordIndex';

export const WORD_TABLES = [
  'excerpts',
  'documents',
  'tags',
  'sources',
  'hypotheses',
  'briefings',
  'judgements',
] as const;
export type WordTable = (typeof WORD_TABLES)[number];
export type IndexedTable = WordTable | 'links';
export const INDEXED_TABLES: readonly IndexedTable[] = [
  'sources',
  'tags',
  'documents',
  'hypotheses',
  'briefings',
  'judgements',
  'excerpts',
  'links',
];

export const isIndexed = (table: TableName): table is IndexedTable => INDEXED_TABLES.includes(table as IndexedTable);

/** The document's word fields; the text is the third. */
export const DOCUMENT_TEXT_FIELD = 2;

export class CaseTables {
  readonly excerpts = new ExcerptTable();
  readonly documents = new NamedTable('documents', { source: Uint32Array, marking: Uint8Array }, [4, 2, 1]);
  readonly sources = new NamedTable('sources', { reliability: Uint8Array, origin: Uint32Array }, [4, 3, 1]);
  readonly tags = new NamedTable('tags', { parent: Uint32Array }, [4, 3, 1]);
  readonly hypotheses = new NamedTable('hypotheses', { alive: Uint8Array }, [3, 1]);
  readonly briefings = new NamedTable('briefings', { alive: Uint8Array }, [4, 1]);
  readonly judgements = new NamedTable('judgements', { alive: Uint8Array }, [2, 1]);
  readonly links = new LinkGraph();
  /** Text that each document's words were read from, by ordinal. */
  #textIds: (string | null)[] = [];
  #tree: TagTree | null = null;

  words(table: WordTable): WordIndex {
    return this[table].words;
  }

  get tagTree(): TagTree {
    return (this.#tree ??= tagTreeOf(this.tags as unknown as NamedTable, this.tags.columns.all.parent));
  }

  /** Takes a row in, new or changed; a deleted one is taken out. Documents go through `putDocument`. */
  put<Table extends Exclude<IndexedTable, 'documents'>>(table: Table, row: RowOf<Table>): void {
    if (!isAlive(row)) this.remove(table, row.id);
    else PUT[table](this, row);
  }

  /** True where the words of the document's present text are not in the index yet. */
  needsText(row: Document): boolean {
    const ordinal = this.documents.ids.find(row.id);
    return ordinal < 0 || !this.documents.lives(ordinal) || this.#textIds[ordinal] !== currentTextId(row);
  }

  /** Takes a document in. @param text its present text; left out where `needsText` said no */
  putDocument(row: Document, text: string | undefined): void {
    if (!isAlive(row)) {
      this.remove('documents', row.id);
      return;
    }
    const about = [row.note, row.csl['container-title'] ?? '', row.csl.publisher ?? ''].join('\n');
    const words = text ?? (this.needsText(row) ? '' : null);
    const ordinal = this.documents.put(row.id, row.title, [], [row.title, about, words]);
    const source = row.sourceId ? this.sources.ordinal(row.sourceId) + 1 : 0;
    this.documents.columns.all.source[ordinal] = source;
    this.documents.columns.all.marking[ordinal] = strictness(row.marking) + 1;
    this.#textIds[ordinal] = words === '' && text === undefined ? null : currentTextId(row);
  }

  remove(table: IndexedTable, id: string): void {
    if (table === 'links') {
      this.links.remove(id);
      return;
    }
    const ordinal = this[table].ids.find(id);
    if (ordinal >= 0) this[table].words.remove(ordinal);
    if (table === 'tags') this.#tree = null;
  }

  /** Makes what was put be found. */
  seal(): void {
    for (const table of WORD_TABLES) this.words(table).seal();
  }

  /** A piece of work worth doing while nobody asks, or null. */
  upkeep(): Generator<undefined, void, undefined> | null {
    for (const table of WORD_TABLES) {
      const work = this.words(table).upkeep();
      if (work) return work;
    }
    return null;
  }

  /** Puts `seq` and everything into one buffer; call after compacting each table's words. */
  save(seq: number): ArrayBuffer {
    const writer = new SnapshotWriter();
    writer.putValue('seq', seq);
    writer.putValue(
      'textIds',
      Array.from(this.#textIds, (id) => id ?? null),
    );
    for (const table of [...WORD_TABLES, 'links'] as const) this[table].save(writer);
    return writer.finish();
  }

  /** The tables and the journal's number they stand for; null where the buffer is not a whole snapshot of this version. */
  static restore(buffer: ArrayBuffer): { tables: CaseTables; seq: number } | null {
    const reader = SnapshotReader.open(buffer);
    if (!reader) return null;
    const tables = new CaseTables();
    try {
      for (const table of [...WORD_TABLES, 'links'] as const) tables[table].restore(reader);
    } catch {
      return null;
    }
    tables.#textIds = reader.value('textIds') as (string | null)[];
    return { tables, seq: reader.value('seq') as number };
  }

  /** Merges each table's words into one segment. */
  *compacting(): Generator<undefined, void, undefined> {
    for (const table of WORD_TABLES) yield* this.words(table).compacting();
  }

  compact(): void {
    atOnce(this.compacting());
  }

  dropTree(): void {
    this.#tree = null;
  }
}

/** Each tag once, also where a merge left one twice. */
function ordinalsOf(tables: CaseTables, ids: readonly string[]): number[] {
  const ordinals: number[] = [];
  for (const id of ids) {
    const ordinal = tables.tags.ordinal(id);
    if (!ordinals.includes(ordinal)) ordinals.push(ordinal);
  }
  return ordinals;
}

type Put = { [Table in Exclude<IndexedTable, 'documents'>]: (tables: CaseTables, row: RowOf<Table>) => void };

const PUT_EACH: Put = {
  excerpts: (tables, row) => {
    tables.excerpts.put(row, {
      document: tables.documents.ordinal(row.documentId),
      source: row.sourceId ? tables.sources.ordinal(row.sourceId) : -1,
      tags: ordinalsOf(tables, row.tags),
    });
  },
  sources: (tables, row) => {
    const ordinal = tables.sources.put(row.id, row.name, row.aliases, [
      row.name,
      row.aliases.join('\n'),
      row.description,
    ]);
    const reliability = reliabilityOf(row);
    const origin = row.originId ? tables.sources.ordinal(row.originId) + 1 : 0;
    tables.sources.columns.all.reliability[ordinal] = reliability ? RELIABILITIES.indexOf(reliability) + 1 : 0;
    tables.sources.columns.all.origin[ordinal] = origin;
  },
  tags: (tables, row) => {
    const ordinal = tables.tags.put(row.id, row.name, row.aliases, [row.name, row.aliases.join('\n'), row.description]);
    const parent = row.parentId ? tables.tags.ordinal(row.parentId) + 1 : 0;
    tables.tags.columns.all.parent[ordinal] = parent;
    tables.dropTree();
  },
  hypotheses: (tables, row) => {
    tables.hypotheses.put(row.id, row.statement, [row.code], [`${row.code} ${row.statement}`, row.note]);
  },
  briefings: (tables, row) => {
    tables.briefings.put(row.id, row.title, [], [row.title, bodyText(row.body)]);
  },
  judgements: (tables, row) => {
    const behind = [row.confidenceReason, row.assumptions, row.wouldChange, row.outcomeNote].join('\n');
    tables.judgements.put(row.id, row.statement, [], [row.statement, behind]);
  },
  links: (tables, row) => {
    const end = (table: 'excerpts' | 'hypotheses', id: string): number => {
      const ordinal = table === 'excerpts' ? tables.excerpts.ordinal(id) : tables.hypotheses.ordinal(id);
      return nodeOf(table, ordinal);
    };
    tables.links.put(row, end(row.fromTable, row.fromId), end(row.toTable, row.toId));
  },
};

const PUT = PUT_EACH as { [Table in keyof Put]: (tables: CaseTables, row: unknown) => void };
