/**
 * The words of a text as numbers, for comparing long texts: where each begins and ends, and a hash of its letters as
 * they stand. Quotation marks, dashes and spacing are between words, so texts that differ in these alone have the same
 * words. In scripts without spaces every character is a word.
 */
import { countBefore } from '../../text/bisect';

/** Offsets are UTF-16 code units in the text; end excluded. */
export interface Words {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly codes: Uint32Array;
  readonly length: number;
  /** How many words in a row tell a passage from all others; more where a word is one character. */
  readonly telling: number;
}

const UNKNOWN = 0;
const BETWEEN = 1;
const LETTER = 2;
const ALONE = 3;
const HIGH = 4;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const classes = new Uint8Array(0x10000);

function classOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return HIGH;
  const character = String.fromCharCode(unit);
  if (UNSPACED.test(character)) return ALONE;
  return /[\p{L}\p{N}\p{M}]/u.test(character) && !/[\u02b9-\u02bc]/.test(character) ? LETTER : BETWEEN;
}

const TELLING_WORDS = 5;
const TELLING_CHARACTERS = 9;

/** The words of a text in order. */
export function cutWords(text: string): Words {
  const { length } = text;
  const starts = new Uint32Array((length >> 1) + 1 + (length & 1));
  const all = { starts, ends: new Uint32Array(starts.length), codes: new Uint32Array(starts.length) };
  let room = starts.length;
  let count = 0;
  let alone = 0;
  for (let at = 0; at < length;) {
    const unit = text.charCodeAt(at);
    const kind = classes[unit] === UNKNOWN ? (classes[unit] = classOf(unit)) : classes[unit]!;
    if (kind === BETWEEN) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = Math.imul(0x811c9dc5 ^ unit, 0x01000193);
    at += 1;
    if (kind === LETTER) {
      for (; at < length; at += 1) {
        const next = text.charCodeAt(at);
        if ((classes[next] === UNKNOWN ? (classes[next] = classOf(next)) : classes[next]!) !== LETTER) break;
        hash = Math.imul(hash ^ next, 0x01000193);
      }
    } else {
      alone += 1;
      if (kind === HIGH && at < length) {
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
        at += 1;
      }
    }
    // Only a text of single characters has more words than half its length.
    if (count === room) {
      room *= 2;
      for (const name of ['starts', 'ends', 'codes'] as const) {
        const larger = new Uint32Array(room);
        larger.set(all[name]);
        all[name] = larger;
      }
    }
    all.starts[count] = start;
    all.ends[count] = at;
    all.codes[count] = hash;
    count += 1;
  }
  return {
    starts: all.starts.subarray(0, count),
    ends: all.ends.subarray(0, count),
    codes: all.codes.subarray(0, count),
    length: count,
    telling: alone > count / 3 ? TELLING_CHARACTERS : TELLING_WORDS,
  };
}

/** Index of the first word that ends behind the offset; the number of words where none does. */
export const wordAt = (words: Words, offset: number): number =>
  countBefore(words.length, (index) => words.ends[index]! <= offset);
