// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { cleanPaste } from '../../../renderer/features/briefings/cleanPaste';

const listed = (level: number, marker: string, words: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}.0pt;mso-list:l1 level${level} lfo2'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle>Night work<o:p></o:p></p>
<h1 style='mso-margin-top-alt:auto'><b><span lang=EN-US style='font-size:14.0pt;mso-ansi-language:EN-US'>Background</span></b><o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:6.0pt'><b style='mso-bidi-font-weight:normal'><span style='color:red'>Two ships</span></b> came <i>by&nbsp;night</i>.<span style='mso-spacerun:yes'>&nbsp; </span>They left.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${listed(1, '·', 'first')}${listed(2, 'o', 'inner')}${listed(1, '·', 'second')}
<p class=MsoNormal>Then:</p>
${listed(1, '3.', 'third step')}${listed(1, '4.', 'fourth step')}
<table class=MsoTableGrid style='border-collapse:collapse'><tr style='height:1cm'><td width=200 style='width:150pt'><p class=MsoNormal>Day<o:p></o:p></p></td><td colspan=2><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>
<img width=300 src="file:///C:/Users/x/image001.png" alt="A pier at night" v:shapes="x"><v:shape id="x"></v:shape>
<!--EndFragment--></body></html>`;

const DOCS = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400;">Heading</span></h2><p dir="ltr"><span style="font-weight:400;font-style:normal;">Plain, </span><span style="font-weight:700;">strong</span><span style="font-style:italic;">, slanted</span> <a href="https://example.org/a" style="text-decoration:none;"><span style="text-decoration:underline;">there</span></a></p><br><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">one</span></p></li><li dir="ltr" role="checkbox" aria-checked="true"><p>x</p></li></ul><ul><li role="checkbox" aria-checked="true"><p>done</p></li><li role="checkbox" aria-checked="false"><p>open</p></li></ul></b>`;

const WEB = `<div class="article" onclick="steal()"><script>alert(1)</script><style>p{}</style><!-- ad --><h4>Small head</h4>
<p style="color:#333">Words <span class="x"></span>with <a href="javascript:alert(1)">a bad</a> and <a href="https://example.org/?q=1" onclick="x()">a good link</a>.<img src="https://tracker.example/1.gif" width="1"></p>
<figure><img src="https://example.org/ship.jpg" alt="ship"><figcaption>The ship in port</figcaption></figure>
<blockquote class="q"><p>Said so.</p></blockquote><pre>line one
line two</pre><svg><text>drawn</text></svg><p>&nbsp;</p></div>`;

describe('pasting', () => {
  it('from Word keeps headings, emphasis, lists and tables, and nothing of Office', () => {
    const clean = cleanPaste(WORD);
    expect(clean).not.toMatch(/mso|style=|class=|o:p|<xml|<!--|file:|width=|lang=/iu);
    expect(clean).toContain('<h1>Night work</h1>');
    expect(clean).toContain('<h1>Background</h1>');
    expect(clean).toContain('<p><b>Two ships</b> came <i>by&nbsp;night</i>. They left.</p>');
    expect(clean.replace(/>\s+</gu, '><')).toContain(
      '<ul><li><p>first</p><ul><li><p>inner</p></li></ul></li><li><p>second</p></li></ul><p>Then:</p><ol start="3"><li><p>third step</p></li><li><p>fourth step</p></li></ol>',
    );
    expect(clean).toMatch(/<td><p>Day<\/p><\/td><td colspan="2">/u);
    expect(clean).toContain('[Picture: A pier at night]');
    expect(clean).not.toMatch(/<p>(?:\s|&nbsp;)*<\/p>\s*<ul>/u);
  });

  it('from Google Docs reads weight and slant from styles, and its wrapper is not bold', () => {
    const clean = cleanPaste(DOCS);
    expect(clean).not.toMatch(/style=|dir=|id=|span/u);
    expect(clean.startsWith('<h2>Heading</h2><p>Plain, <strong>strong</strong><em>, slanted</em>')).toBe(true);
    expect(clean).toContain('<a href="https://example.org/a">there</a>');
    expect(clean).toContain('<ul data-type="taskList"><li data-type="taskItem" data-checked="true"><p>done</p></li>');
    expect(clean).toContain('data-checked="false"');
    expect(clean).toContain('<ul><li><p>one</p></li>');
  });

  it('from the web runs nothing, fetches nothing and keeps the words', () => {
    const clean = cleanPaste(WEB);
    expect(clean).not.toMatch(/script|alert|onclick|style|class|<img|src=|svg|drawn|ad --|javascript/u);
    expect(clean).toContain('<h3>Small head</h3>');
    expect(clean).toContain('Words with a bad and <a href="https://example.org/?q=1">a good link</a>.');
    expect(clean).toContain('[Picture: The ship in port]');
    expect(clean).toContain('<blockquote><p>Said so.</p></blockquote><p>line one</p><p>line two</p>');
  });

  it('leaves alone what the editor itself put on the clipboard', () => {
    const own = '<p data-pm-slice="1 1 []">A <span data-citation="x"></span></p>';
    expect(cleanPaste(own)).toBe(own);
  });
});
