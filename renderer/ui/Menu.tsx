/** Menus from a list of entries: with icons, keys, ticks, sections, submenus and dangerous items. */
import type { ReactNode } from 'react';
import { Check, ChevronRight } from 'lucide-react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  Popover as AriaPopover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconType } from './Icon';
import { Kbd } from './Kbd';
import { VisuallyHidden } from './VisuallyHidden';
import { popoverClass } from './Popover';
import styles from './Menu.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconType | undefined;
  /** As `Mod+K`. */
  keys?: string | null | undefined;
  /** A second, quieter line. */
  detail?: ReactNode;
  /** How many there are of it, at the end of its line. */
  count?: string | undefined;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** Given at all, the entry can be ticked. */
  isOn?: boolean | undefined;
  onAction?: () => void;
  /** A submenu. */
  items?: readonly MenuItems[];
}

export type MenuItems = MenuEntry | 'separator' | { section: string; items: readonly MenuEntry[] };

function entry(one: MenuEntry, marked: boolean): ReactNode {
  const item = (
    <MenuItem
      key={one.id}
      id={one.id}
      textValue={one.label}
      isDisabled={one.isDisabled ?? false}
      {...(one.onAction ? { onAction: one.onAction } : {})}
      className={classes(styles.item, one.isDanger && styles.danger)}
    >
      {marked && (
        <span className={styles.mark}>{one.isOn ? <Icon icon={Check} /> : one.icon && <Icon icon={one.icon} />}</span>
      )}
      <span className={styles.words}>
        <span>
          {one.label}
          {one.isOn !== undefined && <VisuallyHidden>, {one.isOn ? 'on' : 'off'}</VisuallyHidden>}
        </span>
        {one.detail !== undefined && <span className={styles.detail}>{one.detail}</span>}
      </span>
      {one.count !== undefined && <span className={styles.count}>{one.count}</span>}
      {one.keys && <Kbd keys={one.keys} />}
      {one.items && <Icon icon={ChevronRight} />}
    </MenuItem>
  );
  if (!one.items) return item;
  return (
    <SubmenuTrigger key={one.id}>
      {item}
      <AriaPopover className={popoverClass} offset={0}>
        <MenuList label={one.label} items={one.items} />
      </AriaPopover>
    </SubmenuTrigger>
  );
}

const flat = (items: readonly MenuItems[]): readonly MenuEntry[] =>
  items.flatMap((one) => (one === 'separator' ? [] : 'section' in one ? one.items : [one]));

export interface MenuListProps {
  /** Its name for screen readers; inside a MenuButton the button names it. */
  label?: string;
  items: readonly MenuItems[];
  onClose?: () => void;
  /** Takes the focus when it appears: where no button opened it. */
  autoFocus?: boolean;
}

/** The list itself; MenuButton and ContextMenu put it in a popover. */
export function MenuList({ label, items, onClose, autoFocus = false }: MenuListProps) {
  // One column for icons and ticks, where there is any.
  const marked = flat(items).some((one) => one.isOn !== undefined || one.icon !== undefined);
  return (
    <AriaMenu
      className={styles.menu ?? ''}
      {...(autoFocus ? { autoFocus: 'first' as const } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(onClose === undefined ? {} : { onClose })}
    >
      {items.map((one, index) => {
        if (one === 'separator') return <Separator key={`separator ${index}`} className={styles.separator ?? ''} />;
        if ('section' in one) {
          return (
            <MenuSection key={`section ${one.section}`}>
              <Header className={styles.header ?? ''}>{one.section}</Header>
              {one.items.map((inner) => entry(inner, marked))}
            </MenuSection>
          );
        }
        return entry(one, marked);
      })}
    </AriaMenu>
  );
}
