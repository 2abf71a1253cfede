// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { filesOfTransfer } from '../../../renderer/platform/folderFiles';
import { pickedFromForm } from '../../../renderer/platform/pageFile';

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
