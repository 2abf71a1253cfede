/** Says which excerpt the pointer rests on. By keyboard the same is spoken when the caret comes into one. */
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { excerptsAtPoint } from './highlights';
import type { Painted } from './highlights';
import styles from './reader.module.css';

export interface HoverHintProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly painted: RefObject<Painted>;
  readonly nameOf: (id: string) => string;
}

const REST = 350;

export const HoverHint = ({ root, painted, nameOf }: HoverHintProps) => {
  const [hint, setHint] = useState<{ ids: readonly string[]; left: number; top: number } | null>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    let timer = 0;
    const leave = (): void => {
      clearTimeout(timer);
      setHint(null);
    };
    const move = (event: PointerEvent): void => {
      clearTimeout(timer);
      setHint(null);
      if (event.buttons !== 0 || painted.current.size === 0) return;
      timer = window.setTimeout(() => {
        const ids = excerptsAtPoint(painted.current, event.clientX, event.clientY);
        const origin = element.getBoundingClientRect();
        if (ids.length > 0) setHint({ ids, left: event.clientX - origin.left, top: event.clientY - origin.top + 20 });
      }, REST);
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('pointerdown', leave);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('pointerdown', leave);
    };
  }, [root, painted]);
  if (!hint) return null;
  return (
    <div aria-hidden className={styles.hint} style={{ left: hint.left, top: hint.top }}>
      {hint.ids.map((id) => (
        <div key={id}>{nameOf(id)}</div>
      ))}
    </div>
  );
};
