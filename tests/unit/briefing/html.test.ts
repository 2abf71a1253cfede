import { webcrypto } from 'node:crypto';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { canonicalOf } from '@shared/briefing/html/canonical';
import { policyHash } from '@shared/briefing/html/checkHtml';
import { CHECK_SCRIPT } from '@shared/briefing/html/checkScript';
import { briefingModel } from '@shared/briefing/model';
import type { BriefingContent } from '@shared/briefing/model';
import { releaseOf } from '@shared/briefing/outgoing';
import type { EvidenceLookup } from '@shared/briefing/references';
import { renderHtml } from '@shared/briefing/renderHtml';
import { briefing, cite, doc, excerpt, lookupOf, paragraph, quote, text } from './evidence';
import { fullNote } from './fullNote';

const HOSTILE = `</mark></script><script>alert(1)</script> "><img src=x onerror=alert(1)> & 'q'\r\nsecond\tline \u0001`;

async function fileOf(content: BriefingContent, lookup: EvidenceLookup): Promise<string> {
  const wishes = {
    ceiling: null,
    names: [],
    replaceNames: false,
    grades: true,
    portionMarks: true,
    likelihoodKey: true,
  };
  const { model, passages } = await releaseOf(
    content,
    {
      lookup,
      ofPicture: () => null,
      surroundings: (one) => ({
        start: one.start,
        end: one.end,
        before: `${HOSTILE} before `,
        words: one.quote,
        after: ' after it.',
        neighbours: [],
      }),
    },
    wishes,
    (one, from) => briefingModel(one, from),
  );
  return renderHtml(model, { passages });
}

const hostileFile = (): Promise<string> =>
  fileOf(
    briefing(doc(paragraph(text(HOSTILE), cite(21), cite(24)), quote(21, HOSTILE)), { title: HOSTILE }),
    lookupOf([excerpt(21, 11, HOSTILE), excerpt(24, 13, 'Plain words.', { eventDate: '2024-11-04' })]),
  );

/** The page with its script run, as a browser does that lets it through. */
function opened(html: string, change?: (page: Document) => void) {
  const { window } = new JSDOM(html, {
    runScripts: 'dangerously',
    url: 'file:///tmp/note.html',
    beforeParse(view) {
      Object.defineProperty(view, 'crypto', { value: webcrypto });
      view.TextEncoder = TextEncoder;
    },
  });
  const page = window.document;
  change?.(page);
  return page;
}

async function answerOf(page: Document): Promise<string> {
  page.getElementById('check')!.click();
  for (let i = 0; i < 100 && page.getElementById('checked')!.textContent === ''; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return page.getElementById('checked')!.textContent;
}

describe('a file that checks itself', () => {
  it('is intact as it was made, whatever its words', async () => {
    const { content, lookup } = fullNote();
    for (const html of [await hostileFile(), await fileOf(content, lookup)]) {
      expect(await answerOf(opened(html))).toMatch(/^Intact\. The text as a whole and all \d+ cited passages/);
    }
  });

  it('is intact too with passages unfolded', async () => {
    const page = opened(await hostileFile(), (one) =>
      one.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
    expect(await answerOf(page)).toMatch(/^Intact\./);
  });

  it.each<[string, (page: Document) => void, RegExp]>([
    [
      'a cited word',
      (page) => (page.querySelector('[data-words="2-1"]')!.textContent = 'Other words.'),
      /Other words than were cited: ¶4, C2 \(2-1\)/,
    ],
    [
      'the marking',
      (page) => (page.querySelector('.edge strong')!.textContent = 'TLP:CLEAR'),
      /something else in the text was changed/,
    ],
    [
      'an address',
      (page) => page.querySelector('.references a[rel]')!.setAttribute('href', 'https://evil.example'),
      /something else/,
    ],
    ['a sentence', (page) => page.querySelector('.briefing > p')!.remove(), /something else/],
    ['a passage', (page) => page.querySelector('.unfold li')!.remove(), /Cited passages that are gone: 1/],
    ['the list', (page) => (page.getElementById('manifest')!.textContent = '{}'), /^$/],
  ])('says that %s was changed', async (what, change, says) => {
    const html = await hostileFile();
    if (what === 'the list') {
      const page = opened(html.replace(/"passages":\{/, '"passages":{"9-9":"00",'));
      expect(await answerOf(page)).toMatch(/^Altered\..*gone: 1/);
      return;
    }
    expect(await answerOf(opened(html, change))).toMatch(new RegExp(`^Altered\\..*${says.source}`));
  });

  it('lets its own script and style through and nothing else', async () => {
    const html = await hostileFile();
    const page = new JSDOM(html).window.document;
    const policy = page.querySelector('meta[http-equiv]')!.getAttribute('content')!;
    const scripts = [...page.querySelectorAll('script:not([type])')];
    expect(scripts.map((one) => one.textContent)).toEqual([CHECK_SCRIPT]);
    expect(policy).toContain(`script-src ${policyHash(CHECK_SCRIPT)};`);
    expect(policy).toContain(`style-src ${policyHash(page.querySelector('style')!.textContent)};`);
    expect(policy).not.toContain('unsafe');
    expect(page.querySelectorAll('img, iframe, link, [style], [onerror]')).toHaveLength(0);
    expect(JSON.parse(page.getElementById('manifest')!.textContent)).toMatchObject({ algorithm: 'SHA-256' });
  });

  it('has the same canonical form as source and as page', async () => {
    const html = await hostileFile();
    const main = /<main[\s\S]*<\/main>/.exec(html)![0];
    const page = new JSDOM(html).window.document;
    const form = (node: Node): string => {
      if (node.nodeType === 3)
        return (node as Text).data.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
      const element = node as Element;
      const names = element.getAttributeNames().sort();
      const attributes = names.map(
        (name) =>
          ` ${name}="${element.getAttribute(name)!.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`,
      );
      return `<${element.localName}${attributes.join('')}>${[...element.childNodes].map(form).join('')}</>`;
    };
    expect(canonicalOf(main)).toBe(form(page.querySelector('main')!));
  });
});

describe('passages that unfold', () => {
  it('stand where their citations lead, with their words, context, grade, marking, source and date', async () => {
    const page = new JSDOM(await hostileFile()).window.document;
    for (const link of page.querySelectorAll('a[href^="#"]')) {
      expect(page.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull();
    }
    const second = page.querySelectorAll('.cite a')[1]!;
    const passage = page.getElementById(second.getAttribute('href')!.slice(1))!;
    expect(passage.closest('details')!.querySelector('summary')!.textContent).toBe('¶4, C2');
    expect(passage.querySelector('mark')!.textContent).toBe('Plain words.');
    const said = passage.textContent;
    for (const words of [
      'before ',
      'after it.',
      'Said byA dockworker',
      'Grade' + 'C2: ',
      'TLP:AMBER',
      '4 November 2024',
      '13 November 2024',
    ]) {
      expect(said).toContain(words);
    }
    expect(passage.querySelector('mark')!.textContent).not.toContain('\r');
  });

  it('are not in a page that is printed', () => {
    const html = renderHtml(briefingModel(briefing(doc(paragraph(cite(21)))), lookupOf()));
    expect(html).not.toMatch(/<details|<script|<aside/);
  });
});
