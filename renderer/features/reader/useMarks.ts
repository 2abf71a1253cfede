/** Paints the excerpts that are in the page, and measures where their brackets, the ring, the caret and the bar go. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Excerpt } from '@shared/model/excerpt';
import type { Tag } from '@shared/model/tag';
import type { Span } from '@shared/text/trimMarkers';
import { caretBox, extentOf, lineBoxes } from './geometry';
import type { Box } from './geometry';
import { bracketColour } from './highlightStyle';
import { clearHighlights, paint } from './highlights';
import type { Painted } from './highlights';
import type { Bracket } from './Marks';
import { makeLocator } from './positions';
import type { Ends } from './useTextSelection';

export interface MarksOf {
  readonly excerpts: readonly Excerpt[];
  readonly lanes: ReadonlyMap<string, number>;
  readonly tagOf: (excerpt: Excerpt) => Tag | undefined;
  readonly focusedId: string | null;
  readonly found: readonly Span[];
  readonly foundNow: Span | null;
}

const NO_BRACKETS: readonly Bracket[] = [];
const NO_BOXES: readonly Box[] = [];

/** Counts up whenever the text takes another width or its fonts arrive. */
export function useReflow(root: RefObject<HTMLElement | null>): { version: number; width: number } {
  const [flow, setFlow] = useState({ version: 0, width: 0 });
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const again = (): void => setFlow((now) => ({ version: now.version + 1, width: element.clientWidth }));
    const observer = new ResizeObserver(again);
    observer.observe(element);
    document.fonts.addEventListener('loadingdone', again);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', again);
    };
  }, [root]);
  return flow;
}

/** @param layout changes whenever other words are in the page or stand elsewhere */
export function useMarks(root: RefObject<HTMLElement | null>, layout: string, marks: MarksOf) {
  const { excerpts, lanes, tagOf, focusedId, found, foundNow } = marks;
  const painted = useRef<Painted>(new Map());
  const [brackets, setBrackets] = useState(NO_BRACKETS);
  const [ring, setRing] = useState(NO_BOXES);

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const locator = makeLocator(element);
    painted.current = paint(root, { locator, excerpts, lanes, tagOf, focusedId, found, foundNow });
    const next: Bracket[] = [];
    let boxes = NO_BOXES;
    for (const excerpt of excerpts) {
      if (excerpt.end <= locator.from || excerpt.start >= locator.to) continue;
      const extent = extentOf(locator, element, excerpt.start, excerpt.end);
      if (!extent) continue;
      const { id } = excerpt;
      next.push({ id, ...extent, lane: lanes.get(id) ?? 0, colour: bracketColour(tagOf(excerpt)) });
      if (id === focusedId) boxes = lineBoxes(locator.range(excerpt.start, excerpt.end)!, element);
    }
    // Measured from the page, so it can only be known after it was laid out.
    // oxlint-disable-next-line react/set-state-in-effect
    setBrackets(next);
    setRing(boxes);
  }, [root, layout, excerpts, lanes, tagOf, focusedId, found, foundNow]);

  useEffect(() => () => clearHighlights(root), [root]);
  return { painted, brackets, ring };
}

export interface SelectionMarks {
  readonly caret: Box | null;
  /** The line the selection ends on; null where nothing is selected. */
  readonly end: Box | null;
}

const NO_MARKS: SelectionMarks = { caret: null, end: null };

/** Where the caret and the end of the selection stand. */
export function useSelectionMarks(
  root: RefObject<HTMLElement | null>,
  layout: string,
  ends: Ends | null,
): SelectionMarks {
  const [marks, setMarks] = useState(NO_MARKS);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element || !ends) return;
    const locator = makeLocator(element);
    const [start, end] = [Math.min(ends.anchor, ends.focus), Math.max(ends.anchor, ends.focus)];
    const range = start < end ? locator.range(start, end) : null;
    // oxlint-disable-next-line react/set-state-in-effect -- measured, as above
    setMarks({
      caret: caretBox(locator, element, ends.focus),
      end: range ? (lineBoxes(range, element).at(-1) ?? null) : null,
    });
  }, [root, layout, ends]);
  return ends ? marks : NO_MARKS;
}
