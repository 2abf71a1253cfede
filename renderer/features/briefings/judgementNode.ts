/** A key judgement in the text: its number, its words in a quiet frame, and the way to what stands behind them. */
import { mergeAttributes, Node } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { Fragment } from '@tiptap/pm/model';
import type { Node as TextNode, ResolvedPos } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import { keysText } from '../../ui';
import { touches } from './changes';
import { button, element } from './element';
import styles from './page.module.css';

export interface JudgementOptions {
  readonly newId: () => string;
  /** Asks for what stands behind a judgement. */
  readonly onJudgement: (judgementId: string) => void;
}

const NAME = 'judgement';
const ONLY: ReadonlySet<string> = new Set([NAME]);

const depthOf = ($at: ResolvedPos, name: string): number => {
  for (let depth = $at.depth; depth > 0; depth -= 1) if ($at.node(depth).type.name === name) return depth;
  return -1;
};

/** Id of the judgement the selection begins in; null elsewhere. */
export function judgementAt({ selection: { $from } }: EditorState): string | null {
  const depth = depthOf($from, NAME);
  return depth < 0 ? null : ($from.node(depth).attrs['judgementId'] as string);
}

/** Takes the frame away and leaves the paragraphs. */
function unwrap(state: EditorState): Transaction | null {
  const { $from } = state.selection;
  const depth = depthOf($from, NAME);
  if (depth < 0) return null;
  const tr = state.tr.replaceWith($from.before(depth), $from.after(depth), $from.node(depth).content);
  return tr.setSelection(TextSelection.create(tr.doc, $from.pos - 1));
}

const asParagraph = (state: EditorState, node: TextNode): TextNode =>
  state.schema.nodes['paragraph']!.create(null, node.content);

/** The paragraphs of the selection, which stand beside each other, as one judgement. */
function wrap(state: EditorState, judgementId: string): Transaction | null {
  const { $from, $to } = state.selection;
  const item = Math.max(depthOf($from, 'listItem'), depthOf($from, 'taskItem'));
  if (item > 0 && $from.depth === item + 1) return wrapItem(state, item, judgementId);
  const range = $from.blockRange($to, (node) => !node.isTextblock);
  if (!range) return null;
  const blocks: TextNode[] = [];
  for (let i = range.startIndex; i < range.endIndex; i += 1) blocks.push(range.parent.child(i));
  if (!blocks.every((node) => node.type.name === 'paragraph' || node.type.name === 'heading')) return null;
  const made = state.schema.nodes[NAME]!.create(
    { judgementId },
    blocks.map((node) => asParagraph(state, node)),
  );
  if (!range.parent.canReplaceWith(range.startIndex, range.endIndex, made.type)) return null;
  const tr = state.tr.replaceWith(range.start, range.end, made);
  return tr.setSelection(TextSelection.create(tr.doc, $from.pos + 1));
}

/** The item leaves its list, which goes on below it; what else stood in the item follows the judgement. */
function wrapItem(state: EditorState, depth: number, judgementId: string): Transaction | null {
  const { $from } = state.selection;
  const list = $from.node(depth - 1);
  const item = $from.node(depth);
  const at = $from.index(depth - 1);
  const paragraphs: TextNode[] = [];
  const rest: TextNode[] = [];
  item.forEach((node) => (rest.length === 0 && node.type.name === 'paragraph' ? paragraphs : rest).push(node));
  const part = (from: number, to: number, start: number): TextNode[] => {
    if (from >= to) return [];
    const items: TextNode[] = [];
    for (let i = from; i < to; i += 1) items.push(list.child(i));
    return [list.type.create('start' in list.attrs ? { ...list.attrs, start } : list.attrs, items)];
  };
  const first = (list.attrs['start'] as number | undefined) ?? 1;
  const before = part(0, at, first);
  const made = state.schema.nodes[NAME]!.create({ judgementId }, paragraphs);
  const all = Fragment.from([...before, made, ...rest, ...part(at + 1, list.childCount, first + at)]);
  const start = $from.before(depth - 1);
  const parent = $from.node(depth - 2);
  const index = $from.index(depth - 2);
  if (!parent.canReplace(index, index + 1, all)) return null;
  const tr = state.tr.replaceWith(start, $from.after(depth - 1), all);
  // Into the judgement and its paragraph in front of which the caret's own one stood.
  const inside = start + (before[0]?.nodeSize ?? 0) + 1;
  const offset = $from.pos - $from.start(depth);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(inside + offset, tr.doc.content.size))));
}

