/** A comment being written: on a passage, as an answer, or anew. Mod+Enter sends it, Escape leaves it. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { planCommentText } from '@shared/model/comment';
import { refusalSentence } from '@shared/messages';
import { Button, TextArea } from '../../../ui';
import styles from './comments.module.css';

interface ComposerProps {
  readonly label: string;
  readonly action: string;
  readonly text?: string;
  /** Hears of every key. */
  readonly onText?: (text: string) => void;
  /** @returns whether it was written */
  readonly onSend: (text: string) => Promise<boolean>;
  readonly onLeave: () => void;
}

export const Composer = ({ label, action, text: first = '', onText, onSend, onLeave }: ComposerProps) => {
  const [text, setText] = useState(first);
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = async (): Promise<void> => {
    const plan = planCommentText(text);
    if (!plan.ok) {
      setError(refusalSentence(plan.reason));
      field.current?.focus();
      return;
    }
    setBusy(true);
    const isSent = await onSend(plan.value);
    // What was sent is gone with its field.
    if (!isSent) setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onLeave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  };
  return (
    // The keys of the field inside it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.composer} onKeyDownCapture={onKeyDown}>
      <TextArea
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(value) => {
          setText(value);
          onText?.(value);
          setError('');
        }}
        rows={3}
        maxRows={12}
        error={error || undefined}
        inputRef={field}
      />
      <div className={styles.actions}>
        <Button variant="quiet" onPress={onLeave}>
          Cancel
        </Button>
        <Button variant="primary" isBusy={isBusy} keys="Mod+Enter" onPress={() => void send()}>
          {action}
        </Button>
      </div>
    </div>
  );
};
