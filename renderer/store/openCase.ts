/** An open case: its database, its clock, the one way to write it, undo and redo. */
import { makeClock } from '@shared/merge/clock';
import type { ActorId, Clock } from '@shared/merge/clock';
import type { Result } from '@shared/model/result';
import { CaseDatabase } from './caseDatabase';
import { asFailure } from './failure';
import { followSteps } from './journal';
import type { JournalEntry, Steps } from './journal';
import { openPackDirectory } from './packs';
import type { RowReader } from './rows';
import { thinJournal } from './thinning';
import { makeTransact } from './transact';
import type { Committed, Transact, Writer } from './transact';
import { readSteps, reverseEntry } from './undo';
import type { Self, UndoRefusal } from './undo';

export interface OpenCase extends RowReader {
  readonly id: string;
  readonly actor: ActorId;
  /** The sign of this window in its stamps. */
  readonly window: string;
  readonly clock: Clock;
  readonly transact: Transact;
  undo(): Promise<Result<JournalEntry, UndoRefusal>>;
  redo(): Promise<Result<JournalEntry, UndoRefusal>>;
  /** What undo and redo would reverse now: their labels, null where there is nothing. */
  stepLabels(): Promise<{ undo: string | null; redo: string | null }>;
  /** Hears of every transaction of this window, after it is on the disk. */
  onCommitted(listener: (committed: Committed) => void): () => void;
  /** Called when another window brings a newer schema or deletes the case, or the browser closes the database. */
  onLost(listener: (why: 'newer-schema' | 'case-deleted' | 'storage-closed') => void): () => void;
  close(): void;
}

type LostListener = Parameters<OpenCase['onLost']>[0];

export interface OpenOptions {
  readonly actor: ActorId;
  /** Three characters of 0-9a-z that tell this window's stamps from another's. */
  readonly window: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Opens a case.
 * @throws StoreFailure `newer-schema` when a newer version of the program has been here, or as the store says
 */
export async function openCase(caseId: string, options: OpenOptions): Promise<OpenCase> {
  const db = new CaseDatabase(caseId);
  const lostListeners = new Set<LostListener>();
  const lost: LostListener = (why) => {
    for (const listener of lostListeners) listener(why);
  };
  db.on('versionchange', ({ newVersion }) => {
    db.close();
    lost(newVersion === null ? 'case-deleted' : 'newer-schema');
    // Keeps Dexie from opening it again under the newer schema, which this program does not know.
    return false;
  });
  db.on('close', () => lost('storage-closed'));
  try {
    await db.openKnown();
    return await prepare(caseId, db, options, lostListeners);
  } catch (error) {
    db.close();
    throw asFailure(error);
  }
}

async function prepare(
  caseId: string,
  db: CaseDatabase,
  options: OpenOptions,
  lostListeners: Set<LostListener>,
): Promise<OpenCase> {
  const packs = await openPackDirectory(db);
  const clock = makeClock(options.actor, options.window, options.now);
  // The journal may be too long for once: on a full disk the case opens all the same.
  await thinJournal(db, options.now()).catch(() => undefined);
  const last = await db.journal.orderBy(':id').last();
  if (last) clock.observe(last.stamp);
  const self: Self = { actor: options.actor, window: options.window, openedAt: last?.stamp ?? '' };
  let steps: Steps = await readSteps(db, self);
  const listeners = new Set<(committed: Committed) => void>();
  const writer: Writer = {
    db,
    packs,
    clock,
    window: options.window,
    lastSeq: last?.seq ?? 0,
    onCommitted: (committed) => {
      steps = followFolded(steps, committed.entry);
      for (const listener of listeners) listener(committed);
    },
  };
  const write = makeTransact(writer);
  // Undo pressed while something is still being written, an undo among it, is about that and waits for it.
  let underway: Promise<unknown> = Promise.resolve();
  const inTurn = <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    underway = answer.catch(() => undefined);
    return answer;
  };
  const transact: Transact = (label, work, options) => inTurn(write(label, work, options));
  const reverse = (kind: 'undo' | 'redo') =>
    inTurn(underway.then(() => reverseEntry(db, write, self, steps[kind].at(-1), kind)));
  return {
    id: caseId,
    actor: options.actor,
    window: options.window,
    db,
    packs,
    clock,
    transact,
    undo: () => reverse('undo'),
    redo: () => reverse('redo'),
    async stepLabels() {
      const [undo, redo] = [steps.undo.at(-1), steps.redo.at(-1)];
      const [undoEntry, redoEntry] = await db.journal.bulkGet([undo ?? -1, redo ?? -1]);
      return { undo: undoEntry?.label ?? null, redo: redoEntry?.label ?? null };
    },
    onCommitted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onLost(listener) {
      lostListeners.add(listener);
      return () => lostListeners.delete(listener);
    },
    close: () => db.close(),
  };
}

/** A folded step stands in place of the one it grew from, whose number is gone. */
function followFolded(steps: Steps, entry: JournalEntry): Steps {
  if (entry.folded === undefined) return followSteps(steps, entry);
  return followSteps({ ...steps, undo: steps.undo.filter((seq) => seq !== entry.folded) }, entry);
}
