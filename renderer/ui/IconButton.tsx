/** A button that is only an icon: its name is there for screen readers and, with its keys, in a tooltip. */
import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconType } from './Icon';
import { keysForAria } from './Kbd';
import { Tooltip } from './Tooltip';
import styles from './Button.module.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  icon: IconType;
  name: string;
  keys?: string | undefined;
  /** For a button that stays down. */
  isOn?: boolean | undefined;
  isSmall?: boolean;
  placement?: 'top' | 'bottom' | 'left' | 'right';
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
}

export const IconButton = ({
  icon,
  name,
  keys,
  isOn,
  isSmall = false,
  placement = 'bottom',
  className,
  ...rest
}: IconButtonProps) => (
  <Tooltip text={name} keys={keys} placement={placement}>
    <AriaButton
      {...rest}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': keysForAria(keys) })}
      aria-label={name}
      className={classes(styles.button, styles.quiet, styles.icon, isSmall && styles.small, className)}
    >
      <Icon icon={icon} />
    </AriaButton>
  </Tooltip>
);
