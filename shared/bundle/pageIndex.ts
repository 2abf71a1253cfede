/** The living records of a case, by what the page asks of them. */
import { lookupIn } from '../briefing/lookupIn';
import type { EvidenceLookup } from '../briefing/references';
import { citedExcerptIds } from '../briefing/references';
import type { Briefing } from '../model/briefing';
import type { Document } from '../model/document';
import type { Excerpt } from '../model/excerpt';
import type { Hypothesis } from '../model/hypothesis';
import type { Link } from '../model/link';
import { living } from '../model/record';
import type { Source } from '../model/source';
import type { Tag } from '../model/tag';
import type { BundleContents } from './contents';
import { placesIn } from './places';
import { pageWords } from './pageWords';
import type { PageWords } from './pageWords/words';
import type { Places } from './places';

/** How much of a case a page shows: beyond these numbers a browser, and a reader, would no longer be helped. */
export const MOST_WHOLE = 2_000;
export const MOST_QUOTES = 20_000;
export const MOST_LETTERS = 4_000_000;

export type PageExtent = 'whole' | 'quotes' | 'cited';

export interface PageIndex {
  readonly contents: BundleContents;
  readonly words: PageWords;
  readonly extent: PageExtent;
  readonly all: {
    readonly documents: readonly Document[];
    readonly sources: readonly Source[];
    readonly tags: readonly Tag[];
    readonly hypotheses: readonly Hypothesis[];
    readonly briefings: readonly Briefing[];
    readonly excerpts: number;
    readonly links: number;
  };
  readonly lookup: EvidenceLookup;
  readonly texts: ReadonlyMap<string, string>;
  readonly partsOf: Places['partsOf'];
  readonly tagName: (id: string) => string | undefined;
  readonly hypothesis: (id: string) => Hypothesis | undefined;
  /** Excerpts the page shows, by document, in the order of the text. */
  readonly excerptsOf: (documentId: string) => readonly Excerpt[];
  /** The number an excerpt has on the page; undefined for one that is not on it. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** Links that begin or end at a record. */
  readonly linksOf: (id: string) => readonly Link[];
  readonly timesTagged: ReadonlyMap<string, number>;
}

const byWords = <Item extends { id: string }>(items: readonly Item[], said: (item: Item) => string): Item[] =>
  items.toSorted((a, b) => (said(a) < said(b) || (said(a) === said(b) && a.id < b.id) ? -1 : 1));

const byRecordId = <Item extends { id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** Ordered by code units, not by a locale's rules: those change with the host, and a bundle's bytes must not. */
export function pageIndex(contents: BundleContents, words: PageWords = pageWords('en')): PageIndex {
  const { rows } = contents;
  const documents = byWords(living(rows.documents), (row) => row.title);
  const sources = byWords(living(rows.sources), (row) => row.name);
  const tags = byWords(living(rows.tags), (row) => row.name);
  const hypotheses = byWords(living(rows.hypotheses), (row) => row.code);
  const briefings = byWords(living(rows.briefings), (row) => row.title);
  const excerpts = living(rows.excerpts);
  const links = living(rows.links);
  const texts = new Map(contents.texts.map((text) => [text.id, text.text]));
  const places = placesIn(contents, words.places);
  const letters = contents.texts.reduce((sum, text) => sum + text.text.length, 0);
  const extent: PageExtent =
    excerpts.length > MOST_QUOTES
      ? 'cited'
      : excerpts.length > MOST_WHOLE || letters > MOST_LETTERS
        ? 'quotes'
        : 'whole';
  const cited = new Set(briefings.flatMap((briefing) => citedExcerptIds(briefing.body)));
  const shown = extent === 'cited' ? excerpts.filter((excerpt) => cited.has(excerpt.id)) : excerpts;
  const byDocument = groupByDocument(shown);
  const numberOf = new Map<string, number>();
  for (const document of documents) {
    for (const excerpt of byDocument.get(document.id) ?? []) numberOf.set(excerpt.id, numberOf.size + 1);
  }
  const linksAt = new Map<string, Link[]>();
  for (const link of links) {
    for (const id of [link.fromId, link.toId]) {
      const list = linksAt.get(id);
      if (list) list.push(link);
      else linksAt.set(id, [link]);
    }
  }
  const timesTagged = new Map<string, number>();
  for (const excerpt of excerpts) for (const tag of excerpt.tags) timesTagged.set(tag, (timesTagged.get(tag) ?? 0) + 1);
  const tagById = byRecordId(tags);
  const hypothesisById = byRecordId(hypotheses);
  return {
    contents,
    words,
    extent,
    all: { documents, sources, tags, hypotheses, briefings, excerpts: excerpts.length, links: links.length },
    lookup: lookupIn({ excerpts, documents, sources }, places.placeOf),
    texts,
    partsOf: places.partsOf,
    tagName: (id) => tagById.get(id)?.name,
    hypothesis: (id) => hypothesisById.get(id),
    excerptsOf: (id) => byDocument.get(id) ?? [],
    numberOf,
    linksOf: (id) => linksAt.get(id) ?? [],
    timesTagged,
  };
}

function groupByDocument(excerpts: readonly Excerpt[]): Map<string, Excerpt[]> {
  const groups = new Map<string, Excerpt[]>();
  for (const excerpt of excerpts) {
    const group = groups.get(excerpt.documentId);
    if (group) group.push(excerpt);
    else groups.set(excerpt.documentId, [excerpt]);
  }
  for (const group of groups.values())
    group.sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
  return groups;
}
