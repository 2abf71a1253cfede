/** Everything a text offers, found by the rules of this room; each rule stands in a file of its own. */
import type { Span } from '../text/trimMarkers';
import { englishSpeakersIn } from './attributions';
import { datesIn } from './dates';
import { englishNamesIn } from './englishNames';
import { figuresIn } from './figures';
import { hedgesIn } from './hedges';
import { makeNameFinder, meantBy } from './knownNames';
import { DEMONYM, ORGANISATION_HEADS, TITLES } from './nameWords';
import { sentencesOf } from './sentences';
import { speakersElsewhereIn } from './speakersElsewhere';
import type { AttributionSuggestion, KnownTag, NameSuggestion, SuggestContext, Suggestion } from './suggestion';

/** Names of the case first; what else English looks to name is offered where they leave room. */
function namesIn(text: string, tags: readonly KnownTag[], isEnglish: boolean): NameSuggestion[] {
  const finder = makeNameFinder(tags, ({ kind }) =>
    kind === 'person' ? 'person' : kind === 'organisation' || kind === 'place' ? 'proper' : 'common',
  );
  const known = finder.find(text).map(({ of, start, end }): NameSuggestion => {
    return { kind: 'name', start, end, tagId: of.id, name: of.name, nameKind: of.kind };
  });
  if (!isEnglish) return known;
  const isKnown = markTaken(text.length, known);
  const others = englishNamesIn(text).filter((one) => !isKnown(one));
  return [...known, ...others].sort((a, b) => a.start - b.start);
}

/** Tells whether a span meets one of these; asked once for each name of a long text. */
function markTaken(length: number, spans: readonly Span[]): (span: Span) => boolean {
  const taken = new Uint8Array(length + 1);
  for (const { start, end } of spans) taken.fill(1, start, end);
  return ({ start, end }) => taken.subarray(start, end).includes(1);
}

/** A surname that only its saying something tells from another word: "according to Wi". */
const LONE_NAME = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?:-\p{Ll}+)?$/u;

/** Who says what; and the speakers among them whom no other rule took for a name. */
function attributionsIn(
  text: string,
  { language, sources }: SuggestContext,
  names: readonly NameSuggestion[],
): { attributions: AttributionSuggestion[]; speakers: NameSuggestion[] } {
  const sentences = sentencesOf(text, language);
  const finder = makeNameFinder(sources, ({ isPerson }) => (isPerson ? 'person' : 'proper'));
  const isNamed = markTaken(text.length, names);
  const speakers: NameSuggestion[] = [];
  const attributions: AttributionSuggestion[] = [];
  const isEnglish = isEnglishText(text, language);
  const all = [...(isEnglish ? englishSpeakersIn(text, sentences) : []), ...speakersElsewhereIn(text, sentences)].sort(
    (a, b) => a.start - b.start,
  );
  for (const { start, end, who, covers } of all) {
    const at = who === '' ? -1 : text.indexOf(who, start);
    const span = { start: at, end: at + who.length };
    const isPlaced = at >= 0 && span.end <= end;
    if (isEnglish && isPlaced && LONE_NAME.test(who) && !isOffice(who) && !DEMONYM.test(who) && !isNamed(span))
      speakers.push({ kind: 'name', ...span, tagId: null, name: who, nameKind: 'person' });
    const source = who === '' ? null : meantBy(finder, who);
    // "German foreign minister Annalena Baerbock" is the person at its end.
    const person = isPlaced ? names.findLast((name) => name.nameKind === 'person' && name.end === span.end) : undefined;
    attributions.push({
      kind: 'attribution',
      start,
      end,
      covers,
      who: person && person.start >= span.start ? person.name : who,
      sourceId: source?.id ?? null,
    });
  }
  return { attributions, speakers };
}

/** "the Minister", "the Secretary General": capitalised, and no name. */
const isOffice = (who: string): boolean =>
  who.split(' ').every((word) => TITLES.has(word) || ORGANISATION_HEADS.has(word));

/** Small words that English cannot do without, counted in the beginning of a text whose language nobody said. */
const ENGLISH = new Set('the of and to in that for with was is on by at from'.split(' '));
const isEnglishText = (text: string, language: string): boolean => {
  if (language !== '') return /^en\b/iu.test(language);
  const words =
    text
      .slice(0, 4_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.filter((word) => ENGLISH.has(word)).length * 12 > words.length;
};

/** A line shorter than this ends on purpose. */
const SHORT_LINE = 50;

/** The text with the breaks of wrapped lines as spaces, code unit for code unit: names and figures go on over them. */
function unwrapped(text: string): string {
  let last = -1;
  return text.replace(/\n/g, (_, at: number) => {
    const isWrap = at - last > SHORT_LINE && !/^\s*(?:$|\n|[-*•]\s|\d{1,3}[.)]\s)/.test(text.slice(at + 1, at + 12));
    last = at;
    return isWrap ? ' ' : '\n';
  });
}

/**
 * What a text offers, in order of place. Pure: the same text and context give the same. Offsets are UTF-16 code units in
 * the text; figures never overlap dates, and kinds may otherwise overlap.
 */
export function suggest(stored: string, context: SuggestContext): Suggestion[] {
  const text = unwrapped(stored);
  const dates = datesIn(text, context.documentDate);
  const figures = figuresIn(text, context.language, dates);
  const isNoDate = markTaken(text.length, dates);
  const names = namesIn(text, context.tags, isEnglishText(text, context.language)).filter((name) => !isNoDate(name));
  const { attributions, speakers } = attributionsIn(text, context, names);
  const found: Suggestion[] = [...dates, ...figures, ...names, ...speakers, ...attributions, ...hedgesIn(text)];
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
