/** One of a few, all in view. */
import type { ReactNode } from 'react';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { fieldClass, FieldFrame } from './Field';
import type { FieldWords } from './Field';
import { classes } from './classes';
import styles from './Checkbox.module.css';

export interface RadioOption<Id extends string> {
  id: Id;
  label: ReactNode;
  detail?: ReactNode;
  isDisabled?: boolean;
}

export interface RadioGroupProps<Id extends string> extends FieldWords {
  items: readonly RadioOption<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
  'aria-label'?: string;
}

export const RadioGroup = <Id extends string>(props: RadioGroupProps<Id>) => {
  const { items, value, onChange, isDisabled = false, label, hint, error } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(id) => onChange(id as Id)}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      className={classes(fieldClass, styles.group)}
      {...(props['aria-label'] === undefined ? {} : { 'aria-label': props['aria-label'] })}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        {items.map((one) => (
          <Radio key={one.id} value={one.id} isDisabled={one.isDisabled ?? false} className={styles.radio ?? ''}>
            <span className={styles.dot} />
            <span className={styles.words}>
              {one.label}
              {one.detail !== undefined && <span className={styles.detail}>{one.detail}</span>}
            </span>
          </Radio>
        ))}
      </FieldFrame>
    </AriaRadioGroup>
  );
};
