/** The comments as a panel: threads in the order of the text, each beside its passage. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { MessageSquareText } from 'lucide-react';
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { openCount, shownThreads, threadsOf } from '@shared/briefing/commentThreads';
import type { Thread, ThreadsShown } from '@shared/briefing/commentThreads';
import { useApp } from '../../../app/context';
import { useAllRows } from '../../../store/hooks';
import { EmptyState, keysText, SegmentedControl } from '../../../ui';
import { commentsIn } from '../commentPlugin';
import { Composer } from '../comments/Composer';
import { goToPassage, pendingWords, showPassage, tell, writeComment } from '../comments/commenting';
import { onFocusInPanel } from '../comments/panelFocus';
import { ThreadCard } from '../comments/ThreadCard';
import { COMMENTS_PANEL } from '../comments/useCommenting';
import { useAnalystNames } from '../useAnalystNames';
import type { Panel, PanelProps } from './panel';
import styles from '../comments/comments.module.css';

/** What is being written, while another panel is looked at. */
const unsent = new WeakMap<Editor, string>();

const NO_PLACES = new Map<never, never>();

const Comments = ({ briefing, editor, onLeave }: PanelProps) => {
  const nameOf = useAnalystNames();
  const all = useAllRows('comments');
  const { places, focused, pending } = useEditorState({
    editor,
    selector: ({ editor: at }) => commentsIn(at.state),
    equalityFn: Object.is,
  });
  const [shown, setShown] = useState<ThreadsShown>('open');
  const panel = useRef<HTMLElement>(null);
  const threads = useMemo(() => threadsOf(all?.values() ?? [], briefing.id, places), [all, briefing.id, places]);
  const open = openCount(threads);
  const listed = shownThreads(threads, shown);
  const placed = listed.filter((one) => one.place !== null);
  const lost = listed.filter((one) => one.place === null);

  useEffect(
    () =>
      onFocusInPanel((place) => {
        const id = commentsIn(editor.state).focused;
        const selector = place === 'composer' ? '[data-composer] textarea' : `[data-thread="${id}"] button`;
        const target = panel.current?.querySelector<HTMLElement>(selector);
        target?.focus();
        return Boolean(target);
      }),
    [editor, listed.length, pending],
  );
  const last = useRef<number | null>(null);
  const ids = listed.map((one) => one.id).join();
  useEffect(() => {
    // A card that goes takes the focus with it: the one in its place has it next.
    if (last.current === null || document.activeElement !== document.body) return;
    const cards = panel.current?.querySelectorAll<HTMLElement>('[data-thread]') ?? [];
    cards[Math.min(last.current, cards.length - 1)]?.querySelector('button')?.focus();
  }, [ids]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    }
    const step = event.altKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    const cards = [...panel.current!.querySelectorAll<HTMLElement>('[data-thread]')];
    const at = cards.findIndex((card) => card.contains(event.target as Node));
    const next = cards[at < 0 ? (step > 0 ? 0 : cards.length - 1) : at + step];
    next?.querySelector('button')?.focus();
  };
  const card = (thread: Thread) => (
    <ThreadCard
      key={thread.id}
      thread={thread}
      isFocused={thread.id === focused}
      nameOf={nameOf}
      onFocus={() => {
        last.current = listed.indexOf(thread);
        showPassage(editor, thread.id);
      }}
      onGo={() => goToPassage(editor, thread.id)}
    />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons in it have the keys; it moves between them
    <aside ref={panel} className={styles.panel} aria-label="Comments" onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          Comments <span className={styles.quiet}>{open.toLocaleString()} open</span>
        </h2>
        <SegmentedControl
          aria-label="Which comments"
          items={[
            { id: 'open', label: `Open ${open.toLocaleString()}` },
            { id: 'resolved', label: `Resolved ${(threads.length - open).toLocaleString()}` },
            { id: 'all', label: 'All' },
          ]}
          value={shown}
          onChange={setShown}
        />
      </div>
      <div className={styles.scroller}>
        {pending && <NewComment briefingId={briefing.id} editor={editor} onLeave={onLeave} />}
        {placed.length > 0 && <ul className={styles.list}>{placed.map(card)}</ul>}
        {lost.length > 0 && (
          <>
            <h3 className={styles.group}>Passage no longer in the text</h3>
            <ul className={styles.list}>{lost.map(card)}</ul>
          </>
        )}
        {all && listed.length === 0 && !pending && <Nothing isFiltered={threads.length > 0} shown={shown} />}
      </div>
      <p className={styles.keys}>
        {keysText('Mod+Alt+M')} comments · {keysText('Alt+ArrowDown')} next · Esc to the text
      </p>
    </aside>
  );
};

interface NewCommentProps {
  readonly briefingId: string;
  readonly editor: Editor;
  readonly onLeave: () => void;
}

const NewComment = ({ briefingId, editor, onLeave }: NewCommentProps) => {
  const app = useApp();
  const leave = (): void => {
    unsent.delete(editor);
    tell(editor, { pending: null });
    onLeave();
  };
  return (
    <section className={styles.draft} aria-label="New comment" data-composer>
      <blockquote>{pendingWords(editor)}</blockquote>
      <Composer
        label="What you say to this passage"
        action="Comment"
        text={unsent.get(editor) ?? ''}
        onText={(text) => unsent.set(editor, text)}
        onLeave={leave}
        onSend={async (text) => {
          const isWritten = await writeComment(editor, app, briefingId, text);
          if (isWritten) {
            unsent.delete(editor);
            onLeave();
          }
          return isWritten;
        }}
      />
    </section>
  );
};

const Nothing = ({ isFiltered, shown }: { isFiltered: boolean; shown: ThreadsShown }) => (
  <EmptyState
    icon={MessageSquareText}
    title={isFiltered ? `No ${shown} comments` : 'No comments yet'}
    message={
      isFiltered
        ? 'Choose All to see the others.'
        : `Select words in the text and press ${keysText('Mod+Alt+M')}. Comments travel in bundles and are never exported.`
    }
  />
);

function useOpenComments({ briefing }: PanelProps): number | null {
  const all = useAllRows('comments');
  return useMemo(() => {
    const count = openCount(threadsOf(all?.values() ?? [], briefing.id, NO_PLACES));
    return count === 0 ? null : count;
  }, [all, briefing.id]);
}

export const commentsPanel: Panel = {
  id: COMMENTS_PANEL,
  label: 'Comments',
  Component: Comments,
  useCount: useOpenComments,
};
