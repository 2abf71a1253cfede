/**
 * Recognised pages as pages of a PDF: what makes a text of the pieces of a PDF then does the same with them, columns,
 * paragraphs, headings, notes, tables and hyphens at line ends.
 */
import type { PdfItem, PdfPage } from '../pdf/page';
import type { RecognisedLine, RecognisedPage } from './recognised';

/** Letters in points for a row of a height in points: a row leaves out the white that letters stand in. */
const EM = 1.12;
/** Rows whose letters differ by less, in shares, are of one size: a row with no tall letters is measured smaller. */
const SAME_SIZE = 0.17;
/** A page that says no size of its own is taken to be as long as A4, in points. */
const LONG_SIDE = 842;
/** Pages turned by more, in radians, were not recognised so. */
const MOST_SKEW = 0.2;

export interface OcrPage {
  readonly page: RecognisedPage;
  /** As shown, in points; null where only its picture says its size. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly label: string | null;
}

/** A recognised page for the text, and the places of its pieces on the page as it is shown. */
export interface LaidOcrPage {
  /** Turned so that its lines run level. */
  readonly level: PdfPage;
  readonly places: readonly OcrPlace[];
}

/** Where a piece stands, in points from the upper left corner: its left end on the base line, its length and size. */
export interface OcrPlace {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly size: number;
  readonly confidence: number;
}

/** Size in points of a picture that is a page. */
export function sizeInPoints({ width, height }: { readonly width: number; readonly height: number }): {
  readonly width: number;
  readonly height: number;
} {
  const scale = LONG_SIDE / Math.max(width, height);
  return { width: width * scale, height: height * scale };
}

/** Size of a page in points, and points for a pixel of its picture. */
export function scaleOf({ page, size }: Pick<OcrPage, 'page' | 'size'>): {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
} {
  const scale = size ? size.width / page.width : sizeInPoints(page).width / page.width;
  return { width: page.width * scale, height: page.height * scale, scale };
}

const lettersIn = (line: RecognisedLine): number => line.words.reduce((sum, { text }) => sum + text.length, 0);

/** The turn of a page's lines in radians, most letters deciding; lines of few letters do not tell. */
export function skewOf({ lines }: RecognisedPage): number {
  const turns = lines
    .filter((line) => lettersIn(line) >= 12)
    .map(({ baseline: { x0, y0, x1, y1 } }) => Math.atan2(y1 - y0, x1 - x0))
    .filter((turn) => Math.abs(turn) <= MOST_SKEW)
    .sort((a, b) => a - b);
  return turns[turns.length >> 1] ?? 0;
}

interface Sized {
  readonly size: number;
  readonly letters: number;
}

/**
 * What a measured size is taken for: sizes near each other are one, that of most letters first. So that neither a row
 * without tall letters nor a blot makes a heading.
 */
export function settledSizes(sizes: readonly Sized[]): (size: number) => number {
  const settled: number[] = [];
  let left = sizes.filter(({ letters }) => letters > 0).sort((a, b) => a.size - b.size);
  while (left.length > 0) {
    const all = left.reduce((sum, one) => sum + one.letters, 0);
    let [passed, middle] = [0, left[0]!.size];
    for (const one of left) {
      middle = one.size;
      passed += one.letters;
      if (passed * 2 >= all) break;
    }
    settled.push(middle);
    left = left.filter(({ size }) => Math.abs(size - middle) > SAME_SIZE * middle);
  }
  return (size) => {
    const near = settled.find((one) => Math.abs(size - one) <= SAME_SIZE * one) ?? size;
    return Math.max(2.5, Math.round(near * 2) / 2);
  };
}

/** The pages of one document: their letters' sizes are told from all of them. */
export function layOut(pages: readonly OcrPage[]): LaidOcrPage[] {
  const settle = settledSizes(
    pages.flatMap((one) => {
      const { scale } = scaleOf(one);
      return one.page.lines.map((line) => ({ size: line.height * scale * EM, letters: lettersIn(line) }));
    }),
  );
  return pages.map((one) => layOutPage(one, settle));
}

function layOutPage(one: OcrPage, settle: (size: number) => number): LaidOcrPage {
  const { width, height, scale } = scaleOf(one);
  const skew = skewOf(one.page);
  const [cos, sin] = [Math.cos(skew), Math.sin(skew)];
  const items: PdfItem[] = [];
  const places: OcrPlace[] = [];
  for (const { words, baseline, height: rowHeight } of one.page.lines) {
    const size = settle(rowHeight * scale * EM);
    const slope = baseline.x1 > baseline.x0 ? (baseline.y1 - baseline.y0) / (baseline.x1 - baseline.x0) : 0;
    const at = (x: number): number => baseline.y0 + slope * (x - baseline.x0);
    const middle = (baseline.x0 + baseline.x1) / 2;
    const y = (at(middle) * cos - middle * sin) * scale;
    for (const { text, x0, x1, confidence } of words) {
      const length = (x1 - x0) * scale;
      const x = (x0 * cos + at(x0) * sin) * scale;
      items.push({
        // Words of a line stand apart, however near their letters are to each other.
        str: `${text} `,
        transform: [size, 0, 0, size, x, height - y],
        width: length,
        height: size,
        fontName: 'ocr',
      });
      places.push({ x: x0 * scale, y: at(x0) * scale, length, size, confidence });
    }
  }
  const transform = [1, 0, 0, -1, 0, height];
  return { level: { items, width, height, transform, verticalFonts: [], label: one.label }, places };
}
