/** What is to become of each excerpt: what is certain is taken from the start, the rest waits for the analyst. */
import type { NewPlace, Reanchored } from '@shared/anchor/reanchor';
import type { Excerpt } from '@shared/model/excerpt';
import type { VersionDecision } from '@shared/model/newVersion';
import { capital } from '@shared/text/capital';

/** The kinds a review shows, in the order in which they need somebody. */
export const REVIEW_KINDS = ['changed', 'unsure', 'lost', 'moved', 'typography', 'kept'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export interface ReviewedExcerpt {
  readonly excerpt: Excerpt;
  readonly kind: ReviewKind;
  /** Where it can stand, best first. */
  readonly places: readonly NewPlace[];
}

/** A place, or `stay`: it keeps its words on the version they stand in. */
export type Decision = NewPlace | 'stay';

/** An excerpt and its fate as the review shows them. */
export function reviewed(excerpt: Excerpt, fate: Reanchored): ReviewedExcerpt {
  const kind = fate.fate === 'changed' && fate.isTypography ? 'typography' : fate.fate;
  const places = fate.place ? [fate.place, ...fate.candidates] : fate.candidates;
  return { excerpt, kind, places };
}

/** Kinds in which the words are the same and the place is certain. */
export const isCertain = (kind: ReviewKind): boolean => kind === 'kept' || kind === 'moved' || kind === 'typography';

/** What is decided before anybody looked. */
export const firstDecisions = (all: readonly ReviewedExcerpt[]): Map<string, Decision> =>
  new Map(all.flatMap(({ excerpt, kind, places }) => (isCertain(kind) && places[0] ? [[excerpt.id, places[0]]] : [])));

export const countsOf = (all: readonly ReviewedExcerpt[]): Record<ReviewKind, number> => {
  const counts: Record<ReviewKind, number> = { changed: 0, unsure: 0, lost: 0, moved: 0, typography: 0, kept: 0 };
  for (const { kind } of all) counts[kind] += 1;
  return counts;
};

/** The excerpts that get a new place; whoever is not decided stays where it is. */
export const placed = (all: readonly ReviewedExcerpt[], decisions: ReadonlyMap<string, Decision>): VersionDecision[] =>
  all.flatMap(({ excerpt }) => {
    const decision = decisions.get(excerpt.id);
    if (decision === undefined || decision === 'stay') return [];
    return [{ excerptId: excerpt.id, start: decision.start, end: decision.end, fromTextId: excerpt.textId }];
  });

const number = (count: number, one: string, many: string): string =>
  count === 1 ? one : `${count.toLocaleString()} ${many}`;

/** What will have happened, in a sentence: “Two excerpts are not decided: they stay on the earlier version.” */
export function decisionWords(all: readonly ReviewedExcerpt[], decisions: ReadonlyMap<string, Decision>): string {
  const stay = all.filter(({ excerpt }) => decisions.get(excerpt.id) === 'stay').length;
  const open = all.filter(({ excerpt }) => !decisions.has(excerpt.id)).length;
  if (all.length === 0) return 'No excerpts were taken from it yet.';
  const taken = all.length - stay - open;
  const parts = [
    taken > 0 && number(taken, 'One excerpt goes along', 'excerpts go along'),
    stay > 0 && number(stay, 'one stays on the earlier version', 'stay on the earlier version'),
    open > 0 &&
      number(
        open,
        'one is not decided and stays on the earlier version',
        'are not decided and stay on the earlier version',
      ),
  ].filter((part) => part !== false);
  return `${capital(parts.join(', '))}.`;
}

export const KIND_WORDS: Readonly<Record<ReviewKind, string>> = {
  changed: 'Changed',
  unsure: 'Unsure',
  lost: 'Lost',
  moved: 'Moved',
  typography: 'Typography',
  kept: 'Kept',
};

export const KIND_SENSE: Readonly<Record<ReviewKind, string>> = {
  changed: 'Other words stand in its place now.',
  unsure: 'It may stand here now. A person has to say.',
  lost: 'Its words are gone from the newer text.',
  moved: 'The same words, in another part of the text.',
  typography: 'The same words; quotation marks, dashes or spaces were set anew.',
  kept: 'The same words in the same place.',
};
