/**
 * Reads zip files that come from anywhere (PKWARE APPNOTE 6.3), as strictly as bundles are written: the central
 * directory and the local headers say the same, files stand one after the other without gap or overlap, and nothing
 * comes before or after them. Sizes are bounded before anything is unpacked and again while it is.
 */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { crc32 } from './crc32';
import {
  DEEPEST_NAME,
  LARGEST_BUNDLE,
  LARGEST_FILE,
  LARGEST_RATIO,
  LARGEST_TOTAL,
  LONGEST_NAME,
  MOST_FILES,
  RATIO_FREE_SIZE,
} from './limits';
import { foldName, isSafeName } from './names';
import type { BundleRefusal } from './refusals';
import type { BundleTools } from './tools';

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
  /** Where its packed bytes begin. */
  readonly from: number;
}

/** In a Map: a file may be called `__proto__`. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
/** Bits that change nothing for a reader: the level of deflation, and names in UTF-8. */
const HARMLESS_FLAGS = 0x0806;
/** The file was written as a stream: its size and checksum stand after it, and in the directory. */
const SIZES_BEHIND = 0x0008;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Whose zip it is. Of other programs' zips, sizes may stand behind the files instead of before them, names may have any
 * letters and backslashes for slashes, and files may have gaps between them; every limit holds as for bundles.
 */
export type ZipManners = 'ours' | 'foreign';

/** The files of a zip, in the order of its directory; folders of their own are left out. Nothing is unpacked yet. */
export function readZipDirectory(bytes: Uint8Array, manners: ZipManners = 'ours'): Result<ZipDirectory, BundleRefusal> {
  const isForeign = manners === 'foreign';
  const isAllowed = isForeign ? isHarmlessName : isSafeName;
  if (bytes.length > LARGEST_BUNDLE) return no('too-large');
  const view = viewOf(bytes);
  const end = findEnd(bytes, view);
  if (!end.ok) return end;
  const { at, count, directory } = end.value;
  const entries = new Map<string, ZipEntry>();
  const folded = new Set<string>();
  const spans: { from: number; to: number }[] = [];
  let total = 0;
  let offset = directory;
  for (let i = 0; i < count; i += 1) {
    if (offset + CENTRAL_SIZE > at || view.getUint32(offset, true) !== CENTRAL) return no('zip-broken');
    const nameLength = view.getUint16(offset + 28, true);
    const extraLength = view.getUint16(offset + 30, true);
    const next = offset + CENTRAL_SIZE + nameLength + extraLength + view.getUint16(offset + 32, true);
    if (next > at) return no('zip-broken');
    const name = nameOf(bytes.subarray(offset + CENTRAL_SIZE, offset + CENTRAL_SIZE + nameLength), isForeign);
    const isFolder = name.endsWith('/');
    if (!isAllowed(isFolder ? name.slice(0, -1) : name)) return no('name-unsafe', name);
    const key = foldName(name);
    if (folded.has(key)) return no('name-twice', name);
    folded.add(key);
    const read = readHeaders(bytes, view, offset, name, directory, isForeign);
    if (!read.ok) return read;
    const { entry, start } = read.value;
    if (isFolder && entry.size + entry.packed > 0) return no('zip-broken', name);
    spans.push({ from: start, to: entry.from + entry.packed });
    total += entry.size;
    if (total > LARGEST_TOTAL) return no('too-large');
    if (!isFolder) entries.set(name, entry);
    offset = next;
  }
  if (offset !== at) return no('zip-broken');
  for (const name of entries.keys()) {
    for (let slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
      if (folded.has(foldName(name.slice(0, slash)))) return no('name-twice', name.slice(0, slash));
    }
  }
  spans.sort((a, b) => a.from - b.from);
  let covered = 0;
  for (const span of spans) {
    if (isForeign ? span.from < covered : span.from !== covered) return no('zip-broken');
    covered = span.to;
  }
  return covered === directory || (isForeign && covered < directory) ? yes(entries) : no('zip-broken');
}

interface End {
  /** Where the end record begins. */
  readonly at: number;
  readonly count: number;
  /** Where the directory begins. */
  readonly directory: number;
}

