import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startFlow } from '@shared/extract/flow';
import { copiedPage, extractHtml, htmlToFlow, parseHtml, writePage } from '@shared/extract/html';
import { dice, mutated, utf8 } from './encode';

function blocksOf(html: string): string[] {
  const page = parseHtml(html);
  if (!page.ok) throw new Error(page.reason);
  const flow = startFlow();
  writePage(page.value.body, flow);
  const { text, blocks } = flow.done();
  return blocks.map(([kind, start, end, level]) => `${kind}${level || ''}: ${text.slice(start, end)}`);
}

describe('a page as it is read', () => {
  it.each<[string, string, string[]]>([
    ['headings and paragraphs', '<h2>A<br>b</h2><p>c <b>d</b>', ['heading2: A\nb', 'paragraph: c d']],
    [
      'a page without a head',
      '<!doctype html><!-- c --><html><meta charset=x><body><p>a</body></html><p>b',
      ['paragraph: a', 'paragraph: b'],
    ],
    ['words after the body', '<html><head></head><body><p>a</body><p>b</html>', ['paragraph: a', 'paragraph: b']],
    ['white space as it is shown', '<p>  a\n\t b <i> c</i> <br> d&nbsp; e ', ['paragraph: a b c\nd\u00a0 e']],
    ['words around blocks', 'a<div>b<p>c</p>d</div>e', ['a', 'b', 'c', 'd', 'e'].map((word) => `paragraph: ${word}`)],
    ['entities, once', '<p>&lt;b&gt; &amp;lt; &eacute; &#1071; &#x1F600; AT&T', ['paragraph: <b> &lt; é Я 😀 AT&T']],
    ['no space between wide signs', '<p>中\n文と\nかな 한국\n어', ['paragraph: 中文とかな 한국 어']],
    ['kept white space', '<pre>if a:\n\tb\n</pre>', ['paragraph: if a:\n\tb']],
    ['quotation marks', '<blockquote><p>He said <q>no</q>.</blockquote>', ['paragraph: He said “no”.']],
    ['raised figures', '<p>10<sup>6</sup> m<sup>2</sup>, 19<sup>th</sup>', ['paragraph: 10⁶ m², 19th']],
    [
      'readings of wide signs',
      '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>',
      ['paragraph: 漢字(かんじ)'],
    ],
    ['captions', '<figure><img src=a.png alt=no><figcaption>Fig. 1</figcaption></figure>', ['caption: Fig. 1']],
    ['terms', '<dl><dt>IMINT<dd>from pictures</dl>', ['list-item1: IMINT', 'list-item2: from pictures']],
    [
      'a page in a frame',
      'a<iframe srcdoc="&lt;p&gt;b&lt;script&gt;c&lt;/script&gt;"></iframe>',
      ['paragraph: a', 'paragraph: b'],
    ],
    [
      'lists with what stands before their items',
      '<ol start=3><li>a<ul><li>b</ul><li value=7>c</ol><ol type=i><li>d<li>e</ol><ol reversed type=A><li>f<li>g</ol>',
      [
        'list-item1: 3. a',
        'list-item2: • b',
        'list-item1: 7. c',
        'list-item1: i. d',
        'list-item1: ii. e',
        'list-item1: B. f',
        'list-item1: A. g',
      ],
    ],
    [
      'an item of several paragraphs, and boxes',
      '<ul><li><p>a<p>b<li><input type=checkbox checked>c<li style="list-style:none">d</ul>',
      ['list-item1: • a', 'paragraph: b', 'list-item1: • ☑ c', 'list-item1: d'],
    ],
    [
      'tables by rows and cells',
      '<table><caption>T</caption><tr><th>A<th>B<th>C<tr><td rowspan=2>1<td colspan=2>x<ul><li>y<li>z</ul><tr><td>2<td>3</table>',
      ['caption: T', 'table-row: A\tB\tC', 'table-row: 1\tx • y • z', 'table-row: \t2\t3'],
    ],
    [
      'tables that only lay out',
      '<table><tr><td><h1>A</h1><p>b<td><table><tr><th>c<th>d<tr><td>1<td>2</table></table>',
      ['heading1: A', 'paragraph: b', 'table-row: c\td', 'table-row: 1\t2'],
    ],
    [
      'footnotes, their marks, no way back',
      '<p>a<sup><a href="#n1">1</a></sup> b<a role="doc-noteref" href="#n2">2</a></p>' +
        '<section role="doc-endnotes"><ol><li id=n1><p>one <a href="#r1">↩</a></p><li id=n2>two</ol></section>' +
        '<aside epub:type="footnote"><p>* three</p></aside>',
      ['paragraph: a[1] b[2]', 'footnote: 1. one', 'footnote: 2. two', 'footnote: * three'],
    ],
    [
      'nothing that is not shown',
      '<style>a</style><nav>b</nav><p hidden>c<p STYLE="color:red;DISPLAY : none">d<p aria-hidden=true>e<template>f</template>' +
        '<noscript>g</noscript><select><option>h</select><button>i</button><textarea>j</textarea><svg><text>k</text></svg>' +
        '<title>l</title><dialog>m</dialog><!-- n --><p>o',
      ['paragraph: o'],
    ],
    [
      'lists as Word writes them',
      "<p class=MsoListParagraph style='margin:0;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>" +
        "<span style='mso-list:Ignore'>·<span style='font:7pt'>&nbsp;&nbsp; </span></span></span><![endif]>one<o:p></o:p></p>" +
        "<p style='mso-list:l1 level2 lfo1'><span style='mso-list:Ignore'>2)<span>&nbsp;</span></span><b>two<o:p>&nbsp;</o:p></b> more</p>",
      ['list-item1: • one', 'list-item2: 2) two\u00a0 more'],
    ],
  ])('%s', (_, html, blocks) => expect(blocksOf(html)).toEqual(blocks));

  it('counts pictures, without those of one point', () => {
    const page = parseHtml('<p>a<img src=x><img width=1 height=1><svg></svg><video></video><iframe src=x></iframe>');
    if (!page.ok) throw new Error(page.reason);
    expect(htmlToFlow(page.value.body, startFlow())).toEqual({ pictures: 4 });
  });
});

