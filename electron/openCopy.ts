/**
 * Shows an original in the system's own program: a copy of it, read-only, in a folder of its own that goes when the
 * program ends. The page names no place, and only files of kinds that cannot run are handed over.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { app, shell } from 'electron';
import type { Answer, Ask, Reply } from '@shared/ipc';
import { no } from '@shared/model/result';
import { isOpenable } from '@shared/openable';
import { freeSpace, hasRoom, refusalOf } from './disk';
import { safeName } from './files';
import { answer } from './ipc';

const folders = new Set<string>();

export async function openCopy({ name, bytes }: Ask<'file:open-copy'>): Promise<Reply<Answer<'file:open-copy'>>> {
  const safe = safeName(name);
  if (!isOpenable(safe)) return no('not-allowed');
  const temp = os.tmpdir();
  if (!(await hasRoom(temp, bytes.byteLength, freeSpace))) return no('no-space');
  try {
    const folder = await mkdtemp(path.join(temp, 'collate-copy-'));
    if (folders.size === 0) app.once('will-quit', removeCopies);
    folders.add(folder);
    const place = path.join(folder, safe);
    await writeFile(place, bytes, { mode: 0o400, flag: 'wx' });
    const complaint = await shell.openPath(place);
    return complaint === '' ? answer(null) : no('not-allowed');
  } catch (error) {
    return refusalOf(error);
  }
}

/** Removes the copies; one that another program still holds stays where the system clears up. */
function removeCopies(): void {
  for (const folder of folders) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // In use: the system's temporary folder is cleared by the system.
    }
  }
  folders.clear();
}
