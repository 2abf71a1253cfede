/** Type to find one of many, or to create what is not there. */
import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { Button as AriaButton, ComboBox as AriaComboBox, Input } from 'react-aria-components';
import { classes } from './classes';
import { controlClass, fieldClass, FieldFrame } from './Field';
import type { FieldWords } from './Field';
import { Icon } from './Icon';
import { CREATE, OptionList, ReadyForEnter, withCreate } from './OptionList';
import { isNamed, matching } from './options';
import type { Option } from './options';
import styles from './Select.module.css';

export interface ComboBoxProps extends FieldWords {
  items: readonly Option[];
  value: string | null;
  /** null: the field was emptied. */
  onChange: (id: string | null) => void;
  /** Adds a row "Create …" for what is typed and has no such name yet. */
  onCreate?: ((name: string) => void) | undefined;
  placeholder?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
  'aria-label'?: string;
  className?: string;
}

export function ComboBox(props: ComboBoxProps) {
  const { items, value, onChange, onCreate, placeholder } = props;
  const chosen = items.find((one) => one.id === value)?.label ?? '';
  // null: nothing is being typed and the field shows what is chosen.
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = (typed ?? '').trim();
  const shown = typed === null || typed === chosen ? matching(items, '') : matching(items, wanted);
  const mayCreate = onCreate !== undefined && wanted !== '' && !isNamed(items, wanted);

  const choose = (id: string | null): void => {
    setTyped(null);
    if (id === CREATE) onCreate?.(wanted);
    else if (id !== value) onChange(id);
  };

  return (
    <AriaComboBox
      items={withCreate(shown, mayCreate ? wanted : null)}
      value={value}
      onChange={(key) => {
        if (key !== null) choose(String(key));
      }}
      inputValue={typed ?? chosen}
      onInputChange={(text) => {
        setTyped(text);
        if (text === '' && value !== null) onChange(null);
      }}
      onBlur={() => setTyped(null)}
      allowsEmptyCollection
      menuTrigger={typed === null ? 'manual' : 'input'}
      isDisabled={props.isDisabled ?? false}
      isInvalid={Boolean(props.error)}
      className={classes(fieldClass, props.className)}
      {...(props['aria-label'] === undefined ? {} : { 'aria-label': props['aria-label'] })}
    >
      <FieldFrame label={props.label} hint={props.hint} error={props.error}>
        <ReadyForEnter isTyping={typed !== null} onEscape={() => setTyped(null)}>
          <Input
            className={classes(controlClass, styles.combo)}
            autoFocus={props.autoFocus ?? false}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          <AriaButton className={styles.open ?? ''}>
            <Icon icon={ChevronDown} size={14} />
          </AriaButton>
        </ReadyForEnter>
        <OptionList options={withCreate(shown, mayCreate ? wanted : null)} />
      </FieldFrame>
    </AriaComboBox>
  );
}
