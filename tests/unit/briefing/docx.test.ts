import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '@shared/briefing/docx';
import { pictureSize } from '@shared/briefing/docx/picture';
import { cleanBody } from '@shared/briefing/bodySchema';
import { briefingModel } from '@shared/briefing/model';
import { citedExcerptIds, numberReferences } from '@shared/briefing/references';
import { styledReferences } from '@shared/briefing/styles/styled';
import { pdfLines } from '../../pdf';
import { briefing, cite, doc, excerpt, lookupOf, paragraph, quote, text } from './evidence';
import { fullNote, PICTURE, PICTURE_ID } from './fullNote';
import { locales, ourStyle } from './styles/styleFiles';

/** Children of properties in the order of the schema (ECMA-376, wml.xsd), as far as they may come up here. */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tbl': 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
};

const parts = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const parse = (xml: string): Document => new JSDOM(xml, { contentType: 'text/xml' }).window.document;
const all = (dom: Document | Element, name: string): Element[] => [...dom.getElementsByTagName(name)];
const wordsIn = (element: Element): string =>
  all(element, 'w:t')
    .map((one) => one.textContent)
    .join('');

async function fullFile() {
  const { content, lookup } = fullNote();
  const model = briefingModel(content, lookup, 'en-GB');
  const bytes = await renderDocx(model, { pictures: new Map([[PICTURE_ID, PICTURE]]), at: '2024-12-03T00:00:00Z' });
  return { model, bytes, files: parts(bytes) };
}

