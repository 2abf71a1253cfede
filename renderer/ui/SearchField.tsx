/** A field to search with: Esc empties it, Enter submits. */
import type { ReactNode, Ref } from 'react';
import { Search, X } from 'lucide-react';
import { Button as AriaButton, Input, SearchField as AriaSearchField } from 'react-aria-components';
import type { SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components';
import { classes } from './classes';
import { controlClass } from './Field';
import { Icon } from './Icon';
import { Kbd } from './Kbd';
import styles from './SearchField.module.css';

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  'aria-label': string;
  placeholder?: string;
  /** The key that brings one here, shown while the field is empty. */
  keys?: string;
  /** Something at the end of the field, such as a count of hits. */
  end?: ReactNode;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

export const SearchField = ({ placeholder, keys, end, className, inputRef, ...rest }: SearchFieldProps) => (
  <AriaSearchField {...rest} className={classes(styles.search, className)}>
    <span className={styles.icon}>
      <Icon icon={Search} />
    </span>
    <Input
      className={classes(controlClass, styles.input)}
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
    <span className={styles.end}>
      {end}
      {keys !== undefined && <Kbd keys={keys} className={styles.keys ?? ''} />}
      <AriaButton className={styles.clear ?? ''} aria-label="Clear the search">
        <Icon icon={X} size={14} />
      </AriaButton>
    </span>
  </AriaSearchField>
);
