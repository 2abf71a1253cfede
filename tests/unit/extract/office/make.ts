// Files of office programs made in the test: the smallest that a rule can be seen in.
import { strToU8, zipSync } from 'fflate';
import { expect } from 'vitest';
import type { Result } from '@shared/model/result';
import { layoutBlockSchema } from '@shared/model/layout';
import { cslItemSchema } from '@shared/model/csl';
import type { Extracted, ExtractRefusal } from '@shared/extract/extracted';

type Outcome = Result<Extracted, ExtractRefusal>;

/** A zip of parts by name. */
export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

/** A part of WordprocessingML with that root element. */
export const wordPart = (root: string, inside: string): string => `<w:${root} ${W}>${inside}</w:${root}>`;

export const run = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
/** A paragraph; words without markup become a run. */
export const p = (inside: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside.includes('<') ? inside : run(inside)}</w:p>`;
export const cell = (inside: string, properties = ''): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inside.includes('<w:p>') ? inside : p(inside)}</w:tc>`;
export const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

const KINDS = ['styles', 'numbering', 'footnotes', 'endnotes', 'settings'];

/** A Word file of that body; `parts` are the insides of styles, numbering, notes, or whole other files by name. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}, targets = ''): Uint8Array {
  const there = KINDS.filter((kind) => parts[kind] !== undefined);
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const links = there.map((kind) => `<Relationship Id="${kind}" Type="${type}/${kind}" Target="${kind}.xml"/>`);
  const others = Object.entries(parts).filter(([name]) => !KINDS.includes(name));
  return zipOf({
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `${links.join('')}${targets}</Relationships>`,
    ...Object.fromEntries(there.map((kind) => [`word/${kind}.xml`, wordPart(kind, parts[kind]!)])),
    ...Object.fromEntries(others),
  });
}

const ODF = ['office', 'text', 'table', 'style', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ');

/** An OpenDocument text. */
export const odt = (text: string, styles = '', meta = ''): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      `<office:document-content ${ODF}><office:automatic-styles>${styles}</office:automatic-styles>` +
      `<office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta ${ODF}><office:meta>${meta}</office:meta></office:document-meta>`,
  });

/** A book of those pages; `spine` is the order of their names. */
export function epub(pages: Readonly<Record<string, string>>, spine: readonly string[], extra = ''): Uint8Array {
  const names = Object.keys(pages);
  const id = (name: string): string => `i${names.indexOf(name)}`;
  const items = names.map(
    (name) =>
      `<item id="${id(name)}" href="${name}" media-type="application/xhtml+xml"${name === 'nav.xhtml' ? ' properties="nav"' : ''}/>`,
  );
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>' +
      '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/book.opf':
      '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">' +
      `<dc:title>The Long Report</dc:title><dc:creator>Ada Example</dc:creator><dc:date>2024-03-05</dc:date>` +
      `<dc:language>en</dc:language><dc:publisher>Example House</dc:publisher>${extra}</metadata>` +
      `<manifest>${items.join('')}</manifest>` +
      `<spine>${spine.map((name) => `<itemref idref="${names.includes(name) ? id(name) : name}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(
      names.map((name) => [
        `OEBPS/${name}`,
        `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${pages[name]}</body></html>`,
      ]),
    ),
  });
}

/** What came in; fails where it was refused, or where it is not as the store wants it. */
export function taken(outcome: Outcome): Extracted {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  expectSound(outcome.value);
  return outcome.value;
}

/** Blocks lie in order inside the text, apart from one another, with nothing but white space between them. */
export function expectSound({ text, blocks, title, csl }: Extracted): void {
  expect(text).not.toMatch(/\r|\p{Surrogate}/u);
  expect(title).not.toBe('');
  expect(title.length).toBeLessThanOrEqual(300);
  expect(cslItemSchema.partial().safeParse(csl).error).toBeUndefined();
  let at = 0;
  for (const block of blocks!) {
    expect(layoutBlockSchema.safeParse(block).error).toBeUndefined();
    const [, start, end] = block;
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    expect(text.slice(at, start).trim()).toBe('');
    at = end;
  }
  expect(text.slice(at)).toBe('');
}

/** The blocks as lines: `heading1: words`. */
export const lines = ({ text, blocks }: Extracted): string[] =>
  blocks!.map(([kind, start, end, level]) => `${kind}${level || ''}: ${text.slice(start, end)}`);
