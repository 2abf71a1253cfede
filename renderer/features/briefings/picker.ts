/** `[[` and a few words: tells the page that an excerpt is looked for at the caret, and hands its list the keys. */
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The words typed since `[[`. Positions are ProseMirror's; the others are pixels of the window. */
export interface Picking {
  readonly from: number;
  readonly to: number;
  readonly query: string;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** True when the list took the key. */
export type PickerKeys = (event: KeyboardEvent) => boolean;

/** What the plugin and the list say to each other. */
export interface PickerLink {
  readonly now: () => Picking | null;
  readonly become: (next: Picking | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** The list gets the keys for as long as it stands. Returns the way to give them back. */
  readonly takeKeys: (keys: PickerKeys) => () => void;
  readonly key: PickerKeys;
}

export function makePickerLink(): PickerLink {
  let picking: Picking | null = null;
  let keys: PickerKeys | null = null;
  const listeners = new Set<() => void>();
  return {
    now: () => picking,
    become(next) {
      // A view update without a change must not draw the page, which would update the view.
      if (JSON.stringify(next) === JSON.stringify(picking)) return;
      picking = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeKeys(next) {
      keys = next;
      return () => {
        if (keys === next) keys = null;
      };
    },
    key: (event) => keys?.(event) ?? false,
  };
}

const OPENED = /\[\[([^[\]\uFFFC]{0,80})$/u;

export function pickerPlugin(link: PickerLink): Plugin {
  let dismissed = -1;
  const look = (view: EditorView): void => {
    const { $from, empty } = view.state.selection;
    if (!empty || !$from.parent.isTextblock || !view.hasFocus()) return link.become(null);
    const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC');
    const match = OPENED.exec(before);
    if (!match) {
      dismissed = -1;
      return link.become(null);
    }
    const from = $from.pos - match[0].length;
    if (from === dismissed) return link.become(null);
    const box = view.coordsAtPos(from);
    link.become({ from, to: $from.pos, query: match[1]!, left: box.left, top: box.top, bottom: box.bottom });
  };
  return new Plugin({
    view: () => ({ update: look, destroy: () => link.become(null) }),
    props: {
      handleKeyDown(_view, event) {
        const picking = link.now();
        if (!picking) return false;
        if (event.key !== 'Escape') return link.key(event);
        dismissed = picking.from;
        link.become(null);
        return true;
      },
      handleDOMEvents: {
        blur: () => {
          link.become(null);
          return false;
        },
      },
    },
  });
}
