import fc from 'fast-check';
import { Node, Schema } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { readNote } from '@shared/briefing/checks/text';
import { plainWords } from '@shared/briefing/checks/sentences';
import type { BodyNode } from '@shared/model/briefing';
import { doc, h, idOf, inline, judgement, ol, p, quotation, table } from './build';

const any = { default: '' };
const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block' },
    heading: { content: 'inline*', group: 'block', attrs: { level: any } },
    bulletList: { content: 'listItem+', group: 'block' },
    orderedList: { content: 'listItem+', group: 'block', attrs: { start: any } },
    listItem: { content: 'paragraph block*' },
    taskList: { content: 'taskItem+', group: 'block' },
    taskItem: { content: 'paragraph block*', attrs: { checked: any } },
    blockquote: { content: 'block+', group: 'block' },
    table: { content: 'tableRow+', group: 'block' },
    tableRow: { content: '(tableHeader|tableCell)+' },
    tableHeader: { content: 'block+', attrs: { colspan: any, rowspan: any } },
    tableCell: { content: 'block+', attrs: { colspan: any, rowspan: any } },
    horizontalRule: { group: 'block' },
    quotation: {
      group: 'block',
      atom: true,
      attrs: { excerptId: any, text: any, words: any, grade: any, marking: any },
    },
    judgement: { content: 'paragraph+', group: 'block', attrs: { judgementId: any } },
    figure: { content: 'inline*', group: 'block', attrs: { originalId: any, alt: any } },
    hardBreak: { inline: true, group: 'inline' },
    citation: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { excerptId: any, words: any, grade: any, marking: any },
    },
    footnote: { inline: true, group: 'inline', content: '(text|hardBreak|citation)*' },
    text: { group: 'inline' },
  },
  marks: { bold: {}, italic: {} },
});

const words = fc.stringMatching(/^[a-zäß“”.!? 😀]{1,12}$/u);
const text = fc.record({ type: fc.constant('text'), text: words, marks: fc.constantFrom([], [{ type: 'bold' }]) });
const citation = fc.record({
  type: fc.constant('citation'),
  attrs: fc.record({ excerptId: fc.constantFrom(idOf(1), idOf(2)) }),
});
const hardBreak = fc.constant<BodyNode>({ type: 'hardBreak' });
const simple = fc.array(fc.oneof(text, citation, hardBreak), { maxLength: 5 });
const footnote = simple.map((content): BodyNode => ({ type: 'footnote', content }));
const line = fc.array(fc.oneof({ weight: 3, arbitrary: text }, citation, hardBreak, footnote), { maxLength: 5 });
const paragraph = line.map((content): BodyNode => ({ type: 'paragraph', content }));
const wrap = (type: string) => (content: BodyNode[]) => ({ type, content });
const block = fc.letrec<{ block: BodyNode }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  const item = (type: string) =>
    fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })).map(([first, more]) => wrap(type)([first, ...more]));
  const items = (list: string, one: string) => fc.array(item(one), { minLength: 1, maxLength: 2 }).map(wrap(list));
  const cell = fc
    .tuple(fc.constantFrom('tableCell', 'tableHeader'), blocks)
    .map(([type, inside]) => wrap(type)(inside));
  const row = fc.array(cell, { minLength: 1, maxLength: 2 }).map(wrap('tableRow'));
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraph,
      line.map((content): BodyNode => ({ type: 'heading', attrs: { level: 1 }, content })),
      line.map((content): BodyNode => ({ type: 'figure', content })),
      fc.constant<BodyNode>({ type: 'horizontalRule' }),
      words.map((quote) => quotation(3, quote)),
      fc.array(paragraph, { minLength: 1, maxLength: 2 }).map(wrap('judgement')),
      items('bulletList', 'listItem'),
      items('taskList', 'taskItem'),
      blocks.map(wrap('blockquote')),
      fc.array(row, { minLength: 1, maxLength: 2 }).map(wrap('table')),
    ),
  };
}).block;

