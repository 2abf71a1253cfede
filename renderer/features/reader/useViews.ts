/**
 * Which views of a document are open, its text, the pages of its file or both, and how each is scrolled. A place is
 * shown in every one that is open; the first of them is the one that is read in.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { isPaged } from '@shared/extract/paged';
import { newestVersion } from '@shared/model/document';
import type { Document } from '@shared/model/document';
import type { LayoutPage } from '@shared/model/layout';
import { readSetting, writeSetting } from '../../store/registry';
import type { PageListHandle } from './pages/PageList';
import type { TextBlocksHandle } from './TextBlocks';
import { useScroll } from './useScroll';
import type { Scrolling } from './useScroll';

export const READING_MODES = ['text', 'pages', 'both'] as const;
export type ReadingMode = (typeof READING_MODES)[number];

const modeSetting = (documentId: string): string => `reader.mode.${documentId}`;

/** A view and its parts in the page. */
export interface View<Handle> {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly handle: RefObject<Handle | null>;
  readonly scrolling: Scrolling;
}

export interface Views {
  /** The file whose pages can be shown; null where there is none. */
  readonly originalId: string | null;
  /** Of that file. */
  readonly mediaType: string;
  readonly mode: ReadingMode;
  readonly setMode: (mode: ReadingMode) => void;
  readonly text: View<TextBlocksHandle>;
  readonly pages: View<PageListHandle>;
  /** The view that is read in. */
  readonly main: View<unknown>;
  readonly show: Scrolling['show'];
}

/** Milliseconds between looks whether a page is there, and how often. */
const PAUSE = 50;
const MOST_LOOKS = 200;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE));

function usePagesScrolling(
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  handle: RefObject<PageListHandle | null>,
): Scrolling {
  const { show: showNow } = useScroll(scroller, root, handle);
  const asked = useRef(0);
  const show = useCallback<Scrolling['show']>(
    async (offset, at, ifHidden) => {
      // A page is read when it comes into view: until then its words stand nowhere.
      const turn = (asked.current += 1);
      for (let look = 0; look < MOST_LOOKS && asked.current === turn; look += 1) {
        if (handle.current?.reveal(offset)) return showNow(offset, at, ifHidden);
        await pause();
      }
    },
    [handle, showNow],
  );
  const topOffset = useCallback(() => handle.current?.topOffset() ?? null, [handle]);
  return useMemo(() => ({ show, topOffset }), [show, topOffset]);
}

export function useViews(document: Document, layoutPages: readonly LayoutPage[]): Views {
  const [scroller, root, handle] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<TextBlocksHandle>(null),
  ];
  const [outer, inner, list] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<PageListHandle>(null),
  ];
  const textScrolling = useScroll(scroller, root, handle);
  const pagesScrolling = usePagesScrolling(outer, inner, list);
  const version = newestVersion(document);
  const { mediaType } = version;
  const originalId = layoutPages.length > 0 && isPaged(mediaType) ? version.originalId : null;
  const [chosen, setChosen] = useState<ReadingMode>('text');
  const mode = originalId === null ? 'text' : chosen;
  const kept = useRef<number | null>(null);

  useEffect(() => {
    let isGone = false;
    void readSetting<ReadingMode>(modeSetting(document.id)).then((last) => {
      if (!isGone && last && READING_MODES.includes(last)) setChosen(last);
    });
    return () => {
      isGone = true;
    };
  }, [document.id]);

  const show = useCallback<Scrolling['show']>(
    async (...where) => {
      await Promise.all([
        mode === 'pages' ? undefined : textScrolling.show(...where),
        mode === 'text' ? undefined : pagesScrolling.show(...where),
      ]);
    },
    [mode, textScrolling, pagesScrolling],
  );
  const setMode = useCallback(
    (next: ReadingMode) => {
      kept.current = (mode === 'pages' ? pagesScrolling : textScrolling).topOffset();
      setChosen(next);
      void writeSetting(modeSetting(document.id), next);
    },
    [mode, document.id, textScrolling, pagesScrolling],
  );
  // The place that was read stays in view.
  useEffect(() => {
    if (kept.current !== null) void show(kept.current, 'start');
    kept.current = null;
  }, [show]);

  return useMemo(() => {
    const text = { scroller, root, handle, scrolling: textScrolling };
    const pages = { scroller: outer, root: inner, handle: list, scrolling: pagesScrolling };
    return { originalId, mediaType, mode, setMode, text, pages, main: mode === 'pages' ? pages : text, show };
  }, [
    originalId,
    mediaType,
    mode,
    setMode,
    show,
    textScrolling,
    pagesScrolling,
    scroller,
    root,
    handle,
    outer,
    inner,
    list,
  ]);
}