describe('a Word file', () => {
  it('is well-formed in every part, its properties in the order of the schema', async () => {
    const { files } = await fullFile();
    for (const [name, xml] of files) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const dom = parse(xml);
      for (const [parent, order] of Object.entries(ORDER)) {
        const places = order.split(' ');
        for (const element of all(dom, parent)) {
          const found = [...element.children].map((child) => places.indexOf(child.tagName.replace('w:', '')));
          expect([name, parent, found]).toEqual([name, parent, [...found].sort((a, b) => a - b)]);
          expect(found).not.toContain(-1);
        }
      }
    }
  });

  it('points only at what is there: styles, lists, bookmarks, relations', async () => {
    const { files } = await fullFile();
    const dom = parse(files.get('word/document.xml')!);
    const styles = new Set(
      all(parse(files.get('word/styles.xml')!), 'w:style').map((one) => one.getAttribute('w:styleId')),
    );
    for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/header1.xml', 'word/footer1.xml']) {
      for (const name of ['w:pStyle', 'w:rStyle']) {
        for (const one of all(parse(files.get(part)!), name)) expect(styles).toContain(one.getAttribute('w:val'));
      }
    }
    const numbers = new Set(
      all(parse(files.get('word/numbering.xml')!), 'w:num').map((one) => one.getAttribute('w:numId')),
    );
    for (const one of all(dom, 'w:numId')) expect(numbers).toContain(one.getAttribute('w:val'));
    const marks = all(dom, 'w:bookmarkStart').map((one) => one.getAttribute('w:name'));
    expect(new Set(marks).size).toBe(marks.length);
    const anchors = all(dom, 'w:hyperlink')
      .map((one) => one.getAttribute('w:anchor'))
      .filter((one) => one !== null);
    expect(anchors).toContain('reference_1');
    for (const anchor of anchors) expect(marks).toContain(anchor);
    const ids = all(dom, 'w:hyperlink')
      .map((one) => one.getAttribute('r:id'))
      .filter((one) => one !== null);
    const relations = files.get('word/_rels/document.xml.rels')!;
    for (const id of ids) expect(relations).toContain(`Id="${id}"`);
    for (const target of relations.matchAll(/Target="([^"]+)"(?! TargetMode)/g))
      expect([...files.keys()]).toContain(`word/${target[1]}`);
  });

  it('uses Word’s own styles, footnotes, lists and repeated head rows', async () => {
    const { files, model } = await fullFile();
    const dom = parse(files.get('word/document.xml')!);
    const used = new Set(all(dom, 'w:pStyle').map((one) => one.getAttribute('w:val')));
    for (const style of ['Title', 'Heading1', 'Heading2', 'Quote', 'Caption', 'ListParagraph', 'Bibliography']) {
      expect(used).toContain(style);
    }
    const notes = all(parse(files.get('word/footnotes.xml')!), 'w:footnote').map((one) => wordsIn(one).trim());
    expect(notes).toContain('Nobody has seen its office.[2]');
    expect(all(dom, 'w:footnoteReference')).toHaveLength(model.footnotes.length);
    expect(all(dom, 'w:tblHeader').length).toBeGreaterThanOrEqual(2);
    const picture = all(dom, 'wp:docPr')[0]!;
    expect(picture.getAttribute('descr')).toBe('The north pier from above');
    expect(files.get('word/styles.xml')).toMatch(/<w:lang w:val="en-GB"/);
    expect(all(dom, 'w:lang').map((one) => one.getAttribute('w:val'))).toEqual(expect.arrayContaining(['uk', 'ko']));
    // The table of contents holds its headings before Word updates it.
    expect(wordsIn(all(dom, 'w:sdt')[0]!)).toContain('What the figures say');
    expect(files.get('word/settings.xml')).not.toContain('updateFields');
  });

  it('carries the marking at head and foot of every page, 12 points on black, with the page and the date', async () => {
    const { files } = await fullFile();
    const marking = all(parse(files.get('word/styles.xml')!), 'w:style').find(
      (one) => one.getAttribute('w:styleId') === 'Marking',
    )!;
    expect(Number(all(marking, 'w:sz')[0]!.getAttribute('w:val'))).toBeGreaterThanOrEqual(24);
    expect(all(marking, 'w:shd')[0]!.getAttribute('w:fill')).toBe('000000');
    for (const part of ['word/header1.xml', 'word/footer1.xml']) {
      const run = all(parse(files.get(part)!), 'w:r').find((one) => wordsIn(one).includes('TLP:'))!;
      expect(wordsIn(run).trim()).toBe('TLP:AMBER+STRICT');
      expect(all(run, 'w:color')[0]!.getAttribute('w:val')).toBe('FFC000');
    }
    const foot = files.get('word/footer1.xml')!;
    expect(foot).toContain('3 December 2024');
    expect(foot).toMatch(/PAGE<[\s\S]*NUMPAGES</);
    const core = files.get('docProps/core.xml')!;
    expect(core).toContain('<dc:creator>A. Analyst</dc:creator>');
    expect(core).toContain('2024-12-03T00:00:00Z');
    expect(core).not.toContain('keywords');
  });

  it('has the same bytes each time', async () => {
    expect(Buffer.compare(Buffer.from((await fullFile()).bytes), Buffer.from((await fullFile()).bytes))).toBe(0);
  });

  it.each(['chicago-notes', 'apa', 'ieee'] as const)(
    'cites in the style %s: notes as footnotes, words as words',
    async (name) => {
      const { content, lookup } = fullNote();
      const body = cleanBody(content.body);
      const references = numberReferences(citedExcerptIds(body), lookup, 'en-GB');
      const styled = styledReferences(references, body, { style: ourStyle(name), locales, language: 'en-GB' }, lookup);
      const model = briefingModel(content, lookup, 'en-GB', { styled });
      const files = parts(await renderDocx(model));
      const dom = parse(files.get('word/document.xml')!);
      const notes = all(parse(files.get('word/footnotes.xml')!), 'w:footnote').map((one) => wordsIn(one).trim());
      expect(all(dom, 'w:footnoteReference').length).toBe(model.footnotes.length);
      const inNotes = notes.some(
        (one) => one.includes('Patrol Log of the North District') || one.includes('Patrol log'),
      );
      expect(inNotes).toBe(name === 'chicago-notes');
      const whole = all(dom, 'w:p').map(wordsIn).join('\n');
      expect(whole).toMatch(/Northern Coast Guard/);
      if (name === 'apa') expect(whole).toMatch(/\(.*Northern Coast Guard, 2024/);
      const marks = new Set(all(dom, 'w:bookmarkStart').map((one) => one.getAttribute('w:name')));
      for (const link of all(dom, 'w:hyperlink')) {
        if (link.getAttribute('w:anchor')) expect(marks).toContain(link.getAttribute('w:anchor'));
      }
    },
  );

  it('keeps hostile words as words', async () => {
    const hostile = `<w:p><script>alert(1)</script> ]]> & "quoted" 'x' \u0001\uD800 {PAGE} HYPERLINK "file:///etc"`;
    const kept = hostile.replace('\u0001\uD800', '');
    const content = briefing(doc(paragraph(text(hostile, 'bold'), cite(21)), quote(21, hostile)), {
      title: hostile,
      author: hostile,
    });
    const files = parts(await renderDocx(briefingModel(content, lookupOf([excerpt(21, 11, hostile)]))));
    const dom = parse(files.get('word/document.xml')!);
    const lines = all(dom, 'w:p').map(wordsIn);
    expect(lines).toContain(kept);
    expect(lines).toContain(`${kept}[1]`);
    expect(
      all(dom, 'w:instrText')
        .map((one) => one.textContent)
        .join(),
    ).not.toContain('file:');
    expect(parse(files.get('docProps/core.xml')!).getElementsByTagName('dc:title')[0]!.textContent).toBe(kept);
  });

  it('reads the size of pictures, and of no others', () => {
    expect(pictureSize(PICTURE, 'image/png')).toEqual({ width: 2, height: 1 });
    expect(pictureSize(PICTURE.slice(0, 12), 'image/png')).toBeNull();
    expect(pictureSize(PICTURE, 'image/jpeg')).toBeNull();
    const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 3, 0, 5);
    expect(pictureSize(jpeg, 'image/jpeg')).toEqual({ width: 5, height: 3 });
    expect(pictureSize(jpeg.slice(0, 9), 'image/jpeg')).toBeNull();
  });
});

const office = spawnSync('soffice', ['--version']).status === 0;

describe('in LibreOffice', () => {
  it('opens, with its notes, pages and links', async ({ skip }) => {
    if (!office) skip('LibreOffice (soffice) is not on this machine.');
    const folder = mkdtempSync(path.join(os.tmpdir(), 'collate-docx-'));
    try {
      const file = path.join(folder, 'note.docx');
      writeFileSync(file, (await fullFile()).bytes);
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
      const pdf = path.join(folder, 'note.pdf');
      expect(readFileSync(pdf).length).toBeGreaterThan(10_000);
      const pages = await pdfLines(pdf);
      expect(pages.length).toBeGreaterThanOrEqual(3);
      for (const [i, lines] of pages.entries()) {
        expect(lines[0]).toMatch(/TLP:AMBER\+STRICT$/);
        expect(lines.at(-1)).toMatch(
          new RegExp(`^Page ${i + 1} of ${pages.length} · 3 December 2024 TLP:AMBER\\+STRICT$`),
        );
      }
      const whole = pages.flat().join('\n');
      expect(whole).toContain('Nobody has seen its office.');
      expect(whole).toMatch(/^3\. .*Third point/m);
      if (process.env['COLLATE_KEEP']) writeFileSync(process.env['COLLATE_KEEP'], readFileSync(pdf));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