const SENTENCE =
  'The convoy of nine trucks crossed the river at dawn, the ministry said, and it was seen by two observers. ';
const PAGE = `<!doctype html>
<!-- saved from url=(0034)https://news.example/2024/10/trucks -->
<html lang="en-gb"><head><title>Nine trucks | News Example</title>
<meta property="og:site_name" content="News Example"><meta property="og:title" content="Nine trucks cross the river">
<meta name="author" content="By Ada Kim"><meta property="article:published_time" content="2024-10-23T23:30:00-05:00">
<link rel=canonical href="/2024/10/trucks.html#top"></head>
<body><div class="menu"><ul>${'<li><a href="/x">Section</a></li>'.repeat(40)}</ul></div>
<div class="main"><article><h1>Nine trucks cross the river</h1><p>${SENTENCE.repeat(4)}</p><h2>The cargo</h2>
<p>${SENTENCE.repeat(4)}</p><ul><li>fuel, in barrels</li><li>spare parts of two kinds</li></ul><p>${SENTENCE.repeat(5)}</p></article></div>
<div class="sidebar"><p>Subscribe to our letter</p></div><div class="footer">All rights</div></body></html>`;

describe('extractHtml', () => {
  it('takes the article of a page, and what the page says of itself', () => {
    const read = extractHtml(PAGE);
    if (!read.ok) throw new Error(read.reason);
    const { text, title, csl, language, extractor, blocks } = read.value;
    expect(text).toMatch(/^Nine trucks cross the river\n\nThe convoy/);
    expect(text).toContain('The cargo\n\n');
    expect(text).toContain('• fuel, in barrels\n• spare parts of two kinds');
    expect(text).not.toMatch(/Section|Subscribe|All rights/);
    expect({ title, csl, language, extractor }).toEqual({
      title: 'Nine trucks cross the river',
      csl: {
        type: 'webpage',
        author: [{ literal: 'Ada Kim' }],
        issued: { 'date-parts': [[2024, 10, 23]] },
        'container-title': 'News Example',
        URL: 'https://news.example/2024/10/trucks.html',
        language: 'en-GB',
      },
      language: 'en-GB',
      extractor: 'html/1',
    });
    expect(blocks?.some(([kind]) => kind === 'heading')).toBe(true);
  });

  it('takes all of it where that is asked for, or where there is no article', () => {
    expect(extractHtml(PAGE, { whole: true })).toHaveProperty('value.text', expect.stringContaining('Subscribe'));
    expect(extractHtml('<p>Two <b>words')).toMatchObject({
      value: { text: 'Two words', title: 'Two words', csl: { type: 'webpage' } },
    });
    expect(extractHtml('<p>a', { url: 'https://a.example/b#c' })).toHaveProperty(
      'value.csl.URL',
      'https://a.example/b',
    );
  });

  it('reads what is said for search engines', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'Trucks seen',
          author: [{ '@type': 'Person', name: 'Bo Lee' }, { name: 'Cy Ng' }],
          datePublished: '2023-02-01',
          publisher: { name: 'Wire' },
          inLanguage: 'ko_KR',
        },
      ],
    };
    const page = `<title>t</title><script type="application/ld+json">${JSON.stringify(data)}</script><p>Words.`;
    expect(extractHtml(page)).toMatchObject({
      value: {
        title: 'Trucks seen',
        language: 'ko-KR',
        csl: {
          type: 'article-newspaper',
          author: [{ literal: 'Bo Lee' }, { literal: 'Cy Ng' }],
          issued: { 'date-parts': [[2023, 2, 1]] },
          'container-title': 'Wire',
        },
      },
    });
  });

  it.each([
    ['<meta name=date content="October 5, 2022">', [2022, 10, 5]],
    ['<meta name="dc.date" content="5 Oct 2022">', [2022, 10, 5]],
    ['<time datetime="2022-10-05T01:00Z">today</time>', [2022, 10, 5]],
    ['<meta name=date content=20221005>', [2022, 10, 5]],
  ])('a date: %s', (head, parts) => {
    expect(extractHtml(`${head}<p>Words.`)).toHaveProperty('value.csl.issued', { 'date-parts': [parts] });
  });

  it('refuses what has no words, and what passes its bounds', () => {
    expect(extractHtml('<title>x</title><script>y</script>')).toEqual({ ok: false, reason: 'empty' });
    expect(extractHtml('')).toEqual({ ok: false, reason: 'empty' });
    expect(extractHtml('<div>'.repeat(10_001))).toEqual({ ok: false, reason: 'over-bound' });
    expect(extractHtml('<b></b>'.repeat(500_001))).toEqual({ ok: false, reason: 'over-bound' });
  });

  it('keeps the words of a page however deep they are', () => {
    const deep = extractHtml(`${'<div>'.repeat(5_000)}in<p>side${'</div>'.repeat(5_000)}<p>out`);
    expect(deep).toHaveProperty('value.text', 'in\nside\n\nout');
    const tables = extractHtml(`${'<table><tr><th>a<th>'.repeat(800)}words`);
    expect(tables).toHaveProperty('value.text', expect.stringContaining('words'));
  });
});

