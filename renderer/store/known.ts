/**
 * What of another bundle of a case says nothing new: texts and original files that are here, and the lines of the bundle that the case came
 * with. A row that nobody touched here since still stands as its line says, so the same line changes nothing
 * (shared/bundle/lineMarks). What was edited or merged since stands in the ordinary tables above the packs, and is
 * compared as ever.
 */
import type { LineNotes } from '@shared/bundle/lineMarks';
import { CaseDatabase } from './caseDatabase';

const KEY = 'lines';

export interface Known {
  /** None of a case that did not come as a bundle. */
  readonly lines: LineNotes;
  /** Ids of rows that may be different by now. */
  readonly touched: readonly string[];
  /** Ids of texts and original files. */
  readonly files: readonly string[];
}

/** Notes the lines that a case was just stored from. */
export async function noteLines(db: CaseDatabase, lines: LineNotes): Promise<void> {
  if (lines.length > 0) await db.meta.put({ key: KEY, value: lines });
}

/** What is known of a case that is here. */
export async function readKnown(caseId: string): Promise<Known> {
  const db = new CaseDatabase(caseId);
  try {
    await db.openKnown();
    const [noted, texts, originals, ...touched] = await Promise.all([
      db.meta.get(KEY),
      db.texts.toCollection().primaryKeys(),
      db.originals.toCollection().primaryKeys(),
      ...(['excerpts', 'layouts', 'links'] as const).map((table) => db.table(table).toCollection().primaryKeys()),
    ]);
    const lines = noted?.value instanceof Int32Array ? (noted.value as LineNotes) : new Int32Array();
    return { lines, touched: touched.flat() as string[], files: [...texts, ...originals] };
  } finally {
    db.close();
  }
}
