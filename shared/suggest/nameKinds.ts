/** What a run of capitalised words is the name of: told by the words in it, those beside it, and the lexicon. */
import type { TagKind } from '../model/tag';
import { startsSentence } from './capitalRuns';
import type { Run } from './capitalRuns';
import { isFirstName, isPlaceWord, lexiconOf } from './nameLexicon';
import { DEMONYM, ORGANISATION_HEADS, PLACE_HEADS, PLACE_LEADS, TITLE_BEFORE, TITLES } from './nameWords';

export type NameKind = Extract<TagKind, 'person' | 'organisation' | 'place'>;

export interface Named extends Run {
  readonly kind: NameKind;
}

/** Capitals that are the name of no body. */
const NO_BODY =
  /^(?:[IVXLC]+|AI|IT|CEO|CFO|DNA|NPT|CTBT|ABM|INF|START|TLP|USD|EUR|GMT|UTC|AM|PM|HIV|AIDS|PDF|GDP|US|UK|TV|ID|OK)$/u;

/** What a run is the name of, and where the name itself begins; null where that cannot be told. */
export function classify(text: string, run: Run, lower: ReadonlySet<string>): Named | null {
  let { start } = run;
  const end = run.end - (/['’]s$/u.exec(text.slice(run.start, run.end))?.[0].length ?? 0);
  let titled = TITLE_BEFORE.test(text.slice(Math.max(0, start - 20), start));
  let words = text.slice(start, end).split(/\s+/u);
  const all = words.join(' ');
  const head = words.at(-1)!;
  const isHeaded =
    ORGANISATION_HEADS.has(head) || (words.length > 1 && words.some((word) => ORGANISATION_HEADS.has(word)));
  const took = (count: number): void => {
    for (let i = 0; i < count; i += 1) start = text.indexOf(words[i + 1]!, start + words[i]!.length);
    words = words.slice(count);
  };
  if (GENERIC.test(all)) return null;
  if (/^(?:U\.S\.?|US)$/u.test(all)) return standsAlone(text, start, end) ? { start, end, kind: 'place' } : null;
  if (isPlaceWord(all) || all === 'Russian Federation') return { start, end, kind: 'place' };
  // Titles before a name: "Russian Defense Minister Andrey Belousov", "NATO Secretary General Mark Rutte".
  const goesOn = isHeaded && /\s(?:of|for|on)\s/u.test(all);
  // "Secretary of Defense Pete Hegseth": the office goes over a small word.
  if (
    words.length >= 3 &&
    /\b(?:Secretary|Minister|Director) of (?:the )?$/u.test(text.slice(Math.max(0, start - 28), start)) &&
    !isHeaded &&
    words.every((word) => /^\p{Lu}/u.test(word))
  ) {
    took(words.length > 3 ? words.length - 2 : 1);
    return { start, end, kind: 'person' };
  }
  const lastTitle = goesOn ? -1 : words.findLastIndex((word) => TITLES.has(word.replace(/\.$/u, '')));
  if (lastTitle >= 0 && lastTitle < words.length - 1 && !ORGANISATION_HEADS.has(head)) {
    took(lastTitle + 1);
    titled = true;
  } else if (lastTitle === words.length - 1 && lastTitle >= 0) return null;
  if (words.every((word) => DEMONYM.test(word) || /^(?:North|South|East|West|Northern|Southern)$/u.test(word)))
    return null;
  const rest = words.join(' ');
  if (titled && words.length <= 4 && !isPlaceWord(rest) && !isHeaded) return { start, end, kind: 'person' };
  if (words.length === 1 && ORGANISATION_HEADS.has(rest) && /\bthe $/iu.test(text.slice(Math.max(0, start - 5), start)))
    return startsSentence(text, start - 4) ? null : { start, end, kind: 'organisation' };
  if (isHeaded && words.length > 1) return { start, end, kind: 'organisation' };
  if (BODIES.has(rest)) return { start, end, kind: 'organisation' };
  // A people's name before a place: "Russian Kursk Oblast".
  while (words.length > 1 && DEMONYM.test(words[0]!) && !isPlaceWord(rest)) took(1);
  const bare = words.join(' ');
  if (
    isPlaceWord(bare) ||
    (words.length > 1 && (PLACE_HEADS.has(words.at(-1)!) || (PLACE_LEADS.has(words[0]!) && / of /u.test(bare))))
  )
    return { start, end, kind: 'place' };
  if (isAcronym(bare) && isBody(text, start, end, lower)) return { start, end, kind: 'organisation' };
  if (
    lexiconOf(bare).has('Organization') ||
    COMPANY_BEHIND.test(text.slice(end, end + 40)) ||
    /\b(?:company|firm)\]?\s$/u.test(text.slice(Math.max(0, start - 12), start))
  )
    return { start, end, kind: 'organisation' };
  return isPerson(text, words, end) ? { start, end, kind: 'person' } : placeByRoad(text, words, start, end);
}

/** "the U.S." of itself, and not "U.S. forces". */
const standsAlone = (text: string, start: number, end: number): boolean =>
  /\bthe $/iu.test(text.slice(Math.max(0, start - 5), start)) &&
  /^(?:[,;:)]|\.(?:\s|$)|\s(?:and|has|had|is|was|in|to|will|would|said)\b)/u.test(text.slice(end, end + 8));

