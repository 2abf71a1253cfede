/**
 * Which rows of a long list are in the page. All rows have one height, so the answer is arithmetic and costs the same
 * for a thousand rows as for a million; a measuring virtualiser would walk all of them whenever the count changes.
 */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';

/** First row and the row after the last. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/** Rows kept ready on either side of a list at rest. Each is drawn whenever the list changes, seen or not. */
const OVERSCAN = 12;
/** Rows kept ready on the way one scrolls: what a fast fling passes in a frame. */
const AHEAD = 40;
/** The window moves in steps, so that most scroll events change nothing. */
const STEP = 6;
/** Milliseconds without a scroll event after which a list is at rest. */
const REST = 150;

/** Up, at rest, down. */
export type Way = -1 | 0 | 1;

export function windowAt(offset: number, height: number, rowHeight: number, count: number, way: Way = 0): RowWindow {
  const at = Math.floor(offset / rowHeight / STEP) * STEP;
  const visible = Math.ceil(height / rowHeight) + STEP;
  return {
    first: Math.max(0, Math.min(at - (way < 0 ? AHEAD : OVERSCAN), count - visible)),
    end: Math.min(count, at + visible + (way > 0 ? AHEAD : OVERSCAN)),
  };
}

export interface RowWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly rowHeight: number;
  /** Pixels of scroll to begin at. */
  readonly initialOffset: number;
}

interface Place {
  readonly offset: number;
  readonly height: number;
  readonly way: Way;
}

export function useRowWindow({ scroller, count, rowHeight, initialOffset }: RowWindowOptions): {
  readonly rows: RowWindow;
  readonly onScroll: () => void;
} {
  const [place, setPlace] = useState<Place>({ offset: initialOffset, height: 800, way: 0 });
  const rows = windowAt(place.offset, place.height, rowHeight, count, place.way);
  const last = useRef(initialOffset);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = initialOffset;
    const measure = (): void => setPlace({ offset: element.scrollTop, height: element.clientHeight, way: 0 });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(resting.current);
    };
    // The offset to begin at counts once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scroller]);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const { scrollTop: offset, clientHeight: height } = element;
    const way = Math.sign(offset - last.current) as Way;
    last.current = offset;
    clearTimeout(resting.current);
    resting.current = setTimeout(() => setPlace((now) => ({ ...now, way: 0 })), REST);
    const next = windowAt(offset, height, rowHeight, count, way);
    if (next.first === rows.first && next.end === rows.end) return;
    // In this frame: a scroll event comes before paint, and a row that comes after it is a blank one.
    flushSync(() => setPlace({ offset, height, way }));
  }, [scroller, rowHeight, count, rows.first, rows.end]);

  return { rows, onScroll };
}
