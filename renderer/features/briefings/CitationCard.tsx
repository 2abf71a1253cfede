/**
 * What a citation stands for, on hover and while it is selected: quote, who says it, place, grade, marking. Where the
 * excerpt changed since, the card says how and asks what is to become of the citation.
 */
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { NodeSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { staleSince } from '@shared/briefing/citedAs';
import { Button, keysText, Toolbar } from '../../ui';
import { ExcerptCard, useNames } from '../excerpts';
import type { CardLink } from './cardLink';
import { changesInWords, citeAnew, dropCitation, keepAsItIs } from './ledger';
import type { Evidence } from './numbering';
import { usePointed } from './usePointed';
import type { Pointed } from './usePointed';
import styles from './page.module.css';

const WIDTH = 380;

interface CitationCardProps {
  readonly editor: Editor;
  readonly page: RefObject<HTMLElement | null>;
  readonly evidence: Evidence | null;
  readonly link: CardLink;
}

/** Below what it belongs to, or above it where there is more room; never taller than the room. */
function placeOf({ left, top, bottom }: Pointed) {
  const x = Math.max(8, Math.min(left - 24, innerWidth - WIDTH - 8));
  const below = innerHeight - bottom;
  return below < 400 && top > below
    ? { left: x, bottom: innerHeight - top + 6, maxHeight: top - 14 }
    : { left: x, top: bottom + 6, maxHeight: below - 14 };
}

export const CitationCard = ({ editor, page, evidence, link }: CitationCardProps) => {
  const { pointed, stay, leave, showSelected } = usePointed(editor, page);
  const card = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      link.take(() => {
        const { selection } = editor.state;
        const node = selection instanceof NodeSelection ? selection.node : null;
        if (!node || !evidence || staleSince(node.attrs, evidence.lookup).length === 0) return false;
        showSelected();
        // Once it stands there.
        requestAnimationFrame(() => card.current?.querySelector<HTMLElement>('[role=toolbar] button')?.focus());
        return true;
      }),
    [link, editor, evidence, showSelected],
  );
  if (!pointed) return null;
  if (pointed.excerptId === null) {
    return (
      <div role="tooltip" className={`${styles.card} ${styles.meaning}`} style={placeOf(pointed)}>
        {pointed.meaning}
      </div>
    );
  }
  if (!evidence) return null;
  // The pointer rests on the card: it stays for as long as it does.
  return (
    <div
      ref={card}
      style={placeOf(pointed)}
      className={styles.card}
      data-citation-card=""
      onMouseEnter={stay}
      onMouseLeave={leave}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) leave();
      }}
    >
      <Inside editor={editor} pointed={pointed} evidence={evidence} onGone={leave} />
    </div>
  );
};

interface InsideProps {
  readonly editor: Editor;
  readonly pointed: Pointed;
  readonly evidence: Evidence;
  readonly onGone: () => void;
}

const Inside = ({ editor, pointed, evidence, onGone }: InsideProps) => {
  const names = useNames();
  const node = editor.state.doc.nodeAt(pointed.pos);
  const excerpt = evidence.lookup.excerpt(pointed.excerptId!);
  const changes = node ? changesInWords(node.attrs, evidence.lookup) : [];
  const isOpen = changes.length > 0 || !excerpt;
  const settle = (act: (editor: Editor, at: number) => boolean) => (): void => {
    act(editor, pointed.pos);
    editor.view.focus();
    onGone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    editor.view.focus();
  };
  return (
    // The keys belong to the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div role={isOpen ? 'dialog' : 'tooltip'} {...(isOpen ? { 'aria-label': 'Citation' } : {})} onKeyDown={onKeyDown}>
      {excerpt ? (
        <ExcerptCard excerpt={excerpt} names={names} />
      ) : (
        <p className={styles.warning}>
          ≠ The excerpt cited here was deleted. Undo brings it back, or take this citation out.
        </p>
      )}
      {changes.length > 0 && <p className={styles.warning}>≠ Changed since it was cited: {changes.join('; ')}.</p>}
      {isOpen && (
        <Toolbar aria-label="What becomes of the citation" className={styles.settle ?? ''}>
          {excerpt && (
            <>
              <Button onPress={settle(citeAnew)}>Cite anew</Button>
              <Button variant="quiet" onPress={settle(keepAsItIs)}>
                Keep as it is
              </Button>
            </>
          )}
          <Button variant="quiet" onPress={settle(dropCitation)}>
            Drop
          </Button>
        </Toolbar>
      )}
      <p className={styles.cardKeys}>
        {changes.length > 0
          ? `Enter goes here, ${keysText('Mod+Enter')} to the passage. Cite anew takes it as it is now; kept as it is, it is no longer compared.`
          : 'Click or Enter shows it in its document'}
      </p>
    </div>
  );
};
