/**
 * An index that keeps itself current: restored from its snapshot or built from the rows, then following the journal.
 * It holds nothing that cannot be built again.
 */
import { currentTextId } from '@shared/model/document';
import type { RowOf, TableName } from '@shared/model/tables';
import { CaseIndex } from './engine/caseIndex';
import { CaseTables, INDEXED_TABLES, isIndexed, WORD_TABLES } from './engine/caseTables';
import type { IndexedTable } from './engine/caseTables';
import { turn } from '../platform/turn';
import type { CaseReader } from '../store/reader';
import type { IndexChange, IndexState } from './protocol';

export interface Listeners {
  onState(state: IndexState): void;
  onChange(change: IndexChange): void;
}

const SNAPSHOT = 'index';
/** Changed rows after which a new snapshot is worth its price. */
const STALE = 500;
/** One question to the database for so many documents' texts: asking costs more than most texts. */
const TEXTS_AT_ONCE = 32;

type Touched = { readonly table: TableName; readonly id: string };

export class LiveIndex {
  index = new CaseIndex();
  readonly #reader: CaseReader;
  readonly #listeners: Listeners;
  #seq = 0;
  #changedRows = 0;
  #following: Promise<void> | null = null;
  #again = false;
  #closed = false;
  #tending = false;

  constructor(reader: CaseReader, listeners: Listeners) {
    this.#reader = reader;
    this.#listeners = listeners;
  }

  get seq(): number {
    return this.#seq;
  }

  /** Restores or builds, catches up with the journal and goes on following it. Returns the way to stop. */
  async start(): Promise<() => void> {
    const buffer = await this.#reader.loadSnapshot(SNAPSHOT);
    const restored = buffer ? CaseTables.restore(buffer) : null;
    if (restored) {
      this.index = new CaseIndex(restored.tables);
      this.#seq = restored.seq;
    } else await this.#build();
    await this.follow();
    const stop = this.#reader.onJournal(() => {
      this.follow().catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        if (!this.#closed) this.#listeners.onState({ phase: 'failed', reason });
      });
    });
    return () => {
      this.#closed = true;
      stop();
    };
  }

  async #build(): Promise<void> {
    this.#seq = await this.#reader.lastSeq();
    this.index = new CaseIndex();
    let rows = 0;
    for (const table of INDEXED_TABLES) {
      await this.#reader.allRows(table, async (chunk) => {
        await this.#putAll(table, chunk);
        rows += chunk.length;
        this.#listeners.onState({ phase: 'building', rows });
        await turn();
      });
    }
    for (const table of WORD_TABLES) {
      for (const work = this.index.tables.words(table).sealing(); !work.next().done;) await turn();
    }
    this.#changedRows = STALE;
  }

  async #putAll(table: IndexedTable, rows: readonly RowOf<IndexedTable>[]): Promise<void> {
    if (table === 'documents') {
      const documents = rows as readonly RowOf<'documents'>[];
      for (let i = 0; i < documents.length; i += TEXTS_AT_ONCE)
        await this.#putDocuments(documents.slice(i, i + TEXTS_AT_ONCE));
    } else for (const row of rows) this.index.put(table, row as never);
  }

  async #putDocuments(rows: readonly RowOf<'documents'>[]): Promise<void> {
    const needed = rows.filter((row) => this.index.tables.needsText(row)).map(currentTextId);
    const texts = await this.#reader.texts(needed);
    const byId = new Map(needed.map((id, i) => [id, texts[i]]));
    for (const row of rows)
      this.index.putDocument(row, this.index.tables.needsText(row) ? byId.get(currentTextId(row)) : undefined);
  }

  /** Takes in what the journal has more. Calls while it works are answered by one more round. */
  follow(): Promise<void> {
    this.#again = true;
    this.#following ??= this.#rounds().finally(() => {
      this.#following = null;
      void this.#tend();
    });
    return this.#following;
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      const entries = await this.#reader.changesAfter(this.#seq);
      if (entries === null) {
        await this.#build();
        this.#listeners.onChange({ seq: this.#seq, tables: INDEXED_TABLES });
        this.#again = true;
      } else if (entries.length > 0) {
        const tables = await this.#takeIn(entries.flatMap((entry) => entry.touched));
        this.#seq = entries.at(-1)!.seq;
        if (tables.length > 0) this.#listeners.onChange({ seq: this.#seq, tables });
      }
      this.#listeners.onState({ phase: 'current', seq: this.#seq });
    }
  }

  async #takeIn(touched: readonly Touched[]): Promise<TableName[]> {
    const tables = [...new Set(touched.map(({ table }) => table))];
    for (const table of tables) {
      if (!isIndexed(table)) continue;
      const ids = [...new Set(touched.filter((one) => one.table === table).map(({ id }) => id))];
      for (let from = 0; from < ids.length; from += 1_000) await this.#takeInSome(table, ids.slice(from, from + 1_000));
      this.#changedRows += ids.length;
    }
    return tables;
  }

  async #takeInSome(table: IndexedTable, ids: readonly string[]): Promise<void> {
    const rows = await this.#reader.getMany(table, ids);
    for (const [i, row] of rows.entries()) if (!row) this.index.remove(table, ids[i]!);
    await this.#putAll(
      table,
      rows.filter((row) => row !== undefined),
    );
    this.index.seal();
  }

  /** Merging and snapshots, while nothing else is to do. */
  async #tend(): Promise<void> {
    if (this.#tending) return;
    this.#tending = true;
    try {
      await turn();
      for (let work = this.index.tables.upkeep(); work && !this.#closed; work = this.index.tables.upkeep())
        while (!work.next().done) await turn();
      if (this.#changedRows >= STALE && !this.#closed) await this.#keepSnapshot();
    } finally {
      this.#tending = false;
    }
  }

  async #keepSnapshot(): Promise<void> {
    for (const work = this.index.tables.compacting(); !work.next().done;) await turn();
    // Rows that came while the pauses lasted are merged at once: a snapshot holds one segment a table.
    if (this.#following) return;
    this.index.tables.compact();
    const bytes = this.index.tables.save(this.#seq);
    this.#changedRows = 0;
    try {
      await this.#reader.saveSnapshot(SNAPSHOT, bytes);
    } catch {
      // A full disk leaves the next start without a snapshot: it builds the index from the rows.
      this.#changedRows = 0;
    }
  }
}
