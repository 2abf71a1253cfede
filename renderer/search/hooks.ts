/**
 * The index for views. Each hook asks again when the index took changes its answer may depend on, and keeps the former
 * answer while the new one is under way.
 */
import { createContext, useContext, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { TableName } from '@shared/model/tables';
import type { Counts, LinkCounts, LinkSummary } from './engine/caseIndex';
import type { Facets } from './engine/facets';
import type { IndexClient } from './client';
import type { IndexState } from './protocol';
import type { SearchHit } from './searchHits';

export const IndexContext = createContext<IndexClient | null>(null);

/** The index of the open case; throws where none is: views below the case frame only. */
export function useIndex(): IndexClient {
  const index = useContext(IndexContext);
  if (!index) throw new Error('No index is open');
  return index;
}

/** What the index does now. */
export function useIndexState(): IndexState {
  const index = useIndex();
  return useSyncExternalStore(index.onState, () => index.state);
}

export interface Asked<Value> {
  /** The newest answer; undefined until the first. */
  readonly value: Value | undefined;
  /** True while the answer is of a former question or an older state of the case. */
  readonly stale: boolean;
}

/** Asks `ask` now, whenever `key` changes, and whenever one of `tables` did. */
export function useAsked<Value>(
  key: string,
  tables: readonly TableName[],
  ask: (index: IndexClient, signal: AbortSignal) => Promise<Value>,
): Asked<Value> {
  const index = useIndex();
  const [answer, setAnswer] = useState<{ of: string; value: Value } | null>(null);
  const [stale, setStale] = useState(false);
  const askNow = useEffectEvent(ask);
  const concerns = useEffectEvent((touched: readonly TableName[]) => touched.some((table) => tables.includes(table)));
  useEffect(() => {
    const controller = new AbortController();
    let [asking, again] = [false, false];
    const run = async (): Promise<void> => {
      if (asking) {
        again = true;
        return;
      }
      asking = true;
      try {
        do {
          // The first answer to a key is told apart by the key: no drawing for it.
          if (again) setStale(true);
          again = false;
          const value = await askNow(index, controller.signal);
          if (!controller.signal.aborted) setAnswer({ of: key, value });
        } while (again && !controller.signal.aborted);
        if (!controller.signal.aborted) setStale(false);
      } catch {
        // Aborted, or the worker is gone: the index state says so.
      } finally {
        asking = false;
      }
    };
    void run();
    const stop = index.onChanged((change) => {
      if (!concerns(change.tables)) return;
      setStale(true);
      void run();
    });
    return () => {
      stop();
      controller.abort();
    };
  }, [index, key]);
  return { value: answer?.value, stale: stale || answer?.of !== key };
}

const EXCERPTS: readonly TableName[] = ['excerpts'];
const LINKS: readonly TableName[] = ['links'];
const COUNTED: readonly TableName[] = [
  'excerpts',
  'documents',
  'sources',
  'tags',
  'links',
  'hypotheses',
  'briefings',
  'judgements',
];
/** What a filtered and sorted list of excerpts depends on. */
export const LISTED: readonly TableName[] = ['excerpts', 'documents', 'sources', 'tags', 'links'];

/** Totals of the case: by table, tag, source, document, grade, marking. */
export const useCounts = (): Counts | undefined =>
  useAsked('', COUNTED, (index, signal) => index.counts({ signal })).value;

/** Counts of what a list holds, by the handle of `useExcerptIds`. */
export function useFacets(handle: number | undefined): Facets | undefined {
  return useAsked(String(handle), [], async (index, signal) =>
    handle === undefined ? undefined : index.facets(handle, { signal }),
  ).value;
}

/** A document's excerpts in text order. */
export const useDocumentExcerptIds = (documentId: string): readonly string[] | undefined => {
  const { value } = useAsked(documentId, EXCERPTS, async (index, signal) => ({
    documentId,
    ids: await index.excerptsOfDocument(documentId, { signal }),
  }));
  return value?.documentId === documentId ? value.ids : undefined;
};

/** The links at an excerpt or hypothesis, newest first. */
export const useLinkIds = (recordId: string): readonly LinkSummary[] | undefined => {
  const { value } = useAsked(recordId, LINKS, async (index, signal) => ({
    recordId,
    links: await index.linksOf(recordId, { signal }),
  }));
  return value?.recordId === recordId ? value.links : undefined;
};

/** How many links of each type hang on each of the records. */
export function useLinkCounts(ids: readonly string[]): ReadonlyMap<string, LinkCounts> | undefined {
  return useAsked(ids.join(), LINKS, async (index, signal) => {
    const counts = await index.linkCounts(ids, { signal });
    return new Map(ids.map((id, i) => [id, counts[i]!]));
  }).value;
}

const NOTHING: readonly SearchHit[] = [];

/** The best records of the whole case for a text, at most `limit` of each table. */
export function useSearch(text: string, limit = 20): Asked<readonly SearchHit[]> {
  const typed = text.trimStart();
  return useAsked(`${limit} ${typed}`, COUNTED, async (index, signal) =>
    typed === '' ? NOTHING : index.search(typed, limit, { signal }),
  );
}
