/** A briefing as it is read: numbered, marked, its citations joined. Every renderer starts from this and from nothing else. */
import { dateWords } from '../model/eventDate';
import type { Briefing } from '../model/briefing';
import type { Marking } from '../model/marking';
import { SCALES } from '../model/estimative';
import type { ScaleId } from '../model/estimative';
import { blocksOf } from './blocks';
import { cleanBody } from './bodySchema';
import { walkOf } from './inlines';
import { briefingMarking, derivedMarking, raisedBy } from './marking';
import type { MarkedPassage } from './marking';
import type { Block, Footnote } from './parts';
import { citedExcerptIds, numberReferences, withoutGrades } from './references';
import type { EvidenceLookup, Reference } from './references';
import { citingOf } from './styledInlines';
import type { Citing } from './styledInlines';
import type { StyledReferences } from './styles/styledReferences';
import type { EvidenceWords } from './words';

export interface BriefingModel {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Header rows that have a value, in order. */
  readonly header: readonly { readonly label: string; readonly value: string }[];
  readonly marking: Marking;
  /** The passages that raised the label above the briefing's own; none where its own label holds. */
  readonly raisedBy: readonly MarkedPassage[];
  readonly blocks: readonly Block[];
  /** The author's, and those a reference style of notes makes of citations. */
  readonly footnotes: readonly Footnote[];
  readonly references: readonly Reference[];
  readonly citing: Citing;
  /** The references are numbered; else they stand by name. */
  readonly isNumbered: boolean;
  /** The key to the words of likelihood, where the note appends one. */
  readonly likelihoodKey: (typeof SCALES)[ScaleId] | null;
  /** How many excerpts it cites that are no longer there. */
  readonly missing: number;
}

export type BriefingContent = Pick<
  Briefing,
  | 'title'
  | 'marking'
  | 'lowered'
  | 'issued'
  | 'cutoff'
  | 'requester'
  | 'author'
  | 'portionMarks'
  | 'likelihoodKey'
  | 'body'
>;

export interface ModelOptions {
  /** The case's words of likelihood, for the key. */
  readonly scale?: ScaleId;
  /** The citations and references in the briefing's style, made of its clean body; null: numbered references. */
  readonly styled?: StyledReferences | null;
  /** The references tell grades and the reliability of their sources; they do where this is not said. */
  readonly grades?: boolean;
  /** Words of the reference list; English where not given. */
  readonly words?: EvidenceWords;
}

/**
 * The briefing ready to be rendered. `wanted` is BCP 47: the language of the words and of the dates;
 * English where it is not well formed. Pure.
 */
export function briefingModel(
  briefing: BriefingContent,
  lookup: EvidenceLookup,
  wanted = 'en-GB',
  { scale = 'icd203-1', styled = null, grades = true, words }: ModelOptions = {},
): BriefingModel {
  const language = knownLanguage(wanted);
  const body = cleanBody(briefing.body);
  const ids = citedExcerptIds(body);
  const references = styled?.references ?? numberReferences(ids, lookup, language, words);
  const derived = derivedMarking(ids, lookup);
  const walk = walkOf(briefing, references, lookup, styled);
  const blocks = blocksOf(body.content ?? [], walk);
  const day = (iso: string): string => (iso === '' ? '' : dateWords(iso, language));
  const header = [
    { label: 'Issued', value: day(briefing.issued) },
    { label: 'Information cut-off', value: day(briefing.cutoff) },
    { label: 'Requested by', value: briefing.requester },
    { label: 'Author', value: briefing.author },
  ].filter((row) => row.value !== '');
  return {
    title: briefing.title,
    language,
    header,
    marking: briefingMarking(briefing, derived),
    raisedBy: raisedBy(briefing, derived),
    blocks,
    footnotes: walk.footnotes,
    references: grades ? references.list : withoutGrades(references.list),
    citing: citingOf(styled),
    isNumbered: styled === null || styled.kind === 'numeric',
    likelihoodKey: briefing.likelihoodKey ? SCALES[scale] : null,
    missing: references.missing.length,
  };
}

/** A case from elsewhere may name a language that `Intl` refuses with a throw. */
export function knownLanguage(wanted: string): string {
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}
