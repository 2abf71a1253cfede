/** Reads files of folders that the analyst chose, where nobody looked at each of them: no link, no pipe, no device. */
import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { LARGEST_MESSAGE } from '@shared/ipc';
import type { Reply } from '@shared/ipc';
import { MAX_FILE_BYTES } from '@shared/limits';
import { no } from '@shared/model/result';
import { answer } from './ipc';

/** Bytes of a file, from the first up to the second. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The file, or as much of a range as there is. */
export async function readOpen(source: FileHandle, range?: Range): Promise<Reply<Uint8Array>> {
  const { size } = await source.stat();
  if (range === undefined) {
    if (size > MAX_FILE_BYTES) return no('too-large');
    const bytes = await source.readFile();
    return answer(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
  const length = Math.max(0, Math.min(size, range.to) - range.from);
  if (length > LARGEST_MESSAGE) return no('too-large');
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await source.read(bytes, done, length - done, range.from + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return answer(bytes.subarray(0, done));
}

/** Reads a file that is none but a plain one. Looked at before and after: a pipe would wait for ever, a link lead away. */
export async function readPlain(place: string, range?: Range): Promise<Reply<Uint8Array>> {
  if (!(await lstat(place)).isFile()) return no('not-allowed');
  // Windows has neither flag; there the look before it has to do.
  const source = await open(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const state = await source.stat();
    if (!state.isFile()) return no('not-allowed');
    return await readOpen(source, range);
  } finally {
    await source.close();
  }
}
