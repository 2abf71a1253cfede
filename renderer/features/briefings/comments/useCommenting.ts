/** Ties the comments of a briefing to its text: tells the editor who says what, and begins a comment when asked to. */
import { useEffect, useEffectEvent, useMemo } from 'react';
import type { Editor } from '@tiptap/core';
import { actorOf } from '@shared/merge/clock';
import { refusalSentence } from '@shared/messages';
import { useApp } from '../../../app/context';
import { onSignal } from '../../../app/signals';
import { useAllRows } from '../../../store/hooks';
import { choosePanel } from '../choosePanel';
import type { Commented } from '../commentPlugin';
import { useAnalystNames } from '../useAnalystNames';
import { startComment, tell } from './commenting';
import { focusInPanel } from './panelFocus';

const NONE: readonly Commented[] = [];

export const COMMENTS_PANEL = 'comments';

export function useCommenting(briefingId: string, editor: Editor): void {
  const app = useApp();
  const all = useAllRows('comments');
  const nameOf = useAnalystNames();
  const comments = useMemo(() => {
    const own = [...(all?.values() ?? [])].filter((one) => one.briefingId === briefingId && one.threadId === null);
    if (own.length === 0) return NONE;
    return own.map(({ id, threadId, passage, resolved, text, created }) => {
      const words = `Comment by ${nameOf(actorOf(created))}: ${text}`.slice(0, 300);
      return { id, threadId, passage, resolved, words };
    });
  }, [all, briefingId, nameOf]);
  useEffect(() => tell(editor, { comments }), [editor, comments]);
  const start = useEffectEvent(() => {
    const what = startComment(editor);
    if (what === 'nothing') app.toast(refusalSentence('no-passage'), { tone: 'warning' });
    else void choosePanel(COMMENTS_PANEL).then(() => focusInPanel(what));
  });
  // The editor hears a moment later what the last key selected.
  useEffect(() => onSignal('comment.start', () => void requestAnimationFrame(() => setTimeout(() => start()))), []);
}
