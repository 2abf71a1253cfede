// A note in each kind of style as it leaves the program: HTML, Markdown and plain text.
import { describe, expect, it } from 'vitest';
import { cleanBody } from '@shared/briefing/bodySchema';
import { briefingModel } from '@shared/briefing/model';
import { citedExcerptIds, numberReferences } from '@shared/briefing/references';
import { renderHtml } from '@shared/briefing/renderHtml';
import { renderMarkdown } from '@shared/briefing/renderMarkdown';
import { renderPlain } from '@shared/briefing/renderPlain';
import { styledReferences } from '@shared/briefing/styles/styled';
import type { BodyNode } from '@shared/model/briefing';
import { briefing, cite, doc, lookupOf, paragraph, quote, text } from '../evidence';
import { locales, ourStyle } from './styleFiles';

const footnote = (...content: BodyNode[]): BodyNode => ({ type: 'footnote', content });
const BODY = cleanBody(
  doc(
    paragraph(text('Ships lay there'), cite(21), text('.'), footnote(text('Compare '), cite(23), text('.'))),
    quote(24, 'They unloaded by night.'),
    paragraph(text('Again '), cite(22), text(' '), cite(98), text('.')),
  ),
);

function modelIn(name: string | null, grades = true) {
  const lookup = lookupOf();
  const references = numberReferences(citedExcerptIds(BODY), lookup);
  const choice = { locales, language: 'en-GB' };
  const styled =
    name === null ? null : styledReferences(references, BODY, { ...choice, style: ourStyle(name) }, lookup);
  return briefingModel(briefing(BODY), lookup, 'en-GB', { styled, grades });
}

/** The part of a page from the first words of the body on. */
const bodyOf = (html: string): string => html.slice(html.indexOf('<p>Ships'), html.indexOf('</article>'));

describe('names and years', () => {
  it('stand in the text and lead to a list without numbers', () => {
    const html = bodyOf(renderHtml(modelIn('apa')));
    expect(html).toContain(
      'Ships lay there <span class="cited"><span id="cite-3"></span><a href="#ref-3">(Harbour Gazette, 2024, para. 1)</a></span>.',
    );
    expect(html).toContain('<a href="#ref-1">(A dockworker, 2024, para. 4)</a></span></figcaption>');
    expect(html).toContain(
      '(Harbour Gazette, 2024, para. 2)</a></span> <span class="missing">[excerpt deleted]</span>.',
    );
    expect(html).toContain(
      '<h2 id="references">References</h2>\n<ul>\n<li id="ref-1">A dockworker. (2024). <cite>Notes of a talk</cite>.',
    );
  });

  it('read in Markdown and in plain text', () => {
    const markdown = renderMarkdown(modelIn('apa'));
    expect(markdown).toContain('Ships lay there (Harbour Gazette, 2024, para. 1).[^note-1]');
    expect(markdown).toContain('\n- Coast Guard. (2024). *Patrol log*. <https://example.org/12>');
    const plain = renderPlain(modelIn('apa'));
    expect(plain).toContain('Ships lay there (Harbour Gazette, 2024, para. 1). (1)');
    expect(plain).toContain('\nReferences\nA dockworker. (2024). Notes of a talk.');
  });
});

describe('notes', () => {
  it('are told with those of the author, each once, in full at first', () => {
    const { footnotes, citing } = modelIn('chicago-notes');
    expect(citing).toBe('notes');
    expect(footnotes.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const html = bodyOf(renderHtml(modelIn('chicago-notes')));
    expect(html).toContain(
      'Ships lay there<span id="cite-3"></span><sup class="note"><a id="noted-1" href="#note-1" aria-label="Note 1">1</a></sup>.<sup class="note"><a id="noted-2"',
    );
    expect(html).toContain(
      '<li id="note-1">Harbour Gazette, <em>Ships at the North Pier</em> (2024), para. 1, <a href="https://example.org/11" rel="noopener noreferrer">https://example.org/11</a>.',
    );
    expect(html).toContain('<li id="note-2">Compare <span class="cited">');
    expect(html).toContain('<li id="note-4">Harbour Gazette, <em>Ships at the North Pier</em>, para. 2.');
  });

  it('are notes in Markdown and in plain text', () => {
    const markdown = renderMarkdown(modelIn('chicago-notes'));
    expect(markdown).toContain('Ships lay there[^note-1].[^note-2]');
    expect(markdown).toContain('[^note-3]: A dockworker, *Notes of a Talk* (2024), para. 4,');
    const plain = renderPlain(modelIn('chicago-notes'));
    expect(plain).toContain('Ships lay there (1). (2)');
    expect(plain).toContain('(4) Harbour Gazette, Ships at the North Pier, para. 2.');
  });
});

describe('numbers', () => {
  it('stand as without a style', () => {
    expect(renderHtml(modelIn('icd-206'))).toBe(renderHtml(modelIn(null)));
    expect(renderMarkdown(modelIn('icd-206'))).toBe(renderMarkdown(modelIn(null)));
    expect(renderPlain(modelIn('icd-206'))).toBe(renderPlain(modelIn(null)));
  });

  it('stand with places where the style has them, before a numbered list', () => {
    const html = bodyOf(renderHtml(modelIn('ieee')));
    expect(html).toContain(
      'Ships lay there <span class="cited"><span id="cite-1"></span><a href="#ref-1">[1, para. 1]</a></span>',
    );
    expect(html).toContain('<ol>\n<li id="ref-1">Harbour Gazette, “Ships at the north pier,”');
    expect(renderMarkdown(modelIn('ieee'))).toContain('Ships lay there \\[1, para. 1\\].');
    expect(renderMarkdown(modelIn('ieee'))).toContain('\n2. ');
  });
});

it('tells grades and descriptors only where they are wanted', () => {
  expect(renderPlain(modelIn('apa'))).toContain('Source: Coast Guard, A (completely reliable). Cited: ¶3 (A2).');
  const without = renderPlain(modelIn('apa', false));
  expect(without).toContain('https://example.org/12 Cited: ¶3.');
  expect(without).not.toContain('reliable');
});
