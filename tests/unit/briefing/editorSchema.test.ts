import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { MEANING_MARKS } from '@shared/briefing/bodyMarks';
import { BODY_MARKS, BODY_NODES, cleanBody } from '@shared/briefing/bodySchema';
import type { BodyNode } from '@shared/model/briefing';
import { briefingExtensions } from '../../../renderer/features/briefings/extensions';
import { makePickerLink } from '../../../renderer/features/briefings/picker';
import { TEMPLATES } from '../../../renderer/features/briefings/templates';
import { cleanBodies } from './cleanBodies';
import { idOf } from './evidence';
import { noteContent } from './note';

const schema = getSchema(briefingExtensions({ onShow: () => undefined, picker: makePickerLink(), hints: {} }));

const names = [...BODY_NODES, 'image', 'codeBlock', 'constructor'];
const anyBody = fc.letrec<{ node: BodyNode }>((tie) => ({
  node: fc.record(
    {
      type: fc.constantFrom(...names),
      attrs: fc.dictionary(
        fc.constantFrom('level', 'start', 'colspan', 'rowspan', 'excerptId', 'text', 'style', 'onload'),
        fc.oneof(fc.integer({ min: -3, max: 99 }), fc.constantFrom(idOf(1), 'javascript:1', '', null)),
      ),
      marks: fc.array(fc.record({ type: fc.constantFrom(...BODY_MARKS, ...MEANING_MARKS, 'textStyle') }), {
        maxLength: 3,
      }),
      text: fc.string({ maxLength: 5 }),
      content: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'body' }),
    },
    { requiredKeys: ['type'] },
  ),
})).node;

describe('the editor’s schema', () => {
  it('has exactly the nodes and marks a body may have', () => {
    expect(new Set(Object.keys(schema.nodes))).toEqual(new Set(BODY_NODES));
    expect(new Set(Object.keys(schema.marks))).toEqual(new Set([...BODY_MARKS, ...MEANING_MARKS]));
  });

  it('takes every cleaned body, whatever it was', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const clean = cleanBody(body);
        Node.fromJSON(schema, clean).check();
        expect(cleanBody(clean)).toEqual(clean);
      }),
      { numRuns: 400 },
    );
  });

  it('gives every clean body back unchanged', () => {
    const seen = new Set<string>();
    const note = (node: BodyNode): void => {
      seen.add(node.type);
      for (const mark of node.marks ?? []) seen.add(mark.type);
      node.content?.forEach(note);
    };
    fc.assert(
      fc.property(cleanBodies, (body) => {
        note(body);
        const node = Node.fromJSON(schema, body);
        node.check();
        expect(node.toJSON()).toEqual(body);
        expect(cleanBody(node.toJSON() as BodyNode)).toEqual(body);
      }),
      { numRuns: 600 },
    );
    expect([...BODY_NODES, ...BODY_MARKS, ...MEANING_MARKS].filter((name) => !seen.has(name))).toEqual([]);
  });

  it('keeps a body as it is', () => {
    for (const body of [noteContent().content.body, ...TEMPLATES.map((one) => one.body)]) {
      const clean = cleanBody(body);
      expect(cleanBody(Node.fromJSON(schema, clean).toJSON() as BodyNode)).toEqual(clean);
    }
  });
});
