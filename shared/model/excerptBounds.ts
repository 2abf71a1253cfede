/**
 * Other bounds for an excerpt, two out of one, one out of several. The words are always those of the text, letter for
 * letter, and what the analyst made of them goes along. Offsets are UTF-16 code units in the stored text.
 */
import { planAnchor } from './excerpt';
import type { Anchor, Excerpt } from './excerpt';
import type { LinkFields } from './link';
import { planLink } from './link';
import { strictest } from './marking';
import type { FieldsOf } from './record';
import { no, yes } from './result';
import type { Result } from './result';

type TooMuch = 'nothing-selected' | 'selection-too-long';

export interface Split {
  /** Where the excerpt itself stands from then on. */
  readonly first: Anchor;
  /** The excerpt made of the rest: tags, date, source, grade and marking are the same. */
  readonly second: FieldsOf<Excerpt>;
}

/** Two excerpts in place of one. The note, the figures and the links stay with the first. */
export function planSplit(text: string, excerpt: Excerpt, at: number): Result<Split, TooMuch | 'split-outside'> {
  if (at <= excerpt.start || at >= excerpt.end) return no('split-outside');
  const first = planAnchor(text, excerpt.textId, excerpt.start, at);
  // A place inside a surrogate pair: the whole character went to the first.
  const second = planAnchor(text, excerpt.textId, first.ok ? Math.max(at, first.value.end) : at, excerpt.end);
  if (!first.ok || !second.ok) return no('split-outside');
  const { documentId, tags, credibility, eventDate, marking, sourceId } = excerpt;
  return yes({
    first: first.value,
    second: {
      documentId,
      ...second.value,
      note: '',
      tags: [...tags],
      credibility,
      eventDate,
      marking,
      sourceId,
      figures: [],
    },
  });
}

/** What two excerpts can say differently, where only one can be kept. */
export type Differing = 'date' | 'source' | 'grade';

export interface Merged {
  readonly keptId: string;
  readonly goneIds: readonly string[];
  readonly patch: Pick<
    Excerpt,
    | 'start'
    | 'end'
    | 'quote'
    | 'prefix'
    | 'suffix'
    | 'note'
    | 'tags'
    | 'figures'
    | 'marking'
    | 'eventDate'
    | 'sourceId'
    | 'credibility'
  >;
  /** Where the excerpts differed: the value of the first that has one was kept. */
  readonly differing: readonly Differing[];
}

const LONGEST_NOTE = 200_000;
const MOST_TAGS = 500;
const MOST_FIGURES = 200;
/** Letters between two excerpts: then they do not stand side by side. Reference markers and signs may. */
const WORDS = /\p{L}/u;
const WIDEST_GAP = 60;

const isApart = (text: string, from: number, to: number): boolean =>
  to > from && (to - from > WIDEST_GAP || WORDS.test(text.slice(from, to)));

/** The first value that is not null, and whether another one differs from it. */
function firstOf<Value>(values: readonly (Value | null)[]): { value: Value | null; differs: boolean } {
  const given = values.filter((one) => one !== null);
  const value = given[0] ?? null;
  return { value, differs: given.some((one) => JSON.stringify(one) !== JSON.stringify(value)) };
}

export type MergeRefusal = 'merge-one' | 'merge-documents' | 'merge-apart' | 'merge-too-much' | 'selection-too-long';

/**
 * One excerpt in place of several of one text that overlap or stand side by side. The first in the text is kept, with
 * the tags and figures of all, their notes one below the other, and the strictest of their markings.
 */
export function planMerge(text: string, excerpts: readonly Excerpt[]): Result<Merged, MergeRefusal> {
  const sorted = [...excerpts].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const [kept, ...gone] = sorted;
  if (!kept || gone.length === 0) return no('merge-one');
  if (gone.some((one) => one.documentId !== kept.documentId || one.textId !== kept.textId))
    return no('merge-documents');
  let { end } = kept;
  for (const one of gone) {
    if (isApart(text, end, one.start)) return no('merge-apart');
    end = Math.max(end, one.end);
  }
  const anchor = planAnchor(text, kept.textId, kept.start, end);
  if (!anchor.ok) return no('selection-too-long');
  const note = [...new Set(sorted.map((one) => one.note.trim()).filter(Boolean))].join('\n\n');
  const tags = [...new Set(sorted.flatMap((one) => one.tags))];
  const figures = [
    ...new Map(sorted.flatMap((one) => one.figures).map(({ id, ...rest }) => [JSON.stringify(rest), { id, ...rest }])),
  ].map(([, figure]) => figure);
  if (note.length > LONGEST_NOTE || tags.length > MOST_TAGS || figures.length > MOST_FIGURES)
    return no('merge-too-much');
  const date = firstOf(sorted.map((one) => one.eventDate));
  const source = firstOf(sorted.map((one) => one.sourceId));
  const grade = firstOf(sorted.map((one) => one.credibility));
  const markings = sorted.map((one) => one.marking).filter((one) => one !== null);
  const { start, quote, prefix, suffix } = anchor.value;
  return yes({
    keptId: kept.id,
    goneIds: gone.map((one) => one.id),
    patch: {
      start,
      end: anchor.value.end,
      quote,
      prefix,
      suffix,
      note,
      tags,
      figures,
      marking: markings.length === 0 ? null : strictest(markings),
      eventDate: date.value,
      sourceId: source.value,
      credibility: grade.value,
    },
    differing: [
      ...(date.differs ? (['date'] as const) : []),
      ...(source.differs ? (['source'] as const) : []),
      ...(grade.differs ? (['grade'] as const) : []),
    ],
  });
}

export interface MovedLinks {
  readonly changes: readonly { readonly id: string; readonly patch: Partial<Pick<LinkFields, 'fromId' | 'toId'>> }[];
  /** Links between the merged excerpts, and those that the kept one has already. */
  readonly removed: readonly string[];
}

/** The links of merged excerpts at the one that is kept. `links` are all those of any of them. */
export function planMovedLinks(
  { keptId, goneIds }: Pick<Merged, 'keptId' | 'goneIds'>,
  links: readonly (LinkFields & { readonly id: string })[],
): MovedLinks {
  const gone = new Set(goneIds);
  const isMoved = (link: LinkFields): boolean => gone.has(link.fromId) || gone.has(link.toId);
  const standing: LinkFields[] = links.filter((link) => !isMoved(link));
  const changes: { id: string; patch: Partial<Pick<LinkFields, 'fromId' | 'toId'>> }[] = [];
  const removed: string[] = [];
  for (const link of links) {
    if (!isMoved(link)) continue;
    const patch = {
      ...(gone.has(link.fromId) ? { fromId: keptId } : {}),
      ...(gone.has(link.toId) ? { toId: keptId } : {}),
    };
    const next = { ...link, ...patch };
    if (planLink(next, standing).ok) {
      standing.push(next);
      changes.push({ id: link.id, patch });
    } else removed.push(link.id);
  }
  return { changes, removed };
}
