/**
 * People, organisations and places in English: runs of capitalised words, told apart by the words in and beside them and
 * by what a lexicon knows. What cannot be told is left out.
 */
import { capitalRuns, lowerWords } from './capitalRuns';
import type { Run } from './capitalRuns';
import { classify, isAcronym, isBody } from './nameKinds';
import type { NameKind } from './nameKinds';
import { DEMONYM, ORGANISATION_HEADS } from './nameWords';
import type { NameSuggestion } from './suggestion';

const bare = (words: string): string => words.replace(/['’]s$/u, '');

const named = (start: number, end: number, name: string, nameKind: NameKind): NameSuggestion => ({
  kind: 'name',
  start,
  end,
  tagId: null,
  name,
  nameKind,
});

/** What goes on with a list of places is one: "at Gorny, Aberdeen, and Anniston". */
function listedPlaces(text: string, runs: readonly Run[], found: readonly NameSuggestion[]): NameSuggestion[] {
  const ends = new Map(found.map((one) => [one.end, one.nameKind]));
  const starts = new Set(found.map((one) => one.start));
  const more: NameSuggestion[] = [];
  runs.forEach((run, index) => {
    const last = runs[index - 1];
    if (!last || starts.has(run.start) || ends.get(last.end) !== 'place') return;
    const name = text.slice(run.start, run.end);
    const isListed = /^(?:,|,? and|,? or)\s$/u.test(text.slice(last.end, run.start));
    if (!isListed || !/^(?:[,.;)]|\s(?:and|or|in|are|is|were)\s)/u.test(text.slice(run.end, run.end + 6))) return;
    if (!/^\p{Lu}\p{Ll}{3,}(?:\s\p{Lu}\p{Ll}{2,})?$/u.test(name) || ORGANISATION_HEADS.has(name) || DEMONYM.test(name))
      return;
    more.push(named(run.start, run.end, name, 'place'));
    ends.set(run.end, 'place');
  });
  return more;
}

/** Names met once in a form that tells their kind, for the places where they stand alone. */
interface Met {
  /** Whole names by surname. */
  readonly people: ReadonlyMap<string, string>;
  readonly bodies: ReadonlySet<string>;
}

function metIn(found: readonly NameSuggestion[]): Met {
  const people = new Map<string, string>();
  const bodies = new Set<string>();
  for (const { name, nameKind } of found) {
    const last = name.split(' ').at(-1)!;
    if (nameKind === 'person' && name !== last && last.length > 3 && !last.includes('-')) people.set(last, name);
    if (nameKind === 'organisation' && /^\p{Lu}\p{Ll}{3,}$/u.test(name) && !ORGANISATION_HEADS.has(name))
      bodies.add(name);
  }
  return { people, bodies };
}

/** "NATO Secretary General Mark Rutte", "HHS Refugee Assistance": the body before an office or a programme. */
function bodyBefore(text: string, { start, end }: Run, lower: ReadonlySet<string>): NameSuggestion | null {
  const first = /^\p{Lu}+(?=\s)/u.exec(text.slice(start, end))?.[0];
  if (!first || !isAcronym(first) || !isBody(text, start, start + first.length, lower)) return null;
  return named(start, start + first.length, first, 'organisation');
}

/** A name as a tag is called; a place in capitals (the head of a dispatch) as one otherwise writes it. */
function writtenName(words: string, kind: NameKind): string {
  const name = words.replace(/\s+/gu, ' ');
  if (kind !== 'place' || !/^\p{Lu}{4,}|^\p{Lu}{3,}\s\p{Lu}{3,}/u.test(name)) return name;
  return name.replace(/(\p{Lu})(\p{Lu}*)/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
}

/** The names of an English text, in order; none overlap. A surname alone is given the whole name it was met with. */
export function englishNamesIn(text: string): NameSuggestion[] {
  const lower = lowerWords(text);
  const runs = capitalRuns(text, lower);
  const found: NameSuggestion[] = [];
  for (const run of runs) {
    const hit = classify(text, run, lower);
    const before = hit && hit.start === run.start ? null : bodyBefore(text, run, lower);
    if (before) found.push(before);
    if (hit) found.push(named(hit.start, hit.end, writtenName(text.slice(hit.start, hit.end), hit.kind), hit.kind));
  }
  found.push(...listedPlaces(text, runs, found));
  const { people, bodies } = metIn(found);
  const starts = new Set(found.map(({ start }) => start));
  for (const { start, end } of runs) {
    if (starts.has(start)) continue;
    const words = bare(text.slice(start, end));
    const whole = people.get(words);
    if (whole) found.push(named(start, start + words.length, whole, 'person'));
    else if (bodies.has(words)) found.push(named(start, start + words.length, words, 'organisation'));
  }
  return found
    .map((one) => (one.nameKind === 'person' ? { ...one, name: people.get(one.name) ?? one.name } : one))
    .sort((a, b) => a.start - b.start);
}
