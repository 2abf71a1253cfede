// A briefing leaving the case: the dialog with its preview, Word, the file that checks itself, and what is withheld.
import { readFileSync, writeFileSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { transformWithOxc } from 'vite';
import { briefingModel } from '../../shared/briefing/model';
import { renderHtml } from '../../shared/briefing/renderHtml';
import type { EmbeddedFont } from '../../shared/briefing/printStyle';
import { pdfLines } from '../pdf';
import { fullNote } from '../unit/briefing/fullNote';
import { expect, test } from './fixture';
import { ExportPage } from './pages/ExportPage';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.describe('from the program', () => {
  test.beforeEach(async ({ page, workbench }) => {
    await workbench.introduce();
    await workbench.openSample();
    await workbench.go('Briefings');
    await page.getByRole('grid', { name: 'Briefings' }).getByRole('row').nth(1).dblclick();
    await expect(page.getByText(/^Cites \d+ excerpts/)).toBeVisible();
  });

  test('is shown in pages, and withholds by keyboard what is above the label chosen', async ({
    page,
    workbench,
    complaints,
  }, info) => {
    const leaving = new ExportPage(page);
    await leaving.open();
    await expect(leaving.preview.getByText(/^Page 1 of [2-9]/)).toBeVisible();
    await expect(leaving.pages.locator('h1')).toBeVisible();
    await expect(leaving.dialog.getByText('It leaves as TLP:AMBER')).toBeVisible();
    await page.screenshot({ path: info.outputPath('pages.png') });
    await leaving.preview.getByRole('button', { name: 'Next page' }).press('Enter');
    await expect(leaving.preview.getByText(/^Page 2 of/)).toBeVisible();

    await leaving.ceiling('TLP:GREEN');
    await expect(
      leaving.dialog.getByRole('list', { name: 'Withheld passages' }).getByRole('listitem').first(),
    ).toContainText('TLP:AMBER');
    await expect(leaving.pages.getByText('[withheld: TLP:AMBER]').first()).toBeAttached();
    await expect(leaving.dialog.getByText('It leaves as TLP:GREEN')).toBeVisible();
    await page.screenshot({ path: info.outputPath('withheld.png') });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').withTags(TAGS).analyze();
      expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
    }
    await page.screenshot({ path: info.outputPath('withheld-dark.png') });

    await leaving.format('Plain text');
    await expect(leaving.preview.locator('pre')).toContainText('[withheld: TLP:AMBER]');
    const own = leaving.dialog.getByRole('checkbox', { name: /Its own words may leave/ });
    if (await own.isVisible()) await own.check({ force: true });
    const file = await workbench.download(() =>
      leaving.dialog.getByRole('button', { name: /^Export Plain text/ }).click(),
    );
    expect(file.name).toMatch(/^TLP-GREEN .+\.txt$/);
    expect(file.bytes.toString('utf8')).toContain('[withheld: TLP:AMBER]');
    expect(complaints).toEqual([]);
  });

  test('puts letters for a name that should not leave, and asks before the note’s own words do', async ({
    page,
    workbench,
    complaints,
  }, info) => {
    await page.setViewportSize({ width: 1024, height: 700 });
    await workbench.go('Tags');
    await page.locator('[aria-label="Work"]').getByText('Kim Jong-un', { exact: true }).first().click();
    await page.getByText('Withhold this name').first().click();
    await workbench.go('Briefings');
    await page.getByRole('grid', { name: 'Briefings' }).getByRole('row').nth(1).dblclick();
    await expect(page.getByRole('region', { name: 'References' })).toBeAttached();
    await page.getByRole('button', { name: /Own marking/ }).click();
    await page.getByRole('option', { name: /TLP:RED/ }).click();
    const leaving = new ExportPage(page);
    await leaving.open();
    await expect(leaving.dialog.getByRole('list', { name: 'Names that should not leave' })).toContainText(
      'Kim Jong-un',
    );
    await expect(leaving.dialog.getByRole('switch', { name: /Replace names by letters/ })).toBeChecked();
    await leaving.ceiling('TLP:AMBER');
    await leaving.format('Word');
    await leaving.dialog.getByRole('button', { name: /^Export Word/ }).click();
    await expect(leaving.dialog.getByRole('alert')).toContainText('stricter than TLP:AMBER');
    await leaving.dialog.getByRole('alert').scrollIntoViewIfNeeded();
    await page.screenshot({ path: info.outputPath('own.png') });
    await leaving.dialog.getByRole('checkbox', { name: /Its own words may leave/ }).check({ force: true });
    const file = await workbench.download(() => leaving.dialog.getByRole('button', { name: /^Export Word/ }).click());
    expect(file.name).toMatch(/^TLP-AMBER /);
    const parts = Object.entries(unzipSync(new Uint8Array(file.bytes))).map(([name, part]) => name + strFromU8(part));
    expect(parts.join('')).not.toMatch(/Kim[ _-]Jong/i);
    expect(parts.join('')).toContain('Person A');
    expect(complaints).toEqual([]);
  });

  test('leaves as a Word document from the menu', async ({ page, workbench, complaints }) => {
    const file = await workbench.download(async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: 'Word' }).click();
    });
    expect(file.name).toMatch(/^TLP-AMBER .+\.docx$/);
    const parts = unzipSync(new Uint8Array(file.bytes));
    expect(strFromU8(parts['word/header1.xml']!)).toContain('TLP:AMBER');
    expect(strFromU8(parts['word/document.xml']!)).toContain('reference_1');
    expect(complaints).toEqual([]);
  });

  test('leaves as a file that unfolds what it cites and checks itself', async ({ page, workbench, context }, info) => {
    const { bytes } = await workbench.download(async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: 'HTML' }).click();
    });
    const file = info.outputPath('note.html');
    writeFileSync(file, bytes);
    const reader = await context.newPage();
    const complaints: string[] = [];
    reader.on('console', (message) => complaints.push(message.text()));
    await reader.goto(`file://${file}`);
    await reader.locator('.cite a').first().click();
    const passage = reader.locator('.passage[open]');
    await expect(passage).toHaveCount(1);
    await expect(passage.locator('mark')).toBeInViewport();
    await reader.screenshot({ path: info.outputPath('unfolded.png') });
    const { violations } = await new AxeBuilder({ page: reader }).withTags(TAGS).analyze();
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
    await reader.getByRole('button', { name: 'Check this file' }).click();
    await expect(reader.locator('#checked')).toContainText(/^Intact\./);
    await reader.locator('.check').screenshot({ path: info.outputPath('check.png') });
    expect(complaints).toEqual([]);

    const altered = info.outputPath('altered.html');
    writeFileSync(altered, bytes.toString('utf8').replace(/(<mark data-words="1-1">)/, '$1Not '));
    await reader.goto(`file://${altered}`);
    await reader.getByRole('button', { name: 'Check this file' }).click();
    await expect(reader.locator('#checked')).toContainText(/^Altered\..*Other words than were cited/);
  });
});

