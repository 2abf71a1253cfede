/** Unpacks the files of a zip, whole or in chunks: never more than the directory says, and never less. */
import { Inflate } from 'fflate';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { crc32 } from './crc32';
import { MOST_FILES } from './limits';
import type { BundleRefusal } from './refusals';
import { CHUNK, readAhead, sliceOf, sourceOf } from './source';
import type { BlobLike, ByteSource, ByteStream } from './source';
import type { BundleTools } from './tools';
import { asciiName } from './zipNames';
import { LOCAL, LOCAL_SIZE, viewOf } from './zipRead';
import type { ZipEntry } from './zipRead';

/** Packed bytes of one step: each can become a thousand, and all of a step are in memory. */
const PACKED_STEP = 1 << 14;
/** Steps that may give nothing: the packed bytes have ended before the file does, or go on after it. */
const MOST_EMPTY_STEPS = 2;

/**
 * A file's bytes, unpacked and of the size it declares. Stored files of a zip in memory are a view into it. The CRC-32
 * is compared too, unless the caller has a better checksum of the file and compares that.
 */
export async function readZipEntry(
  zip: Uint8Array | BlobLike | ByteSource,
  entry: ZipEntry,
  tools: Pick<BundleTools, 'inflate'>,
  compareCrc = true,
): Promise<Result<Uint8Array, BundleRefusal>> {
  const packed = await sliceOf(sourceOf(zip), entry.from, entry.from + entry.packed);
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

/** The packed bytes of a file do not unpack to what the directory says. */
export class EntryBroken extends Error {
  override readonly name = 'EntryBroken';
}

/** A file's bytes in chunks, for files of any size. Its checksum is for the caller to compare. Rejects with EntryBroken. */
export const entryStream = (zip: Uint8Array | BlobLike | ByteSource, entry: ZipEntry): ByteStream => ({
  size: entry.size,
  chunks: () => (entry.method === 8 ? inflated : stored)(sourceOf(zip), entry),
});

async function* stored(source: ByteSource, { from, packed }: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < packed; at += CHUNK)
    yield await sliceOf(source, from + at, from + Math.min(packed, at + CHUNK));
}

async function* inflated(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  const near = readAhead(source);
  const broken = (): EntryBroken => new EntryBroken(entry.name);
  let out: Uint8Array[] = [];
  const inflate = new Inflate((part) => void (part.length > 0 && out.push(part)));
  let length = 0;
  let empty = 0;
  // Even nothing is two bits in DEFLATE.
  if (entry.packed === 0) throw broken();
  for (let at = 0; at < entry.packed; at += PACKED_STEP) {
    const to = Math.min(entry.packed, at + PACKED_STEP);
    const packed = await sliceOf(near, entry.from + at, entry.from + to);
    try {
      inflate.push(packed, to === entry.packed);
    } catch {
      throw broken();
    }
    empty = out.length === 0 ? empty + 1 : 0;
    for (const part of out) length += part.length;
    if (length > entry.size || empty > MOST_EMPTY_STEPS) throw broken();
    yield* out;
    out = [];
  }
  if (length !== entry.size) throw broken();
}

/** The files that are still whole in a zip that was cut short, found by their local headers. */
export async function wholeEntries(zip: ByteSource): Promise<Map<string, ZipEntry>> {
  const near = readAhead(zip);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + LOCAL_SIZE <= zip.size && entries.size < MOST_FILES) {
    const view = viewOf(await sliceOf(near, at, at + LOCAL_SIZE));
    if (view.getUint32(0, true) !== LOCAL) break;
    const nameLength = view.getUint16(26, true);
    const from = at + LOCAL_SIZE + nameLength + view.getUint16(28, true);
    const packed = view.getUint32(18, true);
    const size = view.getUint32(22, true);
    const method = view.getUint16(8, true);
    if (from + packed > zip.size) break;
    const name = asciiName(await sliceOf(near, at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength));
    entries.set(name, { name, method, crc: view.getUint32(14, true), size, packed, from });
    at = from + packed;
  }
  return entries;
}
