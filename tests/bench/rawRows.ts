/** What the program is compared with: the same rows put one by one, by IndexedDB itself and by Dexie. */
import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { AnyRow } from '../../shared/model/tables';
import type { CaseContents } from '../../renderer/store/contents';

const EXCERPT_INDEXES = ['documentId', 'created', 'tags', 'sourceId'] as const;

function opened(name: string, tables: readonly string[]): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    for (const table of tables) {
      const store = request.result.createObjectStore(table, { keyPath: 'id' });
      if (table !== 'excerpts') continue;
      for (const index of EXCERPT_INDEXES) store.createIndex(index, index, { multiEntry: index === 'tags' });
    }
  });
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error!));
  });
}

function putAll(db: IDBDatabase, table: string, rows: readonly object[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(table, 'readwrite');
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error!));
    const store = transaction.objectStore(table);
    for (const row of rows) store.put(row);
  });
}

/**
 * Puts every row and text of a case, a record each, one transaction a table, four indexes on the excerpts and none
 * elsewhere, with the browser's own (relaxed) durability: nothing is read, checked or searched. Milliseconds.
 */
export async function timeRawPuts(contents: CaseContents): Promise<number> {
  const name = 'bench-raw';
  const tables = [...Object.keys(contents.rows), 'texts'];
  const db = await opened(name, tables);
  const start = performance.now();
  for (const [table, rows] of Object.entries(contents.rows)) await putAll(db, table, rows);
  await putAll(db, 'texts', contents.texts);
  const time = performance.now() - start;
  db.close();
  await Dexie.delete(name);
  return time;
}

/** A Dexie table of excerpts, a record each. */
export async function bareDexie(
  rows: readonly AnyRow[],
  schema: string,
  durability: 'strict' | 'relaxed',
): Promise<{ table: Table<AnyRow, string>; drop: () => Promise<void> }> {
  const db = new Dexie(`bench-dexie-${schema}-${durability}-${rows.length}`, {
    chromeTransactionDurability: durability,
  });
  db.version(1).stores({ excerpts: schema });
  await db.table('excerpts').bulkPut([...rows]);
  return { table: db.table('excerpts'), drop: () => db.delete() };
}

export const FOUR_INDEXES = 'id, documentId, created, *tags, sourceId';

/** Every row and text of a case in a Dexie database of its own, a record each: what an add-on for Dexie exports. */
export async function dexieOf(name: string, contents: CaseContents): Promise<Dexie> {
  await Dexie.delete(name);
  const db = new Dexie(name);
  const plain = Object.fromEntries(Object.keys(contents.rows).map((table) => [table, 'id']));
  db.version(1).stores({ ...plain, excerpts: FOUR_INDEXES, texts: 'id' });
  for (const [table, rows] of Object.entries(contents.rows)) await db.table(table).bulkPut([...rows]);
  await db.table('texts').bulkPut([...contents.texts]);
  return db;
}
