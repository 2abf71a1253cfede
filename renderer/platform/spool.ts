/**
 * A place on the page's own disk (the origin's private file system) for what is too large for the memory: bundles on
 * their way in and out, and the original files that are unpacked of them. What is small stays in memory. Files here
 * belong to nobody: they are dropped after use, and those that a closed window left are cleared away later.
 */
import type { ByteSink } from '@shared/bundle/sink';

const FOLDER = 'spool';
/** Bytes that are kept in memory; above, and only then, there is a file. */
const WINDOW = 8 * 1024 * 1024;
/** Milliseconds after which a file is nobody's: no bundle takes so long. */
const LONGEST_USE = 24 * 60 * 60 * 1000;

/** What is on the disk, and how to give its place back. */
export interface Spooled {
  readonly blob: Blob;
  /** Name of its file; null where it is in memory. */
  readonly file: string | null;
}

/** There is neither room in memory nor a disk to write to. */
export class NoSpool extends Error {
  override readonly name = 'NoSpool';
}

export class Spool implements ByteSink {
  readonly #name = crypto.randomUUID();
  #window = new Uint8Array(1 << 16);
  /** Where the window lies. */
  #from = 0;
  #length = 0;
  #file: { readonly handle: FileSystemFileHandle; readonly out: FileSystemWritableFileStream } | null = null;

  async write(at: number, bytes: Uint8Array): Promise<void> {
    const place = at - this.#from;
    if (place + bytes.length <= 0) return this.#out(at, bytes);
    if (place < 0 || place > this.#length || place + bytes.length > WINDOW) {
      await this.#flush();
      if (bytes.length > WINDOW / 2) {
        await this.#out(at, bytes);
        this.#from = at + bytes.length;
        return;
      }
      this.#from = at;
    }
    const end = at - this.#from + bytes.length;
    if (end > this.#window.length) {
      const wider = new Uint8Array(Math.min(WINDOW, Math.max(end, 2 * this.#window.length)));
      wider.set(this.#window.subarray(0, this.#length));
      this.#window = wider;
    }
    this.#window.set(bytes, at - this.#from);
    this.#length = Math.max(this.#length, end);
  }

  /** The first `size` bytes of what was written. Nothing can be written afterwards. */
  async done(size: number): Promise<Spooled> {
    if (!this.#file && this.#from === 0) return { blob: new Blob([this.#window.subarray(0, size)]), file: null };
    await this.#flush();
    await this.#file!.out.close();
    const blob = await this.#file!.handle.getFile();
    return { blob: blob.size === size ? blob : blob.slice(0, size), file: this.#name };
  }

  /** Gives the place back where nothing was finished. */
  async drop(): Promise<void> {
    await this.#file?.out.abort().catch(() => undefined);
    if (this.#file) await dropSpooled(this.#name);
  }

  async #flush(): Promise<void> {
    if (this.#length > 0) await this.#out(this.#from, this.#window.subarray(0, this.#length));
    this.#from += this.#length;
    this.#length = 0;
  }

  async #out(position: number, bytes: Uint8Array): Promise<void> {
    this.#file ??= await this.#open();
    await this.#file.out.write({ type: 'write', position, data: bytes as Uint8Array<ArrayBuffer> });
  }

  async #open(): Promise<{ handle: FileSystemFileHandle; out: FileSystemWritableFileStream }> {
    const folder = await spoolFolder();
    const handle = await folder.getFileHandle(this.#name, { create: true });
    return { handle, out: await handle.createWritable() };
  }
}

async function spoolFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage?.getDirectory?.();
  if (!root) throw new NoSpool('the browser gives no place for large files');
  return root.getDirectoryHandle(FOLDER, { create: true });
}

const files = new WeakMap<object, string>();

/** Says which file a blob, or what blobs were made of, lies in. */
export function noteSpool(thing: object, file: string | null): void {
  if (file !== null) files.set(thing, file);
}

/** Nobody lets go of it any more: it is cleared away a day later. */
export const keepSpooled = (thing: object): void => void files.delete(thing);

/** The second thing was made of the first, and lies where that does. */
export const madeOf = (from: object, to: object): void => noteSpool(to, files.get(from) ?? null);

/** Drops the file that a thing lies in, if it does. Its blobs cannot be read any more. */
export const letGo = (thing: object): Promise<void> => dropSpooled(files.get(thing));

/** Drops a file that was spooled. The blobs of it cannot be read any more. */
export async function dropSpooled(name: string | null | undefined): Promise<void> {
  if (name) await (await spoolFolder()).removeEntry(name).catch(() => undefined);
}

/** Clears away what closed windows have left. */
export async function clearSpool(now: number): Promise<void> {
  try {
    const folder = await spoolFolder();
    for await (const entry of folder.values()) {
      const file = await (entry as FileSystemFileHandle).getFile();
      if (now - file.lastModified > LONGEST_USE) await folder.removeEntry(entry.name);
    }
  } catch {
    // What cannot be cleared now is cleared at another start.
  }
}
