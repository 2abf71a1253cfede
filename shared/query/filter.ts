/** What a list of excerpts is asked for: the box's text, the chosen facets, and the order. Parts left out do not filter. */
import type { Credibility, Reliability } from '../model/grading';
import type { Id } from '../model/record';
import type { Marking } from '../model/marking';

export interface Filter {
  /** In the search language of `parseQuery`. */
  readonly text?: string | undefined;
  /** Tags with everything below them. */
  readonly tagIds?: readonly Id[] | undefined;
  /** Whether an excerpt needs all of `tagIds` (the default) or any of them. */
  readonly tagMode?: 'all' | 'any' | undefined;
  readonly withoutTagIds?: readonly Id[] | undefined;
  readonly documentIds?: readonly Id[] | undefined;
  /** The source in force: the excerpt's own, else the document's publisher. */
  readonly sourceIds?: readonly Id[] | undefined;
  /** Null stands for "not graded". */
  readonly reliabilities?: readonly (Reliability | null)[] | undefined;
  readonly credibilities?: readonly (Credibility | null)[] | undefined;
  /** Effective markings. */
  readonly markings?: readonly Marking[] | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, included; an excerpt passes when its event date can fall between the two. */
  readonly dateFrom?: string | undefined;
  readonly dateTo?: string | undefined;
  readonly hasNote?: boolean | undefined;
  readonly hasTags?: boolean | undefined;
  readonly hasLinks?: boolean | undefined;
  readonly hasDate?: boolean | undefined;
  /** Grade of the excerpt itself (credibility) given or not. */
  readonly hasGrade?: boolean | undefined;
}

export const SORT_COLUMNS = [
  'relevance',
  'created',
  'changed',
  'date',
  'document',
  'source',
  'grade',
  'marking',
  'links',
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface Sort {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

/** Newest first. */
export const DEFAULT_SORT: Sort = { column: 'created', direction: 'descending' };

/** True when nothing is filtered. */
export function isEmptyFilter(filter: Filter): boolean {
  return Object.values(filter as Record<string, unknown>).every(
    (value) =>
      value === undefined ||
      value === 'all' ||
      value === 'any' ||
      (typeof value === 'string' && value.trim() === '') ||
      (Array.isArray(value) && value.length === 0),
  );
}
