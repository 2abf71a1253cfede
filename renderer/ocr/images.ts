/** Pictures of pages as the recogniser takes them: grey, in a plain format, large enough to be read. */
import type { RecognisedPage } from '@shared/extract/ocr/recognised';

export interface PageImage {
  /** A file that Tesseract reads: a grey map (PGM, Netpbm). */
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels in an inch of the page; a guess where nobody knows. */
  readonly dpi: number;
}

/** Resolution in which letters of usual size are read best. */
export const READING_DPI = 300;
/** Longest side in pixels: more is slower and read no better. */
export const MOST_SIDE = 5_000;
/** Below it a picture is enlarged, at most so often. */
const LEAST_SIDE = 2_400;
const MOST_TIMES = 3;
/** Inches along the longer side of a page that does not say its size: A4. */
const USUAL_LENGTH = 11.7;

/** How many times as large a picture is read. */
export function timesOf(width: number, height: number): number {
  const side = Math.max(width, height);
  if (side > MOST_SIDE) return MOST_SIDE / side;
  return side >= LEAST_SIDE ? 1 : Math.min(MOST_TIMES, LEAST_SIDE / side);
}

/** The dots of an inch, for a picture that is taken for a page of usual size. */
export const guessedDpi = (width: number, height: number): number =>
  Math.max(70, Math.min(600, Math.max(width, height) / USUAL_LENGTH));

export type Canvas2d = OffscreenCanvasRenderingContext2D;

/** A white sheet. */
export function startSheet(width: number, height: number): { canvas: OffscreenCanvas; context: Canvas2d } {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas to draw a page on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  return { canvas, context };
}

/** What was drawn. */
export function imageOf(context: Canvas2d, dpi: number): PageImage {
  const { width, height } = context.canvas;
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const bytes = new Uint8Array(head.length + width * height);
  bytes.set(head);
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 0, to = head.length; at < data.length; at += 4, to += 1) {
    // Luma of Rec. 601, in shares of 256.
    bytes[to] = (data[at]! * 77 + data[at + 1]! * 151 + data[at + 2]! * 28) >> 8;
  }
  return { bytes, width, height, dpi };
}

/** Darker than this is ink; every third dot is looked at. */
const DARK = 110;
const STEP = 3;

/** The share of a page's ink that lies outside of its words. */
export function inkMissed({ bytes, width, height }: PageImage, { lines }: RecognisedPage): number {
  const head = bytes.length - width * height;
  const [across, down] = [Math.ceil(width / STEP), Math.ceil(height / STEP)];
  const inWords = new Uint8Array(across * down);
  for (const { words } of lines) {
    for (const { x0, y0, x1, y1 } of words) {
      // The last strokes of a letter may lie just outside of its box.
      const around = 0.2 * (y1 - y0);
      const [left, right] = [Math.max(0, (x0 - around) / STEP), Math.min(across, (x1 + around) / STEP)];
      for (let y = Math.max(0, Math.floor((y0 - around) / STEP)); y < Math.min(down, (y1 + around) / STEP); y += 1)
        inWords.fill(1, y * across + Math.floor(left), y * across + Math.ceil(right));
    }
  }
  let [ink, missed] = [0, 0];
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      if (bytes[head + y * STEP * width + x * STEP]! >= DARK) continue;
      ink += 1;
      if (inWords[y * across + x] === 0) missed += 1;
    }
  }
  return ink === 0 ? 0 : missed / ink;
}
