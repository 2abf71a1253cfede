// One analyst's day on the real document, step by step; it leaves the pictures the README shows.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { Reader } from './pages/Reader';
import { scenarioDocument } from './realDocument';

const pictures = path.resolve(import.meta.dirname, '../../test-results/pictures');
mkdirSync(pictures, { recursive: true });
const picture = (page: Page, name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`) });

test.use({ viewport: { width: 1280, height: 800 } });

test('a day of work: read, excerpt, link, find, tag, brief, export, share, and get it all back', async ({
  workbench,
  page,
  complaints,
}) => {
  test.setTimeout(180_000);
  const { first, second, third, title } = scenarioDocument;
  const reader = new Reader(page);

  await test.step('a name and a new case', async () => {
    await workbench.introduce('Jo Analyst');
    await workbench.newCase('Troops in Kursk');
  });

  await test.step('the document comes in and reads well', async () => {
    await workbench.importFiles(scenarioDocument.path);
    await expect(page.getByRole('heading', { name: title }).first()).toBeVisible();
    await expect(reader.text()).toContainText(first);
    await picture(page, 'reader-empty');
  });

  await test.step('three excerpts, with note, tags, grade, date, marking and a source of their own', async () => {
    await reader.excerpt(first);
    await reader.note('The first public figure.');
    await reader.tag('Troop numbers', 'topic');
    await reader.grade(3);
    await reader.date('18 Oct 2024');
    await reader.mark('TLP:GREEN');
    await reader.saidBy('National Intelligence Service');
    await reader.excerpt(second);
    await reader.tag('Troop numbers');
    await reader.tag('Kursk Oblast', 'place');
    await reader.date('Oct 2024');
    await reader.excerpt(third);
    await picture(page, 'reader');
  });

  await test.step('a link, seen at both ends', async () => {
    await reader.link('contradicts', first, 'The figures differ by a factor of six.');
    const links = reader.details().getByRole('region', { name: 'Links' });
    await expect(links).toContainText('contradicts');
    await links.getByRole('button', { name: 'Go to the other end' }).click();
    await expect(reader.quote()).toHaveText(first);
    await expect(reader.details().getByRole('region', { name: 'Links' })).toContainText('contradicts');
  });

  await test.step('the excerpts view finds and changes them', async () => {
    await workbench.go('Excerpts');
    const grid = page.getByRole('grid', { name: 'Excerpts' });
    await expect(grid).toHaveAttribute('aria-rowcount', /^[34]$/);
    await page.getByLabel('Filter by text').fill('allegedly');
    await expect(page.getByText(/1 of 3/)).toBeVisible();
    await page.getByLabel('Filter by text').fill('');
    await grid.focus();
    await page.keyboard.press('Control+a');
    await expect(
      page
        .getByRole('region', { name: 'Selected excerpts' })
        .or(page.getByRole('toolbar', { name: 'Selected excerpts' })),
    ).toBeVisible();
    await picture(page, 'excerpts');
  });

  await test.step('the tag tree counts them', async () => {
    await workbench.go('Tags');
    await expect(page.getByRole('treegrid').getByText('Troop numbers').first()).toBeVisible();
    await picture(page, 'tags');
  });

  await test.step('a briefing cites and quotes', async () => {
    await workbench.go('Briefings');
    await page.keyboard.press('Control+Alt+w');
    await page.getByRole('textbox', { name: 'Title' }).fill('Troop figures');
    await page.getByRole('button', { name: 'Start writing' }).click();
    const body = page.locator('.ProseMirror');
    await expect(body.getByRole('heading', { name: 'Bottom line' })).toBeVisible();
    await body.locator('p').first().click();
    await page.keyboard.type('Estimates differ widely.');
    const evidence = page.getByRole('complementary', { name: 'Evidence' });
    await evidence
      .getByRole('row')
      .filter({ hasText: first.slice(0, 30) })
      .getByRole('button', { name: 'Cite' })
      .click();
    await evidence
      .getByRole('row')
      .filter({ hasText: second.slice(0, 30) })
      .getByRole('button', { name: 'Quote' })
      .click();
    await expect(body).toContainText(second);
    await expect(page.getByText(/Cites 2 excerpts of 1 document/)).toBeVisible();
    await picture(page, 'briefing');
  });

  await test.step('it leaves as HTML and Markdown with its marking', async () => {
    const exportAs = (format: string) =>
      workbench.download(async () => {
        await page.getByRole('button', { name: /^Export/ }).click();
        await page.getByRole('menuitem', { name: format }).click();
      });
    const html = (await exportAs('HTML')).bytes.toString('utf8');
    expect(html).toContain('TLP:');
    expect(html).toContain('Estimates differ widely.');
    const markdown = (await exportAs('Markdown')).bytes.toString('utf8');
    expect(markdown).toMatch(/^.*TLP:/m);
    expect(markdown).toContain(title);
  });

  await test.step('the case leaves as a bundle, is deleted, comes back, and leaves the same', async () => {
    const before = await workbench.exportBundle();
    expect(before.name).toBe('Troops-in-Kursk.collate');
    await workbench.deleteCase();
    await workbench.openBundle({ name: before.name, mimeType: 'application/zip', buffer: before.bytes });
    await expect(page.getByRole('button', { name: 'Case menu: Troops in Kursk' })).toBeVisible();
    await workbench.indexCurrent();
    const after = await workbench.exportBundle();
    expect(after.bytes.equals(before.bytes)).toBe(true);
    await workbench.go('Excerpts');
    await expect(page.getByRole('grid', { name: 'Excerpts' }).getByText(first.slice(0, 25)).first()).toBeVisible();
  });

  await test.step('undo, a restart, redo: same view, same data', async () => {
    await workbench.go('Documents');
    await page.getByRole('row').filter({ hasText: title }).dblclick();
    await reader.excerpt(scenarioDocument.text.includes('holy war') ? 'unconditional support' : 'firm action');
    await workbench.go('Excerpts');
    await expect(page.getByText('4', { exact: true }).first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: /^Excerpts/ })).toBeVisible();
    await workbench.indexCurrent();
    await expect(workbench.undoButton()).toHaveAccessibleName(/Undo .*[Ee]xcerpt/);
    await workbench.undoButton().click();
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Excerpts, 3' })).toBeVisible();
    await page.getByRole('button', { name: /^Redo/ }).first().click();
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Excerpts, 4' })).toBeVisible();
  });

  expect(complaints).toEqual([]);
});
