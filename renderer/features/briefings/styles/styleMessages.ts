/** What the page and the worker that writes references say to each other. */
import type { CiteGroup, Processed } from '@shared/briefing/styles/processor';
import type { CslItem } from '@shared/model/csl';

export interface StyleQuestion {
  readonly number: number;
  /** One that comes with the program by its id, or the XML of an own one. */
  readonly style: { readonly id: string } | { readonly xml: string };
  /** BCP 47. */
  readonly language: string;
  readonly items: ReadonlyMap<string, CslItem>;
  readonly groups: readonly CiteGroup[];
}

export interface StyleAnswer {
  readonly number: number;
  /** Null where the style cannot be used. */
  readonly processed: Processed | null;
}
