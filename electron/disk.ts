/**
 * Writing so that a crash or a full disk leaves either the old file or the new one, never half of it; and telling
 * what the system's error codes mean to a person.
 */
import { randomUUID } from 'node:crypto';
import { open, rename, rm, statfs } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { chunksOf } from '@shared/bundle/source';
import type { Result } from '@shared/model/result';
import { no } from '@shared/model/result';
import type { FileContent, FileRefusal } from '@shared/platform';

/** Free bytes at a folder; null where the system cannot tell. */
export type FreeSpace = (folder: string) => Promise<number | null>;

/** Kept free on purpose: a disk filled to the last byte is what makes Chromium drop databases. */
export const RESERVE_BYTES = 32 * 1024 * 1024;

export const freeSpace: FreeSpace = async (folder) => {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
};

/** Says whether `bytes` more fit, with the reserve left over. A system that cannot tell is believed to have room. */
export async function hasRoom(folder: string, bytes: number, free: FreeSpace): Promise<boolean> {
  const left = await free(folder);
  return left === null || left - bytes >= RESERVE_BYTES;
}

/** Writes beside the target, flushes, renames, flushes the folder. Throws the system's error; the target is then as before. */
export async function writeAtomic(file: string, data: string | FileContent): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${path.basename(file).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await write(handle, data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

async function write(handle: FileHandle, data: string | FileContent): Promise<void> {
  if (typeof data === 'string' || data instanceof Uint8Array) return handle.writeFile(data);
  for await (const chunk of chunksOf(data)) await handle.writeFile(chunk);
}

/** Makes a new or renamed entry last through a power cut. Windows cannot open folders and needs no such call. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && codes.includes((error as NodeJS.ErrnoException).code ?? '');

/** The refusal a failed write stands for; what is not the disk's doing is thrown on. */
export function refusalOf(error: unknown): Result<never, FileRefusal> {
  if (hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG')) return no('no-space');
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ETXTBSY')) return no('not-allowed');
  if (hasCode(error, 'ENOENT', 'EISDIR', 'EIO', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL')) return no('unreadable');
  throw error;
}
