/**
 * What a search says, once read: word sequences that must or must not stand in a record, and field terms. Words are
 * folded the way the index folds them, so both sides compare letter by letter.
 */

/** Words that must stand next to each other in this order; a single word is a sequence of one. */
export interface Sequence {
  readonly words: readonly string[];
  /** The last word may be the beginning of a longer one. */
  readonly prefix: boolean;
  /** Written in quotation marks: no misspelling is forgiven. */
  readonly quoted: boolean;
}

export const FIELDS = ['tag', 'source', 'doc', 'grade', 'marking', 'date', 'kind', 'has'] as const;
export type Field = (typeof FIELDS)[number];

/** `tag:a,b`: any of the values, as typed. */
export interface FieldTerm {
  readonly field: Field;
  readonly values: readonly string[];
  readonly negated: boolean;
}

export interface Query {
  readonly must: readonly Sequence[];
  readonly mustNot: readonly Sequence[];
  readonly fields: readonly FieldTerm[];
}

/** True when the query asks for words at all. */
export const hasWords = (query: Query): boolean => query.must.length > 0 || query.mustNot.length > 0;
