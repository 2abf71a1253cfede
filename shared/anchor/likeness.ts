/** How alike two wordings are, and whether they differ in typography alone. */
import { diffArrays } from 'diff';
import { foldWord } from '../text/fold';
import { wordsOf } from '../text/tokens';
import { editDistance } from './score';

/** Longer ones are compared by words. */
const BY_LETTERS = 400;

/** 1 where two wordings are the same but for case, diacritics and typography; 0 where they share nothing. */
export function likeness(one: string, other: string): number {
  const [a, b] = [foldWord(one).trim(), foldWord(other).trim()];
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (longest <= BY_LETTERS) return 1 - editDistance(a, b) / longest;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const edits = diffArrays(left, right, { maxEditLength: 2_000 });
  if (!edits) return 0;
  const same = edits.reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.count), 0);
  return (2 * same) / Math.max(1, left.length + right.length);
}

const QUOTES = /['"‘’‚‛“”„‟′″‵‶«»‹›`´ʼ〝〞「」『』]+/g;
const DASHES = /[-‐‑‒–—―−⁃]+/g;
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]+/gu;

const withoutTypography = (words: string): string =>
  words.replace(UNSEEN, '').replace(QUOTES, "'").replace(DASHES, '-').normalize('NFC');

/** True where nothing differs but which quotation marks and dashes were set, and spaces and line ends. */
export const sameButTypography = (one: string, other: string): boolean =>
  withoutTypography(one) === withoutTypography(other) && one.replace(UNSEEN, ' ') !== '';
