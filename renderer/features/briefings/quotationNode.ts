/**
 * A quotation: an excerpt's words as they were when it was put in, with who says it. Its words cannot be typed over; in
 * a field of their own, words can be left out and put in brackets, as an editor may.
 */
import { Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { Decoration, NodeView } from '@tiptap/pm/view';
import { departure, isFaithful } from '@shared/briefing/quotation';
import { keysText } from '../../ui';
import type { ShowOptions } from './citationNode';
import { citedAttributes } from './citedAttributes';
import { button, element } from './element';
import { citeAnew, keepAsItIs } from './ledger';
import type { QuotationSpec } from './numbering';
import styles from './page.module.css';

const EDIT = 'quotation.edit';

export const Quotation = Node.create<ShowOptions>({
  name: 'quotation',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addOptions: () => ({ onShow: () => undefined }),
  addAttributes: () => ({
    excerptId: {
      default: '',
      parseHTML: (dom: HTMLElement) => dom.getAttribute('data-quotation') ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-quotation': attributes['excerptId'] }),
    },
    text: {
      default: '',
      parseHTML: (dom: HTMLElement) => dom.textContent ?? '',
      renderHTML: () => ({}),
    },
    ...citedAttributes(),
  }),
  parseHTML: () => [{ tag: 'blockquote[data-quotation]', priority: 60 }],
  renderHTML: ({ node, HTMLAttributes }) => ['blockquote', HTMLAttributes, ['p', node.attrs['text'] as string]],
  renderText: ({ node }) => node.attrs['text'] as string,
  addKeyboardShortcuts() {
    const selected = (): NodeSelection | null => {
      const { selection } = this.editor.state;
      return selection instanceof NodeSelection && selection.node.type.name === this.name ? selection : null;
    };
    return {
      'Mod-Enter': () => {
        const at = selected();
        if (at) this.options.onShow(at.node.attrs['excerptId'] as string);
        return at !== null;
      },
      Enter: () => {
        const at = selected();
        const dom = at && this.editor.view.nodeDOM(at.from);
        return dom instanceof HTMLElement && !dom.dispatchEvent(new CustomEvent(EDIT, { cancelable: true }));
      },
    };
  },
  addNodeView() {
    const { onShow } = this.options;
    return ({ node, decorations, editor, getPos }): NodeView => {
      let now = node;
      let spec: QuotationSpec | undefined;
      const withPlace = (act: (at: number) => void) => (): void => {
        const at = getPos();
        if (at !== undefined) act(at);
        editor.view.focus();
      };
      const dom = element('figure', styles.quotation);
      const words = element('blockquote', styles.quotedWords);
      const caption = element('figcaption', styles.caption);
      const origin = element('span', styles.origin);
      const tools = element('span', styles.quotationTools);
      const warning = element('span', styles.warning);
      const settle = element('span', styles.quotationTools);
      const take = button(
        'Take the new words',
        withPlace((at) => citeAnew(editor, at, true)),
      );
      const anew = button(
        'Cite anew',
        withPlace((at) => citeAnew(editor, at)),
      );
      const keep = button(
        'Keep as it is',
        withPlace((at) => keepAsItIs(editor, at)),
      );
      const show = button('Show', () => onShow(now.attrs['excerptId'] as string));
      show.title = `Show it in its document (${keysText('Mod+Enter')})`;
      const form = editForm({
        onApply(text) {
          const at = getPos();
          if (at !== undefined) editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'text', text));
        },
        onClose() {
          words.hidden = false;
          const at = getPos();
          if (at !== undefined)
            editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)));
          editor.view.focus();
        },
      });
      const open = (): void => {
        if (!spec || spec.missing || spec.quote === '') return;
        words.hidden = true;
        form.open(now.attrs['text'] as string, spec.quote);
      };
      const edit = button('Shorten', open);
      edit.title = 'Leave words out with […], put your own in [brackets] (Enter)';
      tools.append(edit, show);
      settle.append(take, anew, keep);
      caption.append(origin, tools, warning, settle);
      dom.append(words, form.dom, caption);
      dom.addEventListener(EDIT, (event) => {
        event.preventDefault();
        open();
      });
      const draw = (around: readonly Decoration[]): void => {
        spec = around.map((one) => one.spec as QuotationSpec).find((one) => one.kind === 'quotation');
        const { altered = false, stale = '', missing = false } = spec ?? {};
        words.textContent = (now.attrs['text'] as string).trim();
        words.lang = spec?.language ?? '';
        origin.textContent = `${spec?.attribution ?? ''} ${spec?.label ?? ''}`.trim();
        tools.hidden = spec === undefined || missing;
        take.hidden = !altered;
        anew.hidden = stale === '';
        keep.hidden = stale === '';
        settle.hidden = missing || (!altered && stale === '');
        warning.textContent = warningOf(altered, stale, missing);
        warning.hidden = warning.textContent === '';
      };
      draw(decorations);
      return {
        dom,
        update(next, around) {
          if (next.type !== now.type) return false;
          now = next;
          draw(around);
          return true;
        },
        selectNode: () => dom.setAttribute('data-selected', ''),
        deselectNode: () => dom.removeAttribute('data-selected'),
        stopEvent: (event) =>
          event.target instanceof HTMLButtonElement || form.dom.contains(event.target as globalThis.Node),
        ignoreMutation: () => true,
      };
    };
  },
});

function warningOf(altered: boolean, stale: string, missing: boolean): string {
  if (missing) return '≠ The excerpt was deleted; these are its words as they were put in.';
  const parts = [];
  if (altered) parts.push('These are no longer the words of the excerpt.');
  if (stale !== '') parts.push(`Its ${stale} changed since it was quoted.`);
  return parts.length > 0 ? `≠ ${parts.join(' ')}` : '';
}

interface EditForm {
  readonly dom: HTMLElement;
  readonly open: (text: string, quote: string) => void;
}

/** The field a quotation's words are shortened in. Nothing but the excerpt's own words gets out of it. */
function editForm({ onApply, onClose }: { onApply: (text: string) => void; onClose: () => void }): EditForm {
  const dom = element('div', styles.quotationForm);
  dom.hidden = true;
  const field = element('textarea');
  field.setAttribute('aria-label', 'Words quoted');
  const hint = element('p', styles.quotationHint);
  hint.setAttribute('role', 'status');
  let quote = '';
  const close = (): void => {
    dom.hidden = true;
    onClose();
  };
  const look = (): boolean => {
    const fine = field.value.trim() !== '' && isFaithful(field.value, quote);
    const word = fine ? null : departure(field.value, quote);
    hint.textContent = fine
      ? 'Leave words out with […], put your own in [brackets].'
      : `≠ “${word ?? ''}” does not stand here in the excerpt. Mark what is left out with […], and put your own words in [brackets].`;
    hint.classList.toggle(styles.warning ?? '', !fine);
    apply.disabled = !fine;
    return fine;
  };
  const use = (): void => {
    if (!look()) return;
    onApply(field.value.trim());
    close();
  };
  const apply = button('Use these words', use);
  const whole = button('The whole excerpt', () => {
    field.value = quote;
    look();
    field.focus();
  });
  const cancel = button('Cancel', close);
  field.addEventListener('input', look);
  dom.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) use();
    else return;
    event.preventDefault();
  });
  const foot = element('div', styles.quotationTools);
  foot.append(apply, whole, cancel);
  dom.append(field, hint, foot);
  return {
    dom,
    open(text, words) {
      quote = words;
      field.value = text;
      dom.hidden = false;
      field.rows = Math.min(10, Math.max(2, Math.ceil(text.length / 64)));
      look();
      field.focus();
    },
  };
}
