/** A box to tick, with its words. */
import type { ReactNode } from 'react';
import { Check, Minus } from 'lucide-react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import type { CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import { classes } from './classes';
import { Icon } from './Icon';
import styles from './Checkbox.module.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  /** Words beside the box; without them give `aria-label`. */
  children?: ReactNode;
  detail?: ReactNode;
  className?: string;
}

export const Checkbox = ({ children, detail, className, ...rest }: CheckboxProps) => (
  <AriaCheckbox {...rest} className={classes(styles.checkbox, className)}>
    {({ isSelected, isIndeterminate }) => (
      <>
        <span className={styles.box}>
          {isIndeterminate ? <Icon icon={Minus} size={12} /> : isSelected && <Icon icon={Check} size={12} />}
        </span>
        {children !== undefined && (
          <span className={styles.words}>
            {children}
            {detail !== undefined && <span className={styles.detail}>{detail}</span>}
          </span>
        )}
      </>
    )}
  </AriaCheckbox>
);