function findEnd(bytes: Uint8Array, view: DataView): Result<End, BundleRefusal> {
  if (bytes.length === 0) return no('empty');
  const at = bytes.length - END_SIZE;
  if (at < 0 || view.getUint32(at, true) !== END) {
    if (startsLikeZip(bytes)) return no(hasEndBefore(view, at) ? 'trailing-data' : 'cut-short');
    return no(startsWith(bytes, 'age-encryption.org/') ? 'encrypted' : 'not-a-bundle');
  }
  if (view.getUint16(at + 20, true) !== 0) return no('cut-short');
  const count = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 12, true);
  const directory = view.getUint32(at + 16, true);
  if (at >= 20 && view.getUint32(at - 20, true) === END_64_LOCATOR) return refuse64(view, at - 20);
  if (count > MOST_FILES) return no('too-many-files', String(count));
  // The count has 16 bits and may lie; a directory of this size cannot be one of so few files.
  if (size > MOST_FILES * (CENTRAL_SIZE + LONGEST_NAME)) return no('too-many-files');
  if (view.getUint32(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count)
    return no('zip-unusual', 'in parts');
  return directory + size === at ? yes({ at, count, directory }) : no('zip-broken');
}

function refuse64(view: DataView, locator: number): Result<End, BundleRefusal> {
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > locator || view.getUint32(at, true) !== END_64) return no('zip-broken');
  const count = Number(view.getBigUint64(at + 32, true));
  return count > MOST_FILES ? no('too-many-files', String(count)) : no('zip-unusual', 'zip64');
}

/** One file by both its headers. `start` is where its local header begins. */
function readHeaders(
  bytes: Uint8Array,
  view: DataView,
  central: number,
  name: string,
  limit: number,
  isForeign: boolean,
): Result<{ entry: ZipEntry; start: number }, BundleRefusal> {
  const flags = view.getUint16(central + 8, true);
  const method = view.getUint16(central + 10, true);
  const crc = view.getUint32(central + 16, true);
  const packed = view.getUint32(central + 20, true);
  const size = view.getUint32(central + 24, true);
  const nameLength = view.getUint16(central + 28, true);
  const kind = (view.getUint16(central + 40, true) >>> 12) & 0xf;
  const start = view.getUint32(central + 42, true);
  if (flags & 1) return no('zip-unusual', 'with a zip password');
  if (flags & ~(isForeign ? HARMLESS_FLAGS | SIZES_BEHIND : HARMLESS_FLAGS))
    return no('zip-unusual', `flags ${flags.toString(16)}`);
  if (method !== 0 && method !== 8) return no('zip-unusual', `method ${method}`);
  // Unix file types in the upper half of the attributes: a regular file, a folder, or nothing said.
  if (kind !== 0 && kind !== 8 && !(kind === 4 && name.endsWith('/'))) return no('zip-unusual', 'a link');
  if (view.getUint16(central + 34, true) !== 0) return no('zip-unusual', 'in parts');
  if (!isForeign && hasForeignName(view, central + CENTRAL_SIZE + nameLength, view.getUint16(central + 30, true)))
    return no('zip-unusual', 'a second name');
  if (method === 0 && packed !== size) return no('zip-broken', name);
  if (size > LARGEST_FILE) return no('too-large', name);
  if (size > RATIO_FREE_SIZE && size > packed * LARGEST_RATIO) return no('too-large', name);
  if (start + LOCAL_SIZE > limit || view.getUint32(start, true) !== LOCAL) return no('zip-broken', name);
  const extraLength = view.getUint16(start + 28, true);
  const from = start + LOCAL_SIZE + nameLength + extraLength;
  const sizesBehind = (flags & SIZES_BEHIND) !== 0;
  const same =
    view.getUint16(start + 6, true) === flags &&
    view.getUint16(start + 8, true) === method &&
    (sizesBehind ||
      (view.getUint32(start + 14, true) === crc &&
        view.getUint32(start + 18, true) === packed &&
        view.getUint32(start + 22, true) === size)) &&
    view.getUint16(start + 26, true) === nameLength;
  if (!same || from + packed > limit) return no('zip-broken', name);
  if (nameOf(bytes.subarray(start + LOCAL_SIZE, start + LOCAL_SIZE + nameLength), isForeign) !== name)
    return no('zip-broken', name);
  if (!isForeign && hasForeignName(view, start + LOCAL_SIZE + nameLength, extraLength))
    return no('zip-unusual', 'a second name');
  return yes({ entry: { name, method, crc, size, packed, from }, start });
}

