/** Undo and redo: any journal entry, reversed as a new edit. Refused when somebody else changed the same thing since. */
import { actorOf, windowOf } from '@shared/merge/clock';
import type { ActorId, Stamp } from '@shared/merge/clock';
import { isAlive } from '@shared/model/record';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { AnyRow } from '@shared/model/tables';
import type { CaseDatabase } from './caseDatabase';
import { followSteps, planReversal } from './journal';
import type { JournalEntry, Steps } from './journal';
import type { Transact } from './transact';

export type UndoRefusal = 'nothing-to-undo' | 'changed-since';

/** Whose later edits count as somebody else's. */
export interface Self {
  readonly actor: ActorId;
  readonly window: string;
  /** The newest stamp in the journal when this window opened: what is older was before it. */
  readonly openedAt: Stamp;
}

const isForeign = (stamp: Stamp, self: Self): boolean =>
  actorOf(stamp) !== self.actor || (windowOf(stamp) !== self.window && stamp > self.openedAt);

const foreignSince = (row: AnyRow | undefined, since: Stamp, self: Self): boolean =>
  row !== undefined && Object.values(row.clocks).some((stamp) => stamp > since && isForeign(stamp, self));

/** The steps this window may undo and redo: everything from before it opened, and what it wrote itself. */
export async function readSteps(db: CaseDatabase, self: Self): Promise<Steps> {
  let steps: Steps = { undo: [], redo: [] };
  await db.journal.each((entry) => {
    if (entry.stamp <= self.openedAt || entry.window === self.window) steps = followSteps(steps, entry);
  });
  return steps;
}

/**
 * Reverses an entry of the journal.
 * @returns the entry that was reversed
 */
export async function reverseEntry(
  db: CaseDatabase,
  transact: Transact,
  self: Self,
  seq: number | undefined,
  kind: 'undo' | 'redo',
): Promise<Result<JournalEntry, UndoRefusal>> {
  const entry = seq === undefined ? undefined : await db.journal.get(seq);
  if (!entry) return no('nothing-to-undo');
  return transact<Result<JournalEntry, UndoRefusal>>(
    entry.label,
    async (tx) => {
      for (const change of entry.changes) {
        const row = (await tx.getWithDeleted(change.table, change.id)) as AnyRow | undefined;
        const reversal = planReversal(
          change,
          row,
          row !== undefined && isAlive(row),
          foreignSince(row, entry.ahead ?? entry.stamp, self),
        );
        switch (reversal.do) {
          case 'conflict':
            return no('changed-since', entry.label);
          case 'delete':
            tx.remove(change.table, change.id);
            break;
          case 'restore':
            tx.restore(change.table, change.id);
            break;
          case 'patch':
            tx.update(change.table, change.id, reversal.patch as never);
            break;
        }
      }
      return yes(entry);
    },
    { kind, of: entry.seq! },
  );
}
