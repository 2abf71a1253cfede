/**
 * The journal stays small: entries older than 90 days go, but the newest 2,000 stay whatever their age, and never more
 * than 20,000. What was thinned away is told to those who follow the journal, so that they rebuild instead of guessing.
 */
import { timeOf } from '@shared/merge/clock';
import type { CaseDatabase } from './caseDatabase';

const OLDEST = 90 * 24 * 60 * 60 * 1000;
const ALWAYS_KEPT = 2_000;
const MOST = 20_000;
const THINNED_TO = 'journal.thinnedTo';

/** Drops what the rule above lets go. */
export async function thinJournal(db: CaseDatabase, now: number): Promise<void> {
  const keys = (await db.journal.toCollection().primaryKeys()) as number[];
  if (keys.length <= ALWAYS_KEPT) return;
  let drop = Math.max(0, keys.length - MOST);
  while (drop < keys.length - ALWAYS_KEPT) {
    const entry = await db.journal.get(keys[drop]!);
    if (!entry || now - timeOf(entry.stamp) <= OLDEST) break;
    drop += 1;
  }
  if (drop === 0) return;
  await db.transaction('rw', [db.journal, db.meta], async () => {
    await db.journal.bulkDelete(keys.slice(0, drop));
    await db.meta.put({ key: THINNED_TO, value: keys[drop - 1] });
  });
}

/** The sequence number up to which entries are gone; 0 where none are. */
export async function thinnedTo(db: CaseDatabase): Promise<number> {
  return ((await db.meta.get(THINNED_TO))?.value as number | undefined) ?? 0;
}
