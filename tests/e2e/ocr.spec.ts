// Pictures of pages and scanned PDFs come in by OCR, in three languages, and nothing leaves the origin.
import { ENGLISH, errorRate, KOREAN, pictureOf, scanOf, tiffOf, UKRAINIAN } from './pagePictures';
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

test('a JPEG is shown beside its text, and words on it are excerpted', async ({
  page,
  browser,
  workbench,
  complaints,
}, info) => {
  const buffer = await pictureOf(browser, ENGLISH, info.outputPath('page'), 'worn', 'jpeg');
  await workbench.introduce();
  await workbench.newCase('Depot');
  await workbench.importFiles({ name: 'depot.jpg', mimeType: 'image/jpeg', buffer });
  await readAs(page, ['English']);
  const reader = new Reader(page);
  await expect(reader.text()).toContainText('nobody signs for them', { timeout: 60_000 });
  await page.getByRole('radiogroup', { name: 'What is shown' }).getByRole('radio', { name: 'Both' }).click();
  const pages = page.getByRole('textbox', { name: /^Pages of / });
  await expect(pages.getByRole('group', { name: 'Page 1', exact: true }).locator('canvas[data-drawn]')).toBeVisible();
  const words = 'nobody signs for them';
  await reader.selectWithMouse(words.replaceAll(' ', ''), pages);
  await page.keyboard.press('e');
  await expect(reader.quote()).toHaveText(words);

  await page.getByRole('button', { name: 'More about this document' }).click();
  await page.getByRole('menuitem', { name: 'Document details' }).click();
  await page.getByRole('button', { name: 'The file it came from' }).click();
  await expect(page.getByText(/recognised in pictures by tesseract\.js 7\.0\.0, read as English/)).toBeVisible();
  await page.screenshot({ path: info.outputPath('beside.png') });
  expect(complaints).toEqual([]);
});

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
  await expect(question(page)).toContainText('Of the 3 pages of “scan.pdf”, 2 have no text.');
  await readAs(page, ['English', 'Ukrainian']);

  const reader = new Reader(page);
  await expect(reader.text()).toContainText('nobody signs for them', { timeout: 90_000 });
  await expect(reader.text()).toContainText('This page has words of its own.');
  await expect(reader.text()).toContainText('двічі на тиждень');
  await expect(page.getByText(/^Partly read by OCR, mean confidence \d+ %/)).toBeVisible();

  await page.getByRole('radiogroup', { name: 'What is shown' }).getByRole('radio', { name: 'Both' }).click();
  const pages = page.getByRole('textbox', { name: /^Pages of / });
  await expect(pages.getByRole('group', { name: 'Page 1', exact: true }).locator('canvas[data-drawn]')).toBeVisible();
  const words = 'nobody signs for them';
  // Each word of a page is a piece of its own.
  await reader.selectWithMouse(words.replaceAll(' ', ''), pages);
  await page.keyboard.press('e');
  await expect(reader.quote()).toHaveText(words);
  await expect(reader.details()).toContainText('p. 1');
  expect(complaints).toEqual([]);
});

test('pages left out at first are read later, as a newer version', async ({
  page,
  browser,
  workbench,
  complaints,
}, info) => {
  const folder = info.outputPath('scan');
  const picture = await pictureOf(browser, ENGLISH, folder);
  const buffer = await scanOf(browser, ['This page has words of its own.', picture], folder);
  await workbench.introduce();
  await workbench.newCase('Depot');
  await workbench.importFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer });
  await question(page).getByRole('button', { name: 'Import without them' }).click();
  const report = page.getByRole('dialog', { name: /came in/ });
  await expect(report).toContainText('1 of 2 pages have no text');
  await report.getByRole('button', { name: 'report.pdf' }).click();
  const reader = new Reader(page);
  await expect(reader.text()).toContainText('This page has words of its own.');
  await expect(page.getByText(/read by OCR/i)).toHaveCount(0);

  await page.getByRole('button', { name: 'More about this document' }).click();
  await page.getByRole('menuitem', { name: 'Read pages by OCR…' }).click();
  await expect(question(page).getByRole('radio', { name: 'Pages without a text of their own' })).toBeChecked();
  await readAs(page, ['English']);
  const review = page.getByRole('dialog', { name: /version/i });
  await expect(review).toBeVisible({ timeout: 60_000 });
  await review.getByRole('button', { name: /Take in/ }).click();
  await expect(reader.text()).toContainText('nobody signs for them');
  await expect(page.getByText(/^Partly read by OCR, mean confidence/)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('reading is stopped, and nothing came in', async ({ page, browser, workbench, complaints }, info) => {
  const folder = info.outputPath('scan');
  const picture = await pictureOf(browser, ENGLISH, folder);
  const buffer = await scanOf(
    browser,
    Array.from({ length: 12 }, () => picture),
    folder,
  );
  await workbench.introduce();
  await workbench.newCase('Depot');
  await workbench.importFiles({ name: 'long.pdf', mimeType: 'application/pdf', buffer });
  await expect(question(page)).toContainText('“long.pdf” has 12 pages, and no text on them.');
  await expect(question(page)).toContainText(/That takes (less than a minute|about)/);
  await readAs(page, ['English']);
  await expect(page.getByText(/Reading long\.pdf by OCR: page \d+ of 12/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^(Stop|Cancel)/ }).click();
  await expect(page.getByText(/Reading long\.pdf/)).toHaveCount(0);
  await workbench.go('Documents');
  await expect(page.getByText('long.pdf')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a TIFF of two pages comes in with both, and they are shown; what is no picture is told in a sentence', async ({
  page,
  browser,
  workbench,
  complaints,
}, info) => {
  const folder = info.outputPath('pages');
  const buffer = await tiffOf(browser, [
    { picture: await pictureOf(browser, ENGLISH, folder), compression: 8 },
    { picture: await pictureOf(browser, ENGLISH.toReversed(), folder), compression: 7 },
  ]);
  await workbench.introduce();
  await workbench.newCase('Depot');
  await workbench.importFiles({ name: 'fax.tif', mimeType: 'image/tiff', buffer });
  await readAs(page, ['English']);
  const reader = new Reader(page);
  const text = reader.text();
  await expect(text).toContainText('nobody signs for them', { timeout: 60_000 });
  await expect(text).toContainText('Inspection of the northern depot');

  await page.getByRole('radiogroup', { name: 'What is shown' }).getByRole('radio', { name: 'Both' }).click();
  const pages = page.getByRole('textbox', { name: /^Pages of / });
  for (const name of ['Page 1', 'Page 2']) {
    const drawing = pages.getByRole('group', { name, exact: true }).locator('canvas[data-drawn]');
    await drawing.scrollIntoViewIfNeeded();
    // Ink, and mostly paper: neither is a page that stayed white.
    const share = await drawing.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((_, i) => i % 4 === 0).filter((red) => red < 128).length / (data.length / 4);
    });
    expect(share).toBeGreaterThan(0.002);
    expect(share).toBeLessThan(0.3);
  }
  const words = 'nobody signs for them';
  await reader.selectWithMouse(words.replaceAll(' ', ''), pages);
  await page.keyboard.press('e');
  await expect(reader.quote()).toHaveText(words);
  await page.screenshot({ path: info.outputPath('tiff.png') });

  const broken = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(400)]);
  await workbench.importFiles({ name: 'broken.png', mimeType: 'image/png', buffer: broken });
  await readAs(page, ['English']);
  await expect(workbench.message(/“broken\.png” is a picture that cannot be opened here/)).toBeVisible();
  expect(complaints).toEqual([]);
});
