/** Reads files of folders that the analyst chose, where nobody looked at each of them: no link, no pipe, no device. */
import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import type { Reply } from '@shared/ipc';
import { MAX_FILE_BYTES } from '@shared/limits';
import { no } from '@shared/model/result';
import { answer } from './ipc';

/** Reads a file that is none but a plain one. Looked at before and after: a pipe would wait for ever, a link lead away. */
export async function readPlain(place: string): Promise<Reply<Uint8Array>> {
  if (!(await lstat(place)).isFile()) return no('not-allowed');
  // Windows has neither flag; there the look before it has to do.
  const source = await open(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const state = await source.stat();
    if (!state.isFile()) return no('not-allowed');
    if (state.size > MAX_FILE_BYTES) return no('too-large');
    const bytes = await source.readFile();
    return answer(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } finally {
    await source.close();
  }
}
