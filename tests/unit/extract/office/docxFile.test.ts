import { describe, expect, it } from 'vitest';
import { extractDocx } from '@shared/extract/docx';
import { cell, docx, lines, p, row, run, table, taken, wordPart, zipOf } from './make';

const read = async (...args: Parameters<typeof docx>): Promise<string[]> =>
  lines(taken(await extractDocx(docx(...args))));

describe('the file of a Word document', () => {
  it('says what the file says of itself', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">' +
      '<dc:title>Annual Review</dc:title><dc:creator>Ann Example; Bo Sample</dc:creator><dcterms:created>2023-04-05T10:00:00Z</dcterms:created></cp:coreProperties>';
    const lang =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:eastAsia="ko-KR"/></w:rPr></w:rPrDefault></w:docDefaults>';
    const one = taken(await extractDocx(docx(p('Some words'), { 'docProps/core.xml': core, styles: lang })));
    expect(one.title).toBe('Annual Review');
    expect(one.language).toBe('en-GB');
    expect(one.csl).toEqual({
      author: [{ literal: 'Ann Example' }, { literal: 'Bo Sample' }],
      issued: { 'date-parts': [[2023, 4, 5]] },
      language: 'en-GB',
    });
    const korean = taken(await extractDocx(docx(p('국방부 발표 내용'), { styles: lang })));
    expect([korean.title, korean.language]).toEqual(['국방부 발표 내용', 'ko-KR']);
  });

  it('comes in from one XML file too', async () => {
    const flat =
      '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>' +
      `${wordPart('document', `<w:body>${p('flat')}</w:body>`)}</pkg:xmlData></pkg:part></pkg:package>`;
    expect(taken(await extractDocx(new TextEncoder().encode(flat))).text).toBe('flat');
  });

  it('reads a web page put inside it without running it', async () => {
    const target =
      '<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="page.html"/>';
    const page =
      '<!doctype html><html><head><title>x</title></head><body><h1>Inner</h1><script>alert(1)</script><p>words</p></body></html>';
    expect(await read(p('outer') + '<w:altChunk r:id="c1"/>', { 'word/page.html': page }, target)).toEqual([
      'paragraph: outer',
      'heading1: Inner',
      'paragraph: words',
    ]);
  });

  it('neither grows nor fails by the same thing again and again', async () => {
    const refer = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const footnotes = `<w:footnote w:id="1">${p('said once')}</w:footnote>`;
    expect(await read(p(run('a') + refer.repeat(3)), { footnotes })).toEqual([
      'paragraph: a[1][1][1]',
      'footnote: [1] said once',
    ]);
    const many = Array.from({ length: 150_000 }, (_, i) => `<w:t>${i}</w:t><w:br/>`).join('');
    const [whole = ''] = await read(table(row(cell(p(`<w:r>${many}</w:r>`)), cell('z'))));
    expect(whole.endsWith(' 149999\tz')).toBe(true);
    const begin = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>');
    expect(await read(begin.repeat(2_000) + p('end'))).toEqual(['paragraph: end']);
  });

  it('is refused with its reason', async () => {
    const reasonOf = async (bytes: Uint8Array): Promise<string> => {
      const outcome = await extractDocx(bytes);
      return outcome.ok ? 'came in' : outcome.reason;
    };
    expect(await reasonOf(new Uint8Array())).toBe('empty');
    expect(await reasonOf(docx(p('')))).toBe('empty');
    expect(await reasonOf(docx('<w:p><w:r>'))).toBe('broken');
    expect(await reasonOf(zipOf({ 'other.xml': '<x/>' }))).toBe('broken');
    expect(await reasonOf(docx(p('words')).slice(0, -30))).toBe('broken');
    expect(await reasonOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0))).toBe('older-word');
    expect(await reasonOf(docx('<w:ins>'.repeat(5_000) + '</w:ins>'.repeat(5_000)))).toBe('over-bound');
    // Four megabytes of nothing in four kilobytes.
    expect(await reasonOf(docx(p(' '.repeat(4 * 1024 * 1024))))).toBe('over-bound');
    const laughs = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    const bomb = zipOf({
      'word/document.xml': laughs + wordPart('document', `<w:body>${p('<w:r><w:t>&b;</w:t></w:r>')}</w:body>`),
    });
    expect(await reasonOf(bomb)).toBe('broken');
  });
});
