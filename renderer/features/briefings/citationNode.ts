/** A citation in the text: one atom that knows its excerpt. Its number comes from beside it and is never part of the text. */
import { Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { Decoration, NodeView } from '@tiptap/pm/view';
import { citedAttributes } from './citedAttributes';
import type { CitationSpec } from './numbering';
import styles from './page.module.css';

export interface ShowOptions {
  /** Goes to the excerpt in its document. */
  readonly onShow: (excerptId: string) => void;
}

export interface CitationOptions extends ShowOptions {
  /** Opens what can be done with the selected citation; false where its card does not stand. */
  readonly onSettle: () => boolean;
}

const TAG = 'span';

export const Citation = Node.create<CitationOptions>({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,
  addOptions: () => ({ onShow: () => undefined, onSettle: () => false }),
  addAttributes: () => ({
    excerptId: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-citation') ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-citation': attributes['excerptId'] }),
    },
    ...citedAttributes(),
  }),
  parseHTML: () => [{ tag: 'span[data-citation]' }],
  renderHTML: ({ HTMLAttributes }) => [TAG, HTMLAttributes],
  addKeyboardShortcuts() {
    const selected = (): string | null => {
      const { selection } = this.editor.state;
      if (!(selection instanceof NodeSelection) || selection.node.type.name !== this.name) return null;
      return selection.node.attrs['excerptId'] as string;
    };
    const show = (): boolean => {
      const id = selected();
      if (id !== null) this.options.onShow(id);
      return id !== null;
    };
    const settle = (): boolean => selected() !== null && this.options.onSettle();
    return {
      'Mod-Enter': show,
      Enter: () => {
        const { selection } = this.editor.state;
        const dom = selected() === null ? null : this.editor.view.nodeDOM(selection.from);
        // One that changed since it was cited asks what is to be done first.
        return (dom instanceof HTMLElement && dom.hasAttribute('data-stale') && settle()) || show();
      },
      ContextMenu: settle,
      'Shift-F10': settle,
    };
  },
  addNodeView() {
    const { onShow } = this.options;
    return ({ node, decorations }): NodeView => {
      const dom = document.createElement(TAG);
      dom.dataset['citation'] = node.attrs['excerptId'] as string;
      dom.setAttribute('role', 'link');
      dom.addEventListener('click', () => onShow(dom.dataset['citation']!));
      const draw = (around: readonly Decoration[]): void => {
        const spec = around.map((one) => one.spec as CitationSpec).find((one) => one.kind === 'citation');
        dom.textContent = spec?.label ?? '[…]';
        dom.setAttribute('aria-label', spec?.words ?? 'Reference');
        dom.className = [styles.citation, spec?.missing ? styles.missing : '', spec?.stale ? styles.stale : ''].join(
          ' ',
        );
        dom.toggleAttribute('data-stale', spec?.stale ?? false);
        if (spec?.alone) dom.dataset['alone'] = spec.alone;
        else delete dom.dataset['alone'];
      };
      draw(decorations);
      return {
        dom,
        update(next, around) {
          if (next.type !== node.type) return false;
          dom.dataset['citation'] = next.attrs['excerptId'] as string;
          draw(around);
          return true;
        },
        selectNode: () => dom.setAttribute('data-selected', ''),
        deselectNode: () => dom.removeAttribute('data-selected'),
        ignoreMutation: () => true,
      };
    };
  },
});
