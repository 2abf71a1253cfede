import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyNode } from '@shared/model/briefing';
import { changeSince } from '../../../renderer/features/briefings/draftChange';
import { briefingExtensions } from '../../../renderer/features/briefings/extensions';
import { makePickerLink } from '../../../renderer/features/briefings/picker';
import { doc, paragraph, text } from './evidence';

const schema = getSchema(briefingExtensions({ onShow: () => undefined, picker: makePickerLink(), hints: {} } as never));
const textOf = (blocks: readonly string[]) =>
  schema.nodeFromJSON(doc(...blocks.map((words) => paragraph(...(words === '' ? [] : [text(words)])))));

describe('what is written ahead of a text', () => {
  it('is nothing where nothing changed, and the one block a key changed', () => {
    const base = textOf(['One ship.', 'Two ships.', 'Three ships.']);
    expect(changeSince(base, base)).toEqual({ from: 3, count: 0, blocks: [] });
    const typed = EditorState.create({ doc: base }).tr.insertText('!', 15).doc;
    expect(changeSince(base, typed)).toMatchObject({ from: 1, count: 1, blocks: [{ type: 'paragraph' }] });
  });

  it('makes the text of the one kept before, whatever was edited', () => {
    const edit = fc.record({
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      to: fc.double({ min: 0, max: 1, noNaN: true }),
      blocks: fc.array(fc.constantFrom('', 'a', 'same', 'same', 'other words'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('', 'same', 'same', 'One ship.'), { minLength: 1, maxLength: 8 }),
        fc.array(edit, { maxLength: 5 }),
        (blocks, edits) => {
          const base = textOf(blocks);
          let state = EditorState.create({ doc: base });
          for (const one of edits) {
            const size = state.doc.content.size;
            const [from, to] = [one.from * size, one.to * size].map(Math.floor).sort((a, b) => a - b) as [
              number,
              number,
            ];
            const slice = one.blocks.length === 0 ? null : textOf(one.blocks).slice(0);
            state = state.apply(slice ? state.tr.replaceRange(from, to, slice) : state.tr.deleteRange(from, to));
          }
          const change = changeSince(base, state.doc);
          const json = base.toJSON() as BodyNode;
          const content = (json.content ?? []).toSpliced(change.from, change.count, ...change.blocks);
          expect({ ...json, content }).toEqual(state.doc.toJSON());
        },
      ),
    );
  });
});
