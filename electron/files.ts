/**
 * Files the analyst chose. The page gets a handle (a random id), a name and a size; the path stays here. A handle is
 * good until the page is loaded anew.
 */
import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { Answer, Ask, HandedFile, Reply } from '@shared/ipc';
import { sizeOf } from '@shared/bundle/source';
import { no } from '@shared/model/result';
import type { FileContent } from '@shared/platform';
import { answer } from './ipc';
import type { DiskFile } from './diskFile';
import { freeSpace, hasRoom, refusalOf, writeAtomic } from './disk';
import { filesBelow } from './folderWalk';
import { readOpen, readPlain } from './plainFile';

const MAX_HANDLES = 50_000;

interface HandedOut {
  readonly place: string;
  /** Found in a chosen folder: whatever stands there when it is read, a link is not followed. */
  readonly isPlain: boolean;
}
const handles = new Map<string, HandedOut>();

function handleFor(place: string, isPlain: boolean): string {
  const handle = randomUUID();
  handles.set(handle, { place, isPlain });
  const oldest = handles.keys().next();
  if (handles.size > MAX_HANDLES && oldest.done !== true) handles.delete(oldest.value);
  return handle;
}

/** What is too large for a message, as a handle that it is read by. */
export const handedContent = (content: Uint8Array | DiskFile): Uint8Array | HandedFile =>
  content instanceof Uint8Array
    ? content
    : { handle: handleFor(content.place, true), name: path.basename(content.place), size: content.size };

/** Gives out a handle for a file; null where there is no such file. */
export async function handOut(file: string): Promise<HandedFile | null> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return null;
    return { handle: handleFor(file, false), name: path.basename(file), size: found.size };
  } catch {
    return null;
  }
}

/** A page that was loaded anew holds none of the old handles. */
export const forgetHandles = (): void => handles.clear();

export async function openFiles(window: BrowserWindow, ask: Ask<'file:open'>): Promise<Reply<Answer<'file:open'>>> {
  const chosen = await dialog.showOpenDialog(window, {
    title: ask.title,
    filters: dialogFilters(ask.filters),
    properties: ask.many ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  if (chosen.canceled) return answer([]);
  const files = await Promise.all(chosen.filePaths.map((file) => handOut(file)));
  const found = files.filter((file) => file !== null);
  return found.length === 0 && files.length > 0 ? no('unreadable') : answer(found);
}

/** Asks for a folder and hands out every file below it. */
export async function openFolder(
  window: BrowserWindow,
  { title }: Ask<'file:open-folder'>,
): Promise<Reply<Answer<'file:open-folder'>>> {
  const chosen = await dialog.showOpenDialog(window, { title, properties: ['openDirectory'] });
  const [root] = chosen.filePaths;
  if (chosen.canceled || root === undefined) return no('cancelled');
  try {
    const found = await filesBelow(root);
    if (found === null) return no('too-large');
    const files = found.map(({ place, name, size, folder }) => ({
      handle: handleFor(place, true),
      name,
      size,
      ...(folder === '' ? {} : { folder }),
    }));
    return answer({ name: path.basename(root) || root, files });
  } catch (error) {
    return refusalOf(error);
  }
}

/** Reads a whole file, or a part of it. Its size is looked at again: it may have grown since it was chosen. */
export async function readHandle(
  { handle }: Ask<'file:read'>,
  range?: { readonly from: number; readonly to: number },
): Promise<Reply<Uint8Array>> {
  const file = handles.get(handle);
  if (file === undefined) return no('handle-unknown');
  try {
    // A link that took the file's place since is not followed.
    if (file.isPlain) return await readPlain(file.place, range);
    const source = await open(file.place, 'r');
    try {
      return await readOpen(source, range);
    } finally {
      await source.close();
    }
  } catch (error) {
    return refusalOf(error);
  }
}

/** Asks where, then writes so that an existing file is replaced whole or not at all. */
export async function saveFile(
  window: BrowserWindow,
  ask: Pick<Ask<'file:save'>, 'suggestedName' | 'filters'> & { readonly bytes: FileContent },
): Promise<Reply<Answer<'file:save'>>> {
  const target = await askWhere(window, ask.suggestedName, ask.filters);
  return target === null ? no('cancelled') : writeTo(target, ask.bytes);
}

/** The path the analyst chose for a new file, with its extension; null when they changed their mind. */
export async function askWhere(
  window: BrowserWindow,
  suggestedName: string,
  filters: Ask<'file:save'>['filters'],
): Promise<string | null> {
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: safeName(suggestedName),
    filters: dialogFilters(filters),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (chosen.canceled || chosen.filePath === '') return null;
  const extension = filters[0]?.extensions[0];
  if (extension === undefined || path.extname(chosen.filePath) !== '') return chosen.filePath;
  const completed = `${chosen.filePath}.${extension}`;
  // The dialog asked about the name as typed; the completed one may be a file it did not ask about.
  const taken = await stat(completed).then(
    () => true,
    () => false,
  );
  return taken ? chosen.filePath : completed;
}

export async function writeTo(file: string, bytes: FileContent): Promise<Reply<{ name: string }>> {
  if (!(await hasRoom(path.dirname(file), sizeOf(bytes), freeSpace))) return no('no-space');
  try {
    await writeAtomic(file, bytes);
    return answer({ name: path.basename(file) });
  } catch (error) {
    return refusalOf(error);
  }
}

/** A suggestion, never a place: no folder can be named in it, nor what Windows forbids. */
export const safeName = (name: string): string =>
  name
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 200) || 'Untitled';

const dialogFilters = (filters: Ask<'file:open'>['filters']): Electron.FileFilter[] =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
