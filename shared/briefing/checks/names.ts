/** Names of the case's tags in a text: the way from words to tags, quick for a case with very many of them. */
import type { Tag, TagKind } from '../../model/tag';
import type { TextSpan } from './quoted';

export interface NamedSpan extends TextSpan {
  readonly tag: Tag;
  readonly name: string;
}

/**
 * Names and aliases by their first word, lower case; the longest first. Under the empty word those of scripts that write
 * endings and particles onto a name or no spaces at all.
 */
export type NameIndex = ReadonlyMap<string, readonly { readonly name: string; readonly tag: Tag }[]>;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const firstWord = (name: string): string => name.match(WORD)?.[0]?.toLowerCase() ?? '';
const FEWEST = 3;
const UNSPACED = /\p{Lo}/u;

/** An index of the tags wanted. Names in scripts without capitals may be shorter than three letters. */
export function indexNames(tags: Iterable<Tag>, wanted: (tag: Tag) => boolean): NameIndex {
  const index = new Map<string, { name: string; tag: Tag }[]>();
  for (const tag of tags) {
    if (!wanted(tag)) continue;
    for (const name of new Set([tag.name, ...tag.aliases])) {
      const trimmed = name.trim().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '');
      const key = UNSPACED.test(trimmed) ? '' : firstWord(trimmed);
      if (firstWord(trimmed) === '' || (trimmed.length < FEWEST && !UNSPACED.test(trimmed))) continue;
      const list = index.get(key);
      if (list) list.push({ name: trimmed, tag });
      else index.set(key, [{ name: trimmed, tag }]);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.name.length - a.name.length);
  return index;
}

/**
 * Where the names stand, whole words only; the longest where several begin at one place.
 * @param exact true: capitals have to agree, so that an alias "Rice" is not found in "rice"
 */
export function namesIn(text: string, index: NameIndex, exact: boolean): NamedSpan[] {
  const found: NamedSpan[] = [];
  let done = 0;
  for (const match of text.matchAll(WORD)) {
    if (match.index < done) continue;
    const names = index.get(match[0].toLowerCase());
    const hit = names?.find(({ name }) => standsAt(text, match.index, name, exact));
    if (!hit) continue;
    done = match.index + hit.name.length;
    found.push({ start: match.index, end: done, ...hit });
  }
  if (!UNSPACED.test(text)) return found;
  for (const hit of index.get('') ?? []) {
    for (let at = text.indexOf(hit.name); at >= 0; at = text.indexOf(hit.name, at + hit.name.length)) {
      const end = at + hit.name.length;
      if (!found.some((one) => one.start < end && at < one.end)) found.push({ start: at, end, ...hit });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function standsAt(text: string, at: number, name: string, exact: boolean): boolean {
  const words = text.slice(at, at + name.length);
  if (exact ? words !== name : words.toLowerCase() !== name.toLowerCase()) return false;
  return !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(at + name.length));
}

/** Kinds whose names stand for somebody or something in the world. */
export const NAMED_KINDS: ReadonlySet<TagKind> = new Set<TagKind>(['person', 'organisation', 'place', 'equipment']);
