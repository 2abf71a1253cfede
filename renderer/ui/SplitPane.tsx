/** Two parts side by side: one of a width that a person can change, by hand or by arrow keys, the other fills the rest. */
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { classes } from './classes';
import styles from './SplitPane.module.css';

export interface SplitPaneProps {
  /** The separator's name: "Width of details". */
  label: string;
  /** Where the pane of fixed width stands. */
  side: 'start' | 'end';
  /** Pixels. */
  size: number;
  min: number;
  max: number;
  /** Double click on the separator goes back to this width. */
  defaultSize?: number;
  /** The width after a change, once a drag is over. */
  onResize: (size: number) => void;
  /** The pane of fixed width. */
  pane: ReactNode;
  /** The rest. */
  children: ReactNode;
  className?: string;
}

const STEP = 16;

export function SplitPane({ label, side, min, max, defaultSize, onResize, pane, children, ...props }: SplitPaneProps) {
  const id = useId();
  const [dragged, setDragged] = useState<number | null>(null);
  const start = useRef({ x: 0, size: 0 });
  const fit = (size: number): number => Math.round(Math.max(min, Math.min(max, size)));
  const size = fit(dragged ?? props.size);
  const outward = side === 'start' ? 1 : -1;

  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: size + STEP * outward,
      ArrowLeft: size - STEP * outward,
      Home: min,
      End: max,
    };
    const next = moves[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (fit(next) !== size) onResize(fit(next));
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, size };
    setDragged(size);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (dragged !== null) setDragged(fit(start.current.size + (event.clientX - start.current.x) * outward));
  };
  const onPointerUp = (): void => {
    if (dragged !== null && dragged !== props.size) onResize(dragged);
    setDragged(null);
  };

  const fixed = (
    <div key="pane" id={id} className={styles.pane} style={{ width: size }}>
      {pane}
    </div>
  );
  // A region, because what one can work with belongs to a landmark and this stands between two.
  const separator = min < max && (
    <div key="separator" role="region" aria-label={label} className={styles.edge}>
      <div
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation="vertical"
        aria-controls={id}
        aria-valuenow={size}
        aria-valuemin={min}
        aria-valuemax={max}
        data-dragged={dragged !== null || undefined}
        className={styles.separator}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDragged(null)}
        onDoubleClick={() => {
          if (defaultSize !== undefined) onResize(fit(defaultSize));
        }}
      />
    </div>
  );
  const rest = (
    <div key="rest" className={styles.rest}>
      {children}
    </div>
  );
  return (
    <div className={classes(styles.split, props.className)}>
      {side === 'start' ? [fixed, separator, rest] : [rest, separator, fixed]}
    </div>
  );
}
