/**
 * A compound file (MS-CFB), the little file system in one file that Outlook keeps a mail in: its storages and streams.
 * Chains of sectors are followed only as far as the file is long, so that a broken or hostile one ends.
 */
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';

export interface CompoundStorage {
  /** Names of streams and of storages, as they are written. */
  readonly streams: ReadonlyMap<string, () => Uint8Array>;
  readonly storages: ReadonlyMap<string, CompoundStorage>;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
const ENTRY = 128;
const MOST_ENTRIES = 100_000;
const DEEPEST = 16;
/** Marks among the numbers of sectors from here on: the end of a chain, a free sector. */
const MARKS = 0xfffffffa;

const STORAGE = 1;
const STREAM = 2;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

class Broken extends Error {}

/** The bytes of a chain of blocks that stand in `from`, the first block `offset` after its beginning. */
function joined(from: Uint8Array, next: readonly number[], start: number, block: number, offset: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = start; at < MARKS; at = next[at] ?? MARKS) {
    const begin = offset + at * block;
    if (begin >= from.length || parts.length > next.length) throw new Broken();
    parts.push(from.subarray(begin, begin + block));
  }
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let length = 0;
  for (const part of parts) {
    all.set(part, length);
    length += part.length;
  }
  return all;
}

const numbersIn = (bytes: Uint8Array): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(i * 4, true));
};

/** Numbers of the sectors that hold the table of chains: 109 stand in the header, the others in a chain of their own. */
function tableSectors(bytes: Uint8Array, header: DataView, sector: number): number[] {
  const sectors = numbersIn(bytes.subarray(0x4c, HEADER));
  let at = header.getUint32(0x44, true);
  for (let i = 0; at < MARKS && i * sector < bytes.length; i += 1) {
    const begin = (at + 1) * sector;
    const numbers = numbersIn(bytes.subarray(begin, begin + sector));
    at = numbers.pop() ?? MARKS;
    sectors.push(...numbers);
  }
  return sectors.filter((number) => number < MARKS && (number + 1) * sector < bytes.length);
}

function entriesIn(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.length);
  const count = Math.min(MOST_ENTRIES, Math.floor(directory.length / ENTRY));
  return Array.from({ length: count }, (_, i) => {
    const at = i * ENTRY;
    const letters = Math.min(31, Math.max(0, view.getUint16(at + 0x40, true) / 2 - 1));
    return {
      name: String.fromCharCode(...Array.from({ length: letters }, (__, j) => view.getUint16(at + j * 2, true))),
      kind: view.getUint8(at + 0x42),
      left: view.getUint32(at + 0x44, true),
      right: view.getUint32(at + 0x48, true),
      child: view.getUint32(at + 0x4c, true),
      start: view.getUint32(at + 0x74, true),
      size: view.getUint32(at + 0x78, true),
    };
  });
}

function opened(bytes: Uint8Array): CompoundStorage {
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER);
  const sector = header.getUint16(0x1e, true) === 12 ? 4096 : 512;
  const small = 64;
  const cutoff = header.getUint32(0x38, true);
  const next = tableSectors(bytes, header, sector).flatMap((number) =>
    numbersIn(bytes.subarray((number + 1) * sector, (number + 2) * sector)),
  );
  const chain = (start: number): Uint8Array => joined(bytes, next, start, sector, sector);
  const entries = entriesIn(chain(header.getUint32(0x30, true)));
  const root = entries[0];
  if (!root) throw new Broken();
  const smallStart = header.getUint32(0x3c, true);
  const smallNext = smallStart < MARKS ? numbersIn(chain(smallStart)) : [];
  const smallBytes = root.start < MARKS && root.size > 0 ? chain(root.start) : new Uint8Array();
  const read = ({ start, size }: Entry): Uint8Array => {
    if (size === 0) return new Uint8Array();
    const all = size < cutoff ? joined(smallBytes, smallNext, start, small, 0) : chain(start);
    return all.subarray(0, size);
  };
  const seen = new Set<number>();
  const storage = (top: number, depth: number): CompoundStorage => {
    const streams = new Map<string, () => Uint8Array>();
    const storages = new Map<string, CompoundStorage>();
    const waiting = [top];
    while (waiting.length > 0) {
      const number = waiting.pop()!;
      const entry = entries[number];
      if (!entry || seen.has(number)) continue;
      seen.add(number);
      waiting.push(entry.left, entry.right);
      if (entry.kind === STREAM) streams.set(entry.name, () => read(entry));
      else if (entry.kind === STORAGE && depth < DEEPEST) storages.set(entry.name, storage(entry.child, depth + 1));
    }
    return { streams, storages };
  };
  return storage(root.child, 0);
}

/** The root of a compound file. Streams are read when they are asked for, and empty where their chain is broken. */
export function openCompound(bytes: Uint8Array): Result<CompoundStorage, 'broken'> {
  if (bytes.length < HEADER || !SIGNATURE.every((byte, i) => bytes[i] === byte)) return no('broken');
  try {
    return yes(opened(bytes));
  } catch (error) {
    if (error instanceof Broken || error instanceof RangeError) return no('broken');
    throw error;
  }
}

/** A stream's bytes; empty where it is not there or its chain is broken. */
export function streamOf(storage: CompoundStorage, name: string): Uint8Array {
  try {
    return storage.streams.get(name)?.() ?? new Uint8Array();
  } catch (error) {
    if (error instanceof Broken || error instanceof RangeError) return new Uint8Array();
    throw error;
  }
}
