/** What the steps that make the sample share: the records so far, the ids behind the keys, and their refusals. */
import type { Stamp } from '../merge/clock';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import type { RowOf, TableName } from '../model/tables';

export type SampleRecords = { [Table in TableName]: RowOf<Table>[] };

export interface Sample {
  /** Records by table; `cases` holds the one case. No analysts and no conflicts: those are the program's to add. */
  readonly records: SampleRecords;
  /** The stored texts by their SHA-256. */
  readonly texts: readonly { readonly id: string; readonly text: string }[];
}

export interface SampleTools {
  /** An id for a key such as `excerpts/nis-1500`. */
  newId(key: string): string | Promise<string>;
  /** SHA-256 of a text in UTF-8, hex, lower case. */
  sha256(text: string): string | Promise<string>;
  /** The stamp every record is created with; its actor has made the gradings. */
  readonly stamp: Stamp;
  /** ISO 8601 instant of the import. */
  readonly now: string;
}

/** The sample while it is being made. */
export type Draft = { readonly records: SampleRecords; readonly ids: Ids; readonly textOf: Map<string, string> };
export type Ids = ReadonlyMap<string, string>;
export type Step = Result<null>;

/** Tables whose records have keys, in the order ids are made. */
export const KEYED = ['sources', 'tags', 'documents', 'excerpts', 'hypotheses', 'judgements', 'briefings'] as const;
export const done = yes(null);

/** A refusal of a plan, with the key it happened at. */
export const at = (where: string, refusal: { reason: string; detail?: string }): Step =>
  no(refusal.reason, refusal.detail === undefined ? where : `${where}: ${refusal.detail}`);

export const unknown = (where: string, key: string): Step => no('key-unknown', `${where} names ${key}`);

/** The id of a key that may be left out: undefined where the key is unknown. */
export const idOf = (
  draft: Draft,
  table: (typeof KEYED)[number],
  key: string | null | undefined,
): string | null | undefined => (key === null || key === undefined ? null : draft.ids.get(`${table}/${key}`));
