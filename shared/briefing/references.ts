/**
 * The numbered references of a briefing: one a document, numbered in the order of their first citation. Derived from
 * the body each time and never stored, so they renumber by themselves.
 */
import type { BodyNode } from '../model/briefing';
import type { CslItem } from '../model/csl';
import type { Document } from '../model/document';
import type { Excerpt } from '../model/excerpt';
import { gradeCode } from '../model/grading';
import type { Place } from '../model/place';
import { reliabilityOf } from '../model/source';
import type { Source } from '../model/source';
import { descriptorParts, entryParts } from './entry';
import type { EntryPart } from './entry';
import { ENGLISH } from './words';
import type { EvidenceWords } from './words';

/** Where the evidence comes from: the store in a view, a bundle in its page, plain maps in tests. */
export interface EvidenceLookup {
  excerpt(id: string): Excerpt | undefined;
  document(id: string): Document | undefined;
  source(id: string): Source | undefined;
  /** Where in its document it stands, as `placeAt` says it; null where the text is not at hand. */
  placeOf(excerpt: Excerpt): Place | null;
}

/** One passage cited, as the reference list and the hover card tell it. */
export interface CitedPlace {
  readonly excerptId: string;
  /** `¶5`, and in words; null where it is not known. */
  readonly place: string | null;
  readonly placeWords: string;
  /** Admiralty grade, `B2`; null where nothing is graded. */
  readonly grade: string | null;
  readonly gradeWords: string;
  /** Who says it, where that is not the document's publisher. */
  readonly saidBy: string | null;
}

export interface Reference {
  readonly number: number;
  readonly documentId: string;
  /** With the descriptor at its end. */
  readonly entry: readonly EntryPart[];
  /** The reliability of its source; empty where it is not graded. */
  readonly descriptor: readonly EntryPart[];
  readonly csl: CslItem;
  /** The passages cited, in the order of their first citation. */
  readonly places: readonly CitedPlace[];
}

export interface References {
  readonly list: readonly Reference[];
  /** Excerpt id to the number of its reference. */
  readonly numberOf: ReadonlyMap<string, number>;
  readonly placeOf: ReadonlyMap<string, CitedPlace>;
  /** Ids that are cited and no longer there, in the order of their first citation. */
  readonly missing: readonly string[];
}

/** Ids of the excerpts a body cites or quotes, each once, in the order of their first place. */
export function citedExcerptIds(body: BodyNode): string[] {
  const ids = new Set<string>();
  const open: BodyNode[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'citation' || node.type === 'quotation') {
      const id = node.attrs?.['excerptId'];
      if (typeof id === 'string') ids.add(id);
    }
    for (let i = (node.content?.length ?? 0) - 1; i >= 0; i -= 1) open.push(node.content![i]!);
  }
  return [...ids];
}

/**
 * Numbers the documents of the cited excerpts, from 1, in the order given (that of first citation).
 * @param ids as `citedExcerptIds` gives them
 * @param locale BCP 47 tag for dates in the entries
 */
export function numberReferences(
  ids: readonly string[],
  lookup: EvidenceLookup,
  locale = 'en-GB',
  words: EvidenceWords = ENGLISH,
): References {
  const list: (Reference & { places: CitedPlace[] })[] = [];
  const byDocument = new Map<string, Reference & { places: CitedPlace[] }>();
  const numberOf = new Map<string, number>();
  const placeOf = new Map<string, CitedPlace>();
  const missing: string[] = [];
  for (const id of ids) {
    const excerpt = lookup.excerpt(id);
    const document = excerpt && lookup.document(excerpt.documentId);
    if (!excerpt || !document) {
      missing.push(id);
      continue;
    }
    let reference = byDocument.get(document.id);
    if (!reference) {
      const publisher = document.sourceId ? lookup.source(document.sourceId) : undefined;
      const descriptor = descriptorParts(publisher, words);
      const entry = [...entryParts(document, publisher, locale, words), ...descriptor];
      reference = {
        number: list.length + 1,
        documentId: document.id,
        entry,
        descriptor,
        csl: document.csl,
        places: [],
      };
      byDocument.set(document.id, reference);
      list.push(reference);
    }
    const place = citedPlace(excerpt, document, lookup, words);
    reference.places.push(place);
    numberOf.set(id, reference.number);
    placeOf.set(id, place);
  }
  return { list, numberOf, placeOf, missing };
}

/** The references without what is said of the quality of their sources: neither descriptors nor grades. */
export const withoutGrades = (list: readonly Reference[]): Reference[] =>
  list.map((reference) => ({
    ...reference,
    entry: reference.entry.slice(0, reference.entry.length - reference.descriptor.length),
    descriptor: [],
    places: reference.places.map((place) => ({ ...place, grade: null })),
  }));

/** What is told of one cited passage. The reliability is that of who says it: the excerpt's own source, else the publisher. */
export function citedPlace(
  excerpt: Excerpt,
  document: Document,
  lookup: EvidenceLookup,
  words: EvidenceWords = ENGLISH,
): CitedPlace {
  const own = excerpt.sourceId ? lookup.source(excerpt.sourceId) : undefined;
  const publisher = document.sourceId ? lookup.source(document.sourceId) : undefined;
  const reliability = reliabilityOf(own ?? publisher);
  const place = lookup.placeOf(excerpt);
  return {
    excerptId: excerpt.id,
    place: place?.short ?? null,
    placeWords: place?.long ?? words.passage,
    grade: gradeCode(reliability, excerpt.credibility),
    gradeWords: words.grade(reliability, excerpt.credibility),
    saidBy: own && own.id !== publisher?.id ? own.name : null,
  };
}

/** Numbers sorted, each once, three or more in a row as a range: 7, 2, 5, 6 gives [[2, 2], [5, 7]]. */
export function numberRuns(numbers: Iterable<number>): [number, number][] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.flatMap(([from, to]): [number, number][] =>
    to - from === 1
      ? [
          [from, from],
          [to, to],
        ]
      : [[from, to]],
  );
}

/** `[2, 5–7]`; what is no longer there is said in words. */
export function citationLabel(numbers: Iterable<number>, missing = 0): string {
  const parts = numberRuns(numbers).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  if (missing > 0) parts.push(missing === 1 ? EXCERPT_DELETED : `${missing} excerpts deleted`);
  return `[${parts.join(', ')}]`;
}

export const EXCERPT_DELETED = 'excerpt deleted';
