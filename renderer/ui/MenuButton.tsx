/** A button that opens a menu: give `icon` and `name` for a small one, or words as `label`. */
import { ChevronDown } from 'lucide-react';
import { MenuTrigger, Popover as AriaPopover } from 'react-aria-components';
import { Button } from './Button';
import type { ButtonProps } from './Button';
import { Icon } from './Icon';
import type { IconType } from './Icon';
import { IconButton } from './IconButton';
import { MenuList } from './Menu';
import type { MenuItems } from './Menu';
import { popoverClass } from './Popover';

export interface MenuButtonProps {
  items: readonly MenuItems[];
  /** Words on the button. Without them, `name` and `icon` make an icon button. */
  label?: string;
  name?: string;
  icon?: IconType;
  variant?: ButtonProps['variant'] | undefined;
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  isDisabled?: boolean;
  isSmall?: boolean;
  className?: string;
  onOpenChange?: (isOpen: boolean) => void;
}

/** The name with the words on the button in it, for those who call a button by what they see. */
const spoken = (name: string, label = ''): string =>
  name.toLowerCase().includes(label.toLowerCase()) ? name : `${name}: ${label}`;

export function MenuButton({
  items,
  label,
  name,
  icon,
  variant = 'quiet',
  placement = 'bottom start',
  isDisabled = false,
  isSmall = false,
  className,
  onOpenChange,
}: MenuButtonProps) {
  return (
    <MenuTrigger {...(onOpenChange ? { onOpenChange } : {})}>
      {label === undefined && icon ? (
        <IconButton icon={icon} name={name ?? 'Menu'} isDisabled={isDisabled} isSmall={isSmall} className={className} />
      ) : (
        <Button
          variant={variant}
          icon={icon}
          isDisabled={isDisabled}
          className={className}
          {...(name === undefined ? {} : { 'aria-label': spoken(name, label) })}
        >
          <span>{label}</span>
          <Icon icon={ChevronDown} size={14} />
        </Button>
      )}
      <AriaPopover className={popoverClass} placement={placement} offset={4}>
        <MenuList items={items} />
      </AriaPopover>
    </MenuTrigger>
  );
}
