/** A row of controls that is one stop for Tab: arrows walk along it. */
import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { classes } from './classes';
import styles from './Toolbar.module.css';

export interface ToolbarProps {
  'aria-label': string;
  children: ReactNode;
  className?: string;
}

export const Toolbar = ({ children, className, ...rest }: ToolbarProps) => (
  <AriaToolbar {...rest} className={classes(styles.toolbar, className)}>
    {children}
  </AriaToolbar>
);
