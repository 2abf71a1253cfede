// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { filesOfTransfer, openFolder } from '../../../renderer/platform/folderFiles';
import { pickedFromForm } from '../../../renderer/platform/pageFile';

afterEach(() => vi.unstubAllGlobals());

type Entry = Pick<FileSystemEntry, 'name' | 'isFile' | 'isDirectory'>;

const fileEntry = (name: string, words: string | null): Entry & Pick<FileSystemFileEntry, 'file'> => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (resolve, reject) => (words === null ? reject?.(new DOMException()) : resolve(new File([words], name))),
});

const folderEntry = (name: string, batches: Entry[][]): Entry & Pick<FileSystemDirectoryEntry, 'createReader'> => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    const left = [...batches];
    return { readEntries: (resolve) => resolve((left.shift() ?? []) as FileSystemEntry[]) };
  },
});

const transferOf = (items: readonly (Entry | File)[]): DataTransfer =>
  ({
    items: items.map((one) => ({
      kind: 'file',
      webkitGetAsEntry: () => (one instanceof File ? null : one),
      getAsFile: () => (one instanceof File ? one : null),
    })),
  }) as unknown as DataTransfer;

/** As the File System Access API hands a folder over; null for a file that has gone. */
interface Folder {
  readonly [name: string]: string | null | Folder;
}

const handleOf = (name: string, content: string | null | Folder): unknown =>
  content === null || typeof content === 'string'
    ? {
        kind: 'file',
        name,
        getFile: () =>
          content === null ? Promise.reject(new DOMException()) : Promise.resolve(new File([content], name)),
      }
    : {
        kind: 'directory',
        name,
        async *values() {
          for (const [one, inner] of Object.entries(content)) yield await Promise.resolve(handleOf(one, inner));
        },
      };

test('a chosen folder gives the files in it and below it, in order; one that has gone is left out', async () => {
  const papers = {
    'b.txt': 'bb',
    '.DS_Store': 'x',
    'gone.txt': null,
    week: { 'c.txt': 'ccc', day: { 'd.txt': 'd' } },
    'a.txt': 'a',
  };
  vi.stubGlobal('showDirectoryPicker', () => Promise.resolve(handleOf('papers', papers)));
  const chosen = await openFolder('Import a folder');
  if (!chosen.ok) throw new Error(chosen.reason);
  expect(chosen.value.name).toBe('papers');
  expect(chosen.value.files.map(({ name, folder, size }) => [folder, name, size])).toEqual([
    [undefined, 'a.txt', 1],
    [undefined, 'b.txt', 2],
    ['week', 'c.txt', 3],
    ['week/day', 'd.txt', 1],
  ]);
});

test('a folder that is not chosen after all is no error', async () => {
  vi.stubGlobal('showDirectoryPicker', () => Promise.reject(new DOMException('', 'AbortError')));
  expect(await openFolder('Import a folder')).toEqual({ ok: false, reason: 'cancelled' });
});

test('files, folders and copied pictures of a drop come in their order; a file that has gone is left out', async () => {
  const week = folderEntry('week', [
    [fileEntry('b.txt', 'bb'), fileEntry('.DS_Store', 'x')],
    [fileEntry('a.txt', 'a'), folderEntry('below', [[fileEntry('c.txt', 'ccc')]])],
  ]);
  const picture = new File(['pixels'], 'copied.png');
  const files = await filesOfTransfer(transferOf([fileEntry('one.txt', '1'), week, fileEntry('gone', null), picture]));
  expect(files.map(({ name, folder, size }) => [folder, name, size])).toEqual([
    [undefined, 'one.txt', 1],
    ['week', 'a.txt', 1],
    ['week', 'b.txt', 2],
    ['week/below', 'c.txt', 3],
    [undefined, 'copied.png', 6],
  ]);
});

test('files of a form come in their order, each with its folder and size', async () => {
  const files = ['a', 'bb', 'ccc'].map((name) => new File([name], name));
  const picked = await pickedFromForm(files, ({ name }) => `of ${name}`);
  expect(picked.map(({ name, folder, size }) => `${folder}: ${name} ${size}`)).toEqual([
    'of a: a 1',
    'of bb: bb 2',
    'of ccc: ccc 3',
  ]);
});
