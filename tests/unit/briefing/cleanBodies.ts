/** Random bodies as the editor writes them: every node and mark of bodySchema, rightly nested. */
import fc from 'fast-check';
import { cleanBody, FIGURE_TYPES } from '@shared/briefing/bodySchema';
import type { BodyNode } from '@shared/model/briefing';
import { MARKINGS } from '@shared/model/marking';
import { idOf } from './evidence';

const HASHES = ['a', '1'].map((sign) => sign.repeat(64));
const id = fc.integer({ min: 1, max: 40 }).map(idOf);
const words = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abc Ж한 .,’'.split('')) });

const keptAs = fc.record({
  words: fc.constantFrom('', ...HASHES),
  grade: fc.constantFrom('', 'B2', 'F6', 'A·'),
  marking: fc.constantFrom('', ...MARKINGS),
});

const looks = fc
  .subarray(['bold', 'italic', 'underline', 'strike', 'code'])
  .map((all) => all.map((type) => ({ type })));
const meanings = fc.subarray([
  { type: 'link', attrs: { href: 'https://example.org/a?b=c' } },
  { type: 'link', attrs: { href: `collate:documents/${idOf(7)}` } },
  { type: 'term', attrs: { scale: 'icd203-1', term: 'likely' } },
  { type: 'confidence', attrs: { level: 'moderate' } },
  { type: 'comment', attrs: { commentId: idOf(1) } },
  { type: 'comment', attrs: { commentId: idOf(2) } },
]);

const text: fc.Arbitrary<BodyNode> = fc
  .record({ text: words, looks, meanings })
  .map(({ text: said, looks: some, meanings: more }) => ({ type: 'text', text: said, marks: [...some, ...more] }));
const citation: fc.Arbitrary<BodyNode> = fc
  .tuple(id, keptAs)
  .map(([excerptId, kept]) => ({ type: 'citation', attrs: { excerptId, ...kept } }));
const simple = fc.oneof({ weight: 4, arbitrary: text }, citation, fc.constant<BodyNode>({ type: 'hardBreak' }));
const footnote = fc.array(simple, { maxLength: 3 }).map((content): BodyNode => ({ type: 'footnote', content }));
const line = fc.array(fc.oneof({ weight: 5, arbitrary: simple }, footnote), { maxLength: 5 });
const paragraph = line.map((content): BodyNode => ({ type: 'paragraph', content }));

const blocks = fc.letrec<{ block: BodyNode; blocks: BodyNode[] }>((tie) => {
  const inside = tie('blocks') as fc.Arbitrary<BodyNode[]>;
  const items = (type: string, attrs: fc.Arbitrary<object>) =>
    fc
      .array(fc.tuple(paragraph, inside, attrs), { minLength: 1, maxLength: 3 })
      .map((all) => all.map(([first, rest, some]): BodyNode => ({ type, ...some, content: [first, ...rest] })));
  const none = fc.constant({});
  const cell = fc
    .tuple(fc.constantFrom('tableCell', 'tableHeader'), fc.integer({ min: 1, max: 3 }), inside)
    .map(([type, colspan, content]): BodyNode => ({ type, attrs: { colspan, rowspan: 1 }, content }));
  return {
    blocks: fc.array(tie('block') as fc.Arbitrary<BodyNode>, { maxLength: 3, depthIdentifier: 'blocks' }),
    block: fc.oneof(
      { depthIdentifier: 'blocks', maxDepth: 3 },
      paragraph,
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), line)
        .map(([level, content]) => ({ type: 'heading', attrs: { level }, content })),
      fc.constant({ type: 'horizontalRule' }),
      fc.tuple(id, words, keptAs).map(([excerptId, said, kept]) => ({
        type: 'quotation',
        attrs: { excerptId, text: said, ...kept },
      })),
      fc
        .tuple(fc.constantFrom(...HASHES), fc.constantFrom(...FIGURE_TYPES), words, line)
        .map(([originalId, mediaType, alt, content]) => ({
          type: 'figure',
          attrs: { originalId, mediaType, alt },
          content,
        })),
      fc.tuple(id, fc.array(paragraph, { minLength: 1, maxLength: 2 })).map(([judgementId, content]) => ({
        type: 'judgement',
        attrs: { judgementId },
        content,
      })),
      items('listItem', none).map((content) => ({ type: 'bulletList', content })),
      fc.tuple(fc.integer({ min: 1, max: 40 }), items('listItem', none)).map(([start, content]) => ({
        type: 'orderedList',
        attrs: { start },
        content,
      })),
      items(
        'taskItem',
        fc.boolean().map((checked) => ({ attrs: { checked } })),
      ).map((content) => ({
        type: 'taskList',
        content,
      })),
      inside.map((content) => ({ type: 'blockquote', content })),
      fc
        .array(fc.array(cell, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
        .map((rows) => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) })),
    ),
  };
});

/** Clean bodies: `cleanBody` gives each back as it is. */
export const cleanBodies: fc.Arbitrary<BodyNode> = blocks.blocks.map((content) => cleanBody({ type: 'doc', content }));
