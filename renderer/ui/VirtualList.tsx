/**
 * A list or table of any length: only the rows near the screen are in the page. The grid itself keeps the focus and
 * names the active row with aria-activedescendant, so that a row may leave the page while it is active.
 */
import { useCallback, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { DragEvent, KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react';
import { classes } from './classes';
import { rowAfterKey, selectionAfter } from './selection';
import type { SelectionMode } from './selection';
import { useRowWindow } from './useRowWindow';
import { VirtualHeader, templateOf } from './VirtualHeader';
import type { ListSort, VirtualColumn } from './VirtualHeader';
import { VirtualRow, rowIndexOf } from './VirtualRow';
import styles from './VirtualList.module.css';

export interface VirtualListHandle {
  focus(): void;
  scrollToIndex(index: number, align?: 'nearest' | 'center' | 'start'): void;
  /** Pixels from the top, to keep and give back as `initialOffset`. */
  offset(): number;
}

export interface VirtualListProps {
  label: string;
  count: number;
  /** Pixels: 32, or 26 compact, or what a richer row needs. */
  rowHeight?: number;
  getKey: (index: number) => string;
  /** A list: one cell a row. */
  renderRow?: (index: number) => ReactNode;
  /** A table: columns with a header, and what stands in each cell. */
  columns?: readonly VirtualColumn[];
  renderCell?: (index: number, columnId: string) => ReactNode;
  sort?: ListSort | null;
  onSort?: (columnId: string) => void;
  selectionMode?: SelectionMode;
  selectedKeys?: ReadonlySet<string>;
  onSelect?: (keys: ReadonlySet<string>) => void;
  /** The row the keys act on; kept inside where not given. */
  activeIndex?: number | null;
  onActiveChange?: (index: number) => void;
  /** Enter or a double click. */
  onOpen?: (index: number) => void;
  onContextMenu?: (index: number, event: MouseEvent) => void;
  /** Other keys on the list, before its own; preventDefault keeps a key from it. */
  onKeyDown?: (event: KeyboardEvent, activeIndex: number | null) => void;
  /** What a row carries when dragged: text by its type, `text/plain` among them. */
  dragData?: (index: number) => Readonly<Record<string, string>>;
  /** Extra class of a row. */
  rowClass?: (index: number) => string | undefined;
  initialOffset?: number;
  onScrollOffset?: (offset: number) => void;
  /** What stands there when count is 0. */
  empty?: ReactNode;
  className?: string;
  ref?: Ref<VirtualListHandle>;
}

const NONE: ReadonlySet<string> = new Set();

export function VirtualList({ ref, ...props }: VirtualListProps) {
  const { label, count, getKey, columns, onOpen, onContextMenu, onSelect, onActiveChange, onScrollOffset } = props;
  const { rowHeight = 32, selectionMode = 'multiple', selectedKeys = NONE, initialOffset = 0 } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef(0);
  const [ownActive, setOwnActive] = useState<number | null>(null);
  const given = props.activeIndex === undefined ? ownActive : props.activeIndex;
  const active = given !== null && given < count ? given : null;
  const { rows, onScroll } = useRowWindow({ scroller, count, rowHeight, initialOffset });
  const head = columns ? HEADER_HEIGHT : 0;

  const scrollToIndex = useCallback(
    (index: number, align: 'nearest' | 'center' | 'start' = 'nearest') => {
      const element = scroller.current;
      if (!element) return;
      const top = index * rowHeight;
      const room = element.clientHeight - head;
      if (align === 'start') element.scrollTop = top;
      else if (align === 'center') element.scrollTop = top - (room - rowHeight) / 2;
      else if (top < element.scrollTop) element.scrollTop = top;
      else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
    },
    [rowHeight, head],
  );

  useImperativeHandle(
    ref,
    () => ({
      focus: () => scroller.current?.focus(),
      scrollToIndex,
      offset: () => scroller.current?.scrollTop ?? 0,
    }),
    [scrollToIndex],
  );

  const wasActive = useRef(active);
  useEffect(() => {
    if (active !== null && active !== wasActive.current) scrollToIndex(active);
    wasActive.current = active;
  }, [active, scrollToIndex]);

  const act = (index: number, how: 'only' | 'toggle' | 'range' | 'move'): void => {
    setOwnActive(index);
    if (index !== active) onActiveChange?.(index);
    if (how !== 'range') anchor.current = index;
    if (how === 'move' || !onSelect) return;
    const next = selectionAfter({
      mode: selectionMode,
      selected: selectedKeys,
      keyAt: getKey,
      index,
      anchor: Math.min(anchor.current, count - 1),
      how,
    });
    if (next !== selectedKeys) onSelect(next);
  };

  const handle = (event: KeyboardEvent): boolean => {
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - head) / rowHeight) - 1);
    const to = rowAfterKey(event.key, active ?? -1, count, page);
    const mod = event.ctrlKey || event.metaKey;
    if (event.altKey) return false;
    if (to !== null) {
      act(to, event.shiftKey ? 'range' : mod ? 'move' : 'only');
      return true;
    }
    if (mod && event.key.toLowerCase() === 'a' && selectionMode === 'multiple' && onSelect) {
      onSelect(new Set(Array.from({ length: count }, (_, index) => getKey(index))));
      return true;
    }
    if (event.key === ' ' && active !== null && selectionMode !== 'none') {
      act(active, event.shiftKey ? 'range' : 'toggle');
      return true;
    }
    if (event.key === 'Enter' && !event.shiftKey && !mod && active !== null && onOpen) {
      onOpen(active);
      return true;
    }
    return false;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Controls inside a row keep their own keys.
    if (event.target !== event.currentTarget) return;
    props.onKeyDown?.(event, active);
    if (!event.defaultPrevented && handle(event)) event.preventDefault();
  };

  const waitsForClick = (index: number, event: MouseEvent): boolean =>
    props.dragData !== undefined &&
    !(event.shiftKey || event.ctrlKey || event.metaKey) &&
    selectedKeys.has(getKey(index));
  const onPress = (event: MouseEvent): void => {
    const index = rowIndexOf(event.target);
    if (index === null || event.button !== 0 || isControl(event.target)) return;
    // What is selected may be dragged as a whole: the click decides.
    if (event.type === 'mousedown' && waitsForClick(index, event)) return;
    if (event.type === 'click' && !waitsForClick(index, event)) return;
    if (event.type === 'mousedown' && event.shiftKey) {
      // Rows are selected, not the words between them.
      event.preventDefault();
      scroller.current?.focus({ preventScroll: true });
    }
    act(index, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const index = rowIndexOf(event.target);
    if (index !== null && !isControl(event.target)) onOpen?.(index);
  };
  const onMenu = (event: MouseEvent): void => {
    // The menu key comes to the grid, which has the focus: it means the active row.
    const index = rowIndexOf(event.target) ?? active;
    if (index === null || !onContextMenu) return;
    if (!selectedKeys.has(getKey(index))) act(index, 'only');
    onContextMenu(index, event);
  };
  const onDragStart = (event: DragEvent): void => {
    const index = rowIndexOf(event.target);
    if (index === null) return;
    for (const [type, text] of Object.entries(props.dragData?.(index) ?? {})) event.dataTransfer.setData(type, text);
  };

  const shown: number[] = [];
  if (active !== null && active < rows.first) shown.push(active);
  for (let index = rows.first; index < rows.end; index++) shown.push(index);
  if (active !== null && active >= rows.end) shown.push(active);

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + (columns ? 1 : 0)}
      aria-colcount={columns?.length ?? 1}
      aria-multiselectable={selectionMode === 'multiple'}
      aria-activedescendant={active === null ? undefined : `${id}-${active}`}
      className={classes(styles.list, props.className)}
      onScroll={() => {
        onScroll();
        onScrollOffset?.(scroller.current?.scrollTop ?? 0);
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget && active === null && count > 0) act(rowAtTop(), 'move');
      }}
      onKeyDown={onKeyDown}
      onMouseDown={onPress}
      onClick={onPress}
      onDoubleClick={onDoubleClick}
      onContextMenu={onMenu}
      onDragStart={onDragStart}
    >
      {columns && <VirtualHeader columns={columns} sort={props.sort ?? null} onSort={props.onSort} />}
      {count === 0 && props.empty !== undefined ? (
        <div role="row" className={styles.empty}>
          <div role="gridcell">{props.empty}</div>
        </div>
      ) : (
        <div role="rowgroup" className={styles.body} style={{ height: count * rowHeight }}>
          {shown.map((index) => (
            <VirtualRow
              key={getKey(index)}
              id={`${id}-${index}`}
              index={index}
              rowIndex={index + (columns ? 2 : 1)}
              height={rowHeight}
              isActive={index === active}
              isSelected={selectionMode !== 'none' && selectedKeys.has(getKey(index))}
              isSelectable={selectionMode !== 'none'}
              columns={columns}
              template={columns && templateOf(columns)}
              renderRow={props.renderRow}
              renderCell={props.renderCell}
              className={props.rowClass?.(index)}
              isDraggable={props.dragData !== undefined}
            />
          ))}
        </div>
      )}
    </div>
  );

  function rowAtTop(): number {
    return Math.min(count - 1, Math.max(0, Math.ceil((scroller.current?.scrollTop ?? 0) / rowHeight)));
  }
}

const HEADER_HEIGHT = 28;

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button,a,input,select,textarea,[role=button]') !== null;
