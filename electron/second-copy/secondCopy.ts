/**
 * The copy of every case outside IndexedDB, which Chromium may throw away. A folder a case: `about.json`, `log.jsonl`,
 * `blobs/<sha256>`, `backups/`. Calls on one case wait for each other; nothing is confirmed before it is on the disk.
 */
import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { sizeOf } from '@shared/bundle/source';
import { LARGEST_MESSAGE } from '@shared/ipc';
import type { FileRefusal, KeptCase, SecondCopy } from '@shared/platform';
import type { Result } from '@shared/model/result';
import { no, yes } from '@shared/model/result';
import { diskFile, hashOf } from '../diskFile';
import type { DiskFile } from '../diskFile';
import { flushFolder, freeSpace, hasCode, hasRoom, refusalOf, writeAtomic, type FreeSpace } from '../disk';
import { appendLines, dropLinesUpTo, isJsonLine, mendLog, readLogFile } from './caseLog';
import { isVerified, listBackups, thinBackups, writeBackup, type Backup } from './backups';

const CASE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** As it is inside this process: what is too large for a message is the file itself. */
type OwnCopy = Omit<SecondCopy, 'readBlob' | 'readBackup'> & {
  readBlob(blob: { caseId: string; sha256: string }): Promise<Uint8Array | DiskFile | null>;
  readBackup(caseId: string): Promise<{ seq: number; bytes: Uint8Array | DiskFile } | null>;
};

const small = async (file: DiskFile): Promise<Uint8Array | DiskFile> =>
  file.size > LARGEST_MESSAGE ? file : new Uint8Array(await file.arrayBuffer());

