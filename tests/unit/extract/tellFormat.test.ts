import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_FORMATS, DOCUMENT_FORMAT_IDS, formatOfName } from '../../../shared/extract/formats';
import { tellFormat } from '../../../shared/extract/tellFormat';
import { zipSync } from 'fflate';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [utf8(text), { level: 0 }]])));

const MEMO = 'From: the desk\nTo: all\nSubject: convoys\n\nNine trucks crossed the river.\n';
const MAIL = `Return-Path: <a@example.org>\nMIME-Version: 1.0\nDate: Mon, 4 Nov 2024 10:00:00 +0000\n${MEMO}`;

describe('what a file is', () => {
  it('believes its bytes before its name', () => {
    expect(tellFormat('report.txt', utf8('%PDF-1.7\n'))).toBe('pdf');
    expect(tellFormat('page.pdf', utf8('<!DOCTYPE html><title>A page</title>'))).toBe('html');
    expect(tellFormat('letter.doc', utf8('{\\rtf1\\ansi Words}'))).toBe('rtf');
    expect(tellFormat('notes.docx', utf8('Nine trucks crossed the river.'))).toBe('text');
    expect(tellFormat('scan.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0))).toBe('picture');
    expect(tellFormat('old.txt', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toBe('other');
  });

  it('looks into a zip for what it holds', () => {
    expect(tellFormat('a.zip', zip({ '[Content_Types].xml': '', 'word/document.xml': '' }))).toBe('docx');
    expect(tellFormat('a.zip', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' }))).toBe(
      'odt',
    );
    expect(tellFormat('a.zip', zip({ mimetype: 'application/epub+zip', 'META-INF/container.xml': '' }))).toBe('epub');
    expect(tellFormat('a.docx', zip({ 'xl/workbook.xml': '' }).subarray(0, 20))).toBe('docx');
    expect(tellFormat('a.zip', zip({ 'xl/workbook.xml': '' }))).toBe('other');
    expect(tellFormat('a.ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }))).toBe('other');
  });

  it('knows Word and OpenDocument files that are one XML file', () => {
    const start = '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n';
    const word = '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"></pkg:package>';
    expect(tellFormat('a.xml', utf8(start + word))).toBe('docx');
    const flat = `<office:document xmlns:x="${'x'.repeat(5_000)}" office:mimetype="application/vnd.oasis.opendocument.text">`;
    expect(tellFormat('a.fodt', utf8(start + flat))).toBe('odt');
    expect(tellFormat('a.xml', utf8('<?xml version="1.0"?><other/>'))).toBe('text');
    expect(tellFormat('a.xml', utf8(`${'<!---->'.repeat(500)}<x`))).toBe('text');
    expect(tellFormat('a.doc', utf8('\ufeff\n{\\rtf1 words}'))).toBe('rtf');
  });

  it('tells a mail from a memo that begins like one', () => {
    expect(tellFormat('memo.txt', utf8(MEMO))).toBe('text');
    expect(tellFormat('memo.eml', utf8(MEMO))).toBe('mail');
    expect(tellFormat('mail.txt', utf8(MAIL))).toBe('mail');
    expect(tellFormat('inbox', utf8(`From a@example.org Mon Nov  4 10:00:00 2024\n${MAIL}`))).toBe('mbox');
    expect(tellFormat('page.mht', utf8('MIME-Version: 1.0\nContent-Type: multipart/related\n\n'))).toBe('mhtml');
    expect(tellFormat('notes.md', utf8('# Heading\n\nTitle: none\n'))).toBe('markdown');
    expect(tellFormat('notes.txt', utf8('Note: From here on the road is closed.\n\nMore.'))).toBe('text');
  });

  it('knows a web page in UTF-16 and after a comment', () => {
    const page = '<!-- saved -->\n<html><body>Words</body></html>';
    expect(tellFormat('x', utf8(page))).toBe('html');
    const wide = Uint8Array.from([0xff, 0xfe, ...Array.from(page, (letter) => [letter.charCodeAt(0), 0]).flat()]);
    expect(tellFormat('x', wide)).toBe('html');
    expect(tellFormat('x.txt', utf8('The sign <html> begins a page.'))).toBe('text');
  });

  it('names every extension once', () => {
    const all = DOCUMENT_FORMAT_IDS.flatMap((id) => DOCUMENT_FORMATS[id].extensions as readonly string[]);
    expect(new Set(all).size).toBe(all.length);
    for (const id of DOCUMENT_FORMAT_IDS)
      expect(formatOfName(`a.b.${DOCUMENT_FORMATS[id].extensions[0].toUpperCase()}`)).toBe(id);
  });
});

const real = path.resolve(process.env['COLLATE_TESTDATA'] ?? '../shared/testdata', 'documents');

describe.skipIf(!existsSync(real))('what real files are', () => {
  const kinds: Readonly<Record<string, readonly string[]>> = {
    pdf: ['pdf'],
    docx: ['docx'],
    odt: ['odt'],
    rtf: ['rtf'],
    epub: ['epub'],
    markdown: ['markdown'],
    'doc-legacy': ['docx'],
  };
  for (const [folder, expected] of Object.entries(kinds)) {
    it(`in ${folder}`, () => {
      const extension = folder === 'markdown' ? 'md' : folder === 'doc-legacy' ? 'doc' : folder;
      for (const name of readdirSync(path.join(real, folder)).filter((one) => one.endsWith(`.${extension}`)))
        expect([name, tellFormat(name, readFileSync(path.join(real, folder, name)))]).toEqual([name, expected[0]]);
    });
  }
  it('in email', () => {
    for (const name of readdirSync(path.join(real, 'email'))) {
      const said = formatOfName(name);
      expect([name, tellFormat(name, readFileSync(path.join(real, 'email', name)))]).toEqual([name, said]);
    }
  });
});
