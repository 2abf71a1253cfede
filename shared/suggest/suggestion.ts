/** What a reader may be offered about some words of a text: a day, a figure, a name, a hedge, who says it. */
import type { EventDate } from '../model/eventDate';
import type { TagKind } from '../model/tag';
import type { Span } from '../text/trimMarkers';

export const SUGGESTION_KINDS = ['date', 'figure', 'name', 'attribution', 'hedge'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** `start` and `end` are UTF-16 code units in the stored text; start included, end excluded. */
export interface DateSuggestion extends Span {
  readonly kind: 'date';
  readonly value: EventDate;
  /** True where the words need the document's own date to mean a day ("on Tuesday", "4 November"). */
  readonly isRelative: boolean;
}

/** A quantity as an excerpt keeps it: see the field `figures` of an excerpt. */
export interface FigureValue {
  readonly value: number;
  /** The upper end of a range; null where it is none. */
  readonly high: number | null;
  /** `%`, `km`, `t`, `USD`, `day` …; empty where there is none. */
  readonly unit: string;
  /** The words counted, as they stand. */
  readonly counted: string;
  /** What softens it, as it stands ("around", "allegedly about"); empty where nothing does. */
  readonly hedge: string;
}

export interface FigureSuggestion extends Span {
  readonly kind: 'figure';
  readonly value: FigureValue;
}

export interface NameSuggestion extends Span {
  readonly kind: 'name';
  /** The tag of the case that the words mean, or null where the case has none yet. */
  readonly tagId: string | null;
  /** The tag's name, or the words as a tag would be called. */
  readonly name: string;
  readonly nameKind: TagKind;
}

export interface AttributionSuggestion extends Span {
  readonly kind: 'attribution';
  /** Who says it, in the words of the text; empty for a pronoun. */
  readonly who: string;
  /** The source of the case that is meant, or null. */
  readonly sourceId: string | null;
  /** The sentence that is theirs. */
  readonly covers: Span;
}

export interface HedgeSuggestion extends Span {
  readonly kind: 'hedge';
  /** Said on somebody's word, or not held for certain. */
  readonly sense: 'said' | 'unsure';
}

export type Suggestion = DateSuggestion | FigureSuggestion | NameSuggestion | AttributionSuggestion | HedgeSuggestion;

/** A name the case knows, with the other forms it goes by. */
export interface KnownName {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface KnownTag extends KnownName {
  readonly kind: TagKind;
}

/** A source of the case. A person is also meant by the last name alone. */
export interface KnownSource extends KnownName {
  readonly isPerson: boolean;
}

/** What is known about the document and its case. */
export interface SuggestContext {
  /** BCP 47; empty where nobody said. */
  readonly language: string;
  /** The day (or month, or year) the document is of: `2024-11-05`; empty where it is not known. */
  readonly documentDate: string;
  readonly tags: readonly KnownTag[];
  readonly sources: readonly KnownSource[];
}