describe('the text of a note', () => {
  it('knows where each character stands in the document, whatever surrounds it', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (content) => {
        const body: BodyNode = { type: 'doc', content };
        const real = Node.fromJSON(schema, body);
        real.check();
        const { blocks } = readNote(body, 'en');
        let cited = 0;
        for (const one of blocks) {
          expect(one.own).toHaveLength(one.text.length);
          for (const { pos, excerptId } of one.citations) {
            expect(real.nodeAt(pos)?.attrs['excerptId']).toBe(excerptId);
            cited += 1;
          }
          if (one.isAtom) {
            expect(real.nodeAt(one.at)?.attrs['text']).toBe(one.text);
            continue;
          }
          for (let i = 0; i < one.text.length; i += 1) {
            const sign = one.text[i]!;
            if (sign === '\n') expect(real.nodeAt(one.at + i)?.type.name).toBe('hardBreak');
            else if (sign !== '\uFFFC') expect(real.textBetween(one.at + i, one.at + i + 1)).toBe(sign);
          }
        }
        let there = 0;
        real.descendants((node) => {
          if (node.type.name === 'citation' || node.type.name === 'quotation') there += 1;
        });
        expect(cited).toBe(there);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a sentence the citations inside it and those right behind its stop', () => {
    const { blocks } = readNote(
      doc(p('Gen. Kim came[@1]. He left.[@2][@3] Nobody saw him in the U.S. capital.')),
      'en',
    );
    const found = blocks[0]!.sentences.map((one) => [one.words, one.citations.map((cite) => cite.excerptId)]);
    expect(found).toEqual([
      ['Gen. Kim came.', [idOf(1)]],
      ['He left.', [idOf(2), idOf(3)]],
      ['Nobody saw him in the U.S. capital.', []],
    ]);
  });

  it('tells what stands together, and under which headings', () => {
    const body = doc(
      h('Assessment'),
      h('Figures', 2),
      ol('First.', 'Second.'),
      table(['Who', 'How many'], ['Gazette', 'twelve']),
      judgement(5, 'One.', 'Two.'),
      h('Outlook'),
      p('Words^[said apart] go on.'),
      quotation(2, 'As it was'),
    );
    const { blocks } = readNote(body, 'en');
    expect(blocks.map((one) => [one.kind, one.text.replace(/\uFFFC/gu, '')])).toEqual([
      ['heading', 'Assessment'],
      ['heading', 'Figures'],
      ['list item', 'First.'],
      ['list item', 'Second.'],
      ['table cell', 'Who'],
      ['table cell', 'How many'],
      ['table cell', 'Gazette'],
      ['table cell', 'twelve'],
      ['judgement', 'One.'],
      ['judgement', 'Two.'],
      ['heading', 'Outlook'],
      ['paragraph', 'Words go on.'],
      ['footnote', 'said apart'],
      ['quotation', 'As it was'],
    ]);
    expect(blocks[2]!.sections).toEqual(['Figures', 'Assessment']);
    expect(blocks[11]!.sections).toEqual(['Outlook']);
    expect(new Set(blocks.slice(2).map((one) => one.unit)).size).toBe(8);
    expect(blocks[4]!.isHeaderCell && !blocks[6]!.isHeaderCell).toBe(true);
    expect(blocks[8]!.judgementId).toBe(idOf(5));
  });

  it('blanks the words of others, and knows an apostrophe from a quotation mark', () => {
    const own = (text: string) => plainWords(readNote(doc(p(text)), 'en').blocks[0]!.own);
    expect(own('The minister said ‘it is unlikely’. Confidence is low.')).toBe(
      'The minister said . Confidence is low.',
    );
    expect(own("It's the soldiers' pay, he said: 'it isn't likely'.")).toBe("It's the soldiers' pay, he said: .");
    expect(own('She called it “likely” and "may" and „bald“.')).toBe('She called it and and .');
  });

  it('reads a long text as a whole', () => {
    const long = Array.from({ length: 900 }, (_, i) => `Sentence number ${i} goes on for a while.`).join(' ');
    const { blocks } = readNote({ type: 'doc', content: [{ type: 'paragraph', content: inline(long) }] }, 'en');
    expect(blocks[0]!.sentences).toHaveLength(900);
  });
});
