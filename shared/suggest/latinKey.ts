/**
 * One spelling for a name in three scripts. Cyrillic is written in Latin letters in the manner of BGN/PCGN, Hangul by
 * Revised Romanization without its changes of sound; what is left is compared by its consonants, in classes that
 * languages confuse (b and v, l and r, k and g), and by its vowels only roughly.
 */
import { foldWord } from '../text/fold';

export type Script = 'latin' | 'cyrillic' | 'hangul' | 'other';

export function scriptOf(word: string): Script {
  if (/\p{Script=Cyrillic}/u.test(word)) return 'cyrillic';
  if (/\p{Script=Hangul}/u.test(word)) return 'hangul';
  return /\p{Script=Latin}/u.test(word) ? 'latin' : 'other';
}

/** A letter and what it is written with, in pairs. */
const CYRILLIC: ReadonlyMap<string, string> = new Map(
  (
    'а-a б-b в-v г-g ґ-g д-d е-e ё-yo є-ye ж-zh з-z и-i і-i ї-yi й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ў-w ф-f х-kh ' +
    'ц-ts ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya'
  )
    .split(' ')
    .map((pair): [string, string] => [pair[0]!, pair.slice(2)]),
);

const INITIALS = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
/** The vowel ㅡ, which Korean puts between foreign consonants, is written as nothing. */
const VOWELS = 'a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu  ui i'.split(' ');
const FINALS = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

function fromHangul(word: string): string {
  let key = '';
  for (const syllable of word.normalize('NFC')) {
    const code = syllable.charCodeAt(0) - 0xac00;
    if (code < 0 || code > 11_171) continue;
    key += INITIALS[Math.floor(code / 588)]! + VOWELS[Math.floor((code % 588) / 28)]! + FINALS[code % 28]!;
  }
  return key;
}

/** A word in plain Latin letters, lower case; empty for a script that is not known here. */
export function latinKey(word: string): string {
  const script = scriptOf(word);
  if (script === 'hangul') return fromHangul(word);
  const plain = foldWord(word);
  if (script !== 'cyrillic') return plain.replace(/[^a-z]/g, '');
  const letters = plain.replace(/./gsu, (letter) => CYRILLIC.get(letter) ?? '');
  // At the head of a word е is "ye".
  return plain.startsWith('е') ? `y${letters}` : letters;
}

const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/shch|tch|ch|sh|zh|ts|tz|dz|dj|j|z|s|c(?=[eiy])/g, 'S'],
  [/kh|gh|ck|x|[kgqch]/g, 'K'],
  [/ph|[bpvfw]/g, 'P'],
  [/th|[dt]/g, 'T'],
  [/[lr]/g, 'R'],
  [/m/g, 'M'],
  [/ng?/g, 'N'],
];

/** The consonants of a Latin key by their classes, vowels in four rough kinds, nothing doubled. */
export function coarseKey(key: string): string {
  let coarse = key.replaceAll('x', 'ks').replace(/ng(?![aeiouy])/g, 'n');
  for (const [pattern, sign] of CLASSES) coarse = coarse.replace(pattern, sign);
  return coarse
    .replace(/y(?=[aeiou])/g, '')
    .replace(/[eiy]+/g, 'i')
    .replace(/[ou]+/g, 'u')
    .replace(/(.)\1+/g, '$1');
}

/** The consonants alone. */
export const skeletonOf = (coarse: string): string => coarse.replace(/[a-z]/g, '').replace(/(.)\1+/g, '$1');

/** How alike two short words are, 0 to 1: one less the share of letters to change. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return 1 - row[b.length]! / longest;
}