describe('what was copied', () => {
  it('is the part that was selected, and where it is from', () => {
    const page = '<html><body>\r\n<!--StartFragment--><p>Words</p><!--EndFragment-->\r\n</body></html>';
    expect(copiedPage(page)).toEqual({ html: '<p>Words</p>', url: '' });
    const head = 'Version:0.9\r\nStartHTML:0000000105\r\nSourceURL:https://news.example/a#b\r\n';
    expect(copiedPage(head + page)).toEqual({ html: '<p>Words</p>', url: 'https://news.example/a' });
    expect(copiedPage('<p>Words</p>')).toEqual({ html: '<p>Words</p>', url: '' });
  });
});

describe('whatever the source', () => {
  it('a page of changed bytes is read or refused', () => {
    const next = dice(7);
    const page = utf8(PAGE);
    for (let i = 0; i < 60; i += 1) {
      const read = extractHtml(new TextDecoder().decode(mutated(page, next)));
      expect(read.ok || read.reason === 'empty').toBe(true);
    }
  });

  it('pieces of mark-up in any order are read, and blocks lie in order in the text', () => {
    const marks =
      '<p>|</p>|<table>|<tr>|<td rowspan=99 colspan=99>|</table>|<li>|<ol start=-5>|</ol>|<pre>|</pre>|<h1>|</h1>|<br>| word |' +
      '中\n|<sup>1</sup>|<a href=#>|</a>|<!--|-->|<svg>|</svg>|<html>|<body>|<head>|</html>|&amp|\u0000|\ud800|<ruby>|<rt>|' +
      '<title>|<iframe srcdoc="<p>x">|<script>|</script>|<dl>|<dd>|<aside role=doc-footnote>|</aside>|<q>';
    const piece = fc.constantFrom(...marks.split('|'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, whole) => {
        const read = extractHtml(pieces.join(''), { whole });
        const { text, blocks } = read.ok ? read.value : { text: '', blocks: [] };
        const bounds = (blocks ?? []).flatMap(([, start, end]) => [start, end]);
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
        expect(text.length).toBe(bounds.at(-1) ?? 0);
      }),
      { numRuns: 300 },
    );
  });
});
