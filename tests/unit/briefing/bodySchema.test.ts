import { describe, expect, it } from 'vitest';
import blank from '@resources/templates/blank.json';
import issueBrief from '@resources/templates/issue-brief.json';
import intelligenceSummary from '@resources/templates/intelligence-summary.json';
import situationReport from '@resources/templates/situation-report.json';
import { BODY_NODES, cleanBody, EMPTY_BODY, wordsOf } from '@shared/briefing/bodySchema';
import { templateSchema } from '@shared/briefing/template';
import { bodyNodeSchema, DEEPEST_BODY } from '@shared/model/briefing';
import type { BodyNode } from '@shared/model/briefing';
import { cite, doc, idOf, paragraph, quote, text } from './evidence';

const depthOf = (node: BodyNode): number => 1 + Math.max(0, ...(node.content ?? []).map(depthOf));
const namesIn = (node: BodyNode): string[] => [node.type, ...(node.content ?? []).flatMap(namesIn)];

describe('cleaning a body', () => {
  it('leaves a clean body as it is', () => {
    const body = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Head')] },
      paragraph(text('bold', 'bold'), cite(21), { type: 'hardBreak' }, text('end')),
      quote(21, 'words'),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('one'))] }] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { colspan: 2, rowspan: 1 }, content: [{ type: 'paragraph' }] }],
          },
        ],
      },
    );
    expect(cleanBody(body)).toEqual(body);
    expect(cleanBody(cleanBody(body))).toEqual(body);
  });

  it('drops unknown nodes, marks and attributes and keeps their words', () => {
    const foreign = doc(
      { type: 'iframe', attrs: { src: 'https://example.org' }, content: [paragraph(text('kept', 'bold', 'onclick'))] },
      { type: 'paragraph', attrs: { style: 'color:red', onload: 'x' }, content: [text('plain')] },
      { type: 'image', attrs: { src: 'x' } },
    );
    expect(cleanBody(foreign)).toEqual(doc(paragraph(text('kept', 'bold')), paragraph(text('plain'))));
  });

  it('drops citations of nothing and wraps loose words', () => {
    const body = doc(
      text('loose'),
      { type: 'citation', attrs: { excerptId: 'javascript:1' } },
      { type: 'quotation', attrs: { excerptId: idOf(1), text: 7 } },
    );
    expect(cleanBody(body)).toEqual(doc(paragraph(text('loose'))));
  });

  it('bounds the depth and keeps the words below it', () => {
    let node: BodyNode = paragraph(text('deep'));
    for (let i = 0; i < 200; i += 1) node = { type: 'blockquote', content: [node] };
    const clean = cleanBody(doc(node));
    expect(depthOf(clean)).toBeLessThanOrEqual(DEEPEST_BODY + 3);
    expect(wordsOf(clean)).toBe('deep');
  });

  it('makes any shape a document', () => {
    expect(cleanBody({ type: 'doc' })).toEqual(EMPTY_BODY);
    expect(cleanBody(text('alone'))).toEqual(doc(paragraph(text('alone'))));
    const list = cleanBody(
      doc({ type: 'bulletList', content: [text('x'), { type: 'listItem', content: [quote(21, 'q')] }] }),
    );
    expect(list.content![0]!.content!.every((item) => item.content![0]!.type === 'paragraph')).toBe(true);
    const names = new Set(namesIn(list));
    expect([...names].every((name) => (BODY_NODES as readonly string[]).includes(name))).toBe(true);
    expect(bodyNodeSchema.safeParse(list).success).toBe(true);
  });
});

describe('templates', () => {
  it.each([blank, issueBrief, intelligenceSummary, situationReport])('$name is clean and has its hints', (raw) => {
    const template = templateSchema.parse(raw);
    expect(cleanBody(template.body)).toEqual(template.body);
    const headings = template.body.content!.filter((node) => node.type === 'heading').map(wordsOf);
    expect(Object.keys(template.hints).sort()).toEqual(headings.length > 0 ? headings.sort() : ['']);
  });
});
