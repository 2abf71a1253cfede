// References in CSL-JSON, RIS and BibTeX: made here, and the test data read in place.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReferences, referencesRefusalSentence } from '@shared/interchange/references';
import { bytesOf, expectSound, readBytes, readTools, testDataFolder } from '../reading';

async function read(bytes: Uint8Array, name = 'My library.ris') {
  const result = await readReferences(bytes, name, readTools());
  if (!result.ok) throw new Error(`${name}: ${referencesRefusalSentence(result.reason)}`);
  expectSound(result.value.contents);
  const { contents, report } = result.value;
  const textOf = (title: string): string => {
    const document = contents.rows.documents!.find((row) => row.title === title)!;
    return contents.texts.find((text) => text.id === document.versions[0]!.textId)!.text;
  };
  return { contents, report, textOf };
}
const refusalOf = async (bytes: Uint8Array) => {
  const result = await readReferences(bytes, 'a', readTools());
  return result.ok ? null : result.reason;
};

const RIS = [
  '1.',
  'TY  - RPRT',
  'AU  - Łukasik, Żaneta',
  'AU  - Harbour Office',
  'TI  - Tonnage “at sea”',
  'PB  - Quay Press',
  'CY  - Gdańsk',
  'DA  - 2024/11/03/',
  'SP  - 4',
  'EP  - 9',
  'KW  - ships',
  'KW  - fuel; oil',
  'AB  - Three ships left.',
  'A fourth followed.',
  'N1  - <p>Check <b>dates</b> &amp; names</p>',
  'L1  - C:\\papers\\a.pdf',
  'VL  - 7',
  'UR  - https://example.org/t',
  'ER  - ',
].join('\r\n');

describe('RIS', () => {
  it('becomes documents with data, abstract, notes and keywords', async () => {
    const { contents, report, textOf } = await read(bytesOf(RIS));
    expect(contents.rows.documents![0]!.csl).toEqual({
      type: 'report',
      title: 'Tonnage “at sea”',
      author: [{ family: 'Łukasik', given: 'Żaneta' }, { literal: 'Harbour Office' }],
      publisher: 'Quay Press',
      'publisher-place': 'Gdańsk',
      page: '4-9',
      URL: 'https://example.org/t',
      issued: { 'date-parts': [[2024, 11, 3]] },
    });
    expect(textOf('Tonnage “at sea”')).toBe(
      'Tonnage “at sea”\n\nAbstract\nThree ships left.\nA fourth followed.\n\nNote\nCheck dates & names\n\nDetails\nVolume: 7\n\nAttachments\n- C:\\papers\\a.pdf\n',
    );
    expect(contents.rows.tags!.map((tag) => tag.name)).toEqual(['ships', 'fuel', 'oil']);
    expect(contents.rows.excerpts![0]!.tags).toHaveLength(3);
    expect(report.counts).toMatchObject({ documents: 1, abstracts: 1, notes: 1, tags: 3 });
  });

  it('is read alike in UTF-8, UTF-16 with and without a mark, and in Western European bytes', async () => {
    const western = RIS.replace('Łukasik, Żaneta', 'Müller, Zoë').replace('Gdańsk', 'Málaga');
    const byte = (code: number): number => (code === 0x201c ? 0x93 : code === 0x201d ? 0x94 : code);
    const wide = (text: string, mark: boolean): Uint8Array => {
      const le = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
      return new Uint8Array(le);
    };
    const bigEndian = new Uint8Array(Buffer.from(`\ufeff${western}`, 'utf16le').swap16());
    const titles = [];
    for (const bytes of [
      bytesOf(western),
      bytesOf(`\ufeff${western}`),
      wide(western, true),
      wide(western, false),
      bigEndian,
      Uint8Array.from(Array.from(western, (sign) => byte(sign.charCodeAt(0)))),
    ]) {
      const { contents } = await read(bytes);
      titles.push([contents.rows.documents![0]!.title, contents.rows.documents![0]!.csl['publisher-place']]);
    }
    expect(titles).toEqual(Array.from({ length: 6 }, () => ['Tonnage “at sea”', 'Málaga']));
  });
});

