/** What an analyst may choose of an export, and what it starts with. */
import type { Pseudonym, ReleaseWishes } from '@shared/briefing/outgoing';
import { strictness } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import type { Briefing } from '@shared/model/briefing';

export const FORMATS = ['pdf', 'docx', 'html', 'markdown', 'text'] as const;
export type BriefingFormat = (typeof FORMATS)[number];

export interface ExportWishes {
  readonly format: BriefingFormat;
  /** The strictest label that may leave; null for all of it. */
  readonly ceiling: Marking | null;
  readonly pseudonyms: boolean;
  /** The author says that words of the note which cite nothing may leave below the note's own label. */
  readonly ownWords: boolean;
  readonly grades: boolean;
  readonly portionMarks: boolean;
  readonly likelihoodKey: boolean;
}

export const releaseWishes = (wishes: ExportWishes, names: readonly Pseudonym[]): ReleaseWishes => ({
  ...wishes,
  names,
  replaceNames: wishes.pseudonyms,
});

/** True where the note carries a label of its own above the ceiling: its uncited words are marked by that alone. */
export const isOwnLabelAbove = ({ marking }: Pick<Briefing, 'marking'>, ceiling: Marking | null): boolean =>
  ceiling !== null && marking !== null && strictness(marking) > strictness(ceiling);
