/** Reading a case from a worker: rows in bulk, texts, and the journal as it grows, whichever window writes it. */
import { liveQuery } from 'dexie';
import type { RowOf, TableName } from '@shared/model/tables';
import { CaseDatabase } from './caseDatabase';
import { openPackDirectory } from './packs';
import { readRows, walkRows } from './rows';
import { thinnedTo } from './thinning';

export interface TouchedRow {
  readonly table: TableName;
  readonly id: string;
}

export interface CaseReader {
  /** Every row of a table in chunks, tombstones too. */
  allRows<Table extends TableName>(
    table: Table,
    onChunk: (rows: RowOf<Table>[]) => void | Promise<void>,
  ): Promise<void>;
  /** Living rows by id; undefined where there is none or it was deleted. */
  getMany<Table extends TableName>(table: Table, ids: readonly string[]): Promise<(RowOf<Table> | undefined)[]>;
  text(textId: string): Promise<string | undefined>;
  /** Texts in the order of the ids, undefined where one is missing; all of them are in memory at once. */
  texts(textIds: readonly string[]): Promise<(string | undefined)[]>;
  /** Sequence number of the newest journal entry; 0 where there is none. */
  lastSeq(): Promise<number>;
  /** Journal entries after `seq`, oldest first; null when some of them were thinned away and a rebuild is due. */
  changesAfter(seq: number): Promise<{ seq: number; touched: TouchedRow[] }[] | null>;
  /** Calls back whenever the journal has grown, in any window. Returns the way to stop. */
  onJournal(listener: () => void): () => void;
  loadSnapshot(name: string): Promise<ArrayBuffer | undefined>;
  saveSnapshot(name: string, bytes: ArrayBuffer): Promise<void>;
  close(): void;
}

/** Opens a case for reading. Closes by itself when another window brings a newer schema. */
export async function openCaseForReading(caseId: string): Promise<CaseReader> {
  const db = new CaseDatabase(caseId);
  db.on('versionchange', () => {
    db.close();
    return false;
  });
  await db.openKnown();
  const packs = await openPackDirectory(db);
  const reader = { db, packs };
  return {
    allRows: (table, onChunk) => walkRows(reader, table, onChunk),
    getMany: (table, ids) => readRows(reader, table, ids),
    text: async (textId) => (await db.texts.get(textId))?.text,
    texts: async (textIds) => (await db.texts.bulkGet([...textIds])).map((stored) => stored?.text),
    lastSeq: async () => (await db.journal.orderBy(':id').last())?.seq ?? 0,
    async changesAfter(seq) {
      if (seq < (await thinnedTo(db))) return null;
      const entries = await db.journal.where(':id').above(seq).toArray();
      return entries.map((entry) => ({
        seq: entry.seq!,
        touched: entry.changes.map(({ table, id }) => ({ table, id })),
      }));
    },
    onJournal(listener) {
      const subscription = liveQuery(() => db.journal.orderBy(':id').last()).subscribe({
        next: listener,
        error: () => undefined,
      });
      return () => subscription.unsubscribe();
    },
    loadSnapshot: async (name) => (await db.snapshots.get(name))?.bytes,
    async saveSnapshot(name, bytes) {
      await db.snapshots.put({ name, bytes });
    },
    close: () => db.close(),
  };
}