/** The program's own faces, as an export puts them into the page. */
function faces(): EmbeddedFont[] {
  const read = (file: string): string => readFileSync(`node_modules/${file}`).toString('base64');
  const serif = '@fontsource-variable/source-serif-4/files/source-serif-4';
  return [
    {
      family: 'serif',
      style: 'normal',
      weight: '200 900',
      data: read(`${serif}-latin-wght-normal.woff2`),
      unicodeRange: 'U+0000-00FF, U+2000-206F',
    },
    {
      family: 'serif',
      style: 'normal',
      weight: '200 900',
      data: read(`${serif}-cyrillic-wght-normal.woff2`),
      unicodeRange: 'U+0301, U+0400-045F, U+0490-0491',
    },
    {
      family: 'other',
      style: 'normal',
      weight: '400',
      data: read('@fontsource/noto-sans-kr/files/noto-sans-kr-korean-400-normal.woff2'),
      unicodeRange: 'U+AC00-D7A3',
    },
  ];
}

/** Laid out, which asks for the fonts, and with all of them there. */
const fontsOf = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });

test('the PDF is tagged, has an outline and links, and its Cyrillic and Korean can be read out of it', async ({
  page,
}, info) => {
  const { content, lookup } = fullNote();
  const file = info.outputPath('note.html');
  writeFileSync(file, renderHtml(briefingModel(content, lookup, 'en-GB'), { fonts: faces() }));
  await page.goto(`file://${file}`);
  await fontsOf(page);
  const target = info.outputPath('note.pdf');
  // What Electron is asked for in electron/print.ts.
  await page.pdf({ path: target, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });

  const pages = await pdfLines(target);
  const whole = pages.flat().join('\n');
  expect(whole).toContain('вантажівки їхали без фар');
  expect(whole).toContain('부두 노동자들은 평소보다');
  for (const [i, lines] of pages.entries()) {
    expect(lines.at(-1)).toMatch(
      new RegExp(`^Page ${i + 1} of ${pages.length} · 3 December 2024 .*TLP:AMBER\\+STRICT$`),
    );
  }
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(target)), verbosity: 0 }).promise;
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  const outline = (await pdf.getOutline()) as { title: string; items: { title: string }[] }[];
  const titles = JSON.stringify(outline);
  for (const title of ['Bottom line', 'Assessment', 'What the figures say', 'References'])
    expect(titles).toContain(title);
  const links = (await Promise.all(pages.map(async (_, i) => (await pdf.getPage(i + 1)).getAnnotations()))).flat();
  expect(links.some((one: { url?: string }) => one.url === 'https://example.org/page')).toBe(true);
  expect(links.some((one: { dest?: unknown }) => Boolean(one.dest))).toBe(true);
  const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
  expect(tree).toMatch(/"role":"H1"/);
  await pdf.destroy();
  const raw = readFileSync(target).toString('latin1');
  expect(raw).toMatch(/\/FontFile[23]?/);
  expect(raw).toMatch(/\/Lang ?\(en-GB\)/);
});

