/** What is said of the words under the pointer, or of those F8 came to: the sentence, its standard, and what can be done. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Editor } from '@tiptap/react';
import type { Finding } from '@shared/briefing/checks/finding';
import { onSignal } from '../../../app/signals';
import { Button, Icon } from '../../../ui';
import { findingFrom, goToFinding, placedFindings } from './goTo';
import { SEVERITY } from './severity';
import type { FindingActions } from './useFindings';
import styles from './check.module.css';

const WAIT = 250;
const LINGER = 280;
/** Milliseconds in which the page still moves to the words that a key led to. */
const SETTLING = 250;
const WIDTH = 340;
const ROOM = 190;

interface Shown {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

interface FindingCardProps {
  readonly editor: Editor;
  readonly page: RefObject<HTMLElement | null>;
  readonly open: readonly Finding[];
  readonly actions: FindingActions;
}

export const FindingCard = ({ editor, page, open, actions }: FindingCardProps) => {
  const [shown, setShown] = useState<Shown | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const timer = useRef(0);
  const shownAt = useRef(0);
  const later = (next: Shown | null, wait: number): void => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setShown(next), wait);
  };
  const stay = (): void => clearTimeout(timer.current);

  const step = useEffectEvent((direction: 1 | -1) => {
    const finding = findingFrom(editor, direction);
    if (!finding) return;
    goToFinding(editor, finding);
    // The page has scrolled by the next frame.
    requestAnimationFrame(() => {
      if (editor.isDestroyed) return;
      const now = placedFindings(editor).find((one) => one.id === finding.id);
      if (!now?.at) return;
      shownAt.current = performance.now();
      const box = editor.view.coordsAtPos(now.at.from);
      setShown({ id: now.id, left: box.left, top: box.top, bottom: box.bottom });
    });
  });
  useEffect(() => {
    const stops = [onSignal('finding.next', () => step(1)), onSignal('finding.previous', () => step(-1))];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  useEffect(() => {
    const host = page.current;
    if (!host) return undefined;
    const over = (event: MouseEvent): void => {
      if (card.current?.contains(event.target as Node)) return stay();
      const words = (event.target as Element).closest<HTMLElement>('[data-finding]');
      if (!words) return later(null, LINGER);
      const box = words.getClientRects()[0] ?? words.getBoundingClientRect();
      later({ id: words.dataset['finding']!, left: box.left, top: box.top, bottom: box.bottom }, WAIT);
    };
    const away = (): void => later(null, LINGER);
    const scrolled = (event: Event): void => {
      const isOwn = performance.now() - shownAt.current < SETTLING || card.current?.contains(event.target as Node);
      if (!isOwn) setShown(null);
    };
    const keys = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setShown(null);
      if (event.key === 'Enter' && event.altKey && card.current) {
        event.preventDefault();
        card.current.querySelector('button')?.focus();
      }
    };
    const typed = (): void => setShown(null);
    const left = ({ event }: { event: FocusEvent }): void => {
      if (!card.current?.contains(event.relatedTarget as Node | null)) setShown(null);
    };
    host.addEventListener('mouseover', over);
    host.addEventListener('mouseleave', away);
    host.addEventListener('keydown', keys, true);
    addEventListener('scroll', scrolled, true);
    editor.on('update', typed);
    editor.on('blur', left);
    return () => {
      clearTimeout(timer.current);
      host.removeEventListener('mouseover', over);
      host.removeEventListener('mouseleave', away);
      host.removeEventListener('keydown', keys, true);
      removeEventListener('scroll', scrolled, true);
      editor.off('update', typed);
      editor.off('blur', left);
    };
  }, [editor, page]);

  const finding = shown && open.find((one) => one.id === shown.id);
  if (!shown || !finding) return null;
  const left = Math.max(8, Math.min(shown.left - 12, innerWidth - WIDTH - 8));
  const isAbove = shown.top > ROOM;
  const place = isAbove ? { left, bottom: innerHeight - shown.top + 4 } : { left, top: shown.bottom + 4 };
  const done = (act: () => void) => (): void => {
    setShown(null);
    act();
  };
  return (
    // The pointer may rest on it, and Esc leaves it (WCAG 1.4.13); what acts are the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={card}
      role="group"
      aria-label="Finding of the check"
      className={styles.card}
      style={place}
      onMouseEnter={stay}
      onMouseLeave={() => later(null, LINGER)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setShown(null);
        editor.view.focus();
      }}
    >
      <p className={styles.sentence} role="status">
        <span className={styles.sign} data-severity={finding.severity}>
          <Icon icon={SEVERITY[finding.severity].icon} size={14} />
          {SEVERITY[finding.severity].name}
        </span>{' '}
        {finding.sentence}
      </p>
      <p className={styles.standard}>{finding.standard}</p>
      <div className={styles.acts}>
        {finding.fix && (
          <Button variant="primary" onPress={done(() => actions.fix(finding))}>
            {finding.fix.label}
          </Button>
        )}
        <Button onPress={done(() => void actions.accept(finding))}>Accept…</Button>
        <span className={styles.keys}>Alt+Enter goes here · F8 next</span>
      </div>
    </div>
  );
};
