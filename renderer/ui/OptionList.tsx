/** The floating list of options under a Select, ComboBox or TokenField. */
import { useContext, useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Check, Plus } from 'lucide-react';
import { ComboBoxStateContext, ListBox, ListBoxItem, Popover as AriaPopover } from 'react-aria-components';
import type { Key } from 'react-aria-components';
import { HueMark } from './Chip';
import { Icon } from './Icon';
import type { Option } from './options';
import { popoverClass } from './Popover';
import styles from './OptionList.module.css';

/** The id of the row that makes a new option out of what is typed. */
export const CREATE = ' create';

/** The rows: what matches, and last the row to create, where one may. */
export const withCreate = (options: readonly Option[], typed: string | null): readonly Option[] =>
  typed === null ? options : [...options, { id: CREATE, label: typed }];

export interface OptionListProps {
  options: readonly Option[];
  anchor?: RefObject<HTMLElement | null>;
  /** "Create" before the words of the last row. */
  createVerb?: string;
  empty?: ReactNode;
  hasTicks?: boolean;
}

export const OptionList = ({ options, anchor, createVerb = 'Create', empty, hasTicks = false }: OptionListProps) => (
  <AriaPopover
    className={popoverClass}
    offset={4}
    maxHeight={360}
    placement="bottom start"
    {...(anchor === undefined ? {} : { triggerRef: anchor })}
  >
    <ListBox
      items={options}
      className={styles.list ?? ''}
      renderEmptyState={() => <div className={styles.empty}>{empty ?? 'Nothing matches.'}</div>}
    >
      {(one: Option) => (
        <ListBoxItem
          id={one.id}
          textValue={one.id === CREATE ? `${createVerb} ${one.label}` : one.label}
          className={styles.item ?? ''}
        >
          {({ isSelected }) => (
            <>
              {hasTicks && <span className={styles.tick}>{isSelected && <Icon icon={Check} size={14} />}</span>}
              {one.id === CREATE && <Icon icon={Plus} size={14} />}
              {one.hue !== undefined && one.hue !== null && <HueMark hue={one.hue} />}
              <span className={styles.words}>
                <span>{one.id === CREATE ? `${createVerb} “${one.label}”` : one.label}</span>
                {one.detail !== undefined && <span className={styles.detail}>{one.detail}</span>}
              </span>
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  </AriaPopover>
);

interface ReadyForEnterProps {
  isTyping: boolean;
  /** Takes back what was typed. */
  onEscape: () => void;
  children: ReactNode;
}

/**
 * Round the input of a React Aria ComboBox: while one types, the first row is ready for Enter, Escape takes back what
 * was typed, and the list goes when the typing is over.
 */
export function ReadyForEnter({ isTyping, onEscape, children }: ReadyForEnterProps) {
  const state = useContext(ComboBoxStateContext);
  const wasTyping = useRef(isTyping);
  const ready = useRef<Key | null>(null);

  const makeReady = (): void => {
    const first = state?.collection.getFirstKey() ?? null;
    if (!state?.isOpen || state.inputValue.trim() === '' || first === null) return;
    if (!isTyping || state.selectionManager.focusedKey !== null) return;
    ready.current = first;
    state.selectionManager.setFocusedKey(first);
  };
  useEffect(() => {
    if (wasTyping.current && !isTyping) state?.close();
    wasTyping.current = isTyping;
    // The list takes its own focus away while it opens, so this comes after it.
    const frame = requestAnimationFrame(makeReady);
    return () => cancelAnimationFrame(frame);
  });

  return (
    // Not a control of its own: it only sees keys before the input does.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.ready}
      onKeyDownCapture={(event) => {
        if (event.key === 'Enter') makeReady();
        // Leaving takes only what somebody walked to.
        else if (event.key === 'Tab' && state?.selectionManager.focusedKey === ready.current) {
          state.selectionManager.setFocusedKey(null);
        } else if (event.key.startsWith('Arrow')) ready.current = null;
        // A dialog round the field stays: the next one is for it.
        else if (event.key === 'Escape' && isTyping) {
          event.stopPropagation();
          onEscape();
        }
      }}
    >
      {children}
    </div>
  );
}