/** `free` and `now` are asked for disk space and the time; tests give their own. Invalid ids throw. */
export function openSecondCopy(root: string, free: FreeSpace = freeSpace, now: () => Date = () => new Date()): OwnCopy {
  const queues = new Map<string, Promise<unknown>>();
  const mended = new Set<string>();
  const names = new Map<string, string>();

  /** One thing at a time in a case's folder. */
  const inTurn = <T>(key: string, job: () => Promise<T>): Promise<T> => {
    const turn = (queues.get(key) ?? Promise.resolve()).then(job, job);
    const settled = turn.catch(() => undefined);
    queues.set(key, settled);
    void settled.then(() => {
      if (queues.get(key) === settled) queues.delete(key);
    });
    return turn;
  };
  const folderOf = (caseId: string): string => {
    if (!CASE_ID.test(caseId)) throw new TypeError('not a case id');
    return path.join(root, caseId);
  };
  const logOf = (caseId: string): string => path.join(folderOf(caseId), 'log.jsonl');
  const backupsOf = (caseId: string): string => path.join(folderOf(caseId), 'backups');
  const blobOf = (caseId: string, sha256: string): string => {
    if (!SHA256.test(sha256)) throw new TypeError('not a SHA-256');
    return path.join(folderOf(caseId), 'blobs', sha256);
  };

  const setUp = async (caseId: string, name: string): Promise<void> => {
    if (names.get(caseId) === name) return;
    const folder = folderOf(caseId);
    await mkdir(folder, { recursive: true });
    await writeAtomic(path.join(folder, 'about.json'), `${JSON.stringify({ caseId, name })}\n`);
    await flushFolder(root);
    names.set(caseId, name);
  };
  const write = (caseId: string, bytes: number, job: () => Promise<void>): Promise<Result<null, FileRefusal>> =>
    inTurn(caseId, async () => {
      try {
        await mkdir(root, { recursive: true });
        if (!(await hasRoom(root, bytes, free))) return no('no-space');
        await job();
        return yes(null);
      } catch (error) {
        return refusalOf(error);
      }
    });
  const newestVerified = async (caseId: string): Promise<Backup | null> => {
    for (const backup of await listBackups(backupsOf(caseId))) if (await isVerified(backup)) return backup;
    return null;
  };
  /** Null where there is nothing to rebuild from; a lost name is no reason to give up the case. */
  const describe = async (caseId: string): Promise<KeptCase | null> => {
    const lines = await readLogFile(logOf(caseId));
    const newest = await newestVerified(caseId);
    if (lines.length === 0 && newest === null) return null;
    return {
      caseId,
      name: await nameOf(caseId),
      lastSeq: Math.max(lines.at(-1)?.seq ?? 0, newest?.seq ?? 0),
      backupSeq: newest?.seq ?? null,
      backupAt: newest?.at ?? null,
    };
  };
  const nameOf = async (caseId: string): Promise<string> => {
    try {
      const about: unknown = JSON.parse(await readFile(path.join(folderOf(caseId), 'about.json'), 'utf8'));
      if (typeof about === 'object' && about !== null && 'name' in about && typeof about.name === 'string')
        return about.name;
    } catch (error) {
      if (!(error instanceof SyntaxError) && !hasCode(error, 'ENOENT')) throw error;
    }
    return 'Unnamed case';
  };

  return {
    async list() {
      const entries = await readdir(root).catch(() => []);
      const found: KeptCase[] = [];
      for (const caseId of entries.filter((name) => CASE_ID.test(name)).toSorted()) {
        const kept = await inTurn(caseId, () => describe(caseId));
        if (kept !== null) found.push(kept);
      }
      return found;
    },
    async append({ caseId, name, lastSeq, lines }) {
      if (!lines.every(isJsonLine)) throw new TypeError('a line that is not JSON');
      const size = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
      return write(caseId, size, async () => {
        await setUp(caseId, name);
        if (!mended.has(caseId)) await mendLog(logOf(caseId));
        mended.add(caseId);
        await appendLines(
          logOf(caseId),
          lines.map((text) => ({ seq: lastSeq, text })),
        );
      });
    },
    async putBlob({ caseId, sha256, bytes }) {
      const file = blobOf(caseId, sha256);
      if ((await hashOf(bytes)) !== sha256) throw new TypeError('bytes of another hash');
      const kept = await stat(file).catch(() => null);
      if (kept?.size === sizeOf(bytes)) return yes(null);
      return write(caseId, sizeOf(bytes), async () => {
        await mkdir(path.dirname(file), { recursive: true });
        await writeAtomic(file, bytes);
      });
    },
    async readBlob({ caseId, sha256 }) {
      const kept = await diskFile(blobOf(caseId, sha256)).catch(() => null);
      return kept !== null && (await hashOf(kept)) === sha256 ? small(kept) : null;
    },
    async putBackup({ caseId, name, seq, bytes }) {
      return write(caseId, sizeOf(bytes), async () => {
        await setUp(caseId, name);
        await writeBackup(backupsOf(caseId), seq, bytes, now());
        const kept = await thinBackups(backupsOf(caseId));
        const oldest = kept.at(-1);
        if (oldest !== undefined) await dropLinesUpTo(logOf(caseId), oldest.seq);
      });
    },
    async readBackup(caseId) {
      const newest = await inTurn(caseId, () => newestVerified(caseId));
      return newest === null ? null : { seq: newest.seq, bytes: await small(await diskFile(newest.file)) };
    },
    async readLog({ caseId, afterSeq }) {
      const lines = await inTurn(caseId, () => readLogFile(logOf(caseId)));
      return lines.filter(({ seq }) => seq > afterSeq).map(({ text }) => text);
    },
    async remove(caseId) {
      await inTurn(caseId, async () => {
        await rm(folderOf(caseId), { recursive: true, force: true });
        names.delete(caseId);
        mended.delete(caseId);
      });
    },
    async putSettings(json) {
      await inTurn('settings', async () => {
        await mkdir(root, { recursive: true });
        await writeAtomic(path.join(root, 'settings.json'), json);
      });
    },
    async readSettings() {
      return inTurn('settings', () => readFile(path.join(root, 'settings.json'), 'utf8').catch(() => null));
    },
    freeSpace: () => free(path.dirname(root)),
  };
}
