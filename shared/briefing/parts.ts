/** What a briefing is made of once it is numbered and marked: the words every renderer shares. */
import type { Marking } from '../model/marking';
import type { BodyMark } from './bodyMarks';
import type { FigureType } from './bodySchema';
import type { CitedPlace } from './references';
import type { Runs } from './styles/runs';

export interface CitationGroup {
  readonly numbers: readonly number[];
  readonly places: readonly CitedPlace[];
  /** How many of the excerpts cited here are no longer there. */
  readonly missing: number;
  /** What the reference style puts here in place of the numbers. */
  readonly runs?: Runs;
  /** The style tells it in this note, one of the model's `footnotes`. */
  readonly note?: number;
}

export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly marks: readonly BodyMark[];
      /** Where the words lead; a record of the case as `collate:…`. */
      readonly href?: string;
      /** The words are a term of likelihood of a scale. */
      readonly term?: { readonly scale: string; readonly term: string };
    }
  | { readonly kind: 'break' }
  /** A footnote stands here; its words are the model's `footnotes` of this number. */
  | { readonly kind: 'footnote'; readonly number: number }
  | ({ readonly kind: 'citation' } & CitationGroup);

export interface Footnote {
  readonly number: number;
  readonly inlines: readonly Inline[];
}

export interface Cell {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly blocks: readonly Block[];
}

export type Block =
  | {
      readonly kind: 'paragraph';
      readonly inlines: readonly Inline[];
      /** Its own marking, the strictest of what it cites; only where portion marks are shown. */
      readonly portion?: Marking;
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inlines: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly start: number | null;
      readonly items: readonly (readonly Block[])[];
      /** Of a list of tasks: which are done. */
      readonly checked?: readonly boolean[];
    }
  /** A key judgement, numbered through the note. */
  | {
      readonly kind: 'judgement';
      readonly number: number;
      readonly judgementId: string;
      readonly blocks: readonly Block[];
    }
  | {
      readonly kind: 'figure';
      readonly number: number;
      /** SHA-256 of the picture's bytes, hex. */
      readonly originalId: string;
      readonly mediaType: FigureType;
      readonly alt: string;
      readonly caption: readonly Inline[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'quotation';
      readonly text: string;
      /** Who says it and in which document; empty where the excerpt is gone. */
      readonly attribution: string;
      /** BCP 47 of the document; empty where unknown. */
      readonly language: string;
      readonly citation: CitationGroup;
      readonly portion?: Marking;
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'rule' };
