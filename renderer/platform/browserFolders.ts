/**
 * Folders in a plain browser: the File System Access API, where there is one. The browser's handles are kept in a small
 * database of their own; leave to use them is asked for again after a restart, on a press.
 */
import { LARGEST_BUNDLE } from '@shared/bundle/limits';
import { no, yes, type Result } from '@shared/model/result';
import { isPlainName } from '@shared/plainName';
import type { FileRefusal, FolderEntry, Folders } from '@shared/platform';
import { blobOf, refusalOf } from './browserFiles';

type Directory = FileSystemDirectoryHandle & {
  queryPermission?: (this: Directory, options: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (this: Directory, options: { mode: 'readwrite' }) => Promise<PermissionState>;
  values: (this: Directory) => AsyncIterable<FileSystemHandle>;
};
type Picker = (this: void, options: { id: string; mode: 'readwrite' }) => Promise<Directory>;

const DATABASE = 'collate-folders';
const TABLE = 'folders';
const MOST_FILES = 10_000;

/** Folders of this browser; null where it gives none. */
export function browserFolders(): Folders | null {
  const picker = (): Picker | undefined => (window as unknown as { showDirectoryPicker?: Picker }).showDirectoryPicker;
  if (picker() === undefined) return null;

  async function inside<T>(
    handle: string,
    work: (folder: Directory) => Promise<Result<T, FileRefusal>>,
  ): Promise<Result<T, FileRefusal>> {
    try {
      const folder = await recall(handle);
      if (!folder) return no('handle-unknown');
      if ((await folder.queryPermission?.({ mode: 'readwrite' })) === 'prompt') return no('not-allowed');
      return await work(folder);
    } catch (error) {
      return refusalOf(error);
    }
  }
  return {
    async choose() {
      try {
        const folder = await picker()!({ id: 'collate-exchange', mode: 'readwrite' });
        const handle = crypto.randomUUID();
        await inTable('readwrite', (table) => table.put(folder, handle));
        return yes({ handle, name: folder.name || 'Folder' });
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return no('cancelled');
        return refusalOf(error);
      }
    },
    async allow(handle) {
      const folder = await recall(handle);
      if (!folder) return false;
      if ((await folder.queryPermission?.({ mode: 'readwrite' })) !== 'prompt') return true;
      return (await folder.requestPermission?.({ mode: 'readwrite' })) === 'granted';
    },
    list: ({ handle, suffix }) =>
      inside(handle, async (folder) => {
        const found: FolderEntry[] = [];
        for await (const entry of folder.values()) {
          if (found.length > MOST_FILES) return no('too-large');
          if (entry.kind !== 'file' || !entry.name.toLowerCase().endsWith(suffix) || !isPlainName(entry.name)) continue;
          // Gone since: the next look will show what became of it.
          const file = await (entry as FileSystemFileHandle).getFile().catch(() => null);
          if (file) found.push({ name: file.name, size: file.size, modified: file.lastModified });
        }
        return yes(found);
      }),
    read: ({ handle, name }) =>
      inside(handle, async (folder) => {
        if (!isPlainName(name)) return no('not-allowed');
        const file = await (await folder.getFileHandle(name)).getFile();
        return file.size > LARGEST_BUNDLE ? no('too-large') : yes(file);
      }),
    write: ({ handle, name, bytes }) =>
      inside(handle, async (folder) => {
        if (!isPlainName(name)) return no('not-allowed');
        const before = await folder.getFileHandle(name).catch(() => null);
        // The browser itself writes under another name and renames when it is closed.
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        try {
          await stream.write(blobOf(bytes));
          await stream.close();
        } catch (error) {
          await stream.abort().catch(() => undefined);
          if (!before) await folder.removeEntry(name).catch(() => undefined);
          throw error;
        }
        return yes(null);
      }),
    remove: ({ handle, name }) =>
      inside(handle, async (folder) => {
        if (!isPlainName(name)) return no('not-allowed');
        await folder.removeEntry(name).catch((error: unknown) => {
          if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
        });
        return yes(null);
      }),
    forget: (handle) => inTable('readwrite', (table) => table.delete(handle)),
  };
}

const recall = (handle: string): Promise<Directory | undefined> =>
  inTable('readonly', (table) => table.get(handle) as IDBRequest<Directory | undefined>);

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
}

async function inTable<T>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
  const database = await settled(opening);
  try {
    return await settled(ask(database.transaction(TABLE, mode).objectStore(TABLE)));
  } finally {
    database.close();
  }
}
