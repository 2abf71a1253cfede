/** Every excerpt of the case: filtered, sorted, selected by one or by many. */
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Highlighter, SearchX } from 'lucide-react';
import { DEFAULT_SORT } from '@shared/query/filter';
import type { Filter, Sort } from '@shared/query/filter';
import { parseQuery } from '@shared/query/parse';
import { hasWords } from '@shared/query/query';
import { useApp } from '../../app/context';
import { navigate } from '../../app/route';
import type { Route } from '../../app/route';
import { getSelection, select, selectExcerpt, useSelection } from '../../app/selection';
import { useCounts, useIndexState } from '../../search/hooks';
import { useExcerptIds } from '../../search/useExcerptIds';
import { Button, EmptyState, MenuButton, Spinner, ViewHead } from '../../ui';
import type { VirtualListHandle } from '../../ui';
import { BulkBar } from './ExcerptsViewBulk';
import { SORT_WORDS, sortAfter } from './ExcerptsViewColumns';
import { filterOf, keepView, signOf, useKeptView } from './ExcerptsViewKept';
import type { KeptView } from './ExcerptsViewKept';
import { ExcerptsList } from './ExcerptsViewList';
import { Filters, tagOptions } from './filters';
import { filterWords, isEmptyFilter } from './filtersModel';
import type { FilterNames } from './filtersModel';
import { useNames } from './names';
import styles from './ExcerptsView.module.css';

type ExcerptsRoute = Extract<Route, { view: 'excerpts' }>;

const RELEVANCE: Sort = { column: 'relevance', direction: 'descending' };

/** The order in force: what was chosen, else the best match while words are searched, else the newest. */
function sortInForce(chosen: Sort | null, query: ReturnType<typeof parseQuery> | null): Sort {
  const searches = query !== null && hasWords(query);
  if (chosen && (chosen.column !== 'relevance' || searches)) return chosen;
  return searches ? RELEVANCE : DEFAULT_SORT;
}

/** True while the filter still holds what the address narrows it to. */
function holds(filter: Filter, route: ExcerptsRoute): boolean {
  const narrowed = filterOf(route);
  return (
    (narrowed.tagIds ?? []).every((id) => filter.tagIds?.includes(id)) &&
    (narrowed.sourceIds ?? []).every((id) => filter.sourceIds?.includes(id)) &&
    (narrowed.documentIds ?? []).every((id) => filter.documentIds?.includes(id))
  );
}

