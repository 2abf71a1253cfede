/** The strips or tiles a page is kept in, each unpacked to its samples. */
import { MOST_PIXELS, TAG } from './directory';
import type { Directory } from './directory';
import { unpackFax } from './fax';
import { inflate, unpackBits, unpackLzw, unpackNothing } from './unpack';
import type { Unpack } from './unpack';

/** A part of a page and where it stands on it, in pixels. */
export interface Strip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** One, or one for each sample where they are kept apart. */
  readonly planes: readonly Uint8Array[];
}

/** Samples of a page's dots: how many, of how many bits, and whether each is kept apart. */
export interface Samples {
  readonly count: number;
  readonly bits: number;
  readonly areApart: boolean;
}

export const [JPEG, DEFLATE, OLD_DEFLATE] = [7, 8, 32946];
const [FAX_RUNS, FAX_LINES, FAX_ABOVE] = [2, 3, 4];

const UNPACKS: Readonly<Record<number, Unpack>> = {
  1: unpackNothing,
  5: unpackLzw,
  [DEFLATE]: inflate,
  [OLD_DEFLATE]: inflate,
  32773: unpackBits,
};

/** Dots of all parts together: tiles may reach over the edge of a page, but not as far as one likes. */
const MOST_DOTS = 2 * MOST_PIXELS;
const NOTHING = new Uint8Array();

/** The parts that cover the page; fewer where the file does not have them all. */
export function stripsOf(page: Directory, { count, areApart }: Samples): Strip[] {
  const [pageWidth, pageHeight] = [page.one(TAG.width, 0), page.one(TAG.height, 0)];
  const isTiled = page.one(TAG.tileWidth, 0) > 0;
  const width = isTiled ? page.one(TAG.tileWidth, 0) : pageWidth;
  const height = isTiled ? page.one(TAG.tileHeight, 0) : Math.min(page.one(TAG.rowsPerStrip, pageHeight), pageHeight);
  const offsets = page.all(isTiled ? TAG.tileOffsets : TAG.stripOffsets);
  const lengths = page.all(isTiled ? TAG.tileBytes : TAG.stripBytes);
  if (width < 1 || height < 1) return [];
  const [across, down] = [Math.ceil(pageWidth / width), Math.ceil(pageHeight / height)];
  // A file of one strip may not say how long it is.
  const packed = offsets.map((offset, i) => page.file.subarray(offset, offset + (lengths[i] ?? page.file.length)));
  const parts = across * down;
  if (parts * width * height > MOST_DOTS) return [];
  return packed.slice(0, parts).map((first, place) => ({
    x: (place % across) * width,
    y: Math.floor(place / across) * height,
    width,
    height,
    planes: areApart ? Array.from({ length: count }, (_, plane) => packed[place + plane * parts] ?? NOTHING) : [first],
  }));
}

const turnedBits = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte) => {
    let turned = 0;
    for (let bit = 0; bit < 8; bit += 1) turned |= ((byte >> bit) & 1) << (7 - bit);
    return turned;
  });

/** Each sample is written as what it differs from the one of the dot before it. */
function addUp(out: Uint8Array, rowLength: number, { bits, count, areApart }: Samples, little: boolean): void {
  const step = areApart ? 1 : count;
  const view = new DataView(out.buffer);
  for (let row = 0; row + rowLength <= out.length; row += rowLength) {
    if (bits === 8) for (let i = step; i < rowLength; i += 1) out[row + i]! += out[row + i - step]!;
    else
      for (let i = 2 * step; i + 1 < rowLength; i += 2) {
        const sum = view.getUint16(row + i, little) + view.getUint16(row + i - 2 * step, little);
        view.setUint16(row + i, sum & 0xffff, little);
      }
  }
}

/** A plane of a strip, row by row, each row from a new byte; null where it is packed in a way that is not known here. */
function unpackPlane(
  page: Directory,
  packed: Uint8Array,
  { width, height }: Strip,
  samples: Samples,
): Uint8Array | null {
  const rowLength = Math.ceil((width * samples.bits * (samples.areApart ? 1 : samples.count)) / 8);
  const out = new Uint8Array(rowLength * height);
  const compression = page.one(TAG.compression, 1);
  const bytes = page.one(TAG.fillOrder, 1) === 2 ? turnedBits(packed) : packed;
  const size = { columns: width, rows: height };
  if (compression === FAX_RUNS) unpackFax(bytes, out, size, 'runs');
  else if (compression === FAX_LINES) unpackFax(bytes, out, size, page.one(TAG.faxOptions, 0) & 1 ? 'mixed' : 'lines');
  else if (compression === FAX_ABOVE) unpackFax(bytes, out, size, 'above');
  else {
    const unpack = UNPACKS[compression];
    const predictor = page.one(TAG.predictor, 1);
    if (!unpack || predictor > 2 || (predictor === 2 && samples.bits !== 8 && samples.bits !== 16)) return null;
    unpack(bytes, out);
    const isDifferences = predictor === 2 && unpack !== unpackNothing && unpack !== unpackBits;
    if (isDifferences) addUp(out, rowLength, samples, page.little);
  }
  return out;
}

/** How the samples of a row are read from its bytes: the one of an index, as shares of 255 or as it is. */
function sampleReader({ bits }: Samples, little: boolean, asItIs: boolean): (row: Uint8Array, index: number) => number {
  if (bits === 8) return (row, index) => row[index]!;
  if (bits === 16) return (row, index) => row[2 * index + (little ? 1 : 0)]!;
  const most = (1 << bits) - 1;
  const times = asItIs ? 1 : 255 / most;
  return (row, index) => ((row[(index * bits) >> 3]! >> (8 - bits - ((index * bits) & 7))) & most) * times;
}

/**
 * The samples of a strip, a byte each, dot by dot; null where they are of a kind that is not known here.
 * @param asItIs numbers of a list, which are no shares of light
 */
export function samplesOf(page: Directory, strip: Strip, samples: Samples, asItIs: boolean): Uint8Array | null {
  const { count, bits, areApart } = samples;
  const { width, height } = strip;
  if (![1, 2, 4, 8, 16].includes(bits) || page.one(TAG.sampleFormat, 1) !== 1) return null;
  const planes = strip.planes.map((packed) => unpackPlane(page, packed, strip, samples));
  const [first] = planes;
  if (!first || planes.includes(null)) return null;
  if (bits === 8 && !areApart) return first;
  const out = new Uint8Array(width * height * count);
  const rowLength = first.length / height;
  const read = sampleReader(samples, page.little, asItIs);
  for (let y = 0, to = 0; y < height; y += 1) {
    const rows = planes.map((plane) => plane!.subarray(y * rowLength, (y + 1) * rowLength));
    for (let i = 0; i < width * count; i += 1, to += 1)
      out[to] = areApart ? read(rows[i % count]!, Math.floor(i / count)) : read(rows[0]!, i);
  }
  return out;
}
