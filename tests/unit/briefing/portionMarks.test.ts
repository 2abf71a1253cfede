// Portion marks in the editor: each paragraph's own marking before it, only while they are wanted.
import { Schema } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { numberReferences } from '@shared/briefing/references';
import { numberingKey } from '../../../renderer/features/briefings/numbering';
import { portionMarksPlugin, portionsKey } from '../../../renderer/features/briefings/portionMarks';
import { horizonOf } from '../../../renderer/features/library/CaseStandards';
import { idOf, lookupOf } from './evidence';

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*' },
    heading: { group: 'block', content: 'inline*' },
    citation: { group: 'inline', inline: true, atom: true, attrs: { excerptId: {} } },
    quotation: { group: 'block', atom: true, attrs: { excerptId: {} } },
    text: { group: 'inline' },
  },
});
const cite = (number: number) => schema.node('citation', { excerptId: idOf(number) });
const doc = schema.node('doc', null, [
  schema.node('heading', null, [schema.text('Outlook')]),
  schema.node('paragraph', null, [schema.text('Two ships.'), cite(21), cite(24)]),
  schema.node('paragraph', null, [schema.text('No lights.'), cite(23)]),
  schema.node('paragraph'),
  schema.node('quotation', { excerptId: idOf(24) }),
]);
const evidence = { lookup: lookupOf(), references: numberReferences([], lookupOf()) };

const shown = (state: EditorState): string[] =>
  (portionsKey.getState(state)?.decorations.find() ?? []).map(
    (one) => (one as unknown as { type: { attrs: Record<string, string> } }).type.attrs['data-portion']!,
  );

describe('portion marks', () => {
  it('stand before paragraphs with words and before quotations, the strictest of what each cites', () => {
    let state = EditorState.create({ doc, plugins: [portionMarksPlugin()] });
    state = state.apply(state.tr.setMeta(numberingKey, evidence));
    expect(shown(state)).toEqual([]);
    state = state.apply(state.tr.setMeta(portionsKey, true));
    expect(shown(state)).toEqual(['(TLP:RED)', '(TLP:GREEN)', '(TLP:RED)']);
    state = state.apply(state.tr.setMeta(portionsKey, false));
    expect(shown(state)).toEqual([]);
  });
});

describe('the age evidence may have', () => {
  it('is a whole number of days, and none where the field is empty', () => {
    expect([' 90 ', '', '0', '36500'].map(horizonOf)).toEqual([90, 0, 0, 36_500]);
    expect(['-1', '1.5', 'ten', '36501', '1e3'].map(horizonOf)).toEqual([null, null, null, null, null]);
  });
});
