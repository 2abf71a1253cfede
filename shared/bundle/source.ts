/**
 * Where bytes lie that may be too many for the memory: in an array, in a file of the page, on a disk, packed in a zip.
 * Whoever reads them asks for as much as they can hold, and reads the rest later.
 */

/** Bytes of which any part can be had. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `start` up to `end`; rejects where they cannot be read. */
  slice(start: number, end: number): Promise<Uint8Array>;
}

/** Bytes that are read from the first to the last, as often as wanted. */
export interface ByteStream {
  readonly size: number;
  chunks(): AsyncIterable<Uint8Array>;
}

/** What a host's Blob or File is to code without a page. */
export interface BlobLike {
  readonly size: number;
  slice(start: number, end: number): BlobLike;
  arrayBuffer(): Promise<ArrayBufferLike>;
}

/** What an original file is handed on as. */
export type Bytes = Uint8Array | BlobLike | ByteStream;

/** The bytes of one step: nobody has to hold more of a file. */
export const CHUNK = 1 << 20;

/** The file has become another one while it was read. */
export class SourceChanged extends Error {
  override readonly name = 'SourceChanged';
}

export const sourceOf = (given: Uint8Array | BlobLike | ByteSource): ByteSource => {
  if (given instanceof Uint8Array) {
    return { size: given.length, slice: async (start, end) => given.subarray(start, end) };
  }
  if (!('arrayBuffer' in given)) return given;
  return {
    size: given.size,
    slice: async (start, end) => new Uint8Array(await given.slice(start, end).arrayBuffer()),
  };
};

export const sizeOf = (bytes: Uint8Array | { readonly size: number }): number =>
  bytes instanceof Uint8Array ? bytes.length : bytes.size;

/** The bytes of a range; rejects with SourceChanged where the file has become shorter. */
export async function sliceOf(source: ByteSource, start: number, end: number): Promise<Uint8Array> {
  const bytes = await source.slice(start, end);
  if (bytes.length !== end - start) throw new SourceChanged(`${bytes.length} of ${end - start} bytes at ${start}`);
  return bytes;
}

/** The source, read a step ahead: many small pieces near each other are one read. */
export function readAhead(source: ByteSource): ByteSource {
  let from = 0;
  let held = new Uint8Array();
  return {
    size: source.size,
    async slice(start, end) {
      if (start >= from && end <= from + held.length) return held.subarray(start - from, end - from);
      if (end - start > CHUNK) return source.slice(start, end);
      const bytes = await source.slice(start, Math.min(source.size, start + CHUNK));
      held = bytes as Uint8Array<ArrayBuffer>;
      from = start;
      return bytes.subarray(0, end - start);
    },
  };
}

/** The bytes in chunks of CHUNK, the last one shorter. */
export async function* chunksOf(bytes: Bytes): AsyncGenerator<Uint8Array, void, undefined> {
  if (!(bytes instanceof Uint8Array) && 'chunks' in bytes) {
    yield* rechunked(bytes.chunks());
    return;
  }
  const source = sourceOf(bytes);
  for (let at = 0; at < source.size; at += CHUNK) yield await sliceOf(source, at, Math.min(source.size, at + CHUNK));
}

async function* rechunked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let open = new Uint8Array(CHUNK);
  let length = 0;
  for await (const chunk of chunks) {
    if (length === 0 && chunk.length === CHUNK) {
      yield chunk;
      continue;
    }
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + CHUNK - length);
      open.set(part, length);
      length += part.length;
      at += part.length;
      if (length < CHUNK) continue;
      yield open;
      open = new Uint8Array(CHUNK);
      length = 0;
    }
  }
  if (length > 0) yield open.subarray(0, length);
}

/** All the bytes in memory. */
export async function wholeOf(bytes: Bytes): Promise<Uint8Array> {
  if (bytes instanceof Uint8Array) return bytes;
  const whole = new Uint8Array(bytes.size);
  let at = 0;
  for await (const chunk of chunksOf(bytes)) {
    if (at + chunk.length > whole.length) throw new SourceChanged(`more than ${whole.length} bytes`);
    whole.set(chunk, at);
    at += chunk.length;
  }
  if (at !== whole.length) throw new SourceChanged(`${at} of ${whole.length} bytes`);
  return whole;
}