const Listing = ({ route, kept }: { route: ExcerptsRoute; kept: KeptView }) => {
  const app = useApp();
  const { caseId } = route;
  const sign = signOf(route);
  const [filter, setFilterNow] = useState(kept.filter);
  const [chosenSort, setSort] = useState(kept.sort);
  const offset = useRef(kept.offset);
  const list = useRef<VirtualListHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const named = useNames();
  const { tags, documents, sources } = named;
  const counts = useCounts();
  const index = useIndexState();
  const { excerptIds, details } = useSelection();
  const selectedId = details?.table === 'excerpts' ? details.id : null;

  const text = filter.text?.trim() ?? '';
  const query = useMemo(() => (text === '' ? null : parseQuery(text)), [text]);
  const sort = sortInForce(chosenSort, query);
  const asked = useExcerptIds(filter, sort);
  const { total, ready, spellings, stale, handle } = asked;

  const keep = (part: Partial<KeptView>, under = sign): void =>
    keepView(caseId, under, { filter, sort: chosenSort, offset: offset.current, selectedId, ...part });
  const setFilter = (next: Filter): void => {
    setFilterNow(next);
    // What the filter hides is not acted on.
    if (getSelection().excerptIds.length > 1) select({ excerptIds: [], details: null });
    offset.current = 0;
    list.current?.scrollToIndex(0, 'start');
    if (sign !== '' && !holds(next, route)) {
      // The chip that the address stands for was taken away: the rest goes on without it.
      keep({ filter: next, offset: 0 }, '');
      navigate({ view: 'excerpts', caseId }, 'replace');
    } else keep({ filter: next, offset: 0 });
  };
  const sortBy = (next: Sort | null): void => {
    setSort(next);
    offset.current = 0;
    list.current?.scrollToIndex(0, 'start');
    keep({ sort: next, offset: 0 });
  };
  useEffect(() => {
    if (kept.selectedId !== null && getSelection().excerptIds.length === 0) selectExcerpt(kept.selectedId);
  }, [kept]);
  const keepSelected = useEffectEvent((id: string | null) => keep({ selectedId: id }));
  useEffect(() => keepSelected(selectedId), [selectedId]);

  const names = useMemo<FilterNames>(
    () => ({
      tag: (id) => tags.get(id),
      document: (id) => documents.get(id),
      source: (id) => sources.get(id),
    }),
    [tags, documents, sources],
  );
  const look = useMemo(() => ({ ...named, query, spellings }), [named, query, spellings]);
  const all = counts?.tables.excerpts;
  const options = useMemo(() => tagOptions(tags), [tags]);
  const sortLabel = SORT_WORDS.find((one) => sameSort(one.sort, sort))?.label ?? 'In another order';

  if (all === 0) {
    return (
      <EmptyState
        icon={Highlighter}
        isPage
        title="No excerpts yet"
        message="Select words in a document and press E. They are kept here with who says them, how good they are, and what you make of them."
        action={
          <Button variant="primary" onPress={() => void app.run('go.documents')}>
            Go to the documents
          </Button>
        }
      />
    );
  }
  const nothing = (
    <EmptyState
      icon={SearchX}
      title="No excerpt fits"
      message={`Looked for ${filterWords(filter, names)}.`}
      action={
        <>
          {filter.text !== undefined && !isEmptyFilter({ ...filter, text: undefined }) && (
            <>
              <Button onPress={() => setFilter({ text: filter.text })}>Only the words</Button>
              <Button onPress={() => setFilter({ ...filter, text: undefined })}>Only the filters</Button>
            </>
          )}
          <Button onPress={() => setFilter({})}>Show all excerpts</Button>
        </>
      }
    />
  );
  return (
    <section className={styles.view} aria-labelledby="excerpts-title">
      <ViewHead id="excerpts-title" title="Excerpts" count={ready && all !== undefined ? total : undefined} total={all}>
        {stale && ready && (
          <span className={styles.late}>
            <Spinner label="Looking" size={14} />
          </span>
        )}
        <MenuButton
          label={sortLabel}
          className={styles.sort ?? ''}
          name={`Sort excerpts: ${sortLabel}`}
          placement="bottom end"
          items={SORT_WORDS.filter((one) => one.sort.column !== 'relevance' || query !== null).map((one) => ({
            id: one.label,
            label: one.label,
            isOn: sameSort(one.sort, sort),
            onAction: () => sortBy(one.sort),
          }))}
        />
      </ViewHead>
      <Filters
        filter={filter}
        onChange={setFilter}
        names={names}
        tags={tags}
        documents={documents}
        sources={sources}
        handle={handle}
        onDown={() => list.current?.focus()}
        inputRef={field}
      />
      {excerptIds.length > 1 && (
        <BulkBar
          ids={excerptIds}
          tagOptions={options}
          onClear={() => {
            select({ excerptIds: selectedId === null ? [] : [selectedId] });
            list.current?.focus();
          }}
        />
      )}
      {ready ? (
        <ExcerptsList
          ref={list}
          asked={asked}
          look={look}
          question={JSON.stringify([filter, sort])}
          sort={sort}
          onSort={(columnId) => sortBy(sortAfter(columnId, chosenSort))}
          initialOffset={kept.offset}
          onOffset={(pixels) => {
            offset.current = pixels;
            keep({ offset: pixels });
          }}
          empty={isEmptyFilter(filter) ? null : nothing}
        />
      ) : (
        <div className={styles.opening}>
          <Spinner label={index.phase === 'building' ? 'The index is being built' : 'Opening the excerpts'} />
        </div>
      )}
    </section>
  );
};

const sameSort = (a: Sort, b: Sort): boolean => a.column === b.column && a.direction === b.direction;

export const ExcerptsView = ({ route }: { route: ExcerptsRoute }) => {
  const kept = useKeptView(route.caseId, route);
  return kept ? <Listing key={`${route.caseId} ${signOf(route)}`} route={route} kept={kept} /> : null;
};
