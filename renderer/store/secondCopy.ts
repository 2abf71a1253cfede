/**
 * The copy of a case outside IndexedDB: every confirmed transaction is handed to the host as a line of a log, texts and
 * originals as files, and from time to time a whole bundle that the log starts anew from.
 */
import { picturesIn } from '@shared/briefing/pictures';
import { no, yes } from '@shared/model/result';
import type { FileContent, SecondCopy } from '@shared/platform';
import { MODEL_VERSION } from '@shared/model/tables';
import type { AnyRow, TableName } from '@shared/model/tables';
import { letGo } from '../platform/spool';
import type { JournalEntry } from './journal';
import type { OpenCase } from './openCase';
import type { Committed } from './transact';

/** One line of the log: enough to put the rows back as they were, and the step of undo with them. */
export interface LogLine {
  /** Version of the model the rows were written by; the first where it is not said. */
  readonly model?: number;
  readonly entry: JournalEntry;
  readonly rows: readonly { readonly table: TableName; readonly row: AnyRow }[];
}

export type CopyTrouble = 'no-space' | 'not-written';

export interface CopyState {
  /** ISO 8601 instant of the newest verified backup, null where there is none yet. */
  backupAt(): string | null;
  trouble(): CopyTrouble | null;
  onChange(listener: () => void): () => void;
  /** Writes what waits, and a backup when one is due. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** Log lines after which a new backup is due. */
const LINES_PER_BACKUP = 400;
/** Milliseconds without a step before it is made. */
const QUIET = 20_000;
/** Milliseconds after which what the disk refused is tried again. */
const RETRY = 30_000;

type Written = Awaited<ReturnType<SecondCopy['append']>>;

/**
 * Follows an open case to the disk.
 * @param pack makes a whole bundle of the case, with its originals
 */
export async function followToDisk(
  open: OpenCase,
  disk: SecondCopy,
  name: string,
  pack: (open: OpenCase) => Promise<FileContent>,
): Promise<CopyState> {
  const listeners = new Set<() => void>();
  const kept = (await disk.list()).find((one) => one.caseId === open.id);
  const last = (await open.db.journal.orderBy(':id').last())?.seq ?? 0;
  let backupAt = kept?.backupAt ?? null;
  let trouble: CopyTrouble | null = null;
  let linesSince = 0;
  // What was written while nobody followed (a crash between the two copies, a browser session) goes into a backup.
  let needsBackup = !kept || kept.backupSeq === null || kept.lastSeq < last;
  /** Steps that are not on the disk yet, oldest first: the log has no gap, so a step waits for those before it. */
  let waiting: Committed[] = [];
  const blobsKept = new Set<string>();
  let queue: Promise<void> = Promise.resolve();
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const tell = (next: CopyTrouble | null): void => {
    trouble = next;
    for (const listener of listeners) listener();
  };

  const keepBlob = async (sha256: string, read: () => Promise<FileContent | undefined>): Promise<Written> => {
    if (blobsKept.has(sha256)) return yes(null);
    const bytes = await read();
    const written = bytes ? await disk.putBlob({ caseId: open.id, sha256, bytes }) : yes(null);
    if (written.ok) blobsKept.add(sha256);
    return written;
  };
  const keepBlobs = async (rows: Committed['rows']): Promise<Written> => {
    for (const { table, row } of rows) {
      if (table === 'briefings' || table === 'briefingVersions') {
        for (const { originalId } of picturesIn((row as Extract<AnyRow, { body: unknown }>).body)) {
          const picture = await keepBlob(originalId, async () => (await open.db.originals.get(originalId))?.bytes);
          if (!picture.ok) return picture;
        }
      }
      if (table !== 'documents') continue;
      for (const { textId, originalId } of (row as Extract<AnyRow, { versions: unknown }>).versions) {
        const text = await keepBlob(textId, async () => {
          const stored = await open.db.texts.get(textId);
          return stored && new TextEncoder().encode(stored.text);
        });
        if (!text.ok) return text;
        if (originalId === null) continue;
        const original = await keepBlob(originalId, async () => (await open.db.originals.get(originalId))?.bytes);
        if (!original.ok) return original;
      }
    }
    return yes(null);
  };

  const backUp = async (): Promise<Written> => {
    const seq = (await open.db.journal.orderBy(':id').last())?.seq ?? 0;
    const bytes = await pack(open);
    const written = await disk.putBackup({ caseId: open.id, name, seq, bytes });
    await letGo(bytes);
    if (!written.ok) return written;
    needsBackup = false;
    linesSince = 0;
    backupAt = new Date().toISOString();
    waiting = waiting.filter(({ entry }) => entry.seq! > seq);
    return written;
  };

  const append = async ({ entry, rows }: Committed): Promise<Written> => {
    const blobs = await keepBlobs(rows);
    if (!blobs.ok) return blobs;
    const line: LogLine = { model: MODEL_VERSION, entry, rows };
    const written = await disk.append({ caseId: open.id, name, lastSeq: entry.seq!, lines: [JSON.stringify(line)] });
    if (written.ok) linesSince += 1;
    return written;
  };

  const drain = async (): Promise<Written> => {
    if (needsBackup) {
      const written = await backUp();
      if (!written.ok) return written;
    }
    while (waiting.length > 0) {
      const written = await append(waiting[0]!);
      if (!written.ok) return written;
      waiting = waiting.slice(1);
    }
    return yes(null);
  };

  const settle = (work: () => Promise<Written>): Promise<void> => {
    queue = queue.then(async () => {
      const written = await work().catch((): Written => no('unreadable'));
      clearTimeout(retry);
      if (written.ok) return tell(null);
      if (!stopped) retry = setTimeout(() => void settle(drain), RETRY);
      return tell(written.reason === 'no-space' ? 'no-space' : 'not-written');
    });
    return queue;
  };
  const backUpWhenQuiet = (): void => {
    clearTimeout(quiet);
    if (linesSince >= LINES_PER_BACKUP && !stopped) quiet = setTimeout(() => void settle(backUp), QUIET);
  };
  const stopListening = open.onCommitted((committed) => {
    waiting = [...waiting, committed];
    void settle(drain).then(backUpWhenQuiet);
  });
  if (needsBackup) void settle(drain);

  const flush = async (): Promise<void> => {
    clearTimeout(quiet);
    if (linesSince >= LINES_PER_BACKUP) void settle(backUp);
    else if (waiting.length > 0) void settle(drain);
    await queue;
  };
  return {
    backupAt: () => backupAt,
    trouble: () => trouble,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    async stop() {
      stopped = true;
      stopListening();
      await flush();
      clearTimeout(retry);
    },
  };
}
