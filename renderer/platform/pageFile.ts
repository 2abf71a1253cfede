/** Files the page itself holds (dropped, pasted, chosen in a form): the same in both hosts. */
import { MAX_FILE_BYTES } from '@shared/limits';
import { no, yes } from '@shared/model/result';
import type { PickedFile } from '@shared/platform';
import { slicing } from './turn';

/** Wraps a file of the page. Reading it again asks the disk again: a file that has gone since is `unreadable`. */
export const pickedFrom = (file: File, folder = ''): PickedFile => ({
  name: file.name,
  size: file.size,
  ...(folder === '' ? {} : { folder }),
  async read() {
    if (file.size > MAX_FILE_BYTES) return no('too-large');
    try {
      return yes(new Uint8Array(await file.arrayBuffer()));
    } catch {
      return no('unreadable');
    }
  },
  // Where the file lies: the page is told when it is no longer the one that was chosen.
  open: () => Promise.resolve(yes(file)),
});

/**
 * Wraps files that a form gave, in slices: what each of them is asked of the disk while the page waits.
 * @param folderOf the folder a file lies in; none where it is not given
 */
export async function pickedFromForm(
  files: readonly File[],
  folderOf: (file: File) => string = () => '',
): Promise<PickedFile[]> {
  const picked: PickedFile[] = [];
  const slice = slicing();
  for (const file of files) {
    picked.push(pickedFrom(file, folderOf(file)));
    await slice();
  }
  return picked;
}

/** Wraps what is a file in a drop or a paste; folders and the rest are left out. */
export const pickedFromDrop = (files: readonly unknown[]): readonly PickedFile[] =>
  files.filter((file) => file instanceof File).map((file) => pickedFrom(file));
