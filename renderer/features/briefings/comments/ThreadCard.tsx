/** A thread beside the text: its passage, what is said, and what can be done with it. */
import { useEffect, useRef, useState } from 'react';
import { Check, RotateCcw } from 'lucide-react';
import type { Thread } from '@shared/briefing/commentThreads';
import { useApp } from '../../../app/context';
import { Button, classes, Icon } from '../../../ui';
import { Composer } from './Composer';
import { Remark } from './Remark';
import styles from './comments.module.css';

interface ThreadCardProps {
  readonly thread: Thread;
  readonly isFocused: boolean;
  readonly nameOf: (actor: string) => string;
  /** The card has the focus: its passage comes into view. */
  readonly onFocus: () => void;
  /** Goes to the passage. */
  readonly onGo: () => void;
}

export const ThreadCard = ({ thread, isFocused, nameOf, onFocus, onGo }: ThreadCardProps) => {
  const { run } = useApp();
  const [isAnswered, setAnswered] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  const head = useRef<HTMLButtonElement>(null);
  const { first, answers, resolved, place } = thread;
  useEffect(() => {
    if (isFocused) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isFocused]);
  const close = (): void => {
    setAnswered(false);
    head.current?.focus();
  };
  const passage = first.passage === '' ? 'Answer to a comment that was deleted' : first.passage;
  return (
    // The focus of what is in it brings its passage into view.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={card}
      data-thread={thread.id}
      className={classes(styles.card, isFocused && styles.focused)}
      aria-label={`Comment on “${passage.slice(0, 80)}”`}
      onFocus={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onFocus();
      }}
    >
      <button
        ref={head}
        type="button"
        className={styles.passage}

        onClick={onGo}
        title="Go to the passage"
      >
        {place === null ? <s>{passage}</s> : passage}
      </button>
      <Remark comment={first} nameOf={nameOf} onDone={() => head.current?.focus()} />
      {answers.map((answer) => (
        <Remark key={answer.id} comment={answer} nameOf={nameOf} onDone={() => head.current?.focus()} />
      ))}
      {isAnswered ? (
        <Composer
          label="Your answer"
          action="Answer"
          onLeave={close}
          onSend={async (text) => {
            const { ok } = await run('comment.answer', { threadId: thread.id, text });
            if (ok) close();
            return ok;
          }}
        />
      ) : (
        <div className={styles.foot}>
          {resolved && (
            <span className={styles.done}>
              <Icon icon={Check} size={14} /> resolved
            </span>
          )}
          <span className={styles.spring} />
          {first.threadId === null && (
            <Button variant="quiet" onPress={() => setAnswered(true)}>
              Answer
            </Button>
          )}
          <Button
            variant="quiet"
            icon={resolved ? RotateCcw : Check}
            onPress={() => void run('comment.update', { id: first.id, patch: { resolved: !resolved } })}
          >
            {resolved ? 'Reopen' : 'Resolve'}
          </Button>
        </div>
      )}
    </li>
  );
};