test('the preview breaks its pages where the print does', async ({ page }, info) => {
  const { content, lookup } = fullNote();
  const html = renderHtml(briefingModel(content, lookup, 'en-GB'), { fonts: faces() });
  const file = info.outputPath('note.html');
  // The policy of the file lets no other script in, and this test has one.
  writeFileSync(file, html.replace(/<meta http-equiv[^>]*>/, ''));
  await page.goto(`file://${file}`);
  await fontsOf(page);
  const target = info.outputPath('note.pdf');
  await page.pdf({ path: target, preferCSSPageSize: true, printBackground: true });
  const printed = await pdfLines(target);

  const source = 'renderer/features/briefings/export/pages.ts';
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source);
  await page.addScriptTag({
    content: `${code.replaceAll('export ', '')}\nObject.assign(window, { asPaper, layPages });`,
  });
  const shown = await page.evaluate(async () => {
    await document.fonts.ready;
    const { asPaper, layPages } = window as unknown as {
      asPaper: (css: string) => string;
      layPages: (inside: Document, words: object) => { count: number; step: number };
    };
    const style = document.querySelector('style')!;
    style.textContent = asPaper(style.textContent);
    const { count, step } = layPages(document, { title: 'Title', marking: 'TLP:RED', issued: '' });
    const blocks = [...document.querySelectorAll('main h2, main h3, main figure, main tr, main .references > ol > li')];
    const pageOf = (one: Element): number => Math.floor((one.getBoundingClientRect().top + scrollY) / step);
    return { count, blocks: blocks.map((one) => ({ page: pageOf(one), words: one.textContent.trim().slice(0, 18) })) };
  });
  await page.screenshot({ path: info.outputPath('laid.png'), fullPage: true });
  expect(shown.count).toBe(printed.length);
  const folded = printed.map((lines) => lines.join(' ').replace(/\s+/g, ''));
  for (const { page: number, words } of shown.blocks) {
    expect([number, words, folded[number]!.includes(words.replace(/\s+/g, ''))]).toEqual([number, words, true]);
  }
});
