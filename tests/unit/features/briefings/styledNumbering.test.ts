// What citations show in the editor in each kind of style, also right after a key, before the style was asked again.
import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { citedExcerptIds, numberReferences } from '@shared/briefing/references';
import { styledReferences } from '@shared/briefing/styles/styled';
import type { BodyNode } from '@shared/model/briefing';
import { briefingExtensions } from '../../../../renderer/features/briefings/extensions';
import { numberingKey, numberingPlugin } from '../../../../renderer/features/briefings/numbering';
import { makePickerLink } from '../../../../renderer/features/briefings/picker';
import { cite, doc, lookupOf, paragraph, quote, text } from '../../briefing/evidence';
import { locales, ourStyle } from '../../briefing/styles/styleFiles';

const schema = getSchema(briefingExtensions({ onShow: () => undefined, picker: makePickerLink(), hints: {} }));

function editing(body: BodyNode, style: string | null): EditorState {
  const lookup = lookupOf();
  const references = numberReferences(citedExcerptIds(body), lookup);
  const choice = { locales, language: 'en-GB' };
  const styled = style ? styledReferences(references, body, { ...choice, style: ourStyle(style) }, lookup) : null;
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON(body), plugins: [numberingPlugin()] });
  return state.apply(state.tr.setMeta(numberingKey, { references, lookup, styled }));
}

interface Shown {
  readonly type: { readonly attrs: Record<string, string>; readonly spec: { label: string; alone?: string } };
}

/** Labels in the order of the text, `note:` before those counted with the footnotes. */
function shown(state: EditorState): string[] {
  const all = numberingKey.getState(state)!.decorations.find();
  return (all.toSorted((a, b) => a.from - b.from) as unknown as Shown[]).map(({ type: { attrs, spec } }) => {
    const sign = 'data-note' in attrs ? 'note:' : '';
    return `${sign}${spec.label}${spec.alone ? `(${spec.alone})` : ''}`;
  });
}

const BODY = doc(
  paragraph(text('One '), cite(23), text(' '), cite(21), text('.')),
  quote(24, 'They unloaded by night.'),
  paragraph(
    text('Two'),
    { type: 'footnote', content: [text('See '), cite(21)] },
    cite(98),
    text(' three'),
    cite(98),
    cite(21),
  ),
);

test('numbers stand as without a style', () => {
  expect(shown(editing(BODY, 'icd-206'))).toEqual(shown(editing(BODY, null)));
});

test('names and years are told by the first of a group, once', () => {
  expect(shown(editing(BODY, 'apa'))).toEqual([
    '(Coast Guard, 2024, para. 3; Harbour Gazette, 2024, para. 1)',
    '(2)',
    '(A dockworker, 2024, para. 4)',
    '(Harbour Gazette, 2024, para. 1)',
    '[excerpt deleted]',
    ' [excerpt deleted]',
    '(Harbour Gazette, 2024, para. 1)',
  ]);
});

test('notes are counted with the footnotes, but for those in a footnote and those of which nothing is left', () => {
  expect(shown(editing(BODY, 'chicago-notes'))).toEqual([
    'note:',
    '(2)',
    'note:',
    'Harbour Gazette, Ships at the North Pier, para. 1.',
    '[excerpt deleted]',
    ' [excerpt deleted]',
    'note:',
  ]);
});

test('a key changes nothing of what is shown, and a new group has a number or a note at once', () => {
  for (const style of ['apa', 'chicago-notes']) {
    const state = editing(BODY, style);
    expect(shown(state.apply(state.tr.insertText('x', 1)))).toEqual(shown(state));
  }
  const inserted = (style: string): string | undefined => {
    const state = editing(BODY, style);
    const citation = schema.nodeFromJSON(cite(22));
    return shown(state.apply(state.tr.insert(1, [citation, schema.text('x')])))[0];
  };
  expect(inserted('apa')).toBe('[…]');
  expect(inserted('chicago-notes')).toBe('note:');
});