export const isAcronym = (word: string): boolean => /^\p{Lu}{2,6}$/u.test(word) && !NO_BODY.test(word);

/** True where capitals name a body: no word put in capitals, no part of a document's sign (`GC(54)/OR.2`), no thing. */
export function isBody(text: string, start: number, end: number, lower: ReadonlySet<string>): boolean {
  const acronym = text.slice(start, end);
  if (acronym.length > 3 && lower.has(acronym.toLowerCase())) return false;
  if (/[/.]/u.test(text[start - 1] ?? '') || /^(?:[(/.]\d|\/)/u.test(text.slice(end, end + 2))) return false;
  return !isSpelledOutAsThing(text, acronym);
}

/** "highly enriched uranium (HEU)", "Joint Plan of Action (JCPOA)": spelled out once, as something that is no body. */
function isSpelledOutAsThing(text: string, acronym: string): boolean {
  const at = text.indexOf(`(${acronym})`);
  if (at < 0) return false;
  const before = text
    .slice(Math.max(0, at - 90), at)
    .trimEnd()
    .split(/\s+/u);
  if (/^\p{Ll}/u.test(before.at(-1)!))
    return !/(?:agency|service|institute|party|committee|group|office|council)$/u.test(before.at(-1)!);
  return !before.slice(-10).some((word) => ORGANISATION_HEADS.has(word.replace(/[,;]$/u, '')));
}

const BODIES = new Set('Congress Pentagon Kremlin Parliament Senate NATO Hezbollah Hamas Taliban Interpol'.split(' '));

/** Capitalised by habit, and the name of nobody. */
const GENERIC = /(?:^|\s)(?:States? Part(?:y|ies)|Possessor States?|Member States?)$/u;

/** What only a body has. */
const COMPANY_BEHIND =
  /^(?:\s(?:CEO|spokes\p{Ll}+|executives?|employees|shares|Inc|Ltd|Corp)\b|['’]s (?:CEO|board|products?|models?|technolog\p{Ll}+|website|headquarters|chairman|shareholders|customers|spokes\p{Ll}+)\b)/u;

const SURNAME = /(?:ov|ev|ova|eva|sky|skyy|skiy|ski|ska|enko|chuk|shvili|yan|oğlu|ić|ich|sson|sen)$/u;

function isPerson(text: string, words: readonly string[], end: number): boolean {
  if (words.length < 2 || words.length > 4 || words.some((word) => /^\p{Lu}{3,}$/u.test(word) && word.length > 8))
    return false;
  if (
    words.some((word) => ORGANISATION_HEADS.has(word) || PLACE_HEADS.has(word) || /^(?:of|for|and|the|on)$/u.test(word))
  )
    return false;
  if (
    /^\p{Lu}\p{Ll}+-\p{L}+$/u.test(words.at(-1)!) &&
    words.length === 2 &&
    !DEMONYM.test(words.at(-1)!.split('-')[0]!)
  )
    return true;
  if (isFirstName(words[0]!) || SURNAME.test(words.at(-1)!)) return true;
  return /^(?:, (?:the|an?|who|then|former)\s(?:\p{L}+\s){0,3}(?:commander|analyst|minister|head|director|spokes\p{L}+|leader|expert|president|professor|chief|officer|member)|\s(?:said|stated|told|wrote|added|warned))/u.test(
    text.slice(end, end + 80),
  );
}

/** A word that nothing else explains is a place where somebody is in it, near it or on the way to it. */
function placeByRoad(text: string, words: readonly string[], start: number, end: number): Named | null {
  const before = text.slice(Math.max(0, start - 24), start);
  if (words.length > 2 || words.some((word) => word.length < 4 || /\p{Lu}.*\p{Lu}/u.test(word))) return null;
  return /(?:^|\s)(?:in|near|at|outside|towards?|around|capital of|city of|region of|town of|village of)\s$/u.test(
    before,
  )
    ? { start, end, kind: 'place' }
    : null;
}
