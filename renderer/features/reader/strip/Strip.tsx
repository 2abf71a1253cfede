/**
 * A strip beside the scroll bar: where in the whole text its excerpts and the words found lie, and what part of it is
 * in view. For the pointer; by keyboard the same places are reached with the keys for the next excerpt, in the list
 * beside the text and in the find bar, so it takes no focus.
 */
import { useRef, useState } from 'react';
import type { PointerEvent, RefObject, WheelEvent } from 'react';
import type { Excerpt } from '@shared/model/excerpt';
import { selectExcerpt } from '../../../app/selection';
import { classes } from '../../../ui';
import { showPassage } from '../stage';
import { rowNear } from './slots';
import type { Row } from './slots';
import { StripHint } from './StripHint';
import { stripWords } from './stripWords';
import { scrollFor } from './track';
import { useDrawing } from './useDrawing';
import type { Placing, StripOf } from './useDrawing';
import styles from './strip.module.css';

export interface StripProps extends StripOf {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly handle: RefObject<Placing | null>;
  /** An excerpt in a few words. */
  readonly nameOf: (excerpt: Excerpt) => string;
  /** Goes to one of the words found. */
  readonly onFound: (index: number) => void;
}

/** Pixels a pointer may move before a press is a drag. */
const STILL = 3;

export const Strip = (props: StripProps) => {
  const { scroller, excerpts, nameOf, focusedId, found, onFound } = props;
  const { canvas, view, probe, slots } = useDrawing(scroller, props.handle, props);
  const strip = useRef<HTMLDivElement>(null);
  const pressed = useRef<{ y: number; isDrag: boolean } | null>(null);
  const [hint, setHint] = useState<{ row: Row; y: number; height: number } | null>(null);

  const heightOf = (event: PointerEvent): number => event.clientY - strip.current!.getBoundingClientRect().top;
  const scrollTo = (y: number): void => {
    const outer = scroller.current;
    outer?.scrollTo(0, scrollFor(outer, y));
  };
  const goTo = (row: Row): void => {
    // Of several in one row each press takes the next.
    const at = row.excerpts.findIndex((index) => excerpts[index]?.id === focusedId);
    const next = excerpts[row.excerpts[(at + 1) % row.excerpts.length] ?? -1];
    if (next) {
      selectExcerpt(next.id);
      showPassage(next.id);
    } else if (row.found[0] !== undefined) onFound(row.found[0]);
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const y = heightOf(event);
    strip.current?.setPointerCapture(event.pointerId);
    const row = rowNear(slots.current, y);
    pressed.current = { y, isDrag: !row };
    setHint(null);
    if (row) goTo(row);
    else scrollTo(y);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const y = heightOf(event);
    const press = pressed.current;
    if (press) {
      press.isDrag ||= Math.abs(y - press.y) > STILL;
      if (press.isDrag) scrollTo(y);
      return;
    }
    const row = rowNear(slots.current, y);
    setHint(row && { row, y, height: strip.current!.clientHeight });
  };
  const onWheel = (event: WheelEvent): void => scroller.current?.scrollBy(0, event.deltaY);
  const leave = (): void => setHint(null);
  const release = (): void => void (pressed.current = null);

  return (
    // The marks repeat what the text, the list of excerpts and the find bar say, and those are reached by keyboard.
    <div
      ref={strip}
      role="img"
      aria-label={stripWords(excerpts.length, found.length)}
      className={classes(styles.strip, hint && styles.onMark)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerLeave={leave}
      onWheel={onWheel}
    >
      <span ref={probe} className={styles.probe} />
      <div ref={view} className={styles.window} />
      <canvas ref={canvas} className={styles.drawing} />
      {hint && <StripHint {...hint} excerpts={excerpts} nameOf={nameOf} />}
    </div>
  );
};
