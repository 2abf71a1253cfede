/**
 * The pages of a TIFF file (TIFF 6.0). What reads pictures here takes the first page of a file only: so each page is
 * made the first one of a copy of the file.
 */

export interface TiffPage {
  /** Makes a file of this page alone: a copy of the bytes, with another beginning. Held while it is read, not longer. */
  readonly file: () => Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels in an inch; null where the file does not say. */
  readonly dpi: number | null;
}

const MOST_PAGES = 2_000;
const ENTRY = 12;
/** Tags and types of TIFF 6.0, sections 2 and 8. */
const [WIDTH, HEIGHT, X_RESOLUTION, RESOLUTION_UNIT] = [256, 257, 282, 296];
const SHORT = 3;
const CENTIMETRE = 3;

interface Directory {
  readonly at: number;
  readonly next: number;
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
}

/** Null where the directory runs out of the file or says no size. */
function directoryAt(view: DataView, at: number, little: boolean): Directory | null {
  if (at < 8 || at + 2 > view.byteLength) return null;
  const count = view.getUint16(at, little);
  const end = at + 2 + count * ENTRY;
  if (end + 4 > view.byteLength) return null;
  const values = new Map<number, number>();
  for (let entry = at + 2; entry < end; entry += ENTRY) {
    const tag = view.getUint16(entry, little);
    const isShort = view.getUint16(entry + 2, little) === SHORT;
    values.set(tag, isShort ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little));
  }
  const [width, height] = [values.get(WIDTH) ?? 0, values.get(HEIGHT) ?? 0];
  if (width === 0 || height === 0) return null;
  const ratio = values.get(X_RESOLUTION);
  let dpi: number | null = null;
  if (ratio !== undefined && ratio + 8 <= view.byteLength) {
    const dots = view.getUint32(ratio, little) / view.getUint32(ratio + 4, little);
    const inInches = values.get(RESOLUTION_UNIT) === CENTIMETRE ? dots * 2.54 : dots;
    // 72 and 96 are what programs write that do not know.
    if (inInches >= 100 && inInches <= 2_400) dpi = inInches;
  }
  return { at, next: view.getUint32(end, little), width, height, dpi };
}

function fileFrom(bytes: Uint8Array, at: number, little: boolean): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(4, at, little);
  return copy;
}

/** In the order of the file; empty where it is damaged or none. A page that is listed twice ends the list. */
export function tiffPages(bytes: Uint8Array): TiffPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16) return [];
  const little = bytes[0] === 0x49;
  if (view.getUint16(2, little) !== 42) return [];
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let at = view.getUint32(4, little);
  while (at !== 0 && !seen.has(at) && pages.length < MOST_PAGES) {
    seen.add(at);
    const directory = directoryAt(view, at, little);
    if (!directory) break;
    const { width, height, dpi, next } = directory;
    pages.push({ file: () => fileFrom(bytes, directory.at, little), width, height, dpi });
    at = next;
  }
  return pages;
}
