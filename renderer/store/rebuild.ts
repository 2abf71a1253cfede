/** Puts a case back from the copy on disk, when IndexedDB lost it or a part of it. */
import { Dexie } from 'dexie';
import { picturesIn } from '@shared/briefing/pictures';
import { wholeOf } from '@shared/bundle/source';
import type { FileContent, SecondCopy } from '@shared/platform';
import { upgradeRow } from '@shared/migrations';
import type { OldRow } from '@shared/migrations';
import { MODEL_VERSION } from '@shared/model/tables';
import type { AnyRow, TableName } from '@shared/model/tables';
import { CaseDatabase, caseDatabaseName } from './caseDatabase';
import type { StoredOriginal, StoredText } from './caseDatabase';
import type { CaseContents } from './contents';
import { storeCase } from './contents';
import { StoreFailure, asFailure } from './failure';
import { listCases, registerCase } from './registry';
import type { LogLine } from './secondCopy';
import { extensionOf } from './texts';

export interface Restored {
  readonly caseId: string;
  readonly name: string;
  /** ISO 8601 instant of the backup it was rebuilt from; null where the log alone was enough. */
  readonly backupAt: string | null;
  /** Steps of the log that were done again on top of the backup. */
  readonly steps: number;
  /** True where it could not be put back; its copy on disk is then left as it was. */
  readonly failed: boolean;
}

export interface RebuildTools {
  readonly disk: SecondCopy;
  /** Opens a backup bundle; null when it is not valid. */
  readonly unpack: (bytes: FileContent) => Promise<CaseContents | null>;
  readonly now: () => Date;
}

type Kept = Awaited<ReturnType<SecondCopy['list']>>[number];
type LoggedRow = LogLine['rows'][number];

/** A log goes on over an update of the program: its older rows are those of an older model. */
const current = (table: TableName, row: AnyRow, model: number): AnyRow =>
  model === MODEL_VERSION ? row : (upgradeRow(table, row as unknown as OldRow, model) as unknown as AnyRow);

const parseLine = (line: string): LogLine | null => {
  try {
    const { model = 1, rows, ...rest } = JSON.parse(line) as LogLine;
    return { ...rest, rows: rows.map(({ table, row }) => ({ table, row: current(table, row, model) })) };
  } catch {
    return null;
  }
};

const isNewerSchema = (error: unknown): boolean => {
  const failure = asFailure(error);
  return failure instanceof StoreFailure && failure.kind === 'newer-schema';
};

/**
 * Sequence number of the newest entry IndexedDB has; -1 where the database is missing, empty or cannot be read, and
 * infinity where a newer version of the program keeps it: that one is left alone.
 */
async function newestHere(caseId: string): Promise<number> {
  if (!(await Dexie.exists(caseDatabaseName(caseId)))) return -1;
  const db = new CaseDatabase(caseId);
  try {
    await db.openKnown();
    const seq = (await db.journal.orderBy(':id').last())?.seq ?? 0;
    const empty = seq === 0 && (await db.packs.limit(1).count()) === 0;
    return empty ? -1 : seq;
  } catch (error) {
    return isNewerSchema(error) ? Infinity : -1;
  } finally {
    db.close();
  }
}

/** Rebuilds every case of the disk that IndexedDB has not, or has less of. Returns what was put back, and what not. */
export async function rebuildLostCases(tools: RebuildTools): Promise<Restored[]> {
  const registered = new Set((await listCases()).map((one) => one.id));
  const restored: Restored[] = [];
  for (const kept of await tools.disk.list()) {
    const { caseId, name } = kept;
    const here = await newestHere(caseId);
    if (here >= kept.lastSeq && here >= (kept.backupSeq ?? 0)) {
      const now = tools.now().toISOString();
      if (!registered.has(caseId)) await registerCase({ id: caseId, name, state: 'ready', created: now, opened: now });
      continue;
    }
    // One case that cannot be put back must not keep the others out.
    const one = await rebuildCase(kept, tools).catch(() => null);
    restored.push(one ?? { caseId, name, backupAt: kept.backupAt, steps: 0, failed: true });
  }
  return restored;
}

