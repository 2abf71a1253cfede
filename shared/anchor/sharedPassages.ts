/** The passages two texts have word for word, whatever their order, spacing and typography. */
import { findPassages } from './passages/passages';

export interface SharedPassage {
  /** UTF-16 code units in each text; end excluded. */
  readonly one: { readonly start: number; readonly end: number };
  readonly other: { readonly start: number; readonly end: number };
  readonly words: number;
}

export interface SharedText {
  /** In the order of the first text. */
  readonly passages: readonly SharedPassage[];
  /** Words of them, and of each text. */
  readonly words: number;
  readonly wordsOfOne: number;
  readonly wordsOfOther: number;
}

/** Fewer words in a row are a turn of phrase. */
const FEWEST_WORDS = 8;

/** What two texts share, in rows of at least eight words. */
export function sharedPassages(one: string, other: string): SharedText {
  const { before, after, passages } = findPassages(one, other);
  const shared = passages
    .filter(({ length }) => length >= FEWEST_WORDS)
    .map(({ from, to, length }) => ({
      one: { start: before.starts[from]!, end: before.ends[from + length - 1]! },
      other: { start: after.starts[to]!, end: after.ends[to + length - 1]! },
      words: length,
    }));
  return {
    passages: shared,
    words: shared.reduce((sum, { words }) => sum + words, 0),
    wordsOfOne: before.length,
    wordsOfOther: after.length,
  };
}
