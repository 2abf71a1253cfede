/** The keys to the first and the last word of the text. The browser would stop short of blocks it has not drawn. */
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** Which end the keys mean: -1 the first word, 1 the last; 0 where they mean neither. */
function edgeOf(event: KeyboardEvent): -1 | 0 | 1 {
  if (event.altKey) return 0;
  if (isMac()) {
    if (!event.metaKey || event.ctrlKey) return 0;
    return event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  }
  if (!event.ctrlKey || event.metaKey) return 0;
  return event.key === 'Home' ? -1 : event.key === 'End' ? 1 : 0;
}

/** Moves the caret to an end of the text, or the selection's head with Shift; false where the keys mean neither. */
export function toEdge(view: EditorView, event: KeyboardEvent): boolean {
  const edge = edgeOf(event);
  if (edge === 0) return false;
  const { doc, selection, tr } = view.state;
  const end = edge < 0 ? Selection.atStart(doc) : Selection.atEnd(doc);
  const next = event.shiftKey ? TextSelection.between(selection.$anchor, end.$head) : end;
  view.dispatch(tr.setSelection(next).scrollIntoView());
  return true;
}
