/** Lists of things to do. A box is ticked with the mouse, or with Mod+Enter while the caret stands in its line. */
import { TaskItem, TaskList } from '@tiptap/extension-list';
import type { NodeView } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { element } from './element';
import styles from './page.module.css';

export const Tasks = TaskList.extend({
  addKeyboardShortcuts() {
    return { 'Mod-Shift-9': () => this.editor.commands.toggleTaskList() };
  },
});

export const Task = TaskItem.extend({
  // Before the line break that the same key makes elsewhere.
  priority: 200,
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      'Mod-Enter': () =>
        this.editor.commands.command(({ tr, state, dispatch }) => {
          const { $from } = state.selection;
          for (let depth = $from.depth; depth > 0; depth -= 1) {
            const item = $from.node(depth);
            if (item.type !== this.type) continue;
            if (dispatch) tr.setNodeAttribute($from.before(depth), 'checked', item.attrs['checked'] !== true);
            return true;
          }
          return false;
        }),
    };
  },
  addNodeView() {
    return ({ node, getPos, editor }): NodeView => {
      let shown = node;
      const dom = element('li', styles.task);
      const box = element('input');
      const contentDOM = element('div');
      const place = element('span', styles.taskBox);
      place.contentEditable = 'false';
      box.type = 'checkbox';
      box.tabIndex = -1;
      box.addEventListener('mousedown', (event) => event.preventDefault());
      box.addEventListener('change', () => {
        const at = getPos();
        if (at === undefined) return;
        editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'checked', !shown.attrs['checked']));
      });
      const draw = (next: Node): void => {
        shown = next;
        const done = next.attrs['checked'] === true;
        box.checked = done;
        dom.toggleAttribute('data-done', done);
        box.setAttribute('aria-label', `Done: ${next.firstChild?.textContent.slice(0, 80) || 'empty line'}`);
      };
      draw(node);
      place.append(box);
      dom.append(place, contentDOM);
      return {
        dom,
        contentDOM,
        update(next) {
          if (next.type !== shown.type) return false;
          draw(next);
          return true;
        },
        stopEvent: (event) => event.target === box,
        ignoreMutation: (change) => change.type !== 'selection' && !contentDOM.contains(change.target),
      };
    };
  },
}).configure({ nested: true });
