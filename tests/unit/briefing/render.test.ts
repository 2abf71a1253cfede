import { describe, expect, it } from 'vitest';
import { JSDOM } from 'jsdom';
import { briefingModel } from '@shared/briefing/model';
import { cssString } from '@shared/briefing/printStyle';
import { renderBriefingHtml, renderHtml } from '@shared/briefing/renderHtml';
import { renderMarkdown } from '@shared/briefing/renderMarkdown';
import { renderPlain } from '@shared/briefing/renderPlain';
import { briefing, cite, doc, excerpt, idOf, lookupOf, paragraph, quote, text } from './evidence';

const HOSTILE = `<script>alert(1)</script> "><img src=x onerror=alert(1)> </style> & 'quoted' [x](javascript:1) | *a*`;
const modelOf = (...content: Parameters<typeof doc>) => briefingModel(briefing(doc(...content)), lookupOf());
const pageOf = (html: string) => new JSDOM(html).window.document;

describe('the model', () => {
  it('joins adjacent citations and says what is gone', () => {
    const model = modelOf(paragraph(text('a'), cite(21), text(' '), cite(23), cite(99), text('b'), cite(22)));
    const inlines = (
      model.blocks[0] as unknown as { inlines: { kind: string; numbers?: number[]; missing?: number }[] }
    ).inlines;
    expect(inlines.map((one) => [one.kind, one.numbers, one.missing])).toEqual([
      ['text', undefined, undefined],
      ['citation', [1, 2], 1],
      ['text', undefined, undefined],
      ['citation', [1], 0],
    ]);
    expect(model.missing).toBe(1);
  });

  it('leaves out what was not filled in', () => {
    const list = {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
    };
    expect(modelOf({ type: 'paragraph' }, list, paragraph(text('x'))).blocks).toHaveLength(1);
  });
});

describe('HTML', () => {
  it('is one safe file whatever the words are', () => {
    const lookup = lookupOf([excerpt(21, 11, HOSTILE)]);
    const content = briefing(
      doc(
        { type: 'heading', attrs: { level: 1 }, content: [text(HOSTILE)] },
        paragraph(text(HOSTILE, 'bold'), cite(21)),
        quote(21, HOSTILE),
      ),
      { title: HOSTILE, author: HOSTILE, requester: HOSTILE },
    );
    const html = renderHtml(briefingModel(content, lookup, 'en"><script>'));
    const page = pageOf(html);
    expect(page.querySelectorAll('script, img, iframe, link, [style], [onerror]')).toHaveLength(0);
    expect(page.querySelectorAll('style')).toHaveLength(1);
    expect(page.querySelector('h1')!.textContent).toBe(HOSTILE);
    expect(page.querySelector('.quotation p')!.textContent).toBe(HOSTILE);
    expect(
      [...page.querySelectorAll('a')].every((a) => /^(#|https:\/\/example\.org)/.test(a.getAttribute('href')!)),
    ).toBe(true);
  });

  it('links each citation to its reference and back', () => {
    const page = pageOf(renderHtml(modelOf(paragraph(cite(21), cite(23), cite(24)), paragraph(cite(22)))));
    for (const link of page.querySelectorAll('a[href^="#"]')) {
      expect(page.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull();
    }
    const ids = [...page.querySelectorAll('[id]')].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page.querySelector('.cite')!.textContent).toBe('[1–3]');
    expect(page.querySelectorAll('.references li')).toHaveLength(3);
  });

  it('carries the marking at head and foot, and says it in the margin boxes', () => {
    const html = renderHtml(modelOf(paragraph(cite(24))));
    expect([...pageOf(html).querySelectorAll('.edge')].map((one) => one.textContent)).toEqual(['TLP:RED', 'TLP:RED']);
    expect(html).toMatch(/@top-right \{ content: "TLP:RED"/);
    expect(html).toMatch(/@bottom-right \{ content: "TLP:RED"/);
  });

  it('gives a body alone, its ids told apart', () => {
    const html = renderBriefingHtml(modelOf(paragraph(cite(21))), { idPrefix: 'b1-', titleLevel: 2 });
    expect(html).toMatch(/^<article/);
    expect(html).toContain('href="#b1-ref-1"');
    expect(html).toMatch(/<h2 class="title" id="[^"]*title">/);
  });

  it('writes CSS strings no title can end', () => {
    expect(cssString('a"</style>\\\n')).not.toMatch(/<|\n|[^"]"[^"]*"$/);
  });
});

describe('Markdown', () => {
  it('has footnotes, tables, lists and the marking at both ends', () => {
    const cell = (type: string, ...words: string[]) => ({
      type,
      attrs: { colspan: 1, rowspan: 1 },
      content: words.map((one) => paragraph(text(one))),
    });
    const model = modelOf(
      { type: 'heading', attrs: { level: 1 }, content: [text('Bottom line')] },
      paragraph(text('Ships '), text('came ', 'bold'), text('by night'), cite(23), cite(21), text('.')),
      {
        type: 'orderedList',
        attrs: { start: 1 },
        content: [
          {
            type: 'listItem',
            content: [
              paragraph(text('one')),
              { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('inner'))] }] },
            ],
          },
        ],
      },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'Day'), cell('tableHeader', 'Ships')] },
          { type: 'tableRow', content: [cell('tableCell', '1 | 2'), cell('tableCell', '3', 'more')] },
        ],
      },
      quote(21, 'Two freighters lay at the pier.'),
    );
    expect(renderMarkdown(model)).toBe(`**TLP:GREEN**

# Night traffic at the pier

Issued: 3 December 2024  
Information cut-off: 1 December 2024  
Requested by: Harbour office  
Author: A. Analyst

## Bottom line

Ships **came** by night[^1][^2].

1. one
   - inner

| Day | Ships |
| --- | --- |
| 1 \\| 2 | 3 more |

> Two freighters lay at the pier.
>
> — Harbour Gazette, Ships at the north pier [^2]

## References

[^1]: Coast Guard. *Patrol log*. 12 November 2024. <https://example.org/12> (accessed 1 December 2024). Source: Coast Guard, A (completely reliable). Cited: ¶3 (A2).
[^2]: Harbour Gazette. *Ships at the north pier*. 11 November 2024. <https://example.org/11> (accessed 1 December 2024). Source: Harbour Gazette, B (usually reliable). Cited: ¶1 (B2).

**TLP:GREEN**
`);
  });

  it('takes no markup from words', () => {
    const out = renderMarkdown(
      modelOf(paragraph(text(HOSTILE)), paragraph(text('1. no list')), paragraph(text('# no head'))),
    );
    expect(out).not.toMatch(/(^|[^\\])<(script|img|\/)/);
    expect(out).toContain('\\[x\\](javascript');
    expect(out).toContain('1\\. no list');
    expect(out).toContain('\\# no head');
  });
});

describe('plain text', () => {
  it('reads in order', () => {
    const out = renderPlain(
      modelOf(paragraph(text('Ships came'), cite(21), text('.')), quote(24, 'They unloaded by night.')),
    );
    expect(out.startsWith('TLP:RED\n\nNight traffic at the pier\n\nIssued: 3 December 2024\n')).toBe(true);
    expect(out).toContain('Ships came [1].');
    expect(out).toContain('“They unloaded by night.”\n    A dockworker, Notes of a talk [2]');
    expect(out.trimEnd().endsWith('TLP:RED')).toBe(true);
    expect(out).not.toContain(idOf(21));
  });
});
