/**
 * Says which excerpt the pointer rests on, and what else is marked there. By keyboard the same is spoken when the caret
 * comes into it.
 */
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { excerptsAtPoint } from './highlights';
import type { Painted } from './highlights';
import type { SuggestionMarks } from './useSuggestionMarks';
import styles from './reader.module.css';

export interface HoverHintProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly painted: RefObject<Painted>;
  readonly nameOf: (id: string) => string;
  /** What the text suggests, marked beside the excerpts. */
  readonly suggested: Pick<SuggestionMarks, 'painted' | 'nameOf'>;
}

const REST = 350;

export const HoverHint = ({ root, painted, nameOf, suggested }: HoverHintProps) => {
  const [hint, setHint] = useState<{ names: readonly string[]; left: number; top: number } | null>(null);
  const { painted: others, nameOf: nameOther } = suggested;
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
      if (event.buttons !== 0 || painted.current.size + others.current.size === 0) return;
      timer = window.setTimeout(() => {
        const at = (marks: Painted): string[] => excerptsAtPoint(marks, event.clientX, event.clientY);
        const names = [...at(painted.current).map(nameOf), ...at(others.current).map(nameOther)];
        const origin = element.getBoundingClientRect();
        if (names.length > 0)
          setHint({ names, left: event.clientX - origin.left, top: event.clientY - origin.top + 20 });
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
  }, [root, painted, nameOf, others, nameOther]);
  if (!hint) return null;
  return (
    <div aria-hidden className={styles.hint} style={{ left: hint.left, top: hint.top }}>
      {hint.names.map((name) => (
        <div key={name}>{name}</div>
      ))}
    </div>
  );
};
