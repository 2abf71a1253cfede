/** Which of several excerpts at one place is meant. */
import { useEffect, useRef } from 'react';
import type { Excerpt } from '@shared/model/excerpt';
import { MenuList, Popover } from '../../ui';
import type { MenuPoint } from '../../ui';
import styles from './reader.module.css';

export interface OverlapMenuProps {
  /** Pixels of the window; null where nothing is asked. */
  readonly at: MenuPoint | null;
  readonly excerpts: readonly Excerpt[];
  readonly nameOf: (excerpt: Excerpt) => string;
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

const Choices = ({ excerpts, nameOf, onPick, onClose }: Omit<OverlapMenuProps, 'at'>) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('[role=menu]')?.focus(), []);
  return (
    <div ref={box}>
      <MenuList
        label="Excerpts here"
        onClose={onClose}
        items={excerpts.map((excerpt) => ({
          id: excerpt.id,
          label: nameOf(excerpt),
          onAction: () => onPick(excerpt.id),
        }))}
      />
    </div>
  );
};

export const OverlapMenu = ({ at, ...choices }: OverlapMenuProps) => {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} aria-hidden className={styles.anchor} style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} />
      <Popover
        key={at ? `${at.x} ${at.y}` : 'closed'}
        label="Excerpts here"
        anchor={anchor}
        isOpen={at !== null}
        onOpenChange={(open) => {
          if (!open) choices.onClose();
        }}
        offset={2}
        className={styles.overlaps ?? ''}
      >
        <Choices {...choices} />
      </Popover>
    </>
  );
};
