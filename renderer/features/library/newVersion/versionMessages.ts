/** What the page and the worker that compares two versions of a text say to each other. */
import type { OldAnchor, Reanchored } from '@shared/anchor/reanchor';
import type { DiffRow } from '@shared/text/textDiff';

/** Excerpts of one older text; `text` is null where its words are missing. */
export interface OldExcerpts {
  readonly textId: string;
  readonly text: string | null;
  readonly anchors: readonly OldAnchor[];
}

export interface CompareAsk {
  /** The text the newer one is compared with. */
  readonly before: string;
  readonly after: string;
  readonly old: readonly OldExcerpts[];
}

export interface Compared {
  readonly rows: readonly DiffRow[];
  /** As `old` and its anchors are ordered. */
  readonly fates: readonly (readonly Reanchored[])[];
}

export type CompareAnswer = { readonly done: number } | { readonly compared: Compared } | { readonly failure: string };
