/**
 * Real files of every format come in by dialog, drop, paste and folder, with what they say of themselves and their
 * sentences in order; hostile ones run nothing, ask for nothing and are refused with a sentence.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from './fixture';
import { Importing } from './pages/Importing';
import { Reader } from './pages/Reader';

const testdata = path.resolve(
  process.env['COLLATE_TESTDATA'] ?? path.resolve(import.meta.dirname, '../../../shared/testdata'),
);
const at = (name: string): string => path.join(testdata, name);
const isHere = existsSync(at('INDEX.md'));
if (!isHere) console.log(`${testdata} is absent: real files of each format are not tested`);

interface RealFile {
  readonly file: string;
  /** Or its beginning. */
  readonly title: string;
  /** Of its bibliographic data, as the details name it. */
  readonly type?: string;
  /** What stands in fields of its details, by their labels. */
  readonly fields?: Readonly<Record<string, string>>;
  /** In this order in its text. */
  readonly sentences: readonly string[];
  /** What the report says of it. */
  readonly notice?: string;
}

const FILES: readonly RealFile[] = [
  {
    file: 'reports/gao/gao-08-587t.pdf',
    title: 'GAO-08-587T "The Government Accountability Office (GAO) Act of 2007" (H.R. 3268), and Other GAO Reforms',
    fields: { 'Authors (parted by semicolons)': 'U.S. Government Accountability Office', Published: '2008-03-13' },
    sentences: [
      'Statement of Shirley A. Jones, Esq.',
      'My name is Shirley Jones and I am an Assistant General Counsel at GAO.',
      'Five EAC members volunteered to conduct the survey that you requested.',
    ],
  },
  {
    file: 'documents/docx/qualcoder_ID1.docx',
    title: 'I really like learning new things.',
    fields: { 'Authors (parted by semicolons)': 'colin-2', Published: '2013-09-15', Language: 'en-AU' },
    sentences: ['its like a duck to water for me - no problem at all.', "I'm happy to pay €200."],
  },
  {
    file: 'documents/docx/pandoc_mendeley_citations.docx',
    title: 'References',
    fields: { 'Authors (parted by semicolons)': 'Seo, JooYoung' },
    sentences: [
      'This is a Mendeley test (prefix Hadwen-Bennett et al., 2018, p. 123 suffix).',
      'Seo, J. (2019). Is the Maker Movement Inclusive of {ANYONE}?',
    ],
  },
  {
    file: 'documents/encodings/tika_tika434.html',
    type: 'Web page',
    title: 'Finger Lakes Vacation Rental | Breezy Cove Wonderful Finger Lakes Honey!',
    fields: { 'Authors (parted by semicolons)': 'Rentalo.com' },
    sentences: ['Large Private Cottage facing Lamoka Lake', 'Best bass fishing spot on the lake!'],
    notice: '19 pictures were left out.',
  },
  {
    file: 'documents/email/tika_testMHTMLFirefox.mhtml',
    title: 'Aperture Framework',
    fields: { Address: 'http://aperture.sourceforge.net/', 'Looked at': '2006-03-10' },
    sentences: ['Project name', 'March 6, 2006: Aperture 2006.1 alpha 2 released!', 'feel free to contact the project'],
  },
  {
    file: 'reports/crs/IF12106v21-iran-and-nuclear-weapons-production.md',
    title: 'Iran and Nuclear Weapons Production',
    sentences: ['Report No.: IF12106 Version: 21', 'you may need to obtain the permission of the copyright holder'],
  },
  {
    file: '../data/000_ae500f201ab592cc.txt',
    title: 'North Korean involvement in the Russian invasion of Ukraine',
    sentences: [
      'North Korea had its arms industry running at full speed',
      'Region in the Russian Kursk Oblast, where North Korean soldiers were deployed.',
    ],
  },
  {
    file: 'documents/text/qualcoder_survey456.csv',
    title: 'Case,Age,Gender,Interest,freetext',
    sentences: ['ID4,24,f,shopping,"I wanted to do some more studies', 'ID6,67,m,gardening'],
  },
  {
    file: 'documents/rtf/tika_testRTFJapanese.rtf',
    title: 'ゾルゲと尾崎、淡々と最期',
    fields: { 'Authors (parted by semicolons)': 'VMazel', Published: '2004-10-28' },
    sentences: [
      '1. ゾルゲの処刑記録、',
      '２人は４１年１０月に逮捕され、４４年１１月７日に処刑された。',
      '(10/17 15:53)',
    ],
  },
  {
    file: 'documents/rtf/tika_testRTFWindowsCodepage1250.rtf',
    title: 'zażółć gęślą jaźń',
    fields: { Language: 'pl' },
    sentences: ['zażółć gęślą jaźń', 'ZAŻÓŁĆ GĘŚLĄ JAŹŃ'],
  },
  {
    file: 'documents/odt/qualcoder_ID2.odt',
    title: 'I have not studied much before',
    fields: { 'Authors (parted by semicolons)': 'colin-2', Published: '2013-10-19' },
    sentences: ['my father Joe Bloggs really encouraged me', 'The course cost €200.00'],
  },
  {
    file: 'documents/odt/tika_testODTStyles3.odt',
    title: 'Publicatie Onbekwaamverklaring tov Belgisch Staatsblad',
    fields: { 'Authors (parted by semicolons)': 'Frank Hendrickx', Published: '2004-08-02' },
    sentences: ['Vredegerecht van het kanton Houthalen-Helchteren', 'Houthalen-Helchteren, 31 januari 2017'],
  },
  {
    file: 'documents/email/tika_testRFC822_multipart_attachments.eml',
    type: 'Mail or cable',
    title: 'EML 1',
    fields: { 'From (parted by semicolons)': 'Bugs Bunny' },
    sentences: ['This is the html body of the main msg.'],
  },
  {
    file: 'documents/email/mail_japanese_shift_jis.eml',
    title: 'test',
    fields: { 'From (parted by semicolons)': 'xxxxxxx@docomo.ne.jp', Published: '2014-05-28' },
    sentences: ['このメールはテスト用のメールです。', '今後ともよろしくお願い申し上げます！'],
  },
  {
    file: 'documents/email/poi_attachment_msg_pdf.msg',
    title: 'test email',
    fields: { 'From (parted by semicolons)': 'Nick Booth', Published: '2010-06-17' },
    sentences: ['Test email with 1 msg attachment, 1 pdf'],
  },
  {
    file: 'documents/email/tika_testMBOX_complex.mbox',
    title: 'xxxxxxx',
    fields: { 'From (parted by semicolons)': 'Some Person' },
    sentences: ['My name is Another Person. body 2', 'Sincerely,'],
  },
  {
    file: 'documents/epub/jszip_Kafka_Metamorphosis.epub',
    title: 'The Metamorphosis',
    fields: { 'Authors (parted by semicolons)': 'Franz Kafka', Published: '1912' },
    sentences: ['(Translator: Ian Johnston)', 'About Kafka:', 'Food for the mind'],
    notice: '3 pictures were left out.',
  },
];

