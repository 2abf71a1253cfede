import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { Schema } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { describe, expect, test, vi } from 'vitest';
import { toEdge } from '../../../../renderer/features/briefings/toEdge';

vi.stubGlobal('navigator', { platform: 'Linux' });

const schema = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*', toDOM: () => ['p', 0] }, text: {} },
});
const doc = schema.node('doc', null, [
  schema.node('paragraph', null, [schema.text('first')]),
  schema.node('paragraph', null, [schema.text('last')]),
]);

/** The selection after a key at the third place of the text; null where the key was not taken. */
function after(key: Partial<KeyboardEvent>): readonly [number, number] | null {
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, 3) });
  const view = { state, dispatch: (tr: Transaction) => void (state = state.apply(tr)) } as unknown as EditorView;
  const event = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...key } as KeyboardEvent;
  return toEdge(view, event) ? [state.selection.anchor, state.selection.head] : null;
}

describe('the keys to the ends of a text', () => {
  test('go to the last and the first word, however much of the text is drawn', () => {
    expect(after({ key: 'End', ctrlKey: true })).toEqual([12, 12]);
    expect(after({ key: 'Home', ctrlKey: true })).toEqual([1, 1]);
  });

  test('take the selection along with Shift', () => {
    expect(after({ key: 'End', ctrlKey: true, shiftKey: true })).toEqual([3, 12]);
    expect(after({ key: 'Home', ctrlKey: true, shiftKey: true })).toEqual([3, 1]);
  });

  test('are arrows on a Mac', () => {
    vi.stubGlobal('navigator', { platform: 'MacIntel' });
    expect(after({ key: 'ArrowDown', metaKey: true })).toEqual([12, 12]);
    expect(after({ key: 'End', ctrlKey: true })).toBeNull();
    vi.stubGlobal('navigator', { platform: 'Linux' });
  });

  test('leave other keys to the editor', () => {
    expect(after({ key: 'End' })).toBeNull();
    expect(after({ key: 'ArrowDown', ctrlKey: true })).toBeNull();
    expect(after({ key: 'End', ctrlKey: true, altKey: true })).toBeNull();
  });
});
