/**
 * Writes zip files whose bytes depend on nothing but their files: no clock, no owner, no extra field, one fixed
 * deflate. A file is read and packed chunk by chunk; its header, which says what it became, is written when that is
 * known.
 */
import { crc32 } from './crc32';
import { LARGEST_BUNDLE, LARGEST_IN_MEMORY, LARGEST_RATIO, RATIO_FREE_SIZE } from './limits';
import { MemorySink } from './sink';
import type { ByteSink } from './sink';
import { chunksOf, sizeOf, SourceChanged } from './source';
import type { Bytes } from './source';
import type { BundleTools, OnProgress } from './tools';
import type { Deflater } from './zlib';

/** What packing needs of its host. */
export type PackTools = Pick<BundleTools, 'startDeflater'>;

export interface ZipFile {
  readonly name: string;
  readonly bytes: Bytes | PackedAhead;
  /** True for files that are packed in themselves already: pictures, PDFs, office files. */
  readonly stored?: boolean;
}

/** A file in memory as a zip has it. */
export interface PackedFile {
  readonly method: 0 | 8;
  /** Of what was packed. */
  readonly crc: number;
  readonly bytes: Uint8Array;
}

/** A file that is packed elsewhere meanwhile. */
export interface PackedAhead {
  /** Before it is packed. */
  readonly size: number;
  readonly packed: Promise<PackedFile>;
}

/** The case has grown beyond what a bundle can hold. */
export class BundleTooLarge extends Error {
  override readonly name = 'BundleTooLarge';
}

/** 1 January 1980, the first day a zip knows. */
const DOS_DATE = 0x0021;
const VERSION = 20;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
export const END_SIZE = 22;

/** What a file became, and where. */
export interface Packed {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
  /** Where its local header begins. */
  readonly start: number;
}

/**
 * Writes a zip of these files, in the order given. Names are plain ASCII. What the sink holds behind its end is left.
 * @returns the bytes of the zip, from 0
 * @throws BundleTooLarge, SourceChanged, and what a file's own stream throws
 */
export async function writeZipTo(
  sink: ByteSink,
  files: readonly ZipFile[],
  tools: PackTools,
  onProgress?: OnProgress,
  largest = LARGEST_BUNDLE,
): Promise<number> {
  const all = Math.max(
    1,
    files.reduce((sum, file) => sum + sizeOf(file.bytes), 0),
  );
  const room =
    largest - END_SIZE - files.reduce((sum, { name }) => sum + LOCAL_SIZE + CENTRAL_SIZE + 2 * name.length, 0);
  const entries: Packed[] = [];
  let at = 0;
  let done = 0;
  let packed = 0;
  let told = 0;
  // A file that does not become smaller is read twice, which is no way back.
  const tell = (fraction: number): void => {
    if (fraction >= told) onProgress?.((told = fraction));
  };
  for (const file of files) {
    const entry = await pack(sink, file, at, tools, (part) => tell((done + part) / all), room - packed);
    entries.push(entry);
    done += entry.size;
    packed += entry.packed;
    at += LOCAL_SIZE + file.name.length + entry.packed;
    tell(done / all);
  }
  const directory = directoryOf(entries, at);
  await sink.write(at, directory);
  return at + directory.length;
}

/** The bytes of a zip of files that fit in memory. @throws BundleTooLarge */
export async function writeZip(files: readonly ZipFile[], tools: PackTools): Promise<Uint8Array> {
  const sink = new MemorySink();
  return sink.bytes(await writeZipTo(sink, files, tools, undefined, LARGEST_IN_MEMORY));
}

/** Packs a file that is in memory, as `writeZipTo` packs it. */
export async function packFile(bytes: Uint8Array, tools: PackTools): Promise<PackedFile> {
  const sink = new MemorySink();
  const { method, crc, packed } = await packTo(tools, sink, bytes, 0, () => {}, Infinity);
  return { method, crc, bytes: sink.bytes(packed) };
}

async function pack(
  sink: ByteSink,
  file: ZipFile,
  start: number,
  tools: PackTools,
  onDone: (count: number) => void,
  room: number,
): Promise<Packed> {
  const to = start + LOCAL_SIZE + file.name.length;
  // Its place is written first, so that nothing but the header itself is ever written out of order.
  await sink.write(start, new Uint8Array(to - start));
  const { name, bytes } = file;
  const content =
    'packed' in bytes
      ? await place(sink, await bytes.packed, to, room)
      : file.stored
        ? await storeTo(sink, bytes, to, onDone, room)
        : await packTo(tools, sink, bytes, to, onDone, room);
  const entry = { name, size: sizeOf(bytes), start, ...content };
  await sink.write(start, localHeader(entry));
  return entry;
}

