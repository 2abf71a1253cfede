/** The pages of the file one below the other; only those near the window are in it. */
import { useCallback, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Ref, RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { LayoutPage, LayoutWord } from '@shared/model/layout';
import { piecesIn } from '../positions';
import type { BodyParts } from '../TextRegion';
import type { TextBlocksHandle } from '../TextBlocks';
import { PageSheet } from './PageSheet';
import { pageAt } from './pageAt';
import type { OpenedPages } from './sheet';
import styles from './pages.module.css';

/** Between two pages, and above the first, in pixels. */
export const GAP = 16;

export interface PageListHandle extends TextBlocksHandle {
  /** Scrolls to a page, counted from 0. */
  turnTo(index: number): void;
  /** The offset of the first words in view; null where none are. */
  topOffset(): number | null;
}

export interface PageListProps extends BodyParts {
  readonly opened: OpenedPages;
  readonly text: string;
  readonly pages: readonly LayoutPage[];
  readonly recognised: readonly LayoutWord[];
  readonly scale: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly root: RefObject<HTMLElement | null>;
  /** Told which page is in the middle of the window. */
  readonly onPage: (index: number) => void;
  readonly ref: Ref<PageListHandle>;
}

export const PageList = (props: PageListProps) => {
  const { opened, text, pages, recognised, scale, scroller, root, pinned, onBlocks, onPage, ref } = props;
  const [sizes, setSizes] = useState<ReadonlyMap<number, { width: number; height: number }>>(new Map());
  const ready = useRef(new Set<number>());
  const [read, setRead] = useState(0);
  const sizeOf = useCallback((index: number) => sizes.get(index) ?? opened, [sizes, opened]);
  const kept = pinned.map((offset) => pageAt(pages, offset));
  // oxlint-disable-next-line react/incompatible-library -- nothing memoizes this component for us
  const virtualizer = useVirtualizer({
    count: Math.min(opened.count, pages.length),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizeOf(index).height * scale + GAP,
    overscan: 1,
    paddingStart: GAP,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b),
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, scale, sizes]);
  const onWords = useCallback((index: number, size: { readonly width: number; readonly height: number }) => {
    ready.current.add(index);
    setRead((count) => count + 1);
    setSizes((now) => {
      const known = now.get(index);
      if (known?.width === size.width && known.height === size.height) return now;
      return new Map(now).set(index, { width: size.width, height: size.height });
    });
  }, []);
  const items = virtualizer.getVirtualItems();
  useImperativeHandle(
    ref,
    () => ({
      reveal(offset) {
        const index = pageAt(pages, offset);
        if (ready.current.has(index) && virtualizer.getVirtualItems().some((item) => item.index === index)) return true;
        virtualizer.scrollToIndex(index, { align: 'start' });
        return false;
      },
      turnTo(index) {
        virtualizer.scrollToIndex(index, { align: 'start' });
      },
      places: () => [
        ...virtualizer.measurementsCache.map(({ index, start }) => ({ offset: pages[index]?.[1] ?? 0, top: start })),
        { offset: text.length, top: virtualizer.getTotalSize() },
      ],
      topOffset() {
        const top = scroller.current?.getBoundingClientRect().top ?? 0;
        const words = root.current ? piecesIn(root.current) : [];
        const first = words.find((one) => one.getBoundingClientRect().top >= top - 4);
        return first ? Number(first.dataset['start']) : null;
      },
    }),
    [pages, text, virtualizer, scroller, root],
  );
  const shown = useMemo(() => new Set(items.map((item) => item.index)), [items]);
  for (const index of ready.current) if (!shown.has(index)) ready.current.delete(index);
  const middle = (virtualizer.scrollOffset ?? 0) + (scroller.current?.clientHeight ?? 0) / 2;
  const here = items.findLast((item) => item.start <= middle)?.index ?? 0;
  useLayoutEffect(() => onPage(here), [onPage, here]);
  const key = `${items.map((item) => item.index).join()} ${read} ${scale}`;
  useLayoutEffect(() => onBlocks(key), [onBlocks, key]);
  return (
    <div className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
      {items.map((item) => (
        <div key={item.key} className={styles.place} style={{ transform: `translateY(${item.start}px)` }}>
          <PageSheet
            opened={opened}
            index={item.index}
            label={pages[item.index]![0]}
            text={text}
            recognised={recognised}
            start={pages[item.index]![1]}
            end={pages[item.index + 1]?.[1] ?? text.length}
            scale={scale}
            onWords={onWords}
          />
        </div>
      ))}
    </div>
  );
};