/** What came inside a mail: each is a document of its own, which says so. */
const ATTACHED = ['This is Test TXTA File for parser', 'This is Test TXTB File for parser', 'Test Attachment'];
const NOTE = 'Came as an attachment of “EML 1”.';

test.describe('real files of every format', () => {
  test.skip(!isHere, `${testdata} is absent`);
  // All rows of the table are on the screen at once.
  test.use({ viewport: { width: 1280, height: 1200 } });

  for (const way of ['dialog', 'drop', 'paste', 'folder'] as const) {
    test(`by ${way}`, async ({ workbench, complaints }) => {
      const importing = new Importing(workbench);
      await workbench.introduce();
      await workbench.newCase('Papers');
      await importing.bring(
        way,
        FILES.map(({ file }) => at(file)),
      );
      const came = `${FILES.length + ATTACHED.length + 1} documents came in.`;
      const noticed = importing.report(came).getByRole('region', { name: 'Came in, and worth a look' });
      for (const { file, notice } of FILES)
        if (notice !== undefined)
          await expect(noticed.getByRole('listitem').filter({ hasText: path.basename(file) })).toContainText(notice);
      await importing.closeReport(came);

      for (const { file, title, type, fields, sentences } of FILES) {
        await test.step(path.basename(file), async () => {
          // What a file says of itself is the same whichever way it came.
          if (way === 'dialog') {
            await importing.select(title);
            for (const [label, value] of Object.entries(fields ?? {}))
              expect.soft(await importing.field(label).inputValue(), label).toBe(value);
            if (type !== undefined) await expect(importing.field('Type')).toContainText(type);
          }
          const text = await importing.read(title);
          let from = 0;
          for (const sentence of sentences) {
            const found = text.indexOf(sentence, from);
            expect.soft(found, `“${sentence}” in its place`).toBeGreaterThanOrEqual(0);
            from = Math.max(from, found + sentence.length);
          }
          await workbench.go('Documents');
        });
      }
      for (const title of ATTACHED) await expect(importing.row(title)).toBeVisible();
      await importing.select(ATTACHED[0]!);
      await expect(importing.field('Note')).toHaveValue(NOTE);
      expect(complaints).toEqual([]);
    });
  }
});

