/** A filtered and sorted list of excerpts of any length: ids by place, fetched in pages as they come into view. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Filter, Sort } from '@shared/query/filter';
import type { Answer } from './engine/caseIndex';
import type { IndexClient } from './client';
import { LISTED, useAsked, useIndex } from './hooks';

const PAGE = 256;

export interface ExcerptIds {
  /** False until the first answer. */
  readonly ready: boolean;
  readonly total: number;
  /** The id at a place; undefined while its page is not here. */
  idAt(place: number): string | undefined;
  /** Says which places are in view, last excluded; missing pages are fetched. Call it from an effect. */
  show(from: number, to: number): void;
  /** The place of an excerpt; -1 where it is not in the list. */
  placeOf(id: string): Promise<number>;
  /** Ids of a stretch of the list, last excluded: for "select all" and ranges. */
  ids(from: number, to: number): Promise<readonly string[]>;
  /** Names the list for `useFacets`. */
  readonly handle: number | undefined;
  /** Words taken for misspellings of the typed ones, to be marked too. */
  readonly spellings: ReadonlySet<string>;
  /** True while a newer answer is under way. */
  readonly stale: boolean;
}

interface Listing {
  readonly answer: Answer;
  readonly pages: Map<number, readonly string[]>;
  readonly asked: Set<number>;
}

const NO_SPELLINGS: ReadonlySet<string> = new Set();

function listingOf(answer: Answer): Listing {
  const pages = new Map<number, readonly string[]>();
  for (let at = 0; at < answer.ids.length; at += PAGE)
    pages.set((answer.from + at) / PAGE, answer.ids.slice(at, at + PAGE));
  return { answer, pages, asked: new Set(pages.keys()) };
}

async function fetchPage(index: IndexClient, { answer, pages }: Listing, page: number): Promise<void> {
  pages.set(page, await index.idsOf(answer.handle, page * PAGE, PAGE));
}

/** The excerpts that a filter finds, sorted. Filter and sort may be new objects at every render. */
export function useExcerptIds(filter: Filter, sort: Sort): ExcerptIds {
  const index = useIndex();
  const shown = useRef({ from: 0, to: PAGE });
  const [, setFetched] = useState(0);
  const key = JSON.stringify([filter, sort]);
  const { value: listing, stale } = useAsked(key, LISTED, async (client, signal) => {
    const from = Math.floor(shown.current.from / PAGE) * PAGE;
    const count = Math.max(PAGE, Math.ceil((shown.current.to - from) / PAGE) * PAGE);
    const window = { from, count: Math.min(count, PAGE * 8) };
    return listingOf(await client.query(filter, sort, window, { signal }));
  });

  const show = useCallback(
    (from: number, to: number) => {
      shown.current = { from, to };
      if (!listing) return;
      const last = Math.min(to, listing.answer.total) - 1;
      for (let page = Math.floor(Math.max(0, from) / PAGE); page <= Math.floor(last / PAGE); page += 1) {
        if (listing.asked.has(page)) continue;
        listing.asked.add(page);
        fetchPage(index, listing, page).then(
          () => setFetched((count) => count + 1),
          () => listing.asked.delete(page),
        );
      }
    },
    [index, listing],
  );

  const spellings = useMemo(() => (listing ? new Set(listing.answer.spellings) : NO_SPELLINGS), [listing]);
  return {
    ready: listing !== undefined,
    total: listing?.answer.total ?? 0,
    idAt: (place) => listing?.pages.get(Math.floor(place / PAGE))?.[place % PAGE],
    show,
    placeOf: async (id) => (listing ? index.indexOf(listing.answer.handle, id) : -1),
    ids: async (from, to) => (listing ? index.idsOf(listing.answer.handle, from, to - from) : []),
    handle: listing?.answer.handle,
    spellings,
    stale,
  };
}
