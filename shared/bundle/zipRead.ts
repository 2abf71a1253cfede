/**
 * Reads zip files that come from anywhere (PKWARE APPNOTE 6.3), as strictly as bundles are written: the central
 * directory and the local headers say the same, files stand one after the other without gap or overlap, and nothing
 * comes before or after them. Sizes are bounded before anything is unpacked and again while it is (zipEntry.ts). Of the
 * files themselves nothing is read here but their headers.
 */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import {
  LARGEST_BUNDLE,
  LARGEST_FILE,
  LARGEST_ORIGINAL,
  LARGEST_RATIO,
  LARGEST_TOTAL,
  LARGEST_WITHOUT_ORIGINALS,
  LONGEST_NAME,
  MOST_FILES,
  RATIO_FREE_SIZE,
} from './limits';
import { foldName, isSafeName, placeOf } from './names';
import type { BundleRefusal } from './refusals';
import { readAhead, sliceOf, sourceOf } from './source';
import type { BlobLike, ByteSource } from './source';
import { isHarmlessName, zipName } from './zipNames';

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

export const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
export const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
/** Bits that change nothing for a reader: the level of deflation, and names in UTF-8. */
const HARMLESS_FLAGS = 0x0806;
/** The file was written as a stream: its size and checksum stand after it, and in the directory. */
const SIZES_BEHIND = 0x0008;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Whose zip it is. Of other programs' zips, sizes may stand behind the files instead of before them, names may have any
 * letters and backslashes for slashes, and files may have gaps between them; every limit holds as for bundles.
 */
export type ZipManners = 'ours' | 'foreign';