test('copied words are pasted by the keys: a page keeps its headings and tables, all else its lines', async ({
  workbench,
  page,
  context,
  complaints,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const importing = new Importing(workbench);
  const copy = (flavours: Readonly<Record<string, string>>) =>
    page.evaluate(async (given) => {
      const blobs = Object.entries(given).map(([type, words]) => [type, new Blob([words], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    }, flavours);
  const rich = {
    'text/html': '<h2>Losses by month</h2><table><tr><th>Month<th>Trucks<tr><td>May<td>9</table><p>Two saw it.</p>',
    'text/plain': 'Losses by month Month Trucks May 9 Two saw it.',
  };
  const text = () => new Reader(page).text();
  await workbench.introduce();
  await workbench.newCase('Copied');
  await workbench.go('Documents');
  await copy(rich);
  await page.keyboard.press('Control+v');
  await expect(text().getByRole('heading', { name: 'Losses by month' })).toBeVisible();
  expect(await text().textContent()).toContain('May\t9');

  await workbench.go('Documents');
  await copy({ 'text/plain': 'A note\n\nNine trucks, counted twice.' });
  await page.keyboard.press('Control+v');
  await expect(text()).toContainText('Nine trucks, counted twice.');

  await test.step('in the dialog, with a title of its own', async () => {
    await copy({ ...rich, 'text/html': rich['text/html'].replace('Two', 'Three') });
    await page.keyboard.press('Control+Shift+v');
    const dialog = page.getByRole('dialog', { name: 'Import from pasted text' });
    await dialog.getByLabel('Text').press('Control+v');
    await expect(dialog).toContainText('Its headings, lists and tables are kept.');
    await dialog.getByLabel('Title').fill('Losses, once more');
    await page.keyboard.press('Enter');
    await expect(text().getByRole('heading', { name: 'Losses by month' })).toBeVisible();
    await expect(text()).toContainText('Three saw it.');
  });
  await workbench.go('Documents');
  for (const title of ['Losses by month', 'A note', 'Losses, once more'])
    await expect(importing.row(title)).toHaveCount(1);
  expect(complaints).toEqual([]);
});

/** A Word file with this in its main part. */
const docx = (main: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8(main),
  });
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const body = (words: string): string =>
  `<w:document ${W}><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`;

const HOSTILE: Readonly<Record<string, string | Uint8Array>> = {
  // Eight megabytes of blanks in eight kilobytes.
  'bomb.docx': docx(body(' '.repeat(8 * 1024 * 1024))),
  'laughs.docx': docx(`<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${body('&b;')}`),
  'outside.odt': zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8('<!DOCTYPE o [<!ENTITY x SYSTEM "https://elsewhere.example/x">]><o>&x;</o>'),
  }),
  'broken.pdf': '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer << /Root 9 0 R',
  'page.html': `<!doctype html><title>A page with traps</title><body onload="document.title = 'RUN'"><p>Nine trucks.</p>
    <script>document.title = 'RUN'; alert(1); fetch('https://elsewhere.example/a')</script>
    <img src="https://elsewhere.example/p.png" onerror="document.title = 'RUN'">
    <link rel="stylesheet" href="https://elsewhere.example/s.css"><iframe srcdoc="<script>top.document.title = 'RUN'</script>"></iframe>`,
};

test('hostile files are refused with a sentence, or come in as their words and run nothing', async ({
  workbench,
  page,
  complaints,
}) => {
  const importing = new Importing(workbench);
  page.on('dialog', (dialog) => complaints.push(`ran: ${dialog.message()}`));
  await workbench.introduce();
  await workbench.newCase('Traps');
  const place = await filesIn(page, HOSTILE);
  await importing.drop(Object.keys(HOSTILE).map((name) => path.join(place, name)));

  const came = '1 document came in; 4 could not be read.';
  const refused = importing.report(came).getByRole('region', { name: 'Could not be read' });
  await expect(refused).toContainText('“bomb.docx” unpacks to far more than a document needs');
  for (const name of ['laughs.docx', 'outside.odt', 'broken.pdf'])
    await expect(refused).toContainText(`“${name}” is damaged, or is not what its name says. It was not imported`);
  await importing.closeReport(came);
  expect(await importing.read('A page with traps')).toBe('Nine trucks.');

  await test.step('a broken PDF by itself changes nothing', async () => {
    await workbench.importFiles(path.join(place, 'broken.pdf'));
    await expect(workbench.message('“broken.pdf” is damaged, or is not what its name says.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Documents, 1' })).toBeVisible();
  });
  await expect(page).not.toHaveTitle(/RUN/);
  expect(complaints).toEqual([]);
});

