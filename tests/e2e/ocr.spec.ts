// Pictures of pages and scanned PDFs come in by OCR, in three languages, and nothing leaves the origin.
import { ENGLISH, errorRate, KOREAN, pictureOf, scanOf, UKRAINIAN } from './pagePictures';
import { expect, test } from './fixture';
import { Reader } from './pages/Reader';
import type { Page } from '@playwright/test';

const question = (page: Page) => page.getByRole('dialog', { name: 'Read the characters in pictures?' });

/** Answers the question with these languages and no others. */
async function readAs(page: Page, languages: readonly string[]): Promise<void> {
  const dialog = question(page);
  await expect(dialog).toBeVisible();
  for (const name of ['English', 'Ukrainian', 'Korean'])
    await dialog.getByRole('checkbox', { name }).setChecked(languages.includes(name), { force: true });
  await dialog.getByRole('button', { name: 'Read by OCR' }).click();
}

for (const [language, paragraphs, bound] of [
  ['English', ENGLISH, 0.02],
  ['Ukrainian', UKRAINIAN, 0.03],
  ['Korean', KOREAN, 0.06],
] as const) {
  test(`a picture of a page in ${language} comes in as its text`, async ({
    page,
    browser,
    workbench,
    complaints,
  }, info) => {
    const buffer = await pictureOf(browser, paragraphs, info.outputPath('page'));
    await workbench.introduce();
    await workbench.newCase('Depot');
    await workbench.importFiles({ name: 'depot.png', mimeType: 'image/png', buffer });
    await expect(question(page)).toContainText('“depot.png” is a picture.');
    await readAs(page, [language]);

    const text = new Reader(page).text();
    await expect(text).toBeVisible({ timeout: 60_000 });
    const shown = (await text.locator('[data-start]').allInnerTexts()).join(' ');
    const rate = errorRate(shown, paragraphs.join(' '));
    info.annotations.push({ type: 'character error rate', description: rate.toFixed(4) });
    expect(rate, shown).toBeLessThan(bound);
    await expect(page.getByText(/Read by OCR, mean confidence \d+ %: check quotations against the page/)).toBeVisible();
    expect(complaints).toEqual([]);
  });
}

test('a scan with one page of words: asked, read page by page, shown beside its pages', async ({
  page,
  browser,
  workbench,
  complaints,
}, info) => {
  const folder = info.outputPath('scan');
  const pictures = [await pictureOf(browser, ENGLISH, folder), await pictureOf(browser, UKRAINIAN, folder)] as const;
  const buffer = await scanOf(browser, [pictures[0], 'This page has words of its own.', pictures[1]], folder);
  await workbench.introduce();
  await workbench.newCase('Depot');
  await workbench.importFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer });
  await expect(question(page)).toContainText('Of the 3 pages of “scan.pdf”, 2 are pictures without a text.');
  await readAs(page, ['English', 'Ukrainian']);

  const reader = new Reader(page);
  await expect(reader.text()).toContainText('nobody signs for them', { timeout: 90_000 });
  await expect(reader.text()).toContainText('This page has words of its own.');
  await expect(reader.text()).toContainText('двічі на тиждень');
  await expect(page.getByText(/^Partly read by OCR, mean confidence \d+ %/)).toBeVisible();

  await page.getByRole('radiogroup', { name: 'What is shown' }).getByRole('radio', { name: 'Both' }).click();
  const pages = page.getByRole('textbox', { name: /^Pages of / });
  await expect(pages.getByRole('group', { name: 'Page 1', exact: true }).locator('canvas[data-drawn]')).toBeVisible();
  const words = 'deliveries come at night';
  // Each word of a page is a piece of its own.
  await reader.selectWithMouse(words.replaceAll(' ', ''), pages);
  await page.keyboard.press('e');
  await expect(reader.quote()).toHaveText(words);
  await expect(reader.details()).toContainText('p. 1');
  expect(complaints).toEqual([]);
});
