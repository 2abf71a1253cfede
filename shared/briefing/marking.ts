/** The marking of a briefing: the strictest of its own label and of everything it cites. */
import type { ActorId } from '../merge/clock';
import type { Briefing, LoweredMarking } from '../model/briefing';
import { effectiveMarking, strictest, strictness } from '../model/marking';
import type { Marking } from '../model/marking';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import type { EvidenceLookup } from './references';

/** A cited passage that has a label, as it is named to the analyst. */
export interface MarkedPassage {
  readonly excerptId: string;
  readonly marking: Marking;
  /** The quote's first words. */
  readonly words: string;
  readonly title: string;
}

export interface DerivedMarking {
  /** The strictest of what is cited; TLP:CLEAR where nothing is. */
  readonly marking: Marking;
  readonly passages: readonly MarkedPassage[];
}

const MOST_NAMED = 3;
const SHORT = 60;

/** The strictest effective marking of the excerpts, with each passage's own; ids that are gone have none. */
export function derivedMarking(ids: readonly string[], lookup: EvidenceLookup): DerivedMarking {
  const passages: MarkedPassage[] = [];
  for (const id of ids) {
    const excerpt = lookup.excerpt(id);
    const document = excerpt && lookup.document(excerpt.documentId);
    if (!excerpt || !document) continue;
    const marking = effectiveMarking(excerpt.marking, document.marking);
    passages.push({ excerptId: id, marking, words: shortened(excerpt.quote), title: document.title });
  }
  return { marking: strictest(passages.map((passage) => passage.marking)), passages };
}

type Labelled = Pick<Briefing, 'marking' | 'lowered'>;

/** The passages that hold the label up: all but those somebody gave a reason to go below. */
function holding({ marking, lowered }: Labelled, { passages }: DerivedMarking): readonly MarkedPassage[] {
  if (lowered === null || lowered.marking !== marking) return passages;
  const overridden = new Set(lowered.passages);
  return passages.filter((passage) => !overridden.has(passage.excerptId));
}

/** The label the briefing carries: its own or, where that is stricter, what it cites, less what was lowered for a reason. */
export const briefingMarking = (briefing: Labelled, derived: DerivedMarking): Marking =>
  strictest([briefing.marking, ...holding(briefing, derived).map((passage) => passage.marking)]);

/** The cited passages that raise the label above the briefing's own; none where its own label holds. */
export function raisedBy(briefing: Labelled, derived: DerivedMarking): readonly MarkedPassage[] {
  const label = briefingMarking(briefing, derived);
  if (briefing.marking !== null && strictness(briefing.marking) >= strictness(label)) return [];
  return holding(briefing, derived).filter((passage) => passage.marking === label);
}

/** The cited passages that are stricter than `own`, the strictest first. */
export const stricterThan = (own: Marking, derived: DerivedMarking): MarkedPassage[] =>
  derived.passages
    .filter((passage) => strictness(passage.marking) > strictness(own))
    .sort((a, b) => strictness(b.marking) - strictness(a.marking));

/**
 * A label below what is cited, with the reason that stays in the record. It covers the passages cited now: another that
 * is cited later raises the label again. TLP 2.0 leaves wider sharing to whoever gave the passage its label, so the
 * reason says who allowed it.
 */
export function planLoweredMarking(
  own: Marking,
  derived: DerivedMarking,
  said: { readonly reason: string; readonly by: ActorId; readonly at: string },
): Result<LoweredMarking, 'reason-missing' | 'nothing-to-lower'> {
  const stricter = stricterThan(own, derived);
  if (stricter.length === 0) return no('nothing-to-lower');
  const reason = said.reason.trim();
  if (reason === '') return no('reason-missing');
  const passages = stricter.map((passage) => passage.excerptId);
  return yes({ marking: own, passages, reason: reason.slice(0, 2_000), by: said.by, at: said.at });
}

/** Says whether a briefing may carry `own` (null: always): refused below what it cites, naming the stricter passages. */
export function planBriefingMarking(
  own: Marking | null,
  derived: DerivedMarking,
): Result<Marking | null, 'marking-too-low'> {
  if (own === null || strictness(own) >= strictness(derived.marking)) return yes(own);
  return no('marking-too-low', passagesInWords(stricterThan(own, derived)));
}

/** “The quote…” (TLP:RED, Title); at most three are named, the rest counted. */
export function passagesInWords(passages: readonly MarkedPassage[]): string {
  const named = passages.slice(0, MOST_NAMED).map((one) => `“${one.words}” (${one.marking}, ${one.title})`);
  const more = passages.length - named.length;
  return more > 0 ? `${named.join('; ')}; and ${more} more` : named.join('; ');
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  if (line.length <= SHORT) return line;
  const cut = line.slice(0, SHORT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT / 2)).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
