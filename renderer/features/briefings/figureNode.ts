/** A picture of the case in the text, with its caption and the words for those who cannot see it. */
import { mergeAttributes, Node } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import { FIGURE_TYPES } from '@shared/briefing/bodySchema';
import type { FigureType } from '@shared/briefing/bodySchema';
import { element } from './element';
import styles from './page.module.css';

export interface FigureOptions {
  /** The address a picture is shown from; null where its bytes are not here. */
  readonly pictureAddress: (originalId: string, mediaType: FigureType) => Promise<string | null>;
}

const NAME = 'figure';

/** Position before the figure whose caption the caret is in; -1 elsewhere. */
function captionAt({ selection }: EditorState): number {
  const { $from } = selection;
  return selection instanceof TextSelection && $from.parent.type.name === NAME ? $from.before() : -1;
}

const isSelected = ({ selection }: EditorState): boolean =>
  selection instanceof NodeSelection && selection.node.type.name === NAME;

/** Puts a picture behind the block at the caret, its caption under the caret. */
export function insertFigure(editor: Editor, attrs: { originalId: string; mediaType: FigureType }, at?: number): void {
  const { state, view } = editor;
  const { $to } = state.selection;
  const figure = state.schema.nodes[NAME]!.create({ ...attrs, alt: '' });
  const $at = at === undefined ? $to : state.doc.resolve(Math.min(at, state.doc.content.size));
  const depth = depthForBlock($at);
  const isEmpty =
    depth > 0 && $at.parent.isTextblock && $at.parent.content.size === 0 && $at.parent.type.name === 'paragraph';
  const { tr } = state;
  let pos = depth === 0 ? $at.pos : $at.after(depth);
  if (isEmpty && $at.depth === depth && depth === 1) {
    pos = $at.before(depth);
    tr.replaceWith(pos, $at.after(depth), figure);
  } else tr.insert(pos, figure);
  const end = pos + figure.nodeSize;
  // Writing goes on below it: a figure that ends the text gets a line after it.
  if (end === tr.doc.content.size) tr.insert(end, state.schema.nodes['paragraph']!.create());
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)).scrollIntoView());
  view.focus();
}

/** The depth of the outermost block a figure may stand behind: not inside a judgement, which holds paragraphs alone. */
function depthForBlock($at: EditorState['selection']['$from']): number {
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    const parent = $at.node(depth - 1).type.name;
    if (parent === 'doc' || parent === 'tableCell' || parent === 'tableHeader') return depth;
  }
  return 0;
}

export const Figure = Node.create<FigureOptions>({
  name: NAME,
  group: 'block',
  content: 'inline*',
  selectable: true,
  draggable: true,
  isolating: true,
  priority: 150,
  addOptions: () => ({ pictureAddress: () => Promise.resolve(null) }),
  addAttributes: () => ({
    originalId: {
      default: '',
      parseHTML: (dom: HTMLElement) => dom.getAttribute('data-picture') ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-picture': attributes['originalId'] }),
    },
    mediaType: {
      default: 'image/png',
      parseHTML: (dom: HTMLElement) => dom.getAttribute('data-media') ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-media': attributes['mediaType'] }),
    },
    alt: {
      default: '',
      parseHTML: (dom: HTMLElement) => dom.getAttribute('data-alt') ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-alt': attributes['alt'] }),
    },
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-picture]',
      getAttrs: (dom: HTMLElement) =>
        (FIGURE_TYPES as readonly (string | null)[]).includes(dom.getAttribute('data-media')) ? null : false,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    const select = (pos: number): boolean => {
      const { state, view } = this.editor;
      view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, pos)).scrollIntoView());
      return true;
    };
    const goOn = (): boolean => {
      const at = captionAt(this.editor.state);
      if (at < 0) return false;
      const { state, view } = this.editor;
      const after = state.selection.$from.after();
      const tr = state.tr.insert(after, state.schema.nodes['paragraph']!.create());
      view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
      return true;
    };
    return {
      Enter: () => {
        const { state, view } = this.editor;
        if (!isSelected(state)) return goOn();
        const dom = view.nodeDOM((state.selection as NodeSelection).from);
        (dom as HTMLElement | null)?.querySelector('input')?.focus();
        return true;
      },
      ArrowDown: () => {
        const { state, view } = this.editor;
        if (!isSelected(state)) return false;
        const { from } = state.selection as NodeSelection;
        view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from + 1)).scrollIntoView());
        return true;
      },
      Escape: () => {
        const at = captionAt(this.editor.state);
        return at < 0 ? false : select(at);
      },
      Backspace: () => {
        const { selection } = this.editor.state;
        const at = captionAt(this.editor.state);
        return at >= 0 && selection.empty && selection.$from.parentOffset === 0 ? select(at) : false;
      },
    };
  },
  addNodeView() {
    const { pictureAddress } = this.options;
    return ({ node, getPos, editor }): NodeView => {
      let now = node;
      const dom = element('figure', styles.figure);
      const frame = element('div', styles.picture);
      frame.contentEditable = 'false';
      const image = element('img');
      image.draggable = false;
      const absent = element('p', styles.absent);
      absent.textContent = 'The picture is not here. A bundle made with it brings it.';
      absent.hidden = true;
      const label = element('label', styles.alt);
      const words = element('span');
      words.textContent = 'For those who cannot see it';
      const field = element('input');
      field.type = 'text';
      field.maxLength = 2_000;
      field.placeholder = 'What the picture shows';
      label.append(words, field);
      frame.append(image, absent, label);
      const caption = element('figcaption', styles.figureCaption);
      dom.append(frame, caption);

      const write = (): void => {
        const at = getPos();
        if (at !== undefined && field.value !== now.attrs['alt'])
          editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'alt', field.value));
      };
      field.addEventListener('change', write);
      field.addEventListener('keydown', (event) => {
        if (!['Enter', 'Escape', 'ArrowDown'].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        write();
        const at = getPos();
        if (at !== undefined)
          editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at + 1)));
        editor.view.focus();
      });
      frame.addEventListener('mousedown', (event) => {
        if (event.target !== image && event.target !== frame) return;
        const at = getPos();
        if (at === undefined) return;
        event.preventDefault();
        editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)));
        editor.view.focus();
      });
      const draw = (isNew: boolean): void => {
        const { originalId, mediaType, alt } = now.attrs as { originalId: string; mediaType: FigureType; alt: string };
        image.alt = alt;
        dom.toggleAttribute('data-silent', alt === '');
        if (document.activeElement !== field) field.value = alt;
        if (!isNew) return;
        void pictureAddress(originalId, mediaType).then((address) => {
          if (now.attrs['originalId'] !== originalId) return;
          image.hidden = address === null;
          absent.hidden = address !== null;
          if (address !== null) image.src = address;
        });
      };
      draw(true);
      return {
        dom,
        contentDOM: caption,
        update(next) {
          if (next.type !== now.type) return false;
          const isNew = next.attrs['originalId'] !== now.attrs['originalId'];
          now = next;
          draw(isNew);
          return true;
        },
        selectNode: () => dom.setAttribute('data-selected', ''),
        deselectNode: () => dom.removeAttribute('data-selected'),
        stopEvent: (event) => label.contains(event.target as globalThis.Node),
        ignoreMutation: (change) => change.type !== 'selection' && !caption.contains(change.target),
      };
    };
  },
});