/** Extra fields that say another name or other sizes than the header: Unicode path and zip64. Broken ones too. */
function hasForeignName(view: DataView, from: number, length: number): boolean {
  const to = from + length;
  if (to > view.byteLength) return true;
  let at = from;
  while (at + 4 <= to) {
    const id = view.getUint16(at, true);
    if (id === 0x7075 || id === 0x0001) return true;
    at += 4 + view.getUint16(at + 2, true);
  }
  return at !== to;
}

/** Bytes beyond ASCII show as replacement characters, which no safe name has. */
const asciiName = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, LONGEST_NAME + 2), (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '�')).join('');

/** A name as the reader compares it: of other programs' zips in UTF-8, or letter by letter where it is none. */
function nameOf(bytes: Uint8Array, isForeign: boolean): string {
  if (!isForeign) return asciiName(bytes);
  const part = bytes.subarray(0, 4 * LONGEST_NAME + 2);
  const hex = Array.from(part, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(hex).replaceAll('\\', '/');
  } catch {
    return Array.from(part, (byte) => String.fromCharCode(byte))
      .join('')
      .replaceAll('\\', '/');
  }
}

/** True for a name that stays in its folder and shows as what it is. */
function isHarmlessName(name: string): boolean {
  const parts = name.split('/');
  if (name.length > LONGEST_NAME || parts.length > DEEPEST_NAME || /[\p{C}\p{Zl}\p{Zp}:]/u.test(name)) return false;
  return parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

const startsWith = (bytes: Uint8Array, words: string): boolean =>
  Array.from(words).every((letter, i) => bytes[i] === letter.charCodeAt(0));

const startsLikeZip = (bytes: Uint8Array): boolean => startsWith(bytes, 'PK\u0003\u0004'.slice(0, bytes.length));

function hasEndBefore(view: DataView, at: number): boolean {
  for (let i = at - 1, least = Math.max(0, at - 0x100ff); i >= least; i -= 1) {
    if (view.getUint32(i, true) === END) return true;
  }
  return false;
}

/**
 * A file's bytes, unpacked and of the size it declares. Stored files are a view into `bytes`. The CRC-32 is compared
 * too, unless the caller has a better checksum of the file and compares that.
 */
export async function readZipEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  tools: Pick<BundleTools, 'inflate'>,
  compareCrc = true,
): Promise<Result<Uint8Array, BundleRefusal>> {
  const packed = bytes.subarray(entry.from, entry.from + entry.packed);
  let content = packed;
  if (entry.method === 8) {
    try {
      content = await tools.inflate(packed, entry.size);
    } catch {
      return no('zip-broken', entry.name);
    }
  }
  const right = content.length === entry.size && (!compareCrc || crc32(content) === entry.crc);
  return right ? yes(content) : no('zip-broken', entry.name);
}

/** The files that are still whole in a zip that was cut short, found by their local headers. */
export function wholeEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = viewOf(bytes);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + LOCAL_SIZE <= bytes.length && view.getUint32(at, true) === LOCAL && entries.size < MOST_FILES) {
    const nameLength = view.getUint16(at + 26, true);
    const from = at + LOCAL_SIZE + nameLength + view.getUint16(at + 28, true);
    const packed = view.getUint32(at + 18, true);
    const size = view.getUint32(at + 22, true);
    const method = view.getUint16(at + 8, true);
    if (from + packed > bytes.length) break;
    const name = asciiName(bytes.subarray(at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength));
    entries.set(name, { name, method, crc: view.getUint32(at + 14, true), size, packed, from });
    at = from + packed;
  }
  return entries;
}
