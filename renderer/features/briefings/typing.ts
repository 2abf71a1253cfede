/**
 * A letter is put into the document of the editor, which draws it. Left to the browser it would be put into the page by
 * the browser's own editing, and read back from there: half as long again for each key. What an input method composes,
 * and what is dictated, dropped or corrected, still comes from the browser.
 */
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Half of a character outside the first plane: some keyboards send it as two keys. */
const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** Types the letter of a key press; false where the press is no letter, or not one for a line of text. */
export function typeLetter(view: EditorView, event: KeyboardEvent): boolean {
  const { selection } = view.state;
  const code = event.charCode;
  if (!(selection instanceof TextSelection) || code < 0x20 || isHalf(code)) return false;
  const letter = String.fromCharCode(code);
  const { from, to } = selection;
  const typed = () => view.state.tr.insertText(letter).scrollIntoView();
  // Rules that make something else of what is typed, as the picker of excerpts, come first.
  if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, typed))) view.dispatch(typed());
  return true;
}
