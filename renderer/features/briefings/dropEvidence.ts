/** An excerpt dragged out of the drawer into the text: cited, or quoted with Shift. */
import type { Editor } from '@tiptap/core';
import type { OpenCase } from '../../store/openCase';
import { readRows } from '../../store/rows';
import { behindWord, EXCERPT_DRAG, insertEvidence } from './insert';

/** True where it was an excerpt. What is dropped is read from the case: a drag from elsewhere only names an id. */
export function dropEvidence(open: OpenCase, editor: Editor, event: DragEvent, at: number): boolean {
  const dragged = event.dataTransfer?.getData(EXCERPT_DRAG);
  if (!dragged) return false;
  event.preventDefault();
  const use = event.shiftKey ? 'quote' : 'cite';
  void readRows(open, 'excerpts', [idIn(dragged)]).then(([excerpt]) => {
    if (!excerpt || editor.isDestroyed) return;
    const pos = behindWord(editor, Math.min(at, editor.state.doc.content.size));
    insertEvidence(editor, excerpt, use, { from: pos, to: pos });
  });
  return true;
}

function idIn(dragged: string): string {
  try {
    const { id } = JSON.parse(dragged) as { id?: unknown };
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}
