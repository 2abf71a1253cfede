/** What an excerpt is offered out of all that its text suggests: what stands in it or beside it, and is not taken yet. */
import type { EventDate } from '../model/eventDate';
import type { Excerpt } from '../model/excerpt';
import type { TagKind } from '../model/tag';
import { foldWord } from '../text/fold';
import type { Span } from '../text/trimMarkers';
import type { DateSuggestion, FigureValue, KnownName, Suggestion } from './suggestion';

export type Offer = { readonly key: string } & (
  | { readonly kind: 'source'; readonly id: string | null; readonly name: string; readonly isPerson: boolean }
  | { readonly kind: 'date'; readonly value: EventDate }
  | { readonly kind: 'figure'; readonly value: FigureValue }
  | { readonly kind: 'tag'; readonly id: string | null; readonly name: string; readonly tagKind: TagKind }
);

/**
 * What a suggestion is refused under, within its text: a name wherever it stands, anything else at its place.
 */
export function refusalKey(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'name':
      return `name:${foldWord(suggestion.name)}`;
    case 'attribution':
      return `attribution:${foldWord(suggestion.who)}`;
    case 'date':
    case 'figure':
    case 'hedge':
      return `${suggestion.kind}:${suggestion.start}-${suggestion.end}`;
  }
}

/** How far before a passage a date may stand that is still its own, in code units. */
const REACH = 240;

const within = (one: Span, span: Span): boolean => span.start <= one.start && one.end <= span.end;
const meets = (one: Span, span: Span): boolean => one.start < span.end && span.start < one.end;

/** The dates in a passage; where it names none, the last one before it in its paragraph. */
function datesFor(text: string, dates: readonly DateSuggestion[], span: Span): readonly DateSuggestion[] {
  const inside = dates.filter((one) => within(one, span));
  if (inside.length > 0) return inside;
  const before = dates.findLast((one) => one.end <= span.start && span.start - one.end <= REACH);
  return before && !/\n\s*\n/.test(text.slice(before.end, span.start)) ? [before] : [];
}

const sameFigure = (a: FigureValue, b: FigureValue): boolean =>
  a.value === b.value && a.high === b.high && a.unit === b.unit && a.counted === b.counted;

/**
 * The offers for an excerpt, who says it first, in the order of the text.
 * @param publisherId who says it where the excerpt names nobody: the document's publisher, or null
 * @param refused keys that were refused in this text
 */
export function offersFor(
  text: string,
  suggestions: readonly Suggestion[],
  excerpt: Pick<Excerpt, 'start' | 'end' | 'tags' | 'eventDate' | 'sourceId' | 'figures'>,
  sources: ReadonlyMap<string, KnownName>,
  publisherId: string | null,
  refused: ReadonlySet<string>,
): Offer[] {
  const open = suggestions.filter((one) => !refused.has(refusalKey(one)));
  const people = new Set(open.flatMap((one) => (one.kind === 'name' && one.nameKind === 'person' ? [one.name] : [])));
  const offers = new Map<string, Offer>();
  const add = (offer: Offer, as: string): void => {
    if (!offers.has(as)) offers.set(as, offer);
  };
  const said = excerpt.sourceId ?? publisherId;
  for (const one of open) {
    if (one.kind !== 'attribution' || one.who === '' || !meets(one.covers, excerpt)) continue;
    if (one.sourceId !== null && one.sourceId === said) continue;
    // "The ministry", "reports": nobody would make a source of that.
    if (one.sourceId === null && !/\p{Lu}|[\p{Script=Hangul}\p{Script=Han}]/u.test(one.who)) continue;
    const name = (one.sourceId && sources.get(one.sourceId)?.name) ?? one.who;
    if (said !== null && sources.get(said)?.name === name) continue;
    const offer = { kind: 'source', id: one.sourceId, name, isPerson: people.has(one.who) } as const;
    add({ key: refusalKey(one), ...offer }, `source ${one.sourceId ?? foldWord(name)}`);
  }
  const dates = open.filter((one) => one.kind === 'date');
  for (const one of datesFor(text, dates, excerpt)) {
    if (one.value !== excerpt.eventDate) add({ key: refusalKey(one), kind: 'date', value: one.value }, one.value);
  }
  for (const one of open) {
    if (!within(one, excerpt)) continue;
    if (one.kind === 'figure' && !excerpt.figures.some((figure) => sameFigure(figure, one.value)))
      add({ key: refusalKey(one), kind: 'figure', value: one.value }, `${one.start}`);
    if (one.kind === 'name' && !(one.tagId !== null && excerpt.tags.includes(one.tagId))) {
      const offer = { kind: 'tag', id: one.tagId, name: one.name, tagKind: one.nameKind } as const;
      add({ key: refusalKey(one), ...offer }, `tag ${one.tagId ?? foldWord(one.name)}`);
    }
  }
  return [...offers.values()];
}
