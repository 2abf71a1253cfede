/** The pages of a TIFF file (TIFF 6.0), and their dots. */
import { colourOf, isInverted, isListed } from './colours';
import { directoriesOf, MOST_PIXELS, TAG } from './directory';
import type { Directory } from './directory';
import { jpegFile } from './jpeg';
import { JPEG, samplesOf, stripsOf } from './strips';
import type { Samples, Strip } from './strips';

export { MOST_PIXELS } from './directory';

/** Dots row by row, each red, green, blue and alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** The dots of a JPEG file. @throws where it is damaged */
export type DecodeJpeg = (file: Uint8Array<ArrayBuffer>) => Promise<Pixels>;

export interface TiffPage {
  /** As it is shown: turned as the file says, in dots as high as wide (those of a fax are not). */
  readonly width: number;
  readonly height: number;
  /** Dots in an inch; null where the file does not say. */
  readonly dpi: number | null;
  /** Turned as the file says; null where the page is damaged or of a kind that is not known here. */
  readonly pixels: (decodeJpeg: DecodeJpeg) => Promise<Pixels | null>;
}

const CENTIMETRE = 3;
/** Dots may be so many times as high as wide, or as wide as high. */
const MOST_UNEVEN = 3;
/** From here on rows run down: the page lies on its side. */
const ON_ITS_SIDE = 5;
/** Dots of more samples are of no page. */
const MOST_SAMPLES = 8;
const WHITE = 0xff;

/** In the order of the file; empty where it is damaged or none. */
export const tiffPages = (file: Uint8Array): TiffPage[] => directoriesOf(file).flatMap((page) => pageOf(page) ?? []);

function pageOf(page: Directory): TiffPage | null {
  const [columns, rows] = [page.one(TAG.width, 0), page.one(TAG.height, 0)];
  if (columns === 0 || rows === 0) return null;
  const [x, y] = [page.one(TAG.xResolution, 0), page.one(TAG.yResolution, 0)];
  const ratio = x / y;
  const height = ratio > 1 / MOST_UNEVEN && ratio < MOST_UNEVEN ? Math.round(rows * ratio) : rows;
  const isOnSide = page.one(TAG.orientation, 1) >= ON_ITS_SIDE;
  const dots = page.one(TAG.resolutionUnit, 2) === CENTIMETRE ? x * 2.54 : x;
  return {
    width: isOnSide ? height : columns,
    height: isOnSide ? columns : height,
    // 72 and 96 are what programs write that do not know.
    dpi: dots >= 100 && dots <= 2_400 ? dots : null,
    pixels: async (decodeJpeg) => {
      if (columns * rows > MOST_PIXELS) return null;
      return pixelsOf(page, columns, rows, decodeJpeg).catch(() => null);
    },
  };
}

/** How a place moves with a dot to the right and with one down, for each way a page may be turned. */
function turnOf(orientation: number, columns: number, rows: number) {
  const isOnSide = orientation >= ON_ITS_SIDE;
  const [width, height] = isOnSide ? [rows, columns] : [columns, rows];
  const isLeftwards = [2, 3, 6, 7].includes(orientation);
  const isUpwards = [3, 4, 7, 8].includes(orientation);
  const across = isLeftwards ? -1 : 1;
  const along = isUpwards ? -width : width;
  const origin = (isLeftwards ? width - 1 : 0) + (isUpwards ? (height - 1) * width : 0);
  return { width, height, origin, right: isOnSide ? along : across, down: isOnSide ? across : along };
}

/** Writes the colour of a dot of a strip into the page. */
type Put = (x: number, y: number, data: Uint8ClampedArray, at: number) => void;
/** Null where a strip is of a kind that is not known here. */
type ReadStrip = (strip: Strip) => Put | null | Promise<Put>;

function readerOfSamples(page: Directory, samples: Samples): ReadStrip {
  const colour = colourOf(page, samples);
  const asItIs = isListed(page);
  return (strip) => {
    const bytes = colour && samplesOf(page, strip, samples, asItIs);
    if (!colour || !bytes) return null;
    return (x, y, data, at) => colour(bytes, (y * strip.width + x) * samples.count, data, at);
  };
}

function readerOfJpeg(page: Directory, decodeJpeg: DecodeJpeg): ReadStrip {
  const turned = isInverted(page) ? 0xff : 0;
  return async ({ planes }) => {
    const { width, height, data: from } = await decodeJpeg(jpegFile(page, planes[0]!));
    return (x, y, data, at) => {
      if (x >= width || y >= height) return;
      for (let i = 0; i < 3; i += 1) data[at + i] = from[(y * width + x) * 4 + i]! ^ turned;
    };
  };
}

async function pixelsOf(
  page: Directory,
  columns: number,
  rows: number,
  decodeJpeg: DecodeJpeg,
): Promise<Pixels | null> {
  const samples = {
    count: page.one(TAG.samples, 1),
    bits: page.one(TAG.bits, 1),
    areApart: page.one(TAG.planes, 1) === 2,
  };
  const strips = stripsOf(page, samples);
  if (strips.length === 0 || samples.count > MOST_SAMPLES) return null;
  const isJpeg = page.one(TAG.compression, 1) === JPEG;
  const read = isJpeg ? readerOfJpeg(page, decodeJpeg) : readerOfSamples(page, samples);
  const { width, height, origin, right, down } = turnOf(page.one(TAG.orientation, 1), columns, rows);
  const data = new Uint8ClampedArray(width * height * 4).fill(WHITE);
  for (const strip of strips) {
    const put = await read(strip);
    if (!put) return null;
    for (let y = 0; y < strip.height && strip.y + y < rows; y += 1) {
      let at = origin + (strip.y + y) * down + strip.x * right;
      for (let x = 0; x < strip.width && strip.x + x < columns; x += 1, at += right) put(x, y, data, at * 4);
    }
  }
  return { width, height, data };
}
