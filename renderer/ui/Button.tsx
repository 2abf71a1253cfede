/** A button with words. One primary a view at most; quiet ones stand in toolbars. */
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconType } from './Icon';
import { Kbd } from './Kbd';
import { Spinner } from './Spinner';
import styles from './Button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> {
  children: ReactNode;
  variant?: 'primary' | 'plain' | 'quiet' | 'danger' | 'link';
  icon?: IconType | undefined;
  /** Keys to show behind the words, as `Mod+K`. */
  keys?: string | undefined;
  /** Works: keeps the focus, answers no press. */
  isBusy?: boolean;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
}

export const Button = ({
  children,
  variant = 'plain',
  icon,
  keys,
  isBusy = false,
  className,
  ...rest
}: ButtonProps) => (
  <AriaButton {...rest} isPending={isBusy} className={classes(styles.button, styles[variant], className)}>
    {isBusy ? <Spinner label="Working" size={14} /> : icon && <Icon icon={icon} />}
    {children}
    {keys !== undefined && <Kbd keys={keys} />}
  </AriaButton>
);
