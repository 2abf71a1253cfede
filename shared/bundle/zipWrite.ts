/**
 * Writes zip files whose bytes depend on nothing but their files: no clock, no owner, no extra field, one fixed
 * deflate (our own, not the host's, which differs from host to host and version to version).
 */
import { Deflate } from 'fflate';
import { crc32 } from './crc32';
import { LARGEST_BUNDLE, LARGEST_RATIO, RATIO_FREE_SIZE } from './limits';
import type { OnProgress } from './tools';

export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** True for files that are packed in themselves already: pictures, PDFs, office files. */
  readonly stored?: boolean;
}

/** The case has grown beyond what a bundle can hold. */
export class BundleTooLarge extends Error {
  override readonly name = 'BundleTooLarge';
}

/** 1 January 1980, the first day a zip knows. */
const DOS_DATE = 0x0021;
const VERSION = 20;
const LEVEL = 6;
const SLICE = 1 << 20;
const LOCAL_SIZE = 30;
const END_SIZE = 22;
/** Where an entry of the directory says where its file begins. */
const CENTRAL_OFFSET = 42;

/** The bytes of a zip of these files, in the order given. Names are plain ASCII. */
export function writeZip(files: readonly ZipFile[], onProgress?: OnProgress): Uint8Array {
  const all = files.reduce((sum, file) => sum + file.bytes.length, 0);
  let done = 0;
  const packed = files.map((file) => {
    const content = file.stored
      ? file.bytes
      : deflated(file.bytes, (count) => onProgress?.((done + count) / Math.max(1, all)));
    done += file.bytes.length;
    onProgress?.(done / Math.max(1, all));
    return { name: file.name, content, crc: crc32(file.bytes), size: file.bytes.length };
  });
  const size = packed.reduce((sum, file) => sum + 30 + 46 + 2 * file.name.length + file.content.length, 22);
  if (size > LARGEST_BUNDLE) throw new BundleTooLarge(`${size} bytes`);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets: number[] = [];
  const common = (file: (typeof packed)[number]): void => {
    view.setUint16(at, VERSION, true);
    view.setUint16(at + 2, 0, true);
    view.setUint16(at + 4, file.content.length === file.size ? 0 : 8, true);
    view.setUint16(at + 6, 0, true);
    view.setUint16(at + 8, DOS_DATE, true);
    view.setUint32(at + 10, file.crc, true);
    view.setUint32(at + 14, file.content.length, true);
    view.setUint32(at + 18, file.size, true);
    view.setUint16(at + 22, file.name.length, true);
    at += 26;
  };
  const write = (name: string): void => {
    for (let i = 0; i < name.length; i += 1) bytes[at + i] = name.charCodeAt(i);
    at += name.length;
  };
  for (const file of packed) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    at += 4;
    common(file);
    write(file.name);
    bytes.set(file.content, at);
    at += file.content.length;
  }
  const directory = at;
  for (const [i, file] of packed.entries()) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION, true);
    at += 6;
    common(file);
    // Comment, disk and attributes stay zero.
    view.setUint32(at + 10, offsets[i]!, true);
    at += 14;
    write(file.name);
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, packed.length, true);
  view.setUint16(at + 10, packed.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/**
 * The zip with one more file at its end, unpacked; every byte before its directory stays as it is. For a zip that
 * `readZipDirectory` has accepted, so that it ends with its directory and nothing else.
 */
export function appendToZip(zip: Uint8Array, name: string, content: Uint8Array): Uint8Array {
  const end = new DataView(zip.buffer, zip.byteOffset + zip.length - END_SIZE, END_SIZE);
  const [count, directorySize, directory] = [end.getUint16(8, true), end.getUint32(12, true), end.getUint32(16, true)];
  const one = writeZip([{ name, bytes: content, stored: true }]);
  const localSize = LOCAL_SIZE + name.length + content.length;
  const entry = one.slice(localSize, -END_SIZE);
  new DataView(entry.buffer).setUint32(CENTRAL_OFFSET, directory, true);
  const last = new Uint8Array(one.slice(-END_SIZE));
  const view = new DataView(last.buffer);
  view.setUint16(8, count + 1, true);
  view.setUint16(10, count + 1, true);
  view.setUint32(12, directorySize + entry.length, true);
  view.setUint32(16, directory + localSize, true);
  const parts = [zip.subarray(0, directory), one.subarray(0, localSize)];
  return joined([...parts, zip.subarray(directory, zip.length - END_SIZE), entry, last]);
}

/** The bytes deflated, or as they are where that is no smaller, or so small that a reader would take it for a bomb. */
function deflated(bytes: Uint8Array, onDone: (count: number) => void): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Deflate({ level: LEVEL }, (part) => {
    parts.push(part);
    length += part.length;
  });
  for (let from = 0; from < bytes.length; from += SLICE) {
    stream.push(bytes.subarray(from, from + SLICE), from + SLICE >= bytes.length);
    onDone(Math.min(bytes.length, from + SLICE));
  }
  if (length >= bytes.length) return bytes;
  if (bytes.length > RATIO_FREE_SIZE && bytes.length > length * LARGEST_RATIO) return bytes;
  return joined(parts, length);
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
