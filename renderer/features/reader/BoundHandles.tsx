/**
 * The two ends of the focused excerpt, to be drawn with the pointer or a finger and moved by keys: the caret's own keys,
 * and up and down by sentence. B leads to them, Tab from one to the other, Enter and Escape back to the text.
 */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import type { Excerpt } from '@shared/model/excerpt';
import { onSignal } from '../../app/signals';
import { classes } from '../../ui';
import { stepOf } from './caretKeys';
import { offsetAt } from './positions';
import { stepBound } from './steps';
import type { ReadText, Side } from './steps';
import { useEndBoxes } from './useBounds';
import type { Bounds } from './useBounds';
import styles from './bounds.module.css';

export interface BoundHandlesProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly layout: string;
  readonly read: ReadText;
  readonly bounds: Bounds & { readonly focused: Excerpt };
}

const SIDES: readonly Side[] = ['start', 'end'];
const NAMES: Readonly<Record<Side, string>> = { start: 'Beginning of the excerpt', end: 'End of the excerpt' };
const AROUND = 40;

/** The words an end stands at. */
const wordsAt = (quote: string, side: Side): string =>
  side === 'start' ? `from: ${quote.slice(0, AROUND)}` : `to: ${quote.slice(-AROUND)}`;

export const BoundHandles = ({ root, layout, read, bounds }: BoundHandlesProps) => {
  const { focused, preview, keep } = bounds;
  const span = { start: focused.start, end: focused.end };
  const boxes = useEndBoxes(root, layout, span.start, span.end);
  const handles = useRef<{ [Key in Side]?: HTMLDivElement | null }>({});
  const [isOn, setOn] = useState(false);
  /** From the pointer to the middle of the line the end stands in. */
  const grip = useRef<{ x: number; y: number; first: typeof span; last: typeof span } | null>(null);
  /** The moves of one end, while it has the focus, are one step of undo. */
  const series = useRef(0);
  useEffect(() => onSignal('excerpt.bounds', () => (handles.current.end ?? handles.current.start)?.focus()), []);

  const onKeyDown = (event: KeyboardEvent, side: Side): void => {
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      root.current?.focus({ preventScroll: true });
      return;
    }
    const step = stepOf(event, read, span[side]);
    if (!step || step.unit === 'lineboundary' || step.unit === 'text') return;
    event.preventDefault();
    const to = stepBound(read, span, side, step.unit === 'line' ? 'sentence' : step.unit, step.by);
    if (to !== span[side]) keep({ ...span, [side]: to }, `bounds ${focused.id} ${series.current}`);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>, side: Side): void => {
    const box = boxes[side];
    const origin = root.current?.getBoundingClientRect();
    if (event.button !== 0 || !box || !origin) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = {
      x: origin.left + box.left - event.clientX,
      y: origin.top + box.top + box.height / 2 - event.clientY,
      first: span,
      last: span,
    };
  };
  const onPointerMove = (event: PointerEvent, side: Side): void => {
    const held = grip.current;
    if (!held || !root.current) return;
    const at = document.caretPositionFromPoint(event.clientX + held.x, event.clientY + held.y);
    const offset = at && offsetAt(root.current, at.offsetNode, at.offset);
    if (offset === null || (side === 'start' ? offset >= span.end : offset <= span.start)) return;
    held.last = { ...span, [side]: offset };
    preview(held.last);
  };
  const letGo = (isKept: boolean): void => {
    const held = grip.current;
    grip.current = null;
    if (!held) return;
    if (isKept && held.last !== held.first) keep(held.last);
    else preview(null);
  };

  return SIDES.map((side) => {
    const box = boxes[side];
    if (!box) return null;
    return (
      <div
        key={side}
        ref={(element) => {
          handles.current[side] = element;
        }}
        role="slider"
        tabIndex={isOn ? 0 : -1}
        aria-label={NAMES[side]}
        aria-valuemin={0}
        aria-valuemax={read.text.length}
        aria-valuenow={span[side]}
        aria-valuetext={wordsAt(read.text.slice(span.start, span.end), side)}
        className={classes(styles.handle, side === 'start' && styles.start)}
        style={{ left: box.left, top: box.top, height: box.height }}
        onFocus={() => {
          series.current += 1;
          setOn(true);
        }}
        onBlur={() => setOn(false)}
        onKeyDown={(event) => onKeyDown(event, side)}
        onPointerDown={(event) => onPointerDown(event, side)}
        onPointerMove={(event) => onPointerMove(event, side)}
        onPointerUp={() => letGo(true)}
        onPointerCancel={() => letGo(false)}
        // The selection stays as it is while an end is drawn.
        onMouseDown={(event) => {
          event.preventDefault();
          event.currentTarget.focus({ preventScroll: true });
        }}
      />
    );
  });
};
