/** What the page and the worker that keeps the signatures of texts say to each other. */
import type { SharedText } from '@shared/anchor/sharedPassages';
import type { NearPair } from '@shared/text/shingles';

export type NearAsk =
  /** Texts whose signatures are not known yet. */
  | { readonly number: number; readonly read: readonly (readonly [textId: string, text: string])[] }
  /** Pairs among these texts; where `to` is given, those with it alone. */
  | { readonly number: number; readonly pairsOf: readonly string[]; readonly to: string | null }
  | { readonly number: number; readonly one: string; readonly other: string };

export type NearAnswer =
  | { readonly number: number; readonly failure: string }
  | { readonly number: number; readonly pairs: readonly NearPair[] }
  | { readonly number: number; readonly shared: SharedText };