test('folders of real attacks are dropped: each file is refused or inert', async ({ workbench, page, complaints }) => {
  test.skip(!isHere, `${testdata} is absent`);
  const importing = new Importing(workbench);
  page.on('dialog', (dialog) => complaints.push(`ran: ${dialog.message()}`));
  await workbench.introduce();
  await workbench.newCase('Attacks');
  await importing.drop(['office', 'email', 'xss', 'xml'].map((name) => at(`hostile/${name}`)));

  const came = /^\d+ documents came in; \d+ could not be read\.$/;
  const refused = importing.report(came).getByRole('region', { name: 'Could not be read' });
  const locked = refused.getByRole('listitem').filter({ hasText: 'is locked with a password' });
  await expect(locked).toHaveCount(2);
  await expect(locked.filter({ hasText: 'office/tika_testODTEncrypted.odt' })).toHaveCount(1);
  const damaged = refused.getByRole('listitem').filter({ hasText: 'is damaged, or is not what its name says' });
  await expect(damaged.filter({ hasText: 'office/poi_truncated62886.docx' })).toHaveCount(1);
  await importing.closeReport(came);

  // The words of an attack are words.
  await page.getByPlaceholder('Title, publisher, author').fill('<SCRIPT>');
  expect(await importing.read('<SCRIPT>alert')).toContain('<SCRIPT>alert');
  await workbench.indexCurrent();
  expect(complaints).toEqual([]);
});

/** Files of these names and contents in a folder of their own, which goes with the page. */
async function filesIn(page: Page, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const place = await mkdtemp(path.join(tmpdir(), 'collate-files-'));
  page.once('close', () => void rm(place, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(place, name), content);
  return place;
}
