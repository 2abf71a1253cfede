/**
 * Several of many as chips in a field: type to find or to create. Backspace in the empty field takes the last one,
 * arrows walk along the chips, Delete takes the one with the focus.
 */
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { X } from 'lucide-react';
import { Button as AriaButton, ComboBox as AriaComboBox, Input, Tag, TagGroup, TagList } from 'react-aria-components';
import { HueMark } from './Chip';
import { classes } from './classes';
import { controlClass, Field } from './Field';
import type { FieldWords } from './Field';
import { hueStyle } from './hue';
import { Icon } from './Icon';
import { CREATE, OptionList, ReadyForEnter, withCreate } from './OptionList';
import { isNamed, matching } from './options';
import type { Option } from './options';
import styles from './TokenField.module.css';

export interface TokenFieldProps extends Omit<FieldWords, 'label'> {
  label: string;
  /** The label is only for screen readers. */
  isLabelHidden?: boolean;
  items: readonly Option[];
  value: readonly string[];
  onChange: (ids: readonly string[]) => void;
  /** Adds a row "Create …"; the owner adds the new id to `value`. */
  onCreate?: ((name: string) => void) | undefined;
  placeholder?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

export function TokenField(props: TokenFieldProps) {
  const { label, items, value, onChange, onCreate, placeholder, inputRef } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const byId = new Map(items.map((one) => [one.id, one]));
  const chosen = value.map((one) => byId.get(one) ?? { id: one, label: one });
  const shown = matching(
    items.filter((one) => !value.includes(one.id)),
    wanted,
  );
  const mayCreate = onCreate !== undefined && wanted !== '' && !isNamed(items, wanted);
  const rows = withCreate(shown, mayCreate ? wanted : null);

  const add = (key: string): void => {
    setTyped('');
    if (key === CREATE) onCreate?.(wanted);
    else onChange([...value, key]);
  };
  const remove = (keys: ReadonlySet<unknown>): void => onChange(value.filter((one) => !keys.has(one)));

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (selectionStart !== 0 || selectionEnd !== 0 || value.length === 0) return;
    if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1));
    else if (event.key === 'ArrowLeft') lastChip(box.current)?.focus();
  };

  return (
    <Field
      {...(props.isLabelHidden ? {} : { label })}
      hint={props.hint}
      error={props.error}
      htmlFor={id}
      {...(props.className === undefined ? {} : { className: props.className })}
    >
      <div ref={box} className={classes(controlClass, styles.box)} data-disabled={props.isDisabled || undefined}>
        {chosen.length > 0 && (
          <TagGroup aria-label={`${label}: chosen`} onRemove={remove} className={styles.group ?? ''}>
            <TagList items={chosen} className={styles.list ?? ''}>
              {(one: Option) => (
                <Tag
                  id={one.id}
                  textValue={one.label}
                  isDisabled={props.isDisabled ?? false}
                  className={classes(styles.token, typeof one.hue === 'number' && styles.tinted)}
                  style={typeof one.hue === 'number' ? hueStyle(one.hue) : {}}
                >
                  {typeof one.hue === 'number' && <HueMark hue={one.hue} />}
                  <span className={styles.words} title={one.detail ?? one.label}>
                    {one.label}
                  </span>
                  <AriaButton slot="remove" className={styles.remove ?? ''}>
                    <Icon icon={X} size={12} />
                  </AriaButton>
                </Tag>
              )}
            </TagList>
          </TagGroup>
        )}
        <AriaComboBox
          aria-label={label}
          items={rows}
          value={null}
          onChange={(key) => {
            if (key !== null) add(String(key));
          }}
          inputValue={typed}
          onInputChange={setTyped}
          onBlur={() => setTyped('')}
          allowsEmptyCollection={typed !== ''}
          menuTrigger={typed === '' ? 'manual' : 'input'}
          isDisabled={props.isDisabled ?? false}
          isInvalid={Boolean(props.error)}
          className={styles.combo ?? ''}
        >
          <ReadyForEnter isTyping={typed !== ''} onEscape={() => setTyped('')}>
            <Input
              id={id}
              className={styles.input ?? ''}
              onKeyDown={onKeyDown}
              autoFocus={props.autoFocus ?? false}
              {...(inputRef === undefined ? {} : { ref: inputRef })}
              {...(placeholder === undefined || value.length > 0 ? {} : { placeholder })}
            />
          </ReadyForEnter>
          <OptionList options={rows} anchor={box} />
        </AriaComboBox>
      </div>
    </Field>
  );
}

const lastChip = (box: HTMLElement | null): HTMLElement | undefined =>
  [...(box?.querySelectorAll<HTMLElement>('[role=row]') ?? [])].at(-1);
