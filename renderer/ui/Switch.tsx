/** On or off, at once. */
import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import type { SwitchProps as AriaSwitchProps } from 'react-aria-components';
import { classes } from './classes';
import styles from './Checkbox.module.css';

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  children?: ReactNode;
  detail?: ReactNode;
  className?: string;
}

export const Switch = ({ children, detail, className, ...rest }: SwitchProps) => (
  <AriaSwitch {...rest} className={classes(styles.switch, className)}>
    <span className={styles.track}>
      <span className={styles.thumb} />
    </span>
    {children !== undefined && (
      <span className={styles.words}>
        {children}
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </span>
    )}
  </AriaSwitch>
);
