/**
 * Folding: one form for words that a reader takes for the same. Case, Latin and Greek diacritics, width, composition,
 * ligatures, quotation marks, dashes, invisible characters and runs of white space. Letters of their own stay: й, ї, ў,
 * kana with voicing marks, Hangul syllables, vowel signs of Indic and Thai script; ё is е, as people write it.
 * Only matching and search use it: stored text is never folded.
 */

/** A folded text, and where each of its code units came from. Offsets are UTF-16 code units. */
export interface FoldedText {
  readonly folded: string;
  readonly map: OffsetMap;
}

export interface OffsetMap {
  /** For each code unit of the folded text: where the characters it stands for start and end in the original. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The original span of a span of the folded text; both with start included and end excluded. */
export function unfoldSpan(map: OffsetMap, start: number, end: number): { start: number; end: number } {
  if (end <= start) {
    const at = map.starts[start] ?? map.ends.at(-1) ?? 0;
    return { start: at, end: at };
  }
  return { start: map.starts[start] ?? 0, end: map.ends[end - 1] ?? 0 };
}

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
  ς: 'σ',
};
const LETTER = /[øłđðþßæœıħŧŋəς]/g;
/** Marks that change no word: Latin, Greek and Cyrillic accents, Arabic vowel signs and tatweel, Hebrew points. */
const ACCENTS =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u0640\u064b-\u0652\u0670\u0591-\u05bd\u05bf-\u05c7]/g;
/** й, ў and ї after they were taken apart. */
const OWN_LETTERS = /[иу]\u0306|і\u0308/g;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const SINGLE_QUOTES = /[‘’‚‛′‵ʼʹ`´ʻ]/g;
const DOUBLE_QUOTES = /[“”„‟″‶«»〝〞]/g;
const DASHES = /[‐‑‒–—―−⁃]/g;

function foldCluster(cluster: string): string {
  // Quotation marks first: the compatibility form of ´ is a space with an accent.
  const marked = cluster
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .replace(INVISIBLE, '');
  return marked
    .normalize('NFKD')
    .toLowerCase()
    .replace(OWN_LETTERS, (letter) => letter.normalize('NFC'))
    .replace(ACCENTS, '')
    .replace(LETTER, (letter) => LETTERS[letter]!)
    .replace(DASHES, '-')
    .replace(/ё/g, 'е')
    .normalize('NFC');
}

const cache = new Map<string, string>();

function folded(cluster: string): string {
  if (cluster.length > 1) return foldCluster(cluster);
  let known = cache.get(cluster);
  if (known === undefined) {
    known = foldCluster(cluster);
    cache.set(cluster, known);
  }
  return known;
}

const EXTENDS = /[\p{M}\u200d\uff9e\uff9f\u1160-\u11ff]/u;
const WHITE = /\s/;

/** What a code unit is on its own, found out once: `EXTENDING` belongs to the character before it. */
const UNSEEN = 0;
const PLAIN = 1;
const EXTENDING = 2;
const SPACE = 3;
const SURROGATE = 4;
const kinds = new Uint8Array(0x10000);

function kindOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit]!;
  if (known !== UNSEEN) return known;
  const character = text[at]!;
  if (unit >= 0xd800 && unit <= 0xdfff) return (kinds[unit] = SURROGATE);
  if (WHITE.test(character)) return (kinds[unit] = SPACE);
  return (kinds[unit] = EXTENDS.test(character) ? EXTENDING : PLAIN);
}

const wide = (text: string, at: number): boolean => text.codePointAt(at)! > 0xffff;

/** End of the cluster at `at`: a character with the marks, vowels and finals that belong to it. */
function clusterEnd(text: string, at: number): number {
  let end = at + (wide(text, at) ? 2 : 1);
  while (end < text.length) {
    const kind = kindOf(text, end);
    if (kind === PLAIN || kind === SPACE) break;
    if (kind === SURROGATE && !EXTENDS.test(String.fromCodePoint(text.codePointAt(end)!))) break;
    end += wide(text, end) ? 2 : 1;
  }
  return end;
}

/** Code units that grow as they are filled. */
class Units {
  codes: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
  length = 0;

  constructor(size: number) {
    this.codes = new Uint16Array(size);
    this.starts = new Uint32Array(size);
    this.ends = new Uint32Array(size);
  }

  put(code: number, start: number, end: number): void {
    if (this.length === this.codes.length) {
      const size = this.length * 2;
      const [codes, starts, ends] = [new Uint16Array(size), new Uint32Array(size), new Uint32Array(size)];
      codes.set(this.codes);
      starts.set(this.starts);
      ends.set(this.ends);
      [this.codes, this.starts, this.ends] = [codes, starts, ends];
    }
    this.codes[this.length] = code;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }

  /** The code units as a string, made in pieces that fit a call's arguments. */
  words(): string {
    const pieces: string[] = [];
    for (let from = 0; from < this.length; from += 8192) {
      pieces.push(String.fromCharCode(...this.codes.subarray(from, Math.min(this.length, from + 8192))));
    }
    return pieces.join('');
  }
}

/** Code units that fold to one code unit, found out once; 0 where not known or not so. */
const singles = new Uint16Array(0x10000);

/** The text folded, with the way back for every code unit. White space at the ends is kept as one space. */
export function foldText(text: string): FoldedText {
  const units = new Units(text.length + 64);
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(text, at);
    if (kind === SPACE) {
      let end = at + 1;
      while (end < text.length && kindOf(text, end) === SPACE) end += 1;
      units.put(32, at, end);
      at = end;
      continue;
    }
    const alone = at + 1 === text.length || kindOf(text, at + 1) === PLAIN || kindOf(text, at + 1) === SPACE;
    if (alone && singles[unit] !== 0) {
      units.put(singles[unit]!, at, at + 1);
      at += 1;
      continue;
    }
    const end = clusterEnd(text, at);
    const words = folded(text.slice(at, end));
    if (end === at + 1 && words.length === 1) singles[unit] = words.charCodeAt(0);
    for (let index = 0; index < words.length; index += 1) units.put(words.charCodeAt(index), at, end);
    at = end;
  }
  const map = { starts: units.starts.subarray(0, units.length), ends: units.ends.subarray(0, units.length) };
  return { folded: units.words(), map };
}

/** A word (or any short text) folded; the same form `foldText` gives, without the way back. */
export function foldWord(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word;
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase();
  if (/^[А-Яа-яЁё]*$/.test(word)) return word.toLowerCase().replaceAll('ё', 'е');
  let result = '';
  for (let at = 0; at < word.length;) {
    if (kindOf(word, at) === SPACE) {
      while (at < word.length && kindOf(word, at) === SPACE) at += 1;
      result += ' ';
      continue;
    }
    const end = clusterEnd(word, at);
    result += folded(word.slice(at, end));
    at = end;
  }
  return result;
}