/** What a file's content became. */
type Content = Pick<Packed, 'method' | 'crc' | 'packed'>;

/** Writes what was packed ahead. */
async function place(sink: ByteSink, { method, crc, bytes }: PackedFile, to: number, room: number): Promise<Content> {
  if (bytes.length > room) throw new BundleTooLarge(`${bytes.length} bytes`);
  await sink.write(to, bytes);
  return { method, crc, packed: bytes.length };
}

/** Writes the bytes deflated, or as they are where that is better. */
async function packTo(tools: PackTools, ...given: Parameters<typeof storeTo>): Promise<Content> {
  const deflater = await tools.startDeflater();
  try {
    return (await deflateTo(deflater, ...given)) ?? (await storeTo(...given));
  } finally {
    deflater.close();
  }
}

/** Writes the bytes deflated. Null where that is no smaller, or so small that a reader would take it for a bomb. */
async function deflateTo(
  deflater: Deflater,
  sink: ByteSink,
  bytes: Bytes,
  to: number,
  onDone: (count: number) => void,
  room: number,
): Promise<Content | null> {
  const size = sizeOf(bytes);
  let crc = 0;
  let length = 0;
  let done = 0;
  for await (const chunk of chunksOf(bytes)) {
    crc = crc32(chunk, crc);
    done += chunk.length;
    if (done > size) throw new SourceChanged(`more than ${size} bytes`);
    for (const part of deflater.push(chunk, done === size)) {
      if (length + part.length >= size) return null;
      if (length + part.length > room) throw new BundleTooLarge(`${size} bytes`);
      await sink.write(to + length, part);
      length += part.length;
    }
    onDone(done);
  }
  if (done !== size) throw new SourceChanged(`${done} of ${size} bytes`);
  if (length >= size || (size > RATIO_FREE_SIZE && size > length * LARGEST_RATIO)) return null;
  return { method: 8, crc, packed: length };
}

/** Writes the bytes as they are. */
async function storeTo(
  sink: ByteSink,
  bytes: Bytes,
  to: number,
  onDone: (count: number) => void,
  room: number,
): Promise<Content> {
  const size = sizeOf(bytes);
  if (size > room) throw new BundleTooLarge(`${size} bytes`);
  let crc = 0;
  let done = 0;
  for await (const chunk of chunksOf(bytes)) {
    if (done + chunk.length > size) throw new SourceChanged(`more than ${size} bytes`);
    crc = crc32(chunk, crc);
    await sink.write(to + done, chunk);
    done += chunk.length;
    onDone(done);
  }
  if (done !== size) throw new SourceChanged(`${done} of ${size} bytes`);
  return { method: 0, crc, packed: size };
}

/** What both headers of a file say in the same order: 26 bytes from `at`, and its name at `nameAt`. */
function describe(header: Uint8Array, at: number, nameAt: number, entry: Packed): void {
  const view = new DataView(header.buffer);
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
  for (let i = 0; i < entry.name.length; i += 1) header[nameAt + i] = entry.name.charCodeAt(i);
}

export function localHeader(entry: Packed): Uint8Array {
  const header = new Uint8Array(LOCAL_SIZE + entry.name.length);
  new DataView(header.buffer).setUint32(0, 0x04034b50, true);
  describe(header, 4, LOCAL_SIZE, entry);
  return header;
}

/** A file's line in the directory. Comment, disk and attributes stay zero. */
export function centralHeader(entry: Packed): Uint8Array {
  const header = new Uint8Array(CENTRAL_SIZE + entry.name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, VERSION, true);
  describe(header, 6, CENTRAL_SIZE, entry);
  view.setUint32(42, entry.start, true);
  return header;
}

/** The end of a zip: how many files its directory names, how long that is, and where it begins. */
export function endRecord(count: number, size: number, directory: number): Uint8Array {
  const end = new Uint8Array(END_SIZE);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, directory, true);
  return end;
}

function directoryOf(entries: readonly Packed[], at: number): Uint8Array {
  const headers = entries.map(centralHeader);
  const size = headers.reduce((sum, header) => sum + header.length, 0);
  return joined([...headers, endRecord(entries.length, size, at)]);
}

/** The parts as one array. */
export function joined(parts: readonly Uint8Array[], length = parts.reduce((sum, part) => sum + part.length, 0)) {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
