/**
 * Finds names as an export of a briefing does, in a whole case: of each piece of words it is first seen, letters alone,
 * which names may be in it at all, and only those are looked for.
 */
import { nameFinder } from '../../briefing/outgoing';
import type { Pseudonym } from '../../briefing/outgoing';
import type { NameFinder } from '../../briefing/outgoing/pseudonyms';

/** Finders for sets of names are kept up to this many; cases name the same few together again and again. */
const MOST_KEPT = 2_000;

/** Letters and digits, without accents, case and what may stand between them: names that match are in it. */
const lettersOf = (words: string): string =>
  words
    .replaceAll('%20', '')
    .normalize('NFKD')
    .toLowerCase()
    .toUpperCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** A finder that gives what `nameFinder` gives of the same names. */
export function quickNames(pseudonyms: readonly Pseudonym[]): NameFinder {
  const nobody = nameFinder([]);
  if (pseudonyms.length === 0) return nobody;
  const letters = pseudonyms.map((one) => one.names.map(lettersOf).filter((name) => name !== ''));
  const finders = new Map<string, NameFinder>();
  const finderFor = (words: string): NameFinder => {
    const inWords = lettersOf(words);
    const may: number[] = [];
    letters.forEach((names, i) => {
      if (names.some((name) => inWords.includes(name))) may.push(i);
    });
    if (may.length === 0) return nobody;
    const key = may.join(' ');
    const known = finders.get(key);
    if (known) return known;
    const made = nameFinder(may.map((i) => pseudonyms[i]!));
    if (finders.size >= MOST_KEPT) finders.clear();
    finders.set(key, made);
    return made;
  };
  return {
    find: (words) => finderFor(words).find(words),
    count: (words) => finderFor(words).count(words),
    rename: (words) => finderFor(words).rename(words),
    renameAddress(address) {
      const finder = finderFor(address);
      const renamed = finder.renameAddress(address);
      return renamed === address ? finderFor(decoded(address)).renameAddress(address) : renamed;
    },
  };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return '';
  }
}
