/**
 * Rolling backups of a case: `<seq>-<instant>.collate` beside a `.sha256` that `sha256sum -c` understands. A backup
 * counts only while its bytes still have that hash.
 */
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { SourceChanged } from '@shared/bundle/source';
import type { FileContent } from '@shared/platform';
import { diskFile, hashOf } from '../diskFile';
import { hasCode, writeAtomic } from '../disk';

export const KEPT_BACKUPS = 3;

export interface Backup {
  readonly file: string;
  readonly seq: number;
  /** ISO 8601 instant. */
  readonly at: string;
}

const NAME = /^(\d+)-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.collate$/;

/** Colons are not allowed in Windows' file names, so the instant stands there in ISO 8601's basic form. */
export const backupName = (seq: number, at: Date): string => `${seq}-${at.toISOString().replace(/[-:.]/g, '')}.collate`;

/** Newest first (by what they stand for, then by when they were made); says nothing of their hashes. */
export async function listBackups(folder: string): Promise<Backup[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
  return names
    .flatMap((name) => {
      const match = NAME.exec(name);
      if (match === null) return [];
      const [, seq, year, month, day, hour, minute, second, milli] = match;
      const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`;
      return [{ file: path.join(folder, name), seq: Number(seq), at }];
    })
    .toSorted((a, b) => b.seq - a.seq || b.at.localeCompare(a.at));
}

/** Whether its bytes still are what was written. */
export async function isVerified(backup: Backup): Promise<boolean> {
  try {
    const note = await readFile(`${backup.file}.sha256`, 'utf8');
    return (await hashOf(await diskFile(backup.file))) === note.slice(0, 64);
  } catch (error) {
    if (error instanceof SourceChanged || hasCode(error, 'ENOENT', 'EIO', 'EACCES', 'EISDIR')) return false;
    throw error;
  }
}

/** Writes one, reads it back from the disk and compares. Throws where what was read is not what was given. */
export async function writeBackup(folder: string, seq: number, bytes: FileContent, at: Date): Promise<Backup> {
  await mkdir(folder, { recursive: true });
  const backup = { file: path.join(folder, backupName(seq, at)), seq, at: at.toISOString() };
  await writeAtomic(`${backup.file}.sha256`, `${await hashOf(bytes)}  ${path.basename(backup.file)}\n`);
  try {
    await writeAtomic(backup.file, bytes);
    if (!(await isVerified(backup))) throw new Error('The backup read back from the disk is not the one written.');
  } catch (error) {
    await removeBackup(backup);
    throw error;
  }
  return backup;
}

/** Removes all but the newest few; returns the kept, newest first. */
export async function thinBackups(folder: string): Promise<Backup[]> {
  const all = await listBackups(folder);
  for (const old of all.slice(KEPT_BACKUPS)) await removeBackup(old);
  return all.slice(0, KEPT_BACKUPS);
}

async function removeBackup({ file }: Backup): Promise<void> {
  await rm(file, { force: true });
  await rm(`${file}.sha256`, { force: true });
}
