// The outline of a document: its headings by keyboard and by axe, where one reads, and the way to each.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { BriefingPage } from './pages/BriefingPage';
import { Reader } from './pages/Reader';

const LINE = 'The convoy went on by the same road as on the day before, and was counted again at the bridge.';
const part = (heading: string): string => `${heading}\n\n${Array.from({ length: 30 }, () => LINE).join('\n\n')}\n\n`;
const MARKDOWN = `# Roads\n\n${part('## The north')}${part('### At the mill')}${part('## The south')}${part('### At the ford')}`;

const outline = (page: Page) => page.getByRole('dialog', { name: 'Outline' });

test('the headings of a document are listed, and each leads to its place', async ({ workbench, page, complaints }) => {
  const reader = new Reader(page);
  await workbench.introduce();
  await workbench.newCase('Roads');
  await workbench.importFiles({ name: 'roads.md', mimeType: 'text/markdown', buffer: Buffer.from(MARKDOWN) });
  await expect(reader.text()).toBeFocused();

  await page.keyboard.press('Control+Alt+o');
  const headings = outline(page).getByRole('list', { name: 'Headings' }).getByRole('button');
  await expect(headings).toHaveText(['Roads', 'The north', 'At the mill', 'The south', 'At the ford']);
  await expect(headings.first()).toBeFocused();
  await expect(headings.first()).not.toHaveCSS('outline-style', 'none');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  }

  await test.step('the arrow keys go through them, and the caret goes where Enter leads', async () => {
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await expect(headings.nth(3)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(outline(page)).toHaveCount(0);
    await expect(reader.text()).toBeFocused();
    await expect(reader.text().getByText('The south')).toBeInViewport();
    await expect(reader.text().getByText('The north')).not.toBeInViewport();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('T');
  });

  await test.step('it opens at the heading one reads under', async () => {
    await page.getByRole('button', { name: 'Outline' }).click();
    await expect(headings.nth(3)).toHaveAttribute('aria-current', 'location');
    await expect(headings.nth(3)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(outline(page)).toHaveCount(0);
  });
  expect(complaints).toEqual([]);
});

test('a text without headings says so, and a briefing has its outline under the same keys', async ({
  workbench,
  page,
  complaints,
}) => {
  await workbench.introduce();
  await workbench.newCase('Roads');
  await workbench.importFiles({ name: 'road.txt', mimeType: 'text/plain', buffer: Buffer.from(`${LINE}\n`) });
  await expect(new Reader(page).text()).toBeFocused();
  await page.keyboard.press('Control+Alt+o');
  await expect(outline(page)).toContainText('No headings were recognised in this text.');
  await page.keyboard.press('Escape');

  const briefing = new BriefingPage(page);
  await briefing.start('Roads');
  await briefing.text.click();
  await page.keyboard.press('Control+Alt+o');
  await expect(page.getByRole('dialog', { name: 'Length and outline' })).toBeVisible();
  expect(complaints).toEqual([]);
});
