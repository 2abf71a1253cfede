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

test('files of a form that are slow to tell their size let others come between, and stay in order', async () => {
  const slow = (name: string): File => {
    const file = new File([name], name);
    Object.defineProperty(file, 'size', {
      get: () => {
        for (const end = performance.now() + 5; performance.now() < end;);
        return name.length;
      },
    });
    return file;
  };
  let turns = 0;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    turns += 1;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  const picked = await pickedFromForm(
    ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff'].map(slow),
    ({ name }) => `of ${name}`,
  );
  port1.close();
  expect(picked.map(({ name, folder, size }) => `${folder}: ${name} ${size}`)).toEqual([
    'of a: a 1',
    'of bb: bb 2',
    'of ccc: ccc 3',
    'of dddd: dddd 4',
    'of eeeee: eeeee 5',
    'of ffffff: ffffff 6',
  ]);
  expect(turns).toBeGreaterThan(1);
});
