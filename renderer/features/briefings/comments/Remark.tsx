/** One comment or answer: who, when, and the words; they can be put in other words by whoever wrote them. */
import { useState } from 'react';
import { actorOf, timeOf } from '@shared/merge/clock';
import type { Comment } from '@shared/model/comment';
import { momentWords } from '@shared/text/when';
import { useApp } from '../../../app/context';
import { useCase } from '../../../store/hooks';
import { Ellipsis } from 'lucide-react';
import { MenuButton } from '../../../ui';
import type { MenuItems } from '../../../ui';
import { Composer } from './Composer';
import styles from './comments.module.css';

interface RemarkProps {
  readonly comment: Comment;
  readonly nameOf: (actor: string) => string;
  /** Gives the focus back to the card. */
  readonly onDone: () => void;
}

export const Remark = ({ comment, nameOf, onDone }: RemarkProps) => {
  const { run } = useApp();
  const { actor } = useCase();
  const [isEdited, setEdited] = useState(false);
  const who = nameOf(actorOf(comment.created));
  const made = new Date(timeOf(comment.created));
  const close = (): void => {
    setEdited(false);
    onDone();
  };
  const items: MenuItems[] = [
    ...(actorOf(comment.created) === actor
      ? [{ id: 'edit', label: 'Change the words', onAction: () => setEdited(true) }, 'separator' as const]
      : []),
    {
      id: 'delete',
      label: comment.threadId === null ? 'Delete with its answers' : 'Delete the answer',
      isDanger: true,
      onAction: () => void run('comment.delete', { id: comment.id }),
    },
  ];
  return (
    <div className={styles.remark}>
      <p className={styles.by}>
        <b>{who}</b>
        <time dateTime={made.toISOString()} title={made.toISOString()}>
          {momentWords(made)}
        </time>
        {comment.clocks['text'] !== undefined && <span>changed</span>}
        <span className={styles.spring} />
        <MenuButton icon={Ellipsis} name={`More on what ${who} says`} items={items} placement="bottom end" />
      </p>
      {isEdited ? (
        <Composer
          label="Your comment"
          action="Change"
          text={comment.text}
          onLeave={close}
          onSend={async (text) => {
            const { ok } = await run('comment.update', { id: comment.id, patch: { text } });
            if (ok) close();
            return ok;
          }}
        />
      ) : (
        <p className={styles.words}>{comment.text}</p>
      )}
    </div>
  );
};
