/** The ends of the focused excerpt being moved: what is shown meanwhile, and what is written. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Excerpt } from '@shared/model/excerpt';
import { useApp } from '../../app/context';
import { caretBox } from './geometry';
import type { Box } from './geometry';
import { makeLocator } from './positions';

interface Moved {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface Bounds {
  /** The excerpts, the one whose end is being moved with the ends it has meanwhile. */
  readonly shown: readonly Excerpt[];
  /** The focused excerpt among them. */
  readonly focused: Excerpt | undefined;
  /** Shows other ends without writing them. */
  readonly preview: (span: { start: number; end: number } | null) => void;
  /** Writes other ends; the same sign makes several writes one step of undo. */
  readonly keep: (span: { start: number; end: number }, fold?: string) => void;
}

export function useBounds(excerpts: readonly Excerpt[], focusedId: string | null): Bounds {
  const { run } = useApp();
  const [moved, setMoved] = useState<Moved | null>(null);
  const writing = useRef(0);
  const shown = useMemo(
    () => (moved ? excerpts.map((one) => (one.id === moved.id ? { ...one, ...moved } : one)) : excerpts),
    [excerpts, moved],
  );
  const focused = focusedId === null ? undefined : shown.find((one) => one.id === focusedId);
  const preview = useCallback(
    (span: { start: number; end: number } | null) =>
      setMoved(span && focusedId !== null ? { id: focusedId, start: span.start, end: span.end } : null),
    [focusedId],
  );
  const keep = useCallback(
    ({ start, end }: { start: number; end: number }, fold?: string) => {
      if (focusedId === null) return;
      setMoved({ id: focusedId, start, end });
      writing.current += 1;
      void run('excerpt.setBounds', { id: focusedId, start, end }, fold === undefined ? {} : { fold }).then(
        (result) => {
          writing.current -= 1;
          if (!result.ok) setMoved(null);
        },
      );
    },
    [run, focusedId],
  );
  // The record says it now, or something else that was written since: an undo.
  const record = focusedId === null ? undefined : excerpts.find((one) => one.id === focusedId);
  const [start, end] = [record?.start, record?.end];
  useEffect(() => {
    setMoved((now) => (now && writing.current > 0 && (now.start !== start || now.end !== end) ? now : null));
  }, [focusedId, start, end]);
  return { shown, focused, preview, keep };
}

/** Where both ends of a span stand; null for one that is not in the page. */
export function useEndBoxes(
  root: RefObject<HTMLElement | null>,
  layout: string,
  start: number | undefined,
  end: number | undefined,
): { readonly start: Box | null; readonly end: Box | null } {
  const [boxes, setBoxes] = useState<{ start: Box | null; end: Box | null }>({ start: null, end: null });
  useLayoutEffect(() => {
    const element = root.current;
    if (!element || start === undefined || end === undefined) return;
    const locator = makeLocator(element);
    // oxlint-disable-next-line react/set-state-in-effect -- measured from the page, once it was laid out
    setBoxes({ start: caretBox(locator, element, start), end: caretBox(locator, element, end) });
  }, [root, layout, start, end]);
  return start === undefined ? { start: null, end: null } : boxes;
}
