/** The files of a folder, chosen in a plain browser or dropped on the page of either host. */
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { isJunkName } from '@shared/plainName';
import type { FileRefusal, FilesOfFolder, PickedFile } from '@shared/platform';
import { refusalOf } from './browserFiles';
import { pickedFrom, pickedFromForm } from './pageFile';

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
  files
    .map((file) => [pathOf(file), file] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, file]) => file);

function openThroughInput(title: string): Promise<Result<FilesOfFolder, FileRefusal>> {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  input.title = title;
  input.hidden = true;
  document.body.append(input);
  return new Promise((resolve) => {
    const finish = async (chosen: readonly File[]): Promise<void> => {
      input.remove();
      if (chosen.length === 0) return resolve(no('cancelled'));
      if (chosen.length > MOST_FILES) return resolve(no('too-large'));
      const partsOf = (file: File): string[] => file.webkitRelativePath.split('/').slice(1);
      const kept = chosen.filter((file) => !partsOf(file).some(isJunkName));
      const files = await pickedFromForm(kept, (file) => partsOf(file).slice(0, -1).join('/'));
      resolve(yes({ name: chosen[0]!.webkitRelativePath.split('/')[0]!, files: inOrder(files) }));
    };
    input.addEventListener('change', () => void finish([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => void finish([]), { once: true });
    input.click();
  });
}

/**
 * The files of a drop or a paste, those of dropped folders too; one more than an import may have where there are more.
 * To be called while the event lasts: the browser takes its entries away afterwards.
 */
export function filesOfTransfer(transfer: DataTransfer): Promise<readonly PickedFile[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  // What no disk has, such as a copied picture, has no entry.
  const dropped = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  return (async () => {
    const files: PickedFile[] = [];
    for (const one of dropped) {
      if (one instanceof File) files.push(pickedFrom(one));
      else if (one?.isDirectory) await walkEntry(one as FileSystemDirectoryEntry, one.name, 0, files);
      else if (one) await takeEntry(one as FileSystemFileEntry, '', files);
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
    if (entry.isFile) await takeEntry(entry as FileSystemFileEntry, below, into);
    else if (depth < DEEPEST) {
      await walkEntry(entry as FileSystemDirectoryEntry, joined(below, entry.name), depth + 1, into);
    }
  }
}

/** Its file comes with its size; a file that has gone since is left out. */
async function takeEntry(entry: FileSystemFileEntry, below: string, into: PickedFile[]): Promise<void> {
  const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
  if (file) into.push(pickedFrom(file, below));
}