/** Null where neither backup nor log says what the case is. */
async function rebuildCase(kept: Kept, { disk, unpack, now }: RebuildTools): Promise<Restored | null> {
  const { caseId } = kept;
  const backup = await disk.readBackup(caseId);
  const contents = backup ? await unpack(backup.bytes) : null;
  const seq = contents ? backup!.seq : 0;
  const log = (await disk.readLog({ caseId, afterSeq: 0 })).map(parseLine).filter((line) => line !== null);
  const lines = log.filter(({ entry }) => entry.seq! > seq);
  const rows = new Map<string, LoggedRow>();
  for (const line of lines) for (const one of line.rows) rows.set(`${one.table}/${one.row.id}`, one);
  const logged = rows.get(`cases/${caseId}`)?.row as CaseContents['case'] | undefined;
  const record = contents?.case ?? logged;
  if (!record) return null;
  const blobs = await missingBlobs(caseId, contents, rows, disk);
  const name = (logged ?? record).name || kept.name;
  // What is left of the old database would otherwise stand over the rows of the backup.
  await Dexie.delete(caseDatabaseName(caseId));
  await storeCase(
    {
      case: record,
      rows: contents?.rows ?? {},
      texts: [...(contents?.texts ?? []), ...blobs.texts],
      originals: [...(contents?.originals ?? []), ...blobs.originals],
    },
    { caseId, name, now: now().toISOString() },
  );
  await replay(caseId, rows, log, { seq, stamp: record.created });
  return { caseId, name, backupAt: contents ? kept.backupAt : null, steps: lines.length, failed: false };
}

/** The rows as the log's last lines left them, and its steps, those that the backup holds already among them. */
async function replay(
  caseId: string,
  rows: ReadonlyMap<string, LoggedRow>,
  log: readonly LogLine[],
  backup: { readonly seq: number; readonly stamp: LogLine['entry']['stamp'] },
): Promise<void> {
  const db = new CaseDatabase(caseId);
  try {
    await db.openKnown();
    await db.transaction('rw', db.tables, async () => {
      for (const { table, row } of rows.values()) await db.rows(table).put(row as never);
      for (const { entry } of log) {
        if (entry.folded !== undefined) await db.journal.delete(entry.folded);
        await db.journal.put(entry);
      }
      if ((log.at(-1)?.entry.seq ?? 0) >= backup.seq && log.length > 0) return;
      // The next step takes the number after the backup's, though the step of that number is gone.
      await db.journal.put({
        seq: Math.max(1, backup.seq),
        stamp: backup.stamp,
        label: 'Rebuilt from the backup',
        window: '000',
        kind: 'import',
        changes: [],
      });
    });
  } finally {
    db.close();
  }
}

/** Texts and originals that came after the backup; those of deleted documents too, so that undo has them. */
async function missingBlobs(
  caseId: string,
  contents: CaseContents | null,
  rows: ReadonlyMap<string, LoggedRow>,
  disk: SecondCopy,
): Promise<{ texts: StoredText[]; originals: StoredOriginal[] }> {
  const have = new Set([...(contents?.texts ?? []), ...(contents?.originals ?? [])].map((one) => one.id));
  const texts: StoredText[] = [];
  const originals: StoredOriginal[] = [];
  const read = async (sha256: string): Promise<FileContent | null> => {
    if (have.has(sha256)) return null;
    have.add(sha256);
    return disk.readBlob({ caseId, sha256 });
  };
  for (const { table, row } of rows.values()) {
    if (table === 'briefings' || table === 'briefingVersions') {
      for (const { originalId, ext } of picturesIn((row as Extract<AnyRow, { body: unknown }>).body)) {
        const bytes = await read(originalId);
        if (bytes) originals.push({ id: originalId, ext, bytes: bytes as Uint8Array | Blob });
      }
    }
    if (table !== 'documents') continue;
    for (const { textId, originalId, fileName } of (row as Extract<AnyRow, { versions: unknown }>).versions) {
      // A text and its original can be the same bytes.
      const original = originalId === null ? null : await read(originalId);
      if (original)
        originals.push({ id: originalId!, ext: extensionOf(fileName), bytes: original as Uint8Array | Blob });
      const text = textId === originalId && original ? original : await read(textId);
      if (text)
        texts.push({ id: textId, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await wholeOf(text)) });
    }
  }
  return { texts, originals };
}
