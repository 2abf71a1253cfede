/**
 * The lines of the bundle that a case came with, for merging: a row that nobody touched here since still stands as its
 * line says, so the same line in another bundle changes nothing (shared/bundle/lineMarks). What was edited or merged
 * since stands in the ordinary tables above the packs, and is compared as ever.
 */
import { CaseDatabase } from './caseDatabase';

const KEY = 'lines';

export interface KnownLines {
  /** As `packLines` packs them. */
  readonly packed: Uint16Array;
  /** Ids of rows that may be different by now. */
  readonly touched: readonly string[];
}

/** Notes the lines that a case was just stored from. */
export async function noteLines(db: CaseDatabase, packed: Uint16Array): Promise<void> {
  if (packed.length > 0) await db.meta.put({ key: KEY, value: packed });
}

/** What is known of a case's lines; null for one that came otherwise. */
export async function readKnownLines(caseId: string): Promise<KnownLines | null> {
  const db = new CaseDatabase(caseId);
  try {
    await db.openKnown();
    const packed = (await db.meta.get(KEY))?.value;
    if (!(packed instanceof Uint16Array)) return null;
    const tables = [db.table('excerpts'), db.table('links')];
    const ids = await Promise.all(tables.map((table) => table.toCollection().primaryKeys()));
    return { packed, touched: ids.flat() as string[] };
  } finally {
    db.close();
  }
}
