/** What a TIFF file (TIFF 6.0) says of its pages: a directory of tagged numbers for each. */

/** Numbers of the tags that are read. */
export const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  xResolution: 282,
  yResolution: 283,
  planes: 284,
  faxOptions: 292,
  resolutionUnit: 296,
  predictor: 317,
  colours: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
} as const;

/** The directory of a page. */
export interface Directory {
  readonly file: Uint8Array;
  readonly little: boolean;
  /** All numbers of a tag; none where the page does not have it, they run out of the file, or are too many. */
  readonly all: (tag: number) => readonly number[];
  /** The first number of a tag. */
  readonly one: (tag: number, otherwise: number) => number;
  /** A tag's own bytes. */
  readonly bytes: (tag: number) => Uint8Array | null;
}

/** Dots of a picture that is opened at all: more is no page. */
export const MOST_PIXELS = 150_000_000;
const MOST_PAGES = 2_000;
/** Numbers of a tag: the strips of a page and the colours of a list are fewer. */
const MOST_NUMBERS = 1 << 20;
const ENTRY = 12;

type Read = (view: DataView, at: number, little: boolean) => number;
const byte: Read = (view, at) => view.getUint8(at);
const short: Read = (view, at, little) => view.getUint16(at, little);
const long: Read = (view, at, little) => view.getUint32(at, little);
const ratio: Read = (view, at, little) => view.getUint32(at, little) / view.getUint32(at + 4, little);

/** By the number of their type: how long a value is, and how it is read. */
const TYPES: Readonly<Record<number, readonly [length: number, read: Read]>> = {
  1: [1, byte],
  3: [2, short],
  4: [4, long],
  5: [8, ratio],
  7: [1, byte],
};

interface Entry {
  readonly at: number;
  readonly count: number;
  readonly length: number;
  readonly read: Read;
}

function entriesAt(view: DataView, from: number, end: number, little: boolean): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  for (let entry = from; entry < end; entry += ENTRY) {
    const [length, read] = TYPES[view.getUint16(entry + 2, little)] ?? [];
    if (length === undefined || read === undefined) continue;
    const count = view.getUint32(entry + 4, little);
    // Four bytes stand in the entry itself.
    const at = count * length <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
    if (at + count * length <= view.byteLength) entries.set(view.getUint16(entry, little), { at, count, length, read });
  }
  return entries;
}

/** The directories in the order of the file; none where it is damaged or no TIFF. One that is listed twice ends the list. */
export function directoriesOf(file: Uint8Array): Directory[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 16) return [];
  const little = file[0] === 0x49;
  if (view.getUint16(2, little) !== 42) return [];
  const directories: Directory[] = [];
  const seen = new Set<number>();
  let at = view.getUint32(4, little);
  while (at >= 8 && at + 2 <= file.length && !seen.has(at) && directories.length < MOST_PAGES) {
    seen.add(at);
    const end = at + 2 + view.getUint16(at, little) * ENTRY;
    if (end + 4 > file.length) break;
    const entries = entriesAt(view, at + 2, end, little);
    const all = (tag: number): number[] => {
      const entry = entries.get(tag);
      if (!entry || entry.count > MOST_NUMBERS) return [];
      return Array.from({ length: entry.count }, (_, i) => entry.read(view, entry.at + i * entry.length, little));
    };
    directories.push({
      file,
      little,
      all,
      one: (tag, otherwise) => {
        const entry = entries.get(tag);
        return entry && entry.count > 0 ? entry.read(view, entry.at, little) : otherwise;
      },
      bytes: (tag) => {
        const entry = entries.get(tag);
        return entry ? file.subarray(entry.at, entry.at + entry.count * entry.length) : null;
      },
    });
    at = view.getUint32(end, little);
  }
  return directories;
}
