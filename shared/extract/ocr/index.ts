/** Recognised pages to text: alone, or beside the pages of a PDF that have a text of their own. */
import type { LayoutWord } from '../../model/layout';
import type { ExtractWarning } from '../extracted';
import { flowOfLines, linesOfPage } from '../pdf';
import type { PageLines, PdfFlow } from '../pdf';
import { wordsOnPage } from '../pdf/placed';
import { layOut } from './pageOf';
import type { OcrPage } from './pageOf';
import { meanConfidence } from './recognised';

export type { OcrPage } from './pageOf';
export { recognisedPage } from './recognised';
export type { RecognisedPage, TesseractBlock } from './recognised';
export { ocrExtractor } from './madeBy';

export interface OcrFlow extends PdfFlow {
  /** Recognised words with their places on the pages as shown, in the order of the text. */
  readonly words: readonly LayoutWord[];
  /** Mean confidence of the recognised letters, 0 to 100. */
  readonly confidence: number;
}

/** Below this mean confidence, in percent, a text is hardly one: the wrong language, or a picture of something else. */
const LEAST_SURE = 65;

/** What is to be said of a text recognised with so much confidence. */
export const unsure = (confidence: number): readonly ExtractWarning[] =>
  confidence < LEAST_SURE ? [{ kind: 'recognised-unsurely', confidence: Math.round(confidence) }] : [];

const tenths = (points: number): number => Math.max(0, Math.min(0x7fffffff, Math.round(points * 10)));

/**
 * The stored text of a document whose pages were recognised, all or some of them.
 * @param pages lines of the pages that have a text; null where one was recognised
 * @param recognised by the index of its page
 */
export function flowOfRecognised(
  pages: readonly (PageLines | null)[],
  recognised: ReadonlyMap<number, OcrPage>,
): OcrFlow {
  const indexes = [...recognised.keys()].sort((a, b) => a - b);
  const laid = layOut(indexes.map((index) => recognised.get(index)!));
  const lines = pages.map((page): PageLines => page ?? { height: 0, label: null, lines: [] });
  for (const [i, index] of indexes.entries()) lines[index] = linesOfPage(laid[i]!.level);
  const flow = flowOfLines(lines);
  const words: LayoutWord[] = [];
  for (const [i, index] of indexes.entries()) {
    const { level, places } = laid[i]!;
    const start = flow.pages[index]![1];
    const text = flow.text.slice(start, flow.pages[index + 1]?.[1] ?? flow.text.length);
    for (const { item, start: from, end } of wordsOnPage(level, text, start)) {
      const { x, y, length, size, confidence } = places[item]!;
      if (from < (words.at(-1)?.[1] ?? 0)) continue;
      words.push([from, end, tenths(x), tenths(y), tenths(length), tenths(size), Math.round(confidence)]);
    }
  }
  return { ...flow, words, confidence: meanConfidence(indexes.map((index) => recognised.get(index)!.page)) };
}
