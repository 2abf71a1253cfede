/**
 * Cuts text into the words that search finds: folded, with their place in the text. Scripts that put spaces between
 * words (Latin, Cyrillic, Hangul…) are cut by a table of characters; only runs of Han, kana, Thai, Lao, Khmer and
 * Burmese go through the platform's dictionary. Queries and texts are cut by the same rules, so a phrase is a row of
 * neighbouring tokens in both.
 */
import { foldWord } from './fold';

/** `start` and `end` are UTF-16 code units in the text; start included, end excluded. */
export type EmitToken = (folded: string, start: number, end: number) => void;

const UNKNOWN = 0;
const SEPARATOR = 1;
const LETTER = 2;
const DIGIT = 3;
/** Marks and invisible joiners go on with a word and begin none. */
const MARK = 4;
const UNSPACED = 5;

const UNSPACED_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆ヶ\uff70]/u;

const classes = new Uint8Array(0x10000);

function classOf(character: string): number {
  // Apostrophes that Unicode calls letters.
  if (/[\u02b9-\u02bc]/.test(character)) return SEPARATOR;
  if (UNSPACED_SCRIPTS.test(character)) return UNSPACED;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[\p{L}\p{N}]/u.test(character)) return LETTER;
  return /[\p{M}\u00ad\u200b-\u200d\u2060]/u.test(character) ? MARK : SEPARATOR;
}

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length) return classOf(text.slice(at, at + 2));
  const known = classes[unit]!;
  if (known !== UNKNOWN) return known;
  return (classes[unit] = classOf(text[at]!));
}

const isWide = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length;
};

let segmenter: Intl.Segmenter | undefined;
/** Dictionary work is done in pieces of this length. */
const LONGEST_RUN = 4096;

function emitUnspaced(text: string, start: number, end: number, emit: EmitToken): void {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  for (let from = start; from < end;) {
    let to = Math.min(end, from + LONGEST_RUN);
    if (to < end && isWide(text, to - 1)) to += 1;
    for (const piece of segmenter.segment(text.slice(from, to))) {
      if (piece.isWordLike) {
        const at = from + piece.index;
        emit(foldWord(piece.segment), at, at + piece.segment.length);
      }
    }
    from = to;
  }
}

const isDigit = (text: string, at: number): boolean => at < text.length && classAt(text, at) === DIGIT;

/** True where a comma or a narrow space groups the digits of one number: "1,500" and "1 500" are 1500. */
function groupsDigits(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit !== 0x2c && unit !== 0xa0 && unit !== 0x202f && unit !== 0x2009) return false;
  return isDigit(text, at + 1) && isDigit(text, at + 2) && isDigit(text, at + 3) && !isDigit(text, at + 4);
}

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x2bc;
const isCyrillic = (unit: number): boolean => unit >= 0x400 && unit <= 0x52f;

/** True for the `s` of a possessive, which is no word of its own. */
function isPossessive(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at);
  return end === at + 1 && (unit === 0x73 || unit === 0x53) && at > 0 && isApostrophe(text.charCodeAt(at - 1));
}

/**
 * Calls `emit` for each word in order. Case, diacritics and composition are folded (see fold.ts); digits grouped by
 * comma or narrow space are one number; an apostrophe inside a Cyrillic word belongs to it, in other scripts it parts
 * words, and the `s` of a possessive is left out; hyphens part words.
 */
export function tokenize(text: string, emit: EmitToken): void {
  const { length } = text;
  for (let at = 0; at < length;) {
    const kind = classAt(text, at);
    if (kind === UNSPACED) {
      const start = at;
      while (at < length && (classAt(text, at) === UNSPACED || classAt(text, at) === MARK))
        at += isWide(text, at) ? 2 : 1;
      emitUnspaced(text, start, at, emit);
    } else if (kind === LETTER || kind === DIGIT) {
      at = emitSpaced(text, at, emit);
    } else at += isWide(text, at) ? 2 : 1;
  }
}

/** Emits the word that starts at `start` and returns where it ends. */
function emitSpaced(text: string, start: number, emit: EmitToken): number {
  let joined = false;
  let simple = true;
  let at = start;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) continue;
    const kind = classAt(text, at);
    if (kind === LETTER || kind === DIGIT || kind === MARK) {
      simple = false;
      if (isWide(text, at)) at += 1;
    } else if (kind === SEPARATOR && at > start && groupsDigits(text, at) && isDigit(text, at - 1)) joined = true;
    else if (isApostrophe(unit) && isCyrillic(text.charCodeAt(at - 1)) && isCyrillic(text.charCodeAt(at + 1)))
      joined = true;
    else break;
  }
  if (isPossessive(text, start, at)) return at;
  let word = text.slice(start, at);
  if (joined) word = word.replace(/[,'’ʼ\u00a0\u202f\u2009]/g, '');
  emit(simple ? word : foldWord(word), start, at);
  return at;
}

/** The folded words of a short text, in order. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  tokenize(text, (word) => words.push(word));
  return words;
}
