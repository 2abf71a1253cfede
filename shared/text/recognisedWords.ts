/** The recognised words of a text, by where they stand in it. */
import type { LayoutWord } from '../model/layout';
import { countBefore } from './bisect';

/** Where a recognised word stands on its page as shown, in points: as words of a PDF are placed. */
export interface RecognisedPlace {
  /** UTF-16 code units in the stored text. */
  readonly start: number;
  readonly end: number;
  /** Left end of the base line, from the upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly along: readonly [number, number];
  readonly up: readonly [number, number];
  readonly length: number;
  readonly size: number;
  /** 0 to 100. */
  readonly confidence: number;
}

const POINTS = 0.1;

/** Index of the first word that ends behind an offset. */
const firstBehind = (words: readonly LayoutWord[], offset: number): number =>
  countBefore(words.length, (index) => words[index]![1] <= offset);

/** Words that begin in a part of the text, in its order. */
export function recognisedWordsIn(
  words: readonly LayoutWord[],
  { start, end }: { readonly start: number; readonly end: number },
): RecognisedPlace[] {
  const found: RecognisedPlace[] = [];
  for (let i = firstBehind(words, start); i < words.length && words[i]![0] < end; i += 1) {
    const [from, to, x, y, length, size, confidence] = words[i]!;
    found.push({
      start: from,
      end: to,
      x: x * POINTS,
      y: y * POINTS,
      along: [1, 0],
      up: [0, -1],
      length: length * POINTS,
      size: size * POINTS,
      confidence,
    });
  }
  return found;
}

/** Below this confidence, 0 to 100, a word is shown as unsure. */
export const UNSURE_WORD = 60;
