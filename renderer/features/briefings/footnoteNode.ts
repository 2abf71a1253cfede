/**
 * A footnote: words set apart from the line they belong to. In the line stands its number, counted through the text;
 * the words open below the line while the caret is in them.
 */
import { mergeAttributes, Node } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { NodeView } from '@tiptap/pm/view';
import { element } from './element';
import styles from './page.module.css';

const NAME = 'footnote';

/** The footnote the caret is in, with the position before it; null elsewhere. */
export function footnoteAt({ selection: { $from } }: EditorState): { pos: number; size: number } | null {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === NAME) return { pos: $from.before(depth), size: $from.node(depth).nodeSize };
  return null;
}

function caretTo(editor: Editor, pos: number): boolean {
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, pos)).scrollIntoView());
  return true;
}

function select(editor: Editor, pos: number): boolean {
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, pos)).scrollIntoView());
  return true;
}

/** Puts an empty footnote behind the selection and the caret into it; false where none may stand. */
export function insertFootnote(editor: Editor): boolean {
  const { state, view } = editor;
  const { $to } = state.selection;
  const type = state.schema.nodes[NAME]!;
  if (footnoteAt(state) || !$to.parent.inlineContent || !$to.parent.canReplaceWith($to.index(), $to.index(), type))
    return false;
  const tr = state.tr.insert($to.pos, type.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)).scrollIntoView());
  view.focus();
  return true;
}

/** One step of the caret over, into or out of a footnote; false where it is not at one. */
function step(editor: Editor, by: 1 | -1): boolean {
  const { selection } = editor.state;
  const inside = footnoteAt(editor.state);
  if (selection instanceof NodeSelection) {
    if (selection.node.type.name !== NAME) return false;
    return caretTo(editor, by > 0 ? selection.to : selection.from);
  }
  if (!selection.empty) return false;
  const { $from } = selection;
  if (inside && !(selection instanceof NodeSelection)) {
    const atEdge = by > 0 ? $from.parentOffset === $from.parent.content.size : $from.parentOffset === 0;
    return atEdge && $from.parent.type.name === NAME
      ? caretTo(editor, by > 0 ? inside.pos + inside.size : inside.pos)
      : false;
  }
  const beside = by > 0 ? $from.nodeAfter : $from.nodeBefore;
  if ($from.textOffset > 0 || beside?.type.name !== NAME) return false;
  return select(editor, by > 0 ? $from.pos : $from.pos - beside.nodeSize);
}

/** Deleting at the edge of a footnote selects it first, so that its words never go unseen; an empty one goes at once. */
function remove(editor: Editor, by: 1 | -1): boolean {
  const { state, view } = editor;
  const { $from, empty } = state.selection;
  if (!empty) return false;
  const inside = footnoteAt(state);
  if (inside) {
    if ($from.parent.type.name !== NAME) return false;
    if ($from.parent.content.size === 0) {
      view.dispatch(state.tr.delete(inside.pos, inside.pos + inside.size));
      return true;
    }
    const atEdge = by > 0 ? $from.parentOffset === $from.parent.content.size : $from.parentOffset === 0;
    return atEdge ? select(editor, inside.pos) : false;
  }
  return step(editor, by);
}

export const Footnote = Node.create({
  name: NAME,
  group: 'inline',
  inline: true,
  content: '(text | hardBreak | citation)*',
  selectable: true,
  draggable: false,
  // Its keys come before those of paragraphs and lists, which would split what cannot be split.
  priority: 200,
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-footnote': '' }), 0],
  addKeyboardShortcuts() {
    const leave = (): boolean => {
      const inside = footnoteAt(this.editor.state);
      return inside ? caretTo(this.editor, inside.pos + inside.size) : false;
    };
    return {
      'Mod-Alt-f': () => insertFootnote(this.editor),
      ArrowRight: () => step(this.editor, 1),
      ArrowLeft: () => step(this.editor, -1),
      Backspace: () => remove(this.editor, -1),
      Delete: () => remove(this.editor, 1),
      Escape: leave,
      Tab: leave,
      Enter: () => {
        const { selection } = this.editor.state;
        if (selection instanceof NodeSelection && selection.node.type.name === NAME)
          return caretTo(this.editor, selection.to - 1);
        return leave();
      },
    };
  },
  addNodeView() {
    return ({ node, getPos, editor }): NodeView => {
      const dom = element('span', styles.footnote);
      const number = element('span', styles.footnoteNumber);
      number.contentEditable = 'false';
      number.setAttribute('role', 'button');
      const contentDOM = element('span', styles.footnoteWords);
      contentDOM.setAttribute('role', 'note');
      contentDOM.setAttribute('aria-label', 'Footnote');
      const draw = (words: string): void => {
        number.setAttribute('aria-label', `Footnote: ${words.slice(0, 300) || 'empty'}`);
        number.title = words.slice(0, 300);
      };
      draw(node.textContent);
      number.addEventListener('mousedown', (event) => {
        const at = getPos();
        const now = at === undefined ? null : editor.state.doc.nodeAt(at);
        if (at === undefined || !now) return;
        event.preventDefault();
        caretTo(editor, at + now.nodeSize - 1);
        editor.view.focus();
      });
      // The end of its words and the place behind it are two, though nothing is drawn between them.
      const end = element('span');
      end.contentEditable = 'false';
      dom.append(number, contentDOM, end);
      return {
        dom,
        contentDOM,
        update(next) {
          if (next.type !== node.type) return false;
          draw(next.textContent);
          return true;
        },
        selectNode: () => dom.setAttribute('data-selected', ''),
        deselectNode: () => dom.removeAttribute('data-selected'),
        stopEvent: (event) => number.contains(event.target as globalThis.Node),
        ignoreMutation: (change) => change.type !== 'selection' && !contentDOM.contains(change.target),
      };
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        // Before the caret is drawn, so that what it goes into is already shown.
        decorations(state) {
          const open = footnoteAt(state);
          if (!open) return null;
          const shown = Decoration.node(open.pos, open.pos + open.size, { class: styles.footnoteOpen ?? '' });
          return DecorationSet.create(state.doc, [shown]);
        },
      },
    }),
  ],
});
