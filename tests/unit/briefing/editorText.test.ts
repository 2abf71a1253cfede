// What the editor does with a text: finding and replacing, counting, the words of likelihood, judgements, numbers kept up.
import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { history, undo } from '@tiptap/pm/history';
import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import type { DecorationSet } from '@tiptap/pm/view';
import { describe, expect, it } from 'vitest';
import { numberReferences } from '@shared/briefing/references';
import type { BodyNode } from '@shared/model/briefing';
import { countWords, outlineOf, readingMinutes, wordsIn } from '../../../renderer/features/briefings/counts';
import { briefingExtensions } from '../../../renderer/features/briefings/extensions';
import { findKey, findPlugin, matchesIn, replaceAll } from '../../../renderer/features/briefings/find';
import { addressOf } from '../../../renderer/features/briefings/LinkDialog';
import { citedIn, numberingKey, numberingPlugin } from '../../../renderer/features/briefings/numbering';
import { makePickerLink } from '../../../renderer/features/briefings/picker';
import { stillSays } from '../../../renderer/features/briefings/wordMarks';
import { cleanBodies } from './cleanBodies';
import { cite, doc, idOf, lookupOf, paragraph, quote, text } from './evidence';

const schema = getSchema(briefingExtensions({ onShow: () => undefined, picker: makePickerLink(), hints: {} }));
const nodeOf = (body: BodyNode): Node => Node.fromJSON(schema, body);
const lookup = lookupOf();

const evidenceOf = (node: Node) => ({ lookup, references: numberReferences(citedIn(node), lookup) });
const numbered = (node: Node): EditorState => {
  const state = EditorState.create({ doc: node, plugins: [numberingPlugin()] });
  return state.apply(state.tr.setMeta(numberingKey, evidenceOf(node)));
};
const labelsIn = (set: DecorationSet): unknown[] =>
  set
    .find()
    .map(({ from, to, spec }) => ({ from, to, ...(spec as object) }))
    .sort((a, b) => a.from - b.from || a.to - b.to);

describe('numbers beside the citations', () => {
  it('read as runs where three or more follow each other', () => {
    const state = numbered(nodeOf(doc(paragraph(cite(21), text(' a '), cite(21), cite(23), text(' '), cite(24)))));
    const labels = numberingKey
      .getState(state)!
      .decorations.find()
      .map((one) => (one.spec as { label: string }).label);
    expect(labels).toEqual(['[1]', '[1', '–', '3]']);
  });

  it('say what changed since the excerpt was cited', () => {
    const stale = {
      type: 'citation',
      attrs: { excerptId: idOf(21), words: 'a'.repeat(64), grade: 'B2', marking: 'TLP:RED' },
    };
    const [one] = numberingKey.getState(numbered(nodeOf(doc(paragraph(stale)))))!.decorations.find();
    expect(one!.spec).toMatchObject({ label: '[1 ≠ changed]', stale: true });
    expect((one!.spec as { words: string }).words).toContain('changed since it was cited: words, marking');
  });

  it('are the same whether made anew or kept up through edits', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      size: fc.nat({ max: 4 }),
      kind: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(cleanBodies, fc.array(edit, { maxLength: 6 }), (body, edits) => {
        let state = numbered(nodeOf(body));
        const evidence = numberingKey.getState(state)!.evidence!;
        for (const { at, size, kind } of edits) {
          const tr = edited(state, at, size, kind);
          if (tr) state = state.apply(tr);
        }
        const now = numberingKey.getState(state)!;
        const fresh = EditorState.create({ doc: state.doc, plugins: [numberingPlugin()] });
        const anew = numberingKey.getState(fresh.apply(fresh.tr.setMeta(numberingKey, evidence)))!;
        expect(labelsIn(now.decorations)).toEqual(labelsIn(anew.decorations));
        expect(now.ids).toEqual(citedIn(state.doc));
      }),
      { numRuns: 300 },
    );
  });

  it('keep one list of ids until what is cited changes', () => {
    const state = numbered(nodeOf(doc(paragraph(text('a'), cite(21)), paragraph(text('b')))));
    const { ids } = numberingKey.getState(state)!;
    const typed = state.apply(state.tr.insertText('x', 1));
    expect(numberingKey.getState(typed)!.ids).toBe(ids);
    const gone = typed.apply(typed.tr.delete(3, 4));
    expect(numberingKey.getState(gone)!.ids).toEqual([]);
  });
});

