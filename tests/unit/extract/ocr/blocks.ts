/** What Tesseract gives for a page of words that are set in lines, for tests: at 300 dots to an inch, in 12 points. */
import type { TesseractBlock } from '@shared/extract/ocr';

const EM = 50;
const LETTER = 24;
const LEADING = 66;

export interface Setting {
  readonly left?: number;
  readonly top?: number;
  /** Of the letters, in pixels. */
  readonly em?: number;
  /** Slope of the lines. */
  readonly skew?: number;
  readonly confidence?: number;
}

/** A block of lines; the words of a line are parted by spaces, and by `~` where they stand close. */
export function blockOf(lines: readonly string[], setting: Setting = {}): TesseractBlock {
  const { left = 300, top = 300, em = EM, skew = 0, confidence = 95 } = setting;
  return {
    paragraphs: [
      {
        lines: lines.map((line, row) => {
          const base = top + ((row + 1) * LEADING * em) / EM;
          let x = left;
          const words = line.split(/[ ~]/).map((text) => {
            const x0 = x;
            const x1 = x0 + (text.length * LETTER * em) / EM;
            x = x1 + (0.3 * LETTER * 2 * em) / EM;
            const y = base + skew * (x0 - left);
            return { text, confidence, bbox: { x0, y0: y - 0.7 * em, x1, y1: y + 0.2 * em } };
          });
          const x1 = words.at(-1)!.bbox.x1;
          const end = base + skew * (x1 - left);
          return {
            text: `${line.replaceAll('~', '')}\n`,
            words,
            baseline: { x0: left, y0: base, x1, y1: end },
            bbox: { x0: left, y0: Math.min(base, end) - 0.7 * em, x1, y1: Math.max(base, end) + 0.2 * em },
            rowAttributes: { rowHeight: em / 1.12 },
          };
        }),
      },
    ],
  };
}

export const A4 = { width: 2480, height: 3508 };