describe('CSL-JSON', () => {
  it('keeps what documents have no field for in the text, and takes nothing from prototypes', async () => {
    const item =
      '[{"id":1,"type":"thesis","title":"On <i>quays</i>","DOI":"10.1/x","editor":[{"family":"Roe","given":"Jo"}],"issued":{"date-parts":[["2004",13]]},"note":"Mine","keyword":"a, b","__proto__":{"abstract":"no"}}]';
    const { contents, textOf } = await read(bytesOf(item), 'x.json');
    expect(contents.rows.documents![0]!.csl).toMatchObject({
      type: 'report',
      genre: 'thesis',
      URL: 'https://doi.org/10.1/x',
      issued: { 'date-parts': [[2004]] },
    });
    expect(textOf('On quays')).toContain('DOI: 10.1/x\neditor: Jo Roe');
    expect(textOf('On quays')).not.toContain('Abstract');
    expect(({} as { abstract?: string }).abstract).toBeUndefined();
  });
});

describe('BibTeX', () => {
  it('reads strings, braces, accents and names', async () => {
    const bib = String.raw`@string{qp = "Quay Press"}
@comment{no}
@TechReport{k1, author = {M{\"u}ller, Zo\"e and {Harbour Office} and Jo Roe}, title = "The {NATO} Quay", institution = qp # { Ltd},
 year = 2024, month = nov, pages = {4--9}, url = {https://example.org/a\_b}, keywords={ships, fuel}, file={:a.pdf:PDF}}
@book{open, title = {never closed`;
    const { contents, report } = await read(bytesOf(bib), 'x.bib');
    expect(contents.rows.documents!.map((row) => row.csl)).toEqual([
      {
        type: 'report',
        title: 'The NATO Quay',
        author: [{ family: 'Müller', given: 'Zoë' }, { literal: 'Harbour Office' }, { family: 'Roe', given: 'Jo' }],
        publisher: 'Quay Press Ltd',
        page: '4–9',
        URL: 'https://example.org/a_b',
        issued: { 'date-parts': [[2024, 11]] },
      },
    ]);
    expect(report.losses).toContainEqual({ what: 'Entries that do not close are not read.', count: 1 });
  });
});

describe('what is no file of references', () => {
  it('is refused', async () => {
    expect(await refusalOf(bytesOf(''))).toBe('empty');
    expect(await refusalOf(bytesOf('[]'))).toBe('empty');
    expect(await refusalOf(bytesOf('Dear all, '))).toBe('not-references');
    expect(await refusalOf(bytesOf('{"a":1}'))).toBe('not-references');
    expect(await refusalOf(bytesOf('['.repeat(100_000)))).toBe('not-references');
  });

  it('never throws, whatever the bytes', async () => {
    const start = fc.constantFrom('', 'TY  - JOUR\n', '[{"type":"book","title":', '@book{a, title={');
    await fc.assert(
      fc.asyncProperty(start, fc.string({ unit: 'binary', maxLength: 300 }), async (head, tail) => {
        const result = await readReferences(bytesOf(head + tail), 'a', readTools());
        expect(result.ok || result.reason).toBeTruthy();
        if (result.ok) expectSound(result.value.contents);
      }),
      { numRuns: 80 },
    );
  });
});

const folder = testDataFolder('csl');
describe.skipIf(folder === null)('the test data', () => {
  it('comes in with the counts its list gives', async () => {
    const counts = async (part: string) => {
      const found: Record<string, number> = {};
      for (const name of readdirSync(`${folder}/${part}`)) {
        const { report } = await read(readBytes(folder!, part, name), name);
        found[name.replace(/^(.{12}).*$/, '$1')] = (found[name.slice(0, 12)] ?? 0) + report.counts['documents']!;
      }
      return found;
    };
    expect(Object.values(await counts('ris')).reduce((sum, n) => sum + n, 0)).toBe(18);
    expect(Object.values(await counts('csl-json')).reduce((sum, n) => sum + n, 0)).toBe(83);
    const { report } = await read(
      readBytes(folder!, 'bib', 'bbt_Better-BibTeX-does-not-export-collections-901.bibtex.bib'),
      'b.bib',
    );
    expect(report.counts['documents']).toBe(36);
    expect((await read(readBytes(folder!, 'bib', 'cjs_biblatex-input.bib'), 'b.bib')).report.counts['documents']).toBe(
      28,
    );
  });
});
