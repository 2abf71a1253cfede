// Numbers of judgements, figures and footnotes: counted through the text, together with the notes of a style, and the
// same after a key as when they are counted anew.
import { getSchema } from '@tiptap/core';
import { EditorState, Selection, TextSelection } from '@tiptap/pm/state';
import { splitBlock } from '@tiptap/pm/commands';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citedExcerptIds, numberReferences } from '@shared/briefing/references';
import { styledReferences } from '@shared/briefing/styles/styled';
import type { BodyNode } from '@shared/model/briefing';
import { briefingExtensions } from '../../../../renderer/features/briefings/extensions';
import { numberingKey, numberingPlugin } from '../../../../renderer/features/briefings/numbering';
import { ordinalsPlugin } from '../../../../renderer/features/briefings/ordinals';
import { makePickerLink } from '../../../../renderer/features/briefings/picker';
import { cite, doc, lookupOf, paragraph, quote, text } from '../../briefing/evidence';
import { locales, ourStyle } from '../../briefing/styles/styleFiles';

const schema = getSchema(briefingExtensions({ onShow: () => undefined, picker: makePickerLink(), hints: {} }));
const [numbering, ordinals] = [numberingPlugin(), ordinalsPlugin()];

function editing(body: BodyNode, style?: string): EditorState {
  const lookup = lookupOf();
  const references = numberReferences(citedExcerptIds(body), lookup);
  const choice = { locales, language: 'en-GB' };
  const styled = style ? styledReferences(references, body, { ...choice, style: ourStyle(style) }, lookup) : null;
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON(body), plugins: [numbering, ordinals] });
  return state.apply(state.tr.setMeta(numberingKey, { references, lookup, styled }));
}

interface Numbered {
  readonly from: number;
  readonly to: number;
  readonly type: { readonly attrs: { readonly style: string } };
}

const setOf = (state: EditorState): Numbered[] =>
  (ordinals.getState(state)!.find() as unknown as Numbered[]).toSorted((a, b) => a.from - b.from || b.to - a.to);

const numbers = (state: EditorState): string[] => setOf(state).map(({ type }) => type.attrs.style.replaceAll('"', ''));

const footnote = (...content: BodyNode[]): BodyNode => ({ type: 'footnote', content });
const judgement = (id: string, ...content: BodyNode[]): BodyNode => ({
  type: 'judgement',
  attrs: { judgementId: id },
  content,
});
const figure = (...content: BodyNode[]): BodyNode => ({
  type: 'figure',
  attrs: { originalId: 'a', mediaType: 'image/png', alt: '' },
  content,
});

const BODY = doc(
  paragraph(text('One '), cite(23), footnote(text('First.')), text(' more '), cite(21)),
  judgement('j1', paragraph(text('It is likely.'), footnote(text('Second.')))),
  quote(24, 'They unloaded by night.'),
  figure(text('The pier.'), footnote(text('Third.'))),
  judgement('j2', paragraph(text('It is not.'))),
  figure(text('The ship.')),
);

test('each kind is counted on its own, inside others too', () => {
  expect(numbers(editing(BODY))).toEqual([
    '--footnote: 1',
    '--judgement: 1',
    '--footnote: 2',
    '--figure: 1',
    '--footnote: 3',
    '--judgement: 2',
    '--figure: 2',
  ]);
});

test('notes of a style are counted among the footnotes', () => {
  expect(numbers(editing(BODY, 'chicago-notes')).filter((one) => one.startsWith('--footnote'))).toHaveLength(6);
  expect(numbers(editing(BODY, 'chicago-notes')).slice(0, 3)).toEqual([
    '--footnote: 1',
    '--footnote: 2',
    '--footnote: 3',
  ]);
});

test('after any keys the numbers are those of a text counted anew', () => {
  const step = fc.tuple(fc.constantFrom('type', 'split', 'delete', 'footnote'), fc.nat(), fc.nat(8));
  fc.assert(
    fc.property(fc.constantFrom(undefined, 'chicago-notes'), fc.array(step, { maxLength: 12 }), (style, steps) => {
      let state = editing(BODY, style);
      for (const [kind, place, length] of steps) {
        const near = Selection.near(state.doc.resolve(place % state.doc.content.size));
        if (!(near instanceof TextSelection)) continue;
        const at = near.from;
        state = state.apply(state.tr.setSelection(near));
        if (kind === 'type') state = state.apply(state.tr.insertText('x', at));
        else if (kind === 'split') splitBlock(state, (tr) => void (state = state.apply(tr)));
        else if (kind === 'delete')
          state = state.apply(state.tr.delete(at, Math.min(at + length, state.doc.content.size)));
        else if (state.selection.$from.parent.type.name === 'paragraph')
          state = state.apply(state.tr.insert(at, schema.nodes['footnote']!.create()));
        const now = setOf(state).map(({ from, to, type }) => [from, to, type.attrs.style]);
        // A field that was taken out is made anew.
        const anew = state.reconfigure({ plugins: [numbering] }).reconfigure({ plugins: [numbering, ordinals] });
        const fresh = setOf(anew).map(({ from, to, type }) => [from, to, type.attrs.style]);
        expect(now).toEqual(fresh);
      }
    }),
  );
});
