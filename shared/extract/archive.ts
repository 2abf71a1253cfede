/** The parts of a document that is a zip (DOCX, ODT, EPUB), unpacked one by one as they are asked for, within bounds. */
import { Inflate } from 'fflate';
import type { BundleRefusal } from '../bundle/refusals';
import { readZipEntry } from '../bundle/zipEntry';
import { readZipDirectory } from '../bundle/zipRead';
import { joined } from '../bundle/zipWrite';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import type { ExtractRefusal } from './extracted';

const MIB = 1024 ** 2;
/** One part, unpacked, in bytes: a text of the largest kind with ample mark-up. */
export const LARGEST_PART = 192 * MIB;
/** All parts that are read, together. */
export const LARGEST_PARTS = 384 * MIB;
const MOST_PARTS = 20_000;
const SLICE = 256 * 1024;

export interface Archive {
  readonly names: readonly string[];
  /** The part of that name (letter case and a slash before it do not matter); null where there is none. */
  part(name: string): Promise<Result<Uint8Array | null, ExtractRefusal>>;
}

/** Raw DEFLATE, stopped as soon as it gives more than it may. */
async function inflate(packed: Uint8Array, maxSize: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((part) => {
    length += part.length;
    if (length > maxSize) throw new RangeError('larger than declared');
    parts.push(part);
  });
  for (let from = 0; from < packed.length || from === 0; from += SLICE)
    stream.push(packed.subarray(from, from + SLICE), from + SLICE >= packed.length);
  return joined(parts, length);
}

function refusalOf(reason: BundleRefusal, detail = ''): ExtractRefusal {
  if (reason === 'empty') return 'empty';
  if (reason === 'too-large' || reason === 'too-many-files') return 'over-bound';
  return reason === 'zip-unusual' && detail.includes('password') ? 'locked' : 'broken';
}

const keyOf = (name: string): string => name.replace(/^\/+/, '').toLowerCase();

/** Opens a zip of another program. Refused as `broken`, `locked` (a zip password) or `over-bound` (a zip bomb). */
export async function openArchive(bytes: Uint8Array): Promise<Result<Archive, ExtractRefusal>> {
  const directory = await readZipDirectory(bytes, 'foreign');
  if (!directory.ok) return no(refusalOf(directory.reason, directory.detail));
  if (directory.value.size > MOST_PARTS) return no('over-bound');
  const entries = new Map([...directory.value].map(([name, entry]) => [keyOf(name), entry]));
  let total = 0;
  return yes({
    names: [...directory.value.keys()],
    async part(name) {
      const entry = entries.get(keyOf(name));
      if (!entry) return yes(null);
      total += entry.size;
      if (entry.size > LARGEST_PART || total > LARGEST_PARTS) return no('over-bound');
      const read = await readZipEntry(bytes, entry, { inflate });
      return read.ok ? read : no(refusalOf(read.reason));
    },
  });
}
