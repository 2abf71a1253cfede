/** A file on the disk, or a range of one, read when it is asked for: it may be larger than the memory. */
import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { chunksOf } from '@shared/bundle/source';
import type { BlobLike } from '@shared/bundle/source';

export class DiskFile implements BlobLike {
  readonly place: string;
  readonly size: number;
  readonly #from: number;

  constructor(place: string, size: number, from = 0) {
    this.place = place;
    this.size = size;
    this.#from = from;
  }

  slice(start: number, end: number): DiskFile {
    return new DiskFile(this.place, Math.min(this.size, end) - start, this.#from + start);
  }

  /** The bytes that are there: fewer than `size` where the file has become shorter. */
  async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(this.size);
    let done = 0;
    const handle = await open(this.place, 'r');
    try {
      while (done < bytes.length) {
        const { bytesRead } = await handle.read(bytes, done, bytes.length - done, this.#from + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
    } finally {
      await handle.close();
    }
    return done === bytes.length ? bytes.buffer : bytes.buffer.slice(0, done);
  }
}

/** A file as it is now. Throws the system's error. */
export const diskFile = async (place: string): Promise<DiskFile> => new DiskFile(place, (await stat(place)).size);

/** SHA-256 in hex. */
export async function hashOf(content: Uint8Array | BlobLike): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(content)) hash.update(chunk);
  return hash.digest('hex');
}
