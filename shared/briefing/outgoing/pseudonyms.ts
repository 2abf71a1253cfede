/**
 * Names that must not leave the case, and what stands for them. A name is found however it is broken up, accented or
 * written into an address; its letters are the same in every briefing of the case, whatever the briefing mentions.
 */
import type { Tag, TagKind } from '../../model/tag';

export interface Pseudonym {
  readonly tagId: string;
  /** The tag's name and its aliases. */
  readonly names: readonly string[];
  /** `Person A`. */
  readonly pseudonym: string;
}

const KINDS: Readonly<Record<TagKind, string>> = {
  topic: 'Topic',
  person: 'Person',
  organisation: 'Organisation',
  place: 'Place',
  equipment: 'Equipment',
  event: 'Event',
};

/** What stands where an address held a name. */
export const ADDRESS_WITHHELD = '[address withheld]';

/** Every tag whose name is to be withheld, lettered within its kind in the order the tags were made. */
export function pseudonymsOf(tags: Iterable<Tag>): Pseudonym[] {
  const counts = new Map<TagKind, number>();
  return [...tags]
    .filter((tag) => tag.withhold)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((tag) => {
      const count = counts.get(tag.kind) ?? 0;
      counts.set(tag.kind, count + 1);
      return {
        tagId: tag.id,
        names: [tag.name, ...tag.aliases],
        pseudonym: `${KINDS[tag.kind]} ${letterOf(count)}`,
      };
    });
}

/** A, B … Z, AA, AB … */
export const letterOf = (count: number): string =>
  count < 26 ? String.fromCharCode(65 + count) : letterOf(Math.floor(count / 26) - 1) + letterOf(count % 26);

const INVISIBLE = '[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]*';
const BETWEEN = `(?:[\\s\\u00A0_.,+\\-\\u2010-\\u2015·]|%20|${INVISIBLE.slice(0, -1)})*`;
/** Scripts written without spaces, or whose words carry endings: a name there has no edge to look for. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const SPECIAL = /[\\^$.*+?()[\]{}|/-]/g;

function formsOf(sign: string): string {
  const forms = new Set([sign, sign.normalize('NFC'), sign.normalize('NFD')]);
  const safe = [...forms].map((form) => form.replace(SPECIAL, '\\$&'));
  return safe.length === 1 ? safe[0]! : `(?:${safe.join('|')})`;
}

function patternOf(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[\s_.,\-\u2010-\u2015·]+/u)
    .filter((word) => word !== '');
  const pattern = words.map((word) => Array.from(word, formsOf).join(INVISIBLE)).join(BETWEEN);
  const joined = words.join('');
  const before = UNSPACED.test(Array.from(joined)[0] ?? '') ? '' : '(?<![\\p{L}\\p{N}])';
  const after = UNSPACED.test(Array.from(joined).at(-1) ?? '') ? '' : '(?![\\p{L}\\p{M}\\p{N}])';
  return `${before}${pattern}${after}`;
}

/** Finds names in words. */
export interface NameFinder {
  /** Pseudonyms whose names stand in the words, with how often. */
  readonly count: (words: string) => ReadonlyMap<Pseudonym, number>;
  /** The words with each name replaced. */
  readonly rename: (words: string) => string;
  /** The places of names: UTF-16 offsets from start (in) to end (out). */
  readonly find: (words: string) => readonly { start: number; end: number; pseudonym: Pseudonym }[];
  /** The address, or `[address withheld]` where it holds a name, also percent-encoded. */
  readonly renameAddress: (address: string) => string;
}

export function nameFinder(pseudonyms: readonly Pseudonym[]): NameFinder {
  const names = pseudonyms
    .flatMap((pseudonym) => pseudonym.names.map((name) => ({ name, pseudonym })))
    .filter(({ name }) => /[\p{L}\p{N}]/u.test(name))
    // The longest first: “Jan Novak” before “Novak”.
    .sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
  const pattern = names.map(({ name }) => `(${patternOf(name)})`).join('|');
  // Made once: a case has a hundred thousand pieces of words to look through.
  const expression = pattern === '' ? null : new RegExp(pattern, 'giu');
  const find: NameFinder['find'] = (words) => {
    if (!expression) return [];
    const found: { start: number; end: number; pseudonym: Pseudonym }[] = [];
    expression.lastIndex = 0;
    for (let match = expression.exec(words); match; match = expression.exec(words)) {
      const which = match.slice(1).findIndex((group) => group !== undefined);
      found.push({ start: match.index, end: match.index + match[0].length, pseudonym: names[which]!.pseudonym });
    }
    return found;
  };
  const rename = (words: string): string => {
    let renamed = '';
    let at = 0;
    for (const { start, end, pseudonym } of find(words)) {
      renamed += words.slice(at, start) + pseudonym.pseudonym;
      at = end;
    }
    return renamed + words.slice(at);
  };
  return {
    find,
    rename,
    count(words) {
      const counts = new Map<Pseudonym, number>();
      for (const { pseudonym } of find(words)) counts.set(pseudonym, (counts.get(pseudonym) ?? 0) + 1);
      return counts;
    },
    renameAddress: (address) =>
      find(address).length > 0 || find(decoded(address)).length > 0 ? ADDRESS_WITHHELD : address,
  };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return '';
  }
}