/** Makes the paragraph or list item at the caret a judgement, or takes its frame away. False where none may stand. */
export function toggleJudgement(editor: Editor, newId: () => string): boolean {
  const { state, view } = editor;
  const tr = unwrap(state) ?? wrap(state, newId());
  if (!tr) return false;
  view.dispatch(tr.scrollIntoView());
  view.focus();
  return true;
}

/** A copy of a judgement is another one: two never share an id. */
function parted(transactions: readonly Transaction[], state: EditorState, newId: () => string): Transaction | null {
  if (!transactions.some((tr) => tr.docChanged && touches(tr, ONLY))) return null;
  const seen = new Set<string>();
  const { tr } = state;
  state.doc.descendants((node, at) => {
    if (node.type.name === NAME) {
      const id = node.attrs['judgementId'] as string;
      if (seen.has(id)) tr.setNodeAttribute(at, 'judgementId', newId());
      seen.add(id);
    }
    return !node.isTextblock;
  });
  return tr.docChanged ? tr : null;
}

export const Judgement = Node.create<JudgementOptions>({
  name: NAME,
  group: 'block',
  content: 'paragraph+',
  defining: true,
  selectable: true,
  draggable: true,
  priority: 150,
  addOptions: () => ({ newId: () => '', onJudgement: () => undefined }),
  addAttributes: () => ({
    judgementId: {
      default: '',
      parseHTML: (dom: HTMLElement) => dom.getAttribute('data-judgement') ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-judgement': attributes['judgementId'] }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-judgement]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-j': () => toggleJudgement(this.editor, this.options.newId),
      'Mod-Alt-Enter': () => {
        const id = judgementAt(this.editor.state);
        if (id !== null) this.options.onJudgement(id);
        return id !== null;
      },
      Backspace: () => {
        const { state, view } = this.editor;
        const { $from, empty } = state.selection;
        const depth = depthOf($from, NAME);
        if (!empty || depth < 0 || $from.pos !== $from.start(depth) + 1) return false;
        const tr = unwrap(state);
        if (tr) view.dispatch(tr.scrollIntoView());
        return tr !== null;
      },
    };
  },
  addNodeView() {
    const { onJudgement } = this.options;
    return ({ node }): NodeView => {
      let id = node.attrs['judgementId'] as string;
      const dom = element('div', styles.judgement);
      dom.setAttribute('role', 'group');
      dom.setAttribute('aria-label', 'Key judgement');
      const number = element('span', styles.judgementNumber);
      number.contentEditable = 'false';
      number.setAttribute('aria-hidden', 'true');
      const contentDOM = element('div', styles.judgementWords);
      const details = button('Details', () => onJudgement(id));
      details.contentEditable = 'false';
      details.title = `Likelihood, confidence and basis (${keysText('Mod+Alt+Enter')})`;
      dom.append(number, contentDOM, details);
      const draw = (next: string): void => {
        id = next;
        dom.dataset['judgement'] = next;
      };
      draw(id);
      return {
        dom,
        contentDOM,
        update(next) {
          if (next.type !== node.type) return false;
          draw(next.attrs['judgementId'] as string);
          return true;
        },
        stopEvent: (event) => details.contains(event.target as globalThis.Node),
        ignoreMutation: (change) => change.type !== 'selection' && !contentDOM.contains(change.target),
      };
    };
  },
  addProseMirrorPlugins() {
    const { newId } = this.options;
    return [new Plugin({ appendTransaction: (all, _old, state) => parted(all, state, newId) })];
  },
});
