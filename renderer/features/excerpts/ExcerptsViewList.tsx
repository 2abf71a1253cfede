/** The table of excerpts: rows near the screen, selection by mouse and keyboard, the way into the document. */
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, Ref, RefObject } from 'react';
import { useApp } from '../../app/context';
import { select, useSelection } from '../../app/selection';
import { onSignal } from '../../app/signals';
import type { Sort } from '@shared/query/filter';
import type { ExcerptIds } from '../../search/useExcerptIds';
import { VirtualList } from '../../ui';
import type { VirtualListHandle } from '../../ui';
import { ExcerptCell } from './ExcerptsViewCells';
import type { CellNames } from './ExcerptsViewCells';
import { columnsFor, headerSort, quoteLengthFor } from './ExcerptsViewColumns';
import type { ExcerptColumnId } from './ExcerptsViewColumns';
import { useListedRows } from './ExcerptsViewRows';
import styles from './ExcerptsView.module.css';

export const ROW_HEIGHT = 46;

export type ListLook = Omit<CellNames, 'hasDocumentColumn' | 'quoteLength'>;

export interface ListProps {
  readonly asked: ExcerptIds;
  readonly look: ListLook;
  /** Tells one filter and order from another. */
  readonly question: string;
  readonly sort: Sort;
  readonly onSort: (columnId: string) => void;
  readonly initialOffset: number;
  readonly onOffset: (offset: number) => void;
  readonly empty: ReactNode;
  readonly ref: Ref<VirtualListHandle>;
}

/** Stands for a row whose id is not here yet: `#` and its place. */
const PLACEHOLDER = '#';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element, in whole pixels; `onSize` hears of every new one. */
function useSize(onSize: (size: Size) => void): readonly [RefObject<HTMLDivElement | null>, Size] {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 720, height: 600 });
  const tell = useEffectEvent(onSize);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      const next = { width: Math.floor(width), height: Math.floor(height) };
      setSize(next);
      tell(next);
    });
    observer.observe(ref.current!);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}

export function ExcerptsList(props: ListProps) {
  const { asked, question, sort, onSort, initialOffset, onOffset, empty, ref } = props;
  const app = useApp();
  const { list, look, rowAt, setPlace } = useListedRows(asked, props.look, Math.floor(initialOffset / ROW_HEIGHT));
  const { excerptIds, details } = useSelection();
  const selectedKeys = useMemo(() => new Set(excerptIds), [excerptIds]);
  const [active, setActive] = useState<number | null>(null);
  const offset = useRef(initialOffset);
  const place = (height: number): void =>
    setPlace(Math.floor(offset.current / ROW_HEIGHT), Math.ceil((offset.current + height) / ROW_HEIGHT));
  const [box, size] = useSize(({ height }) => place(height));
  const columns = useMemo(() => columnsFor(size.width - 12), [size.width]);
  const hasDocumentColumn = columns.some(({ id }) => id === 'document');
  const quoteLength = quoteLengthFor(size.width);
  const cellNames = useMemo<CellNames>(
    () => ({ ...look, hasDocumentColumn, quoteLength }),
    [look, hasDocumentColumn, quoteLength],
  );

  // The active row stays with its excerpt when the list around it changes; another question starts at the top.
  const activeId = details?.table === 'excerpts' ? details.id : null;
  const { handle } = list;
  const answered = useRef(question);
  const placeOfActive = useEffectEvent((): Promise<number> => {
    const isSame = answered.current === question;
    answered.current = question;
    return activeId === null || !isSame ? Promise.resolve(-1) : list.placeOf(activeId);
  });
  useEffect(() => {
    placeOfActive().then(
      (at) => setActive(at < 0 ? null : at),
      () => setActive(null),
    );
  }, [handle, question]);

  const getKey = (index: number): string => list.idAt(index) ?? `${PLACEHOLDER}${index}`;
  const choose = async (keys: ReadonlySet<string>, at: number | null): Promise<void> => {
    let ids = [...keys];
    const places = ids.flatMap((key) => (key.startsWith(PLACEHOLDER) ? [Number(key.slice(1))] : []));
    if (places.length > 0) {
      const from = Math.min(...places);
      const fetched = await list.ids(from, Math.max(...places) + 1);
      ids = ids.flatMap((key) => (key.startsWith(PLACEHOLDER) ? (fetched[Number(key.slice(1)) - from] ?? []) : key));
    }
    const current = at === null ? undefined : list.idAt(at);
    const shown = current !== undefined && ids.includes(current) ? current : ids.at(-1);
    select({ excerptIds: ids, details: shown === undefined ? null : { table: 'excerpts', id: shown }, text: null });
  };
  const last = useRef<number | null>(null);
  const step = useEffectEvent((by: number) => {
    if (list.total === 0) return;
    const at = Math.max(0, Math.min(list.total - 1, active === null ? 0 : active + by));
    setActive(at);
    void choose(new Set([getKey(at)]), at);
  });
  useEffect(() => {
    const stops = [onSignal('list.next', () => step(1)), onSignal('list.previous', () => step(-1))];
    return () => stops.forEach((stop) => stop());
  }, []);

  const renderCell = useCallback(
    (index: number, columnId: string) => {
      const row = rowAt(index);
      if (row) return <ExcerptCell row={row} columnId={columnId as ExcerptColumnId} names={cellNames} />;
      return columnId === 'quote' ? <span className={styles.waiting} aria-hidden /> : null;
    },
    [rowAt, cellNames],
  );
  const open = (index: number): void => {
    const id = list.idAt(index);
    if (id !== undefined) void app.run('excerpt.show', { id });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && excerptIds.length > 0) {
      event.preventDefault();
      select({ excerptIds: [], details: null });
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      void list.ids(0, list.total).then((ids) => select({ excerptIds: ids }));
    }
  };
  return (
    <div ref={box} className={styles.list}>
      <VirtualList
        ref={ref}
        label="Excerpts"
        count={list.total}
        rowHeight={ROW_HEIGHT}
        getKey={getKey}
        columns={columns}
        renderCell={renderCell}
        sort={headerSort(sort)}
        onSort={onSort}
        selectedKeys={selectedKeys}
        onSelect={(keys) => void choose(keys, last.current)}
        activeIndex={active}
        onActiveChange={(index) => {
          last.current = index;
          setActive(index);
        }}
        onOpen={open}
        onKeyDown={onKeyDown}
        initialOffset={initialOffset}
        onScrollOffset={(pixels) => {
          offset.current = pixels;
          place(size.height);
          onOffset(pixels);
        }}
        empty={empty}
      />
    </div>
  );
}
