/** What was recognised in the picture of a page, as Tesseract gives it, without what is not needed and without noise. */

/** Pixels from the picture's upper left corner. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface RecognisedWord extends Box {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
}

export interface RecognisedLine {
  /** In reading order, at least one. */
  readonly words: readonly RecognisedWord[];
  /** From its left end to its right one. */
  readonly baseline: Box;
  /** Height of the row of letters, with what rises above and hangs below. */
  readonly height: number;
}

export interface RecognisedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RecognisedLine[];
}

/** The part of Tesseract's output that is read here. */
export interface TesseractBlock {
  readonly paragraphs: readonly {
    readonly lines: readonly {
      /** The words as they are written, close or apart. */
      readonly text: string;
      readonly words: readonly { readonly text: string; readonly confidence: number; readonly bbox: Box }[];
      readonly baseline: Box;
      readonly bbox: Box;
      readonly rowAttributes: { readonly rowHeight: number };
    }[];
  }[];
}

/** Signs without a letter or digit below this confidence are specks and rules of the paper. */
const LEAST_OF_SIGNS = 50;
/** Letters below this one are no letters: what Tesseract makes of stamps, photographs and folds. */
const LEAST_OF_LETTERS = 15;

const isNoise = ({ text, confidence }: { text: string; confidence: number }): boolean =>
  confidence < (/[\p{L}\p{N}]/u.test(text) ? LEAST_OF_LETTERS : LEAST_OF_SIGNS);

const isBox = (box: Box): boolean => [box.x0, box.y0, box.x1, box.y1].every(Number.isFinite) && box.x1 > box.x0;

/** For each word whether the line's own text goes on behind it without a space. */
function closeWords(text: string, words: readonly string[]): boolean[] {
  let at = 0;
  return words.map((word) => {
    const found = text.indexOf(word, at);
    if (found < 0) return false;
    at = found + word.length;
    return at < text.length && !/\s/u.test(text[at]!);
  });
}

type TesseractLine = TesseractBlock['paragraphs'][number]['lines'][number];

/** The words of a line. Syllables and characters that are recognised one by one and stand close are one word. */
function joined({ text, words }: TesseractLine): RecognisedWord[] {
  const trimmed = words.map((word) => word.text.trim());
  const isClose = closeWords(text, trimmed);
  const all: RecognisedWord[] = [];
  for (const [i, { bbox, confidence }] of words.entries()) {
    const own: RecognisedWord = { ...bbox, text: trimmed[i]!, confidence };
    const last = all.at(-1);
    if (last === undefined || !isClose[i - 1]) all.push(own);
    else all[all.length - 1] = together(last, own);
  }
  return all;
}

function together(one: RecognisedWord, two: RecognisedWord): RecognisedWord {
  const letters = one.text.length + two.text.length;
  return {
    x0: Math.min(one.x0, two.x0),
    y0: Math.min(one.y0, two.y0),
    x1: Math.max(one.x1, two.x1),
    y1: Math.max(one.y1, two.y1),
    text: one.text + two.text,
    confidence: letters === 0 ? 0 : (one.confidence * one.text.length + two.confidence * two.text.length) / letters,
  };
}

/** The lines of a page; words that are noise, and lines without any other, are left out. */
export function recognisedPage(
  blocks: readonly TesseractBlock[] | null,
  size: { readonly width: number; readonly height: number },
): RecognisedPage {
  const lines: RecognisedLine[] = [];
  for (const { paragraphs } of blocks ?? []) {
    for (const line of paragraphs.flatMap((paragraph) => paragraph.lines)) {
      const words = joined(line).filter((word) => word.text !== '' && isBox(word) && !isNoise(word));
      if (words.length === 0) continue;
      const tall = Math.max(1, line.bbox.y1 - line.bbox.y0);
      const { rowHeight } = line.rowAttributes;
      // A row's height is guessed where too few letters tell it; no row is taller than its own box by much.
      const height = rowHeight > 0 && rowHeight < 1.6 * tall ? rowHeight : tall;
      lines.push({ words, baseline: isBox(line.baseline) ? line.baseline : line.bbox, height });
    }
  }
  return { ...size, lines };
}

/** Letters of a page, each weighed by how sure it is: what of two readings of one page is the better one. */
export const worthOf = ({ lines }: RecognisedPage): number =>
  lines.flatMap((line) => line.words).reduce((sum, { text, confidence }) => sum + text.length * (confidence - 40), 0);

/** Mean confidence of the letters of some pages, 0 to 100; 0 where there are none. */
export function meanConfidence(pages: readonly RecognisedPage[]): number {
  let [sum, letters] = [0, 0];
  for (const { lines } of pages) {
    for (const { text, confidence } of lines.flatMap((line) => line.words)) {
      sum += confidence * text.length;
      letters += text.length;
    }
  }
  return letters === 0 ? 0 : sum / letters;
}
