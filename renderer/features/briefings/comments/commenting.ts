/** What is done with comments from the text: starting one on the words selected, writing it, going to its passage. */
import { TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/core';
import type { App } from '../../../app/context';
import type { Span } from '@shared/briefing/commentPlaces';
import { commentsIn, tellComments, threadAt } from '../commentPlugin';
import type { CommentMeta } from '../commentPlugin';
import { saverOf } from '../useBodySaving';

export function tell(editor: Editor, meta: CommentMeta): void {
  if (!editor.isDestroyed) editor.view.dispatch(tellComments(editor.state.tr, meta));
}

export type CommentStart = 'composer' | 'thread' | 'nothing';

/**
 * Begins a comment on the words selected, or on the word at the caret; where the caret stands in a passage that has a
 * comment, that one is gone to.
 */
export function startComment(editor: Editor): CommentStart {
  const { selection, doc } = editor.state;
  const { comments, places } = commentsIn(editor.state);
  if (selection.empty) {
    const thread = threadAt(selection.head, places, comments);
    if (thread !== null) {
      tell(editor, { focused: thread, pending: null });
      return 'thread';
    }
  }
  const span = selection.empty ? wordAt(editor, selection.head) : { from: selection.from, to: selection.to };
  const passage = span ? doc.textBetween(span.from, span.to, ' ').trim() : '';
  if (!span || passage === '') return 'nothing';
  tell(editor, { pending: { ...span, passage } });
  return 'composer';
}

function wordAt(editor: Editor, at: number): Span | null {
  const $at = editor.state.doc.resolve(at);
  if (!$at.parent.isTextblock) return null;
  // A leaf is one position: the places in the line stay those in the text.
  const line = $at.parent.textBetween(0, $at.parent.content.size, '\uFFFC', '\uFFFC');
  const before = /[\p{L}\p{N}’'-]*$/u.exec(line.slice(0, $at.parentOffset))![0].length;
  const after = /^[\p{L}\p{N}’'-]*/u.exec(line.slice($at.parentOffset))![0].length;
  return before + after === 0 ? null : { from: at - before, to: at + after };
}

/** The words a comment that is being written is about, as they stand now, or as they were where they are gone. */
export function pendingWords(editor: Editor): string {
  const { pending } = commentsIn(editor.state);
  if (!pending) return '';
  return editor.state.doc.textBetween(pending.from, pending.to, ' ').trim() || pending.passage;
}

/**
 * Writes the comment and the mark on its passage in one step. What was typed before is its own step.
 * @returns whether it was written; where not, the text is as it was
 */
export async function writeComment(
  editor: Editor,
  { run, newId }: Pick<App, 'run' | 'newId'>,
  briefingId: string,
  text: string,
): Promise<boolean> {
  const saver = saverOf(editor);
  await saver?.flush();
  const { pending } = commentsIn(editor.state);
  if (!saver || !pending || editor.isDestroyed) return false;
  const id = newId();
  const passage = pendingWords(editor);
  const mark = editor.schema.marks['comment']!.create({ commentId: id });
  // Not a step of the text's own undo: that would take the mark and leave the comment.
  const { tr } = editor.state;
  tr.addMark(pending.from, pending.to, mark).setSelection(TextSelection.near(tr.doc.resolve(pending.to), -1));
  editor.view.dispatch(tellComments(tr, { pending: null, focused: id }));
  const isWritten = await saver.writeBy(
    async (body) => (await run('comment.create', { id, briefingId, passage, text, body })).ok,
  );
  if (!isWritten && !editor.isDestroyed) {
    const { from, to } = pending;
    editor.view.dispatch(tellComments(editor.state.tr.removeMark(from, to, mark), { pending }));
  }
  return isWritten;
}

/** Brings the passage of a thread into view; the focus stays where it is. */
export function showPassage(editor: Editor, threadId: string): void {
  tell(editor, { focused: threadId });
  const from = commentsIn(editor.state).places.get(threadId)?.spans[0]?.from;
  if (from === undefined) return;
  const { node } = editor.view.domAtPos(from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
}

/** Puts the caret at the passage of a thread. */
export function goToPassage(editor: Editor, threadId: string): void {
  const span = commentsIn(editor.state).places.get(threadId)?.spans[0];
  if (!span) return;
  const { tr, doc } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, span.from)).scrollIntoView());
  tell(editor, { focused: threadId });
  editor.view.focus();
}
