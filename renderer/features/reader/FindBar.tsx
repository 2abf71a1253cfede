/** Find in this document: how many, which one, next and previous. */
import { useEffect, useRef } from 'react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { IconButton, SearchField } from '../../ui';
import { MOST_MATCHES } from './find';
import styles from './reader.module.css';

export interface FindBarProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly count: number;
  /** From 0; -1 where nothing is found. */
  readonly index: number;
  readonly isSearching: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
  /** Counts up each time the field should take the focus. */
  readonly asked: number;
}

function sentence({ text, count, index, isSearching }: FindBarProps): string {
  if (text.trim() === '') return '';
  if (count === 0) return isSearching ? 'Looking' : 'Not in this document';
  const of = count >= MOST_MATCHES ? `more than ${MOST_MATCHES.toLocaleString()}` : count.toLocaleString();
  return `${(index + 1).toLocaleString()} of ${of}`;
}

export const FindBar = (props: FindBarProps) => {
  const input = useRef<HTMLInputElement>(null);
  const { asked, onStep, onClose } = props;
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  return (
    // The keys belong to the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="search"
      aria-label="Find in this document"
      className={styles.find}
      // Before the field, which would empty itself first.
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }
        if (event.key === 'Enter' && event.target === input.current) {
          event.preventDefault();
          onStep(event.shiftKey ? -1 : 1);
        }
      }}
    >
      <SearchField
        aria-label="Words to find"
        placeholder="Find in this document"
        value={props.text}
        onChange={props.onText}
        inputRef={input}
        className={styles.findField ?? ''}
      />
      <span className={styles.findCount} role="status">
        {sentence(props)}
      </span>
      <IconButton
        icon={ChevronUp}
        name="Previous match"
        keys="Shift+Enter"
        isDisabled={props.count === 0}
        onPress={() => onStep(-1)}
      />
      <IconButton
        icon={ChevronDown}
        name="Next match"
        keys="Enter"
        isDisabled={props.count === 0}
        onPress={() => onStep(1)}
      />
      <span className={styles.spring} />
      <IconButton icon={X} name="Close find" keys="Escape" onPress={onClose} />
    </div>
  );
};
