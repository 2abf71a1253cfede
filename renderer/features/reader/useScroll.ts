/** Scrolling to a place of the text, and remembering the place where the analyst stopped reading. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { readSetting, writeSetting } from '../../store/registry';
import { caretBox } from './geometry';
import { makeLocator, offsetAt } from './positions';
import type { TextBlocksHandle } from './TextBlocks';

export type ShowAt = 'start' | 'third';

export interface Scrolling {
  /** Brings an offset into view; with `ifHidden` only when it is not there already. */
  readonly show: (offset: number, at: ShowAt, ifHidden?: boolean) => Promise<void>;
  /** The offset at the top of the window; null before anything is shown. */
  readonly topOffset: () => number | null;
}

const placeSetting = (documentId: string): string => `reader.place.${documentId}`;
const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
const MARGIN = 24;
const PAUSE = 500;

export function useScroll(
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  blocks: RefObject<TextBlocksHandle | null>,
): Scrolling {
  const show = useCallback(
    async (offset: number, at: ShowAt, ifHidden = false) => {
      // A block that comes into the page is measured only then, and the ones before it may move it again.
      for (let round = 0; round < 20; round += 1) {
        if (blocks.current?.reveal(offset)) {
          const [outer, inner] = [scroller.current, root.current];
          const box = inner && caretBox(makeLocator(inner), inner, offset);
          if (outer && inner && box) {
            const top = inner.getBoundingClientRect().top + box.top - outer.getBoundingClientRect().top;
            if (ifHidden && top >= MARGIN && top + box.height <= outer.clientHeight - MARGIN * 2) return;
            const wanted = at === 'start' ? MARGIN : outer.clientHeight / 3;
            if (Math.abs(top - wanted) < 2) return;
            const before = outer.scrollTop;
            outer.scrollTop += top - wanted;
            if (outer.scrollTop === before) return;
          }
        }
        await nextFrame();
      }
    },
    [scroller, root, blocks],
  );
  const topOffset = useCallback(() => {
    const [outer, inner] = [scroller.current, root.current];
    if (!outer || !inner) return null;
    const [frame, text] = [outer.getBoundingClientRect(), inner.getBoundingClientRect()];
    if (text.top >= frame.top) return 0;
    // The gap between two paragraphs has no words: a little further down there are some.
    for (const below of [8, 24, 40]) {
      const at = document.caretPositionFromPoint(text.left + 4, frame.top + below);
      const offset = at && offsetAt(inner, at.offsetNode, at.offset);
      if (offset !== null) return offset;
    }
    return null;
  }, [scroller, root]);
  return useMemo(() => ({ show, topOffset }), [show, topOffset]);
}

/** Comes back to the remembered place unless the route names one, and remembers it from then on. */
export function useRememberedPlace(
  documentId: string,
  scroller: RefObject<HTMLElement | null>,
  { show, topOffset }: Scrolling,
  skip: boolean,
): void {
  const first = useRef(skip);
  useEffect(() => {
    if (!first.current) {
      void readSetting<number>(placeSetting(documentId)).then((offset) => {
        if (offset) void show(offset, 'start');
      });
    }
    const element = scroller.current;
    if (!element) return undefined;
    let timer = 0;
    const keep = (): void => {
      const offset = topOffset();
      if (offset !== null) void writeSetting(placeSetting(documentId), offset);
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(keep, PAUSE);
    };
    element.addEventListener('scroll', later, { passive: true });
    return () => {
      element.removeEventListener('scroll', later);
      clearTimeout(timer);
    };
  }, [documentId, scroller, show, topOffset]);
}
