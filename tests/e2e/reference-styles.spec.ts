// The style of references: chosen above the list, followed by the text and by what is exported, also one from a file.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { BriefingPage } from './pages/BriefingPage';

const APA = readFileSync(path.resolve(import.meta.dirname, '../../resources/styles/apa.csl'), 'utf8');

test.beforeEach(async ({ workbench }) => {
  await workbench.introduce();
  await workbench.openSample();
});

async function choose(page: Page, style: RegExp): Promise<void> {
  await page.getByRole('button', { name: /Reference style/ }).click();
  await page.getByRole('option', { name: style }).click();
}

async function citingTwo(page: Page): Promise<BriefingPage> {
  const briefing = new BriefingPage(page);
  await briefing.start('In a style');
  await briefing.text.locator('p').first().click();
  await page.keyboard.type('The first claim');
  await briefing.citeTyped('artillery');
  await page.keyboard.type(', the second');
  await briefing.citeTyped('Kursk');
  await page.keyboard.type('.');
  await expect.poll(() => briefing.numbers()).toEqual(['[1]', '[2]']);
  return briefing;
}

test('text, list and exports follow the style', async ({ page, workbench, complaints }) => {
  const briefing = await citingTwo(page);
  const list = briefing.references.getByRole('listitem');

  await choose(page, /^APA/);
  await expect.poll(async () => (await briefing.numbers())[0]).toMatch(/^\(.+,”? \d{4}, para\. \d+\)$/);
  await expect(list.first()).toContainText(/\(\d{4}/);
  await expect(list).toHaveCount(2);
  const { violations } = await new AxeBuilder({ page }).include('[aria-labelledby="briefing-references"]').analyze();
  expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);

  await choose(page, /^Chicago/);
  const mark = briefing.text.locator('[data-citation][data-note]');
  await expect(mark).toHaveCount(2);
  const shown = (at: number): Promise<string> =>
    mark.nth(at).evaluate((one) => getComputedStyle(one, '::before').content);
  expect([await shown(0), await shown(1)]).toEqual(['"1"', '"2"']);

  await expect(page.getByRole('region', { name: 'Notes' }).getByRole('listitem')).toHaveCount(2);

  await briefing.saved();
  const { bytes } = await workbench.download(async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /Markdown/ }).click();
  });
  const markdown = bytes.toString('utf8');
  expect(markdown).toContain('The first claim[^note-1], the second[^note-2].');
  expect(markdown).toMatch(/^\[\^note-1\]: .+, para\. \d+/m);

  await choose(page, /^Numbered source references/);
  await expect.poll(() => briefing.numbers()).toEqual(['[1]', '[2]']);
  await page.getByText('Grades', { exact: true }).click();
  await expect(briefing.references).not.toContainText('reliable');
  expect(complaints).toEqual([]);
});

test('a style from a file is used, one that is none is refused, and it can be removed', async ({ page }) => {
  const briefing = await citingTwo(page);
  const add = async (text: string): Promise<void> => {
    const opened = page.waitForEvent('filechooser');
    await choose(page, /^Add a style/);
    await (await opened).setFiles({ name: 'own.csl', mimeType: 'text/xml', buffer: Buffer.from(text) });
  };
  await add('<html/>');
  await expect(page.getByText(/That file is not a citation style/)).toBeVisible();

  await add(
    APA.replace('https://collate.example/styles/apa', 'https://example.org/own')
      .replace('APA (7th edition)', 'House style')
      .replace('<layout prefix="(" suffix=")"', '<layout prefix="{" suffix="}"'),
  );
  await expect.poll(async () => (await briefing.numbers())[0]).toMatch(/^\{.+\}$/);
  await page.reload();
  await expect.poll(async () => (await briefing.numbers())[0]).toMatch(/^\{.+\}$/);

  await choose(page, /^Remove “House style”/);
  await expect.poll(() => briefing.numbers()).toEqual(['[1]', '[2]']);
});

test('the About window names the citation processor', async ({ page, workbench }) => {
  await workbench.command('About Collate');
  const about = page.getByRole('dialog');
  await expect(about).toContainText('citeproc-js implements the Citation Style Language. (c) Frank Bennett.');
  await expect(about.getByLabel('Third-party licences')).toContainText('EXHIBIT B. Attribution Information');
});
