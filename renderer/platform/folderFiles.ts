/** The files of a folder, chosen in a plain browser or dropped on the page of either host. */
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { isJunkName } from '@shared/plainName';
import type { FileRefusal, FilesOfFolder, PickedFile } from '@shared/platform';
import { refusalOf } from './browserFiles';
import { pickedFrom } from './pageFile';

type Directory = FileSystemDirectoryHandle & { values: (this: Directory) => AsyncIterable<FileSystemHandle> };
type Picker = (this: void, options: { id: string; mode: 'read' }) => Promise<Directory>;

/** Files of one import, and folders in folders: as the desktop has it. */
export const MOST_FILES = 20_000;
const DEEPEST = 32;

/** Asks for a folder: by the File System Access API, else by an input that takes folders. */
export async function openFolder(title: string): Promise<Result<FilesOfFolder, FileRefusal>> {
  const picker = (window as unknown as { showDirectoryPicker?: Picker }).showDirectoryPicker;
  if (picker === undefined) return openThroughInput(title);
  try {
    const folder = await picker({ id: 'collate-import', mode: 'read' });
    const files: PickedFile[] = [];
    if (!(await walk(folder, '', 0, files))) return no('too-large');
    return yes({ name: folder.name, files: inOrder(files) });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return no('cancelled');
    return refusalOf(error);
  }
}

async function walk(folder: Directory, below: string, depth: number, into: PickedFile[]): Promise<boolean> {
  for await (const entry of folder.values()) {
    if (isJunkName(entry.name)) continue;
    if (entry.kind === 'file') {
      if (into.length === MOST_FILES) return false;
      // Gone since: it is no file of the folder any more.
      const file = await (entry as FileSystemFileHandle).getFile().catch(() => null);
      if (file) into.push(pickedFrom(file, below));
    } else if (depth < DEEPEST) {
      if (!(await walk(entry as Directory, joined(below, entry.name), depth + 1, into))) return false;
    }
  }
  return true;
}

const joined = (below: string, name: string): string => (below === '' ? name : `${below}/${name}`);

const pathOf = ({ folder, name }: PickedFile): string => joined(folder ?? '', name);
const inOrder = (files: readonly PickedFile[]): readonly PickedFile[] =>
  [...files].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));

function openThroughInput(title: string): Promise<Result<FilesOfFolder, FileRefusal>> {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  input.title = title;
  input.hidden = true;
  document.body.append(input);
  return new Promise((resolve) => {
    const finish = (chosen: readonly File[]): void => {
      input.remove();
      if (chosen.length === 0) return resolve(no('cancelled'));
      if (chosen.length > MOST_FILES) return resolve(no('too-large'));
      const name = chosen[0]!.webkitRelativePath.split('/')[0]!;
      const files = chosen
        .map((file) => ({ file, parts: file.webkitRelativePath.split('/').slice(1) }))
        .filter(({ parts }) => !parts.some(isJunkName))
        .map(({ file, parts }) => pickedFrom(file, parts.slice(0, -1).join('/')));
      resolve(yes({ name, files: inOrder(files) }));
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => finish([]), { once: true });
    input.click();
  });
}

/**
 * The files of a drop or a paste, those of dropped folders too; one more than an import may have where there are more.
 * To be called while the event lasts: the browser takes its entries away afterwards.
 */
export function filesOfTransfer(transfer: DataTransfer): Promise<readonly PickedFile[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const parts = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return (async () => {
    const files: PickedFile[] = [];
    for (const { entry, file } of parts) {
      if (entry?.isDirectory) await walkEntry(entry as FileSystemDirectoryEntry, entry.name, 0, files);
      else if (file) files.push(pickedFrom(file));
    }
    return files.slice(0, MOST_FILES + 1);
  })();
}

async function walkEntry(
  folder: FileSystemDirectoryEntry,
  below: string,
  depth: number,
  into: PickedFile[],
): Promise<void> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  // The reader gives some at a time, and none at the end.
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0 || found.length > MOST_FILES) break;
    found.push(...some);
  }
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of found) {
    if (isJunkName(entry.name) || into.length > MOST_FILES) continue;
    if (entry.isFile) {
      const file = await new Promise<File | null>((resolve) =>
        (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
      );
      if (file) into.push(pickedFrom(file, below));
    } else if (depth < DEEPEST) {
      await walkEntry(entry as FileSystemDirectoryEntry, joined(below, entry.name), depth + 1, into);
    }
  }
}
