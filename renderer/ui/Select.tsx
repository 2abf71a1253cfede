/** One of a closed list. Where the list is long, ComboBox finds by typing. */
import { ChevronDown } from 'lucide-react';
import { Button as AriaButton, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { classes } from './classes';
import { controlClass, fieldClass, FieldFrame } from './Field';
import type { FieldWords } from './Field';
import { Icon } from './Icon';
import { OptionList } from './OptionList';
import type { Option } from './options';
import styles from './Select.module.css';

export interface SelectProps<Id extends string> extends FieldWords {
  items: readonly (Option & { readonly id: Id })[];
  value: Id | null;
  onChange: (id: Id) => void;
  /** Shown while the value is null. */
  placeholder?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
  'aria-label'?: string;
  className?: string;
}

export const Select = <Id extends string>(props: SelectProps<Id>) => {
  const { items, value, onChange, placeholder = 'Choose', isDisabled = false, autoFocus = false } = props;
  const chosen = items.find((one) => one.id === value);
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(key as Id);
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      isInvalid={Boolean(props.error)}
      className={classes(fieldClass, props.className)}
      {...(props['aria-label'] === undefined ? {} : { 'aria-label': props['aria-label'] })}
    >
      <FieldFrame label={props.label} hint={props.hint} error={props.error}>
        <AriaButton className={classes(controlClass, styles.button)}>
          <SelectValue className={styles.value ?? ''}>{chosen?.label ?? placeholder}</SelectValue>
          <Icon icon={ChevronDown} size={14} />
        </AriaButton>
        <OptionList options={items} hasTicks />
      </FieldFrame>
    </AriaSelect>
  );
};
