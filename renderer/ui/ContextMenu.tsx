/** The menu of a right click, or of the menu key on what has the focus: it opens at a point of the window. */
import { useRef } from 'react';
import type { MouseEvent as ReactMouseEvent } from 'react';
import { Popover as AriaPopover } from 'react-aria-components';
import { MenuList } from './Menu';
import type { MenuItems } from './Menu';
import { popoverClass } from './Popover';
import styles from './ContextMenu.module.css';

export interface MenuPoint {
  /** Pixels of the window. */
  x: number;
  y: number;
}

/** Where a contextmenu event asks for its menu; for the menu key, under the element or the active row it means. */
export function menuPoint(event: ReactMouseEvent | MouseEvent): MenuPoint {
  event.preventDefault();
  // Only a mouse has a right button; on a Mac, Ctrl makes one of the left.
  if (event.button === 2 || event.ctrlKey) return { x: event.clientX, y: event.clientY };
  const target = event.target as Element;
  const row = document.getElementById(target.getAttribute('aria-activedescendant') ?? '');
  const box = (row ?? target).getBoundingClientRect();
  return { x: box.left + 8, y: box.bottom };
}

export interface ContextMenuProps {
  label: string;
  /** null: closed. */
  at: MenuPoint | null;
  items: readonly MenuItems[];
  onClose: () => void;
}

export function ContextMenu({ label, at, items, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} aria-hidden className={styles.anchor} style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} />
      <AriaPopover
        key={at ? `${at.x} ${at.y}` : 'closed'}
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="bottom start"
        offset={0}
        className={popoverClass}
      >
        <MenuList label={label} items={items} onClose={onClose} autoFocus />
      </AriaPopover>
    </>
  );
}
