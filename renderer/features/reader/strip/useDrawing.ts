/** Draws the strip and what of the text is in view, anew whenever the text is laid out, scrolled or marked otherwise. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import type { Excerpt } from '@shared/model/excerpt';
import { TAG_HUES } from '@shared/model/tag';
import type { Tag } from '@shared/model/tag';
import type { Span } from '@shared/text/trimMarkers';
import { drawStrip } from './drawStrip';
import type { StripColours } from './drawStrip';
import { lookOf, rowOf, slotsOf } from './slots';
import type { Slots } from './slots';
import { onTheme, readColours } from './stripColours';
import { viewBox } from './track';
import type { Place } from './track';

/** What shows the text; tells where its parts stand. */
export interface Placing {
  places(): readonly Place[];
}

export interface StripOf {
  readonly excerpts: readonly Excerpt[];
  readonly tagOf: (excerpt: Excerpt) => Tag | undefined;
  readonly focusedId: string | null;
  readonly found: readonly Span[];
  readonly foundNow: Span | null;
}

const NOTHING: Slots = { rows: new Map(), stems: [] };

/** Puts the box over the part of the strip that is in view. */
function placeView(outer: HTMLElement, box: HTMLElement | null): void {
  if (!box) return;
  const place = viewBox(outer);
  box.hidden = place === null;
  if (!place) return;
  box.style.height = `${place.height}px`;
  box.style.transform = `translateY(${place.top}px)`;
}

/** The canvas with its context, as many pixels large as it is shown, in units of the page. */
function cleared(paper: HTMLCanvasElement | null): CanvasRenderingContext2D | null {
  const context = paper?.getContext('2d');
  if (!paper || !context) return null;
  const ratio = devicePixelRatio || 1;
  paper.width = Math.round(paper.clientWidth * ratio);
  paper.height = Math.round(paper.clientHeight * ratio);
  context.scale(ratio, ratio);
  return context;
}

/** The elements to be put in the page, and what was drawn last. */
export function useDrawing(
  scroller: RefObject<HTMLElement | null>,
  handle: RefObject<Placing | null>,
  { excerpts, tagOf, focusedId, found, foundNow }: StripOf,
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const colours = useRef<StripColours | null>(null);
  const slots = useRef(NOTHING);
  const marks = useMemo(
    () => excerpts.map((one) => ({ start: one.start, end: one.end, look: lookOf(tagOf(one), TAG_HUES) })),
    [excerpts, tagOf],
  );

  // Drawn once for a frame, however much of the text was laid out in it.
  const latest = useRef<() => void>(() => undefined);
  const asked = useRef(0);
  const drawSoon = useCallback(() => {
    cancelAnimationFrame(asked.current);
    asked.current = requestAnimationFrame(() => latest.current());
  }, []);
  useEffect(() => {
    latest.current = () => {
      const outer = scroller.current;
      const context = cleared(canvas.current);
      if (!outer || !context || !probe.current) return;
      const height = outer.clientHeight;
      const track = { places: handle.current?.places() ?? [], height: outer.scrollHeight };
      const isLaidOut = track.places.length > 0;
      slots.current = isLaidOut ? slotsOf(track, height, marks, found) : NOTHING;
      colours.current ??= readColours(probe.current);
      const rowFor = (span: Span | null): number | null =>
        span && isLaidOut ? rowOf(track, height, span.start) : null;
      const focused = excerpts.find((one) => one.id === focusedId) ?? null;
      const rows = { focused: rowFor(focused), foundNow: rowFor(foundNow) };
      drawStrip(context, { slots: slots.current, ...rows }, colours.current);
      placeView(outer, view.current);
    };
    drawSoon();
  }, [scroller, handle, excerpts, marks, focusedId, found, foundNow, drawSoon]);
  useEffect(() => {
    const outer = scroller.current;
    if (!outer) return undefined;
    const observer = new ResizeObserver(drawSoon);
    observer.observe(outer);
    if (outer.firstElementChild) observer.observe(outer.firstElementChild);
    const onScroll = (): void => placeView(outer, view.current);
    outer.addEventListener('scroll', onScroll, { passive: true });
    const stop = onTheme(() => {
      colours.current = null;
      drawSoon();
    });
    return () => {
      observer.disconnect();
      outer.removeEventListener('scroll', onScroll);
      stop();
      cancelAnimationFrame(asked.current);
    };
  }, [scroller, drawSoon]);

  return { canvas, view, probe, slots };
}