/** The files of a zip, in the order of its directory; folders of their own are left out. Nothing is unpacked yet. */
export async function readZipDirectory(
  given: Uint8Array | BlobLike | ByteSource,
  manners: ZipManners = 'ours',
): Promise<Result<ZipDirectory, BundleRefusal>> {
  const source = sourceOf(given);
  const isForeign = manners === 'foreign';
  const isAllowed = isForeign ? isHarmlessName : isSafeName;
  if (source.size > LARGEST_BUNDLE) return no('too-large');
  const end = await findEnd(source);
  if (!end.ok) return end;
  const { at, count, directory } = end.value;
  const central = await sliceOf(source, directory, at);
  const view = viewOf(central);
  const near = readAhead(source);
  const entries = new Map<string, ZipEntry>();
  const folded = new Set<string>();
  const spans: { from: number; to: number }[] = [];
  let total = 0;
  let held = 0;
  let offset = 0;
  for (let i = 0; i < count; i += 1) {
    if (offset + CENTRAL_SIZE > central.length || view.getUint32(offset, true) !== CENTRAL) return no('zip-broken');
    const nameLength = view.getUint16(offset + 28, true);
    const extraLength = view.getUint16(offset + 30, true);
    const next = offset + CENTRAL_SIZE + nameLength + extraLength + view.getUint16(offset + 32, true);
    if (next > central.length) return no('zip-broken');
    const name = zipName(central.subarray(offset + CENTRAL_SIZE, offset + CENTRAL_SIZE + nameLength), isForeign);
    const isFolder = name.endsWith('/');
    if (!isAllowed(isFolder ? name.slice(0, -1) : name)) return no('name-unsafe', name);
    const key = foldName(name);
    if (folded.has(key)) return no('name-twice', name);
    folded.add(key);
    const isOriginal = !isForeign && placeOf(name)?.kind === 'original';
    const largest = isOriginal ? LARGEST_ORIGINAL : LARGEST_FILE;
    const read = await readHeaders(near, central, offset, { name, directory, isForeign, largest });
    if (!read.ok) return read;
    const { entry, start } = read.value;
    if (isFolder && entry.size + entry.packed > 0) return no('zip-broken', name);
    spans.push({ from: start, to: entry.from + entry.packed });
    total += entry.size;
    if (!isOriginal) held += entry.size;
    if (total > LARGEST_TOTAL || held > LARGEST_WITHOUT_ORIGINALS) return no('too-large');
    if (!isFolder) entries.set(name, entry);
    offset = next;
  }
  if (offset !== central.length) return no('zip-broken');
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

/** How far before its place an end record is looked for, to tell a file with something behind it from a short one. */
const END_NEAR = 0x100ff;

async function findEnd(source: ByteSource): Promise<Result<End, BundleRefusal>> {
  const { size: length } = source;
  if (length === 0) return no('empty');
  const at = length - END_SIZE;
  const tailFrom = Math.max(0, at - END_NEAR);
  const tail = await sliceOf(source, tailFrom, length);
  const view = viewOf(tail);
  const here = at - tailFrom;
  if (at < 0 || view.getUint32(here, true) !== END) {
    const head = await sliceOf(source, 0, Math.min(length, 32));
    if (startsLikeZip(head)) return no(hasEndBefore(view, here) ? 'trailing-data' : 'cut-short');
    return no(
      startsWith(head, 'age-encryption.org/') || startsWith(head, '-----BEGIN AGE ') ? 'encrypted' : 'not-a-bundle',
    );
  }
  if (view.getUint16(here + 20, true) !== 0) return no('cut-short');
  const count = view.getUint16(here + 10, true);
  const size = view.getUint32(here + 12, true);
  const directory = view.getUint32(here + 16, true);
  if (here >= 20 && view.getUint32(here - 20, true) === END_64_LOCATOR)
    return refuse64(source, at - 20, Number(view.getBigUint64(here - 12, true)));
  if (count > MOST_FILES) return no('too-many-files', String(count));
  // The count has 16 bits and may lie; a directory of this size cannot be one of so few files.
  if (size > MOST_FILES * (CENTRAL_SIZE + LONGEST_NAME)) return no('too-many-files');
  if (view.getUint32(here + 4, true) !== 0 || view.getUint16(here + 8, true) !== count)
    return no('zip-unusual', 'in parts');
  return directory + size === at ? yes({ at, count, directory }) : no('zip-broken');
}

async function refuse64(source: ByteSource, locator: number, at: number): Promise<Result<End, BundleRefusal>> {
  if (at + 56 > locator) return no('zip-broken');
  const view = viewOf(await sliceOf(source, at, at + 56));
  if (view.getUint32(0, true) !== END_64) return no('zip-broken');
  const count = Number(view.getBigUint64(32, true));
  return count > MOST_FILES ? no('too-many-files', String(count)) : no('zip-unusual', 'zip64');
}

interface Expected {
  readonly name: string;
  /** Where the directory begins: no file reaches into it. */
  readonly directory: number;
  readonly isForeign: boolean;
  /** Bytes it may have. */
  readonly largest: number;
}

/** One file by both its headers. `start` is where its local header begins. */
async function readHeaders(
  source: ByteSource,
  central: Uint8Array,
  at: number,
  { name, directory: limit, isForeign, largest }: Expected,
): Promise<Result<{ entry: ZipEntry; start: number }, BundleRefusal>> {
  const view = viewOf(central);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const kind = (view.getUint16(at + 40, true) >>> 12) & 0xf;
  const start = view.getUint32(at + 42, true);
  if (flags & 1) return no('zip-unusual', 'with a zip password');
  if (flags & ~(isForeign ? HARMLESS_FLAGS | SIZES_BEHIND : HARMLESS_FLAGS))
    return no('zip-unusual', `flags ${flags.toString(16)}`);
  if (method !== 0 && method !== 8) return no('zip-unusual', `method ${method}`);
  // Unix file types in the upper half of the attributes: a regular file, a folder, or nothing said.
  if (kind !== 0 && kind !== 8 && !(kind === 4 && name.endsWith('/'))) return no('zip-unusual', 'a link');
  if (view.getUint16(at + 34, true) !== 0) return no('zip-unusual', 'in parts');
  const extra = at + CENTRAL_SIZE + nameLength;
  if (!isForeign && hasForeignName(central.subarray(extra, extra + view.getUint16(at + 30, true))))
    return no('zip-unusual', 'a second name');
  if (method === 0 && packed !== size) return no('zip-broken', name);
  if (size > largest) return no('too-large', name);
  if (size > RATIO_FREE_SIZE && size > packed * LARGEST_RATIO) return no('too-large', name);
  if (start + LOCAL_SIZE > limit) return no('zip-broken', name);
  const local = viewOf(await sliceOf(source, start, start + LOCAL_SIZE));
  if (local.getUint32(0, true) !== LOCAL) return no('zip-broken', name);
  const extraLength = local.getUint16(28, true);
  const from = start + LOCAL_SIZE + nameLength + extraLength;
  const sizesBehind = (flags & SIZES_BEHIND) !== 0;
  const same =
    local.getUint16(6, true) === flags &&
    local.getUint16(8, true) === method &&
    (sizesBehind ||
      (local.getUint32(14, true) === crc &&
        local.getUint32(18, true) === packed &&
        local.getUint32(22, true) === size)) &&
    local.getUint16(26, true) === nameLength;
  if (!same || from + packed > limit) return no('zip-broken', name);
  const rest = await sliceOf(source, start + LOCAL_SIZE, from);
  if (zipName(rest.subarray(0, nameLength), isForeign) !== name) return no('zip-broken', name);
  if (!isForeign && hasForeignName(rest.subarray(nameLength))) return no('zip-unusual', 'a second name');
  return yes({ entry: { name, method, crc, size, packed, from }, start });
}

/** Extra fields that say another name or other sizes than the header: Unicode path and zip64. Broken ones too. */
function hasForeignName(extra: Uint8Array): boolean {
  const view = viewOf(extra);
  let at = 0;
  while (at + 4 <= extra.length) {
    const id = view.getUint16(at, true);
    if (id === 0x7075 || id === 0x0001) return true;
    at += 4 + view.getUint16(at + 2, true);
  }
  return at !== extra.length;
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
