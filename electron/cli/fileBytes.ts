/** A range of an open file, read when it is asked for. */
import type { FileHandle } from 'node:fs/promises';
import type { BlobLike } from '@shared/bundle/source';

export class FileBytes implements BlobLike {
  readonly #handle: FileHandle;
  readonly #from: number;
  readonly size: number;

  constructor(handle: FileHandle, from: number, size: number) {
    this.#handle = handle;
    this.#from = from;
    this.size = size;
  }

  slice(start: number, end: number): FileBytes {
    return new FileBytes(this.#handle, this.#from + start, Math.min(this.size, end) - start);
  }

  /** The bytes that are there: fewer than `size` where the file has become shorter. */
  async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(this.size);
    let done = 0;
    while (done < bytes.length) {
      const { bytesRead } = await this.#handle.read(bytes, done, bytes.length - done, this.#from + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return done === bytes.length ? bytes.buffer : bytes.buffer.slice(0, done);
  }
}
