/** What the page of a bundle says of its own accord, in whatever language it is to be read in. */
import type { BriefingWords } from '../../briefing/words';
import type { LinkType } from '../../model/link';
import type { PlaceWords } from '../../model/place';
import type { SourceKind } from '../../model/source';
import type { TagKind } from '../../model/tag';

/** The parts of the page, each a heading. */
export type PagePart = 'briefings' | 'hypotheses' | 'documents' | 'tags' | 'sources';

/** Words of the search. They are put between single quotes: neither quotes nor backslashes may be among them. */
export interface SearchWords {
  readonly search: string;
  readonly previous: string;
  readonly next: string;
  readonly notFound: string;
  /** Before the most that is looked for. */
  readonly moreThan: string;
  /** Before a number of places; empty where it needs none. */
  readonly found: string;
  /** Between the place one is at and how many there are. */
  readonly of: string;
  /** After the number, for one and for any other. */
  readonly place: string;
  readonly places: string;
}

export interface PageWords {
  /** BCP 47 of the words, for `lang`. */
  readonly lang: string;
  /** BCP 47 of dates: one for each language, since the bytes of a bundle must not depend on who makes it. */
  readonly locale: string;
  readonly briefing: BriefingWords;
  readonly places: PlaceWords;
  readonly script: SearchWords;
  readonly contents: string;
  readonly parts: Readonly<Record<PagePart, string>>;
  readonly counts: Readonly<Record<'documents' | 'excerpts' | 'tags' | 'links' | 'briefings', (n: number) => string>>;
  readonly excerpts: string;
  readonly address: string;
  readonly excerpt: (number: number) => string;
  readonly excerptInText: (number: number) => string;
  /** An excerpt inside a sentence. */
  readonly theExcerpt: (number: number) => string;
  readonly excerptNotShown: string;
  /** How a link reads from where it begins, and from its far end; what it leads to follows. */
  readonly links: Readonly<Record<LinkType, readonly [forward: string, reversed: string]>>;
  readonly tagKinds: Readonly<Record<TagKind, string>>;
  readonly sourceKinds: Readonly<Record<SourceKind, string>>;
  readonly origin: (name: string) => string;
  readonly quotesAlone: (excerpts: number, most: number) => string;
  readonly citedAlone: (excerpts: number, most: number) => string;
  readonly wordForWord: string;
  readonly about: string;
}
