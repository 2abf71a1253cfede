import { describe, expect, test } from 'vitest';
import { flowOfPages } from '@shared/extract/pdf';
import { testFile } from '../../text/realDocument';
import { pagesOf } from './pages';

const flowOf = async (name: string): Promise<ReturnType<typeof flowOfPages>> =>
  flowOfPages(await pagesOf(testFile(name)!));

const isHere = testFile('documents/pdf/pdfjs_tracemonkey.pdf') !== null;
if (!isHere) console.warn('Skipped: PDFs of the test data, which are not here.');

describe.skipIf(!isHere)('real PDFs', () => {
  test('a paper in two columns: order, hyphens, headings, page numbers', { timeout: 60_000 }, async () => {
    const { text, blocks, pages, title } = await flowOf('documents/pdf/pdfjs_tracemonkey.pdf');
    expect(title).toBe('Trace-based Just-in-Time Type Specialization for Dynamic Languages');
    expect(text).toContain('Google Docs and Zimbra Collaboration Suite. In this domain');
    expect(text).toContain('client-side web programming and is used for the application logic');
    expect(text).toContain('small number of type-specialized, efficiently compiled traces.');
    const headings = blocks.filter(([kind]) => kind === 'heading').map(([, start, end]) => text.slice(start, end));
    for (const heading of ['Abstract', '1. Introduction', '3. Trace Trees', '3.3 Blacklisting', 'References']) {
      expect(headings).toContain(heading);
    }
    expect(pages.map(([label]) => label)).toEqual(pages.map((_, i) => String(i + 1)));
  });

  test('a report in two columns: head and foot kept out, compounds kept', async () => {
    const { text, title } = await flowOf('reports/crs/IF12106v21.pdf');
    expect(title).toBe('Iran and Nuclear Weapons Production');
    expect(text).toContain('concentration of the uranium-235 (u-235) isotope');
    expect(text).toContain('conducting JCPOA-prohibited research');
    expect(text.match(/crsreports\.congress\.gov/g)).toHaveLength(1);
  });

  test('headings in the margin, a note, numbers at the foot', async () => {
    const { text, blocks } = await flowOf('reports/gao/gao-08-587t.pdf');
    const kinds = new Map(blocks.map(([kind, start, end]) => [text.slice(start, end), kind]));
    expect(kinds.get('Analysis of Close-Ended Survey Questions')).toBe('heading');
    expect([...kinds].find(([, kind]) => kind === 'footnote')?.[0]).toMatch(/^\[1\] As noted earlier/);
    expect(text).not.toMatch(/Page \d+ GAO-08-587T/);
    expect(text).toContain('was established by Comptroller General David Walker to provide a consolidated forum');
  });

  test('labels of the file', async () => {
    const { pages } = await flowOf('documents/pdf/pdfminer_pagelabels.pdf');
    expect(pages.map(([label]) => label)).toEqual(['iii', 'iv', '1', '2', '1']);
  });

  test.each([
    ['pdfjs_copy_paste_ligatures.pdf', 'abcdeffffiflffifflststghijklmno'],
    ['pdfjs_noembed-eucjp.pdf', 'あいうえお'],
    ['pdfjs_issue7580.pdf', 'æ'],
    ['pdfminer_issue-449-vertical.pdf', 'Vertical'],
    ['tika_testPageNumber.pdf', 'This is page one.'],
    ['tika_testPDF_rotated.pdf', 'Apache Tika is a toolkit for detecting and extracting metadata'],
  ])('%s', async (name, words) => {
    expect((await flowOf(`documents/pdf/${name}`)).text.replace(/\n+/g, ' ')).toContain(words);
  });

  test('a page number alone at its foot is no text', async () => {
    expect((await flowOf('documents/pdf/tika_testPageNumber.pdf')).text).toBe('This is page one.');
  });
});
