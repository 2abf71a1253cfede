/**
 * Folders the analyst chose. The page gets a handle; the path stays here, kept beside the profile so that it is still
 * known after a restart. The page names files, never places: links are not followed, and nothing but plain files is
 * read, replaced or removed.
 */
import { randomUUID } from 'node:crypto';
import { lstat, opendir, readFile, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { LARGEST_BUNDLE } from '@shared/bundle/limits';
import { sizeOf } from '@shared/bundle/source';
import { LARGEST_MESSAGE } from '@shared/ipc';
import type { Answer, Ask, Reply } from '@shared/ipc';
import { no } from '@shared/model/result';
import { isPlainName } from '@shared/plainName';
import type { FileContent } from '@shared/platform';
import { DiskFile } from './diskFile';
import { freeSpace, hasCode, hasRoom, refusalOf, writeAtomic } from './disk';
import { answer } from './ipc';
import { readPlain } from './plainFile';

/** Handles that are kept; the oldest goes for a new one. */
const MOST_FOLDERS = 200;
/** Files of one ending in one folder. */
const MOST_FILES = 10_000;
/** Entries of a folder that are looked at for them. */
const MOST_ENTRIES = 200_000;

const HANDLE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type FolderReply<C extends 'folder:list' | 'folder:write' | 'folder:remove' | 'folder:forget'> = Promise<
  Reply<Answer<C>>
>;

export interface ChosenFolders {
  /** A handle for a folder; the same one when it is chosen again. */
  handOut(folder: string): Promise<Reply<Answer<'folder:choose'>>>;
  list(ask: Ask<'folder:list'>): FolderReply<'folder:list'>;
  /** What is too large for a message is the file itself. */
  read(ask: Ask<'folder:read'>): Promise<Reply<Uint8Array | DiskFile>>;
  write(ask: Omit<Ask<'folder:write'>, 'bytes'> & { readonly bytes: FileContent }): FolderReply<'folder:write'>;
  remove(ask: Ask<'folder:remove'>): FolderReply<'folder:remove'>;
  forget(handle: string): FolderReply<'folder:forget'>;
}

/** Asks for a folder with the system's dialog. */
export async function askForFolder(
  window: BrowserWindow,
  title: string,
  folders: ChosenFolders,
): Promise<Reply<Answer<'folder:choose'>>> {
  const chosen = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] });
  const [folder] = chosen.filePaths;
  return chosen.canceled || folder === undefined ? no('cancelled') : folders.handOut(folder);
}

/** @param file where the handles are kept */
export function openFolders(file: string): ChosenFolders {
  let kept: Promise<Map<string, string>> | null = null;
  const known = (): Promise<Map<string, string>> => (kept ??= readHandles(file));
  const keep = async (handles: Map<string, string>): Promise<void> =>
    writeAtomic(file, JSON.stringify(Object.fromEntries(handles)));

  /** Runs a piece of work on a folder that is known; the system's refusals come back as values. */
  async function inside<T>(handle: string, work: (folder: string) => Promise<Reply<T>>): Promise<Reply<T>> {
    const folder = (await known()).get(handle);
    if (folder === undefined) return no('handle-unknown');
    try {
      return await work(folder);
    } catch (error) {
      return hasCode(error, 'ELOOP', 'ENXIO') ? no('not-allowed') : refusalOf(error);
    }
  }
  const onFile = <T>(handle: string, name: string, work: (place: string) => Promise<Reply<T>>): Promise<Reply<T>> =>
    inside(handle, (folder) =>
      isPlainName(name) ? work(path.join(folder, name)) : Promise.resolve(no('not-allowed')),
    );

  return {
    async handOut(chosen) {
      const folder = path.resolve(chosen);
      try {
        if (!(await stat(folder)).isDirectory()) return no('unreadable');
        const handles = await known();
        const before = [...handles].find(([, place]) => place === folder)?.[0];
        const handle = before ?? randomUUID();
        handles.set(handle, folder);
        const oldest = handles.keys().next();
        if (handles.size > MOST_FOLDERS && oldest.done !== true) handles.delete(oldest.value);
        if (before === undefined) await keep(handles);
        return answer({ handle, name: path.basename(folder) || folder });
      } catch (error) {
        return refusalOf(error);
      }
    },
    list: ({ handle, suffix }) =>
      inside(handle, async (folder) => {
        const found: Answer<'folder:list'> = [];
        let looked = 0;
        for await (const entry of await opendir(folder)) {
          if ((looked += 1) > MOST_ENTRIES || found.length > MOST_FILES) return no('too-large');
          if (!entry.name.toLowerCase().endsWith(suffix) || !isPlainName(entry.name)) continue;
          const state = await lstat(path.join(folder, entry.name)).catch(() => null);
          if (state?.isFile() === true) found.push({ name: entry.name, size: state.size, modified: state.mtimeMs });
        }
        return answer(found);
      }),
    read: ({ handle, name }) =>
      onFile(handle, name, async (place): Promise<Reply<Uint8Array | DiskFile>> => {
        const state = await lstat(place);
        if (state.isFile() && state.size > LARGEST_BUNDLE) return no('too-large');
        return state.isFile() && state.size > LARGEST_MESSAGE
          ? answer(new DiskFile(place, state.size))
          : readPlain(place);
      }),
    write: ({ handle, name, bytes }) =>
      onFile(handle, name, async (place) => {
        if (!(await hasRoom(path.dirname(place), sizeOf(bytes), freeSpace))) return no('no-space');
        const before = await lstat(place).catch(() => null);
        if (before !== null && !before.isFile()) return no('not-allowed');
        await writeAtomic(place, bytes);
        return answer(null);
      }),
    remove: ({ handle, name }) =>
      onFile(handle, name, async (place) => {
        const before = await lstat(place).catch(() => null);
        if (before === null) return answer(null);
        if (!before.isFile()) return no('not-allowed');
        await unlink(place);
        return answer(null);
      }),
    async forget(handle) {
      const handles = await known();
      if (handles.delete(handle)) await keep(handles);
      return answer(null);
    },
  };
}

/** The handles of last time. A file that is missing or broken means that folders have to be chosen again. */
async function readHandles(file: string): Promise<Map<string, string>> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    const pairs = typeof kept === 'object' && kept !== null ? Object.entries(kept as Record<string, unknown>) : [];
    return new Map(
      pairs.filter(
        (pair): pair is [string, string] =>
          HANDLE.test(pair[0]) && typeof pair[1] === 'string' && path.isAbsolute(pair[1]),
      ),
    );
  } catch {
    return new Map();
  }
}