/** One edit as a person makes it: a letter typed, a piece deleted, a line split, a citation put in. */
function edited(state: EditorState, share: number, size: number, kind: number): Transaction | null {
  const at = Math.floor(share * state.doc.content.size);
  const $at = state.doc.resolve(at);
  const { tr } = state;
  try {
    if (kind === 0 && $at.parent.inlineContent) return tr.insertText('x', at);
    if (kind === 1) return tr.delete(at, Math.min(state.doc.content.size, at + size));
    if (kind === 2 && $at.parent.type.name === 'paragraph') return tr.split(at);
    if (kind === 3 && $at.parent.inlineContent)
      return tr.insert(at, schema.nodes['citation']!.create({ excerptId: idOf(21 + size) }));
  } catch {
    return null;
  }
  return null;
}

describe('finding and replacing', () => {
  const body = doc(
    paragraph(text('Ships came. '), text('The ships', 'bold'), text(' left'), cite(21), text('. Shipshape.')),
    quote(21, 'The ships in a quotation'),
    { type: 'paragraph', content: [{ type: 'footnote', content: [text('No ships.')] }, text(' ships')] },
  );
  const wanted = (words: string, matchCase = false, wholeWord = false) => ({ text: words, matchCase, wholeWord });

  it('finds in lines, footnotes and quotations', () => {
    const node = nodeOf(body);
    expect(matchesIn(node, wanted('ships'))).toHaveLength(6);
    expect(matchesIn(node, wanted('ships', true))).toHaveLength(4);
    expect(matchesIn(node, wanted('ships', false, true))).toHaveLength(5);
    expect(matchesIn(node, wanted('İ'))).toEqual([]);
    for (const match of matchesIn(node, wanted('ships')).filter((one) => !one.fixed))
      expect(node.textBetween(match.from, match.to).toLowerCase()).toBe('ships');
  });

  it('replaces all but quotations, keeps the marks, and is one step of undo', () => {
    let state = EditorState.create({ doc: nodeOf(body), plugins: [findPlugin(), history()] });
    const editor = { view: { dispatch: (tr: Transaction) => (state = state.apply(tr)) } };
    Object.defineProperty(editor, 'state', { get: () => state });
    state = state.apply(state.tr.setMeta(findKey, { wanted: wanted('ships') }));
    const before = state.doc;
    expect(replaceAll(editor as never, 'boats')).toBe(5);
    expect(state.doc.textBetween(0, state.doc.content.size, ' ')).toBe(
      'boats came. The boats left. boatshape. No boats. boats',
    );
    expect(state.doc.child(1).attrs['text']).toBe('The ships in a quotation');
    expect(JSON.stringify(state.doc.child(0).toJSON())).toContain('"The boats"');
    undo(state, (tr) => (state = state.apply(tr)));
    expect(state.doc.toJSON()).toEqual(before.toJSON());
  });
});

describe('length and outline', () => {
  it('counts words as a reader does', () => {
    expect(wordsIn('It’s 1,240 words, well-known — e.g. these')).toBe(6);
    expect(wordsIn('')).toBe(0);
    expect(wordsIn('북쪽 부두의 야간 하역')).toBe(4);
    expect(wordsIn('夜间卸货')).toBe(2);
    const body = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Two words')] },
      paragraph(text('ships'), cite(21), text(', three more'), { type: 'footnote', content: [text('an aside')] }),
      quote(21, 'four words of it'),
    );
    expect(countWords(nodeOf(body))).toBe(11);
    expect([readingMinutes(0), readingMinutes(250), readingMinutes(1_900)]).toEqual([1, 1, 10]);
    expect(outlineOf(nodeOf(body))).toEqual([{ level: 2, words: 'Two words', at: 0 }]);
  });
});

describe('what is said of words', () => {
  it('holds while they say it', () => {
    expect(stillSays('Very  likely', 'term', { scale: 'icd203-1', term: 'very-likely' })).toBe(true);
    expect(stillSays('very', 'term', { scale: 'icd203-1', term: 'very-likely' })).toBe(false);
    expect(stillSays('probably', 'term', { scale: 'phia', term: 'likely' })).toBe(true);
    expect(stillSays('likely', 'term', { scale: 'unknown', term: 'likely' })).toBe(false);
    expect(stillSays('Moderate confidence', 'confidence', { level: 'moderate' })).toBe(true);
  });

  it('reads what is typed as an address only where it is one', () => {
    expect(addressOf('example.org/a?b')).toBe('https://example.org/a?b');
    expect(addressOf(' https://example.org ')).toBe('https://example.org');
    expect(addressOf('someone@example.org')).toBe('mailto:someone@example.org');
    for (const words of ['north pier', 'javascript:alert(1)', 'pier', '']) expect(addressOf(words)).toBeNull();
  });
});
