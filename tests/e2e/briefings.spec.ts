// Writing a briefing: citing by keyboard, numbers that follow the text, saving by itself, marking, export.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixture';
import { BriefingPage } from './pages/BriefingPage';

test.beforeEach(async ({ workbench }) => {
  await workbench.introduce();
  await workbench.openSample();
});

test('is written without a mouse, numbers itself, and is there after a reload', async ({ page, complaints }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Written by keyboard');
  await page.getByRole('textbox', { name: 'Title' }).press('Enter');
  await expect(briefing.text).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('The **first** claim');
  await briefing.citeTyped('artillery');
  await page.keyboard.type(', the second');
  await briefing.citeTyped('Kursk');
  await page.keyboard.type('.');
  await expect(briefing.text.locator('strong')).toHaveText('first');
  await expect.poll(() => briefing.numbers()).toEqual(['[1]', '[2]']);
  await expect(briefing.references.getByRole('listitem')).toHaveCount(2);
  const second = await briefing.references.getByRole('listitem').nth(1).textContent();

  // A citation put before the others takes the first number.
  await page.keyboard.press('Home');
  await briefing.citeTyped('Kursk');
  await expect.poll(() => briefing.numbers()).toEqual(['[1]', '[2]', '[1]']);
  expect(await briefing.references.getByRole('listitem').first().textContent()).toBe(second);

  // The drawer by its key, a quotation from it, and back in the text.
  await page.keyboard.press('Control+Shift+E');
  await expect(briefing.evidence.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('"artillery rounds would pay for rice"');
  await expect(briefing.evidence.getByRole('row')).toHaveCount(1);
  await briefing.evidence.getByRole('grid').focus();
  await page.keyboard.press('Shift+Enter');
  await expect(briefing.text.locator('figure')).toHaveCount(1);
  await expect(briefing.text).toBeFocused();

  await briefing.saved();
  await page.reload();
  await expect.poll(() => briefing.numbers()).toEqual(['[1]', '[2]', '[1]']);
  await expect(briefing.text).toContainText('The first claim');
  expect(complaints).toEqual([]);
});

test('a citation tells what it stands for and leads to its passage', async ({ page }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Hover and follow');
  await briefing.text.locator('p').first().click();
  await briefing.citeTyped('artillery');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tooltip').filter({ hasText: /TLP:/ })).toContainText('artillery');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/document\?/);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => briefing.numbers()).toEqual(['[1]']);
});

test('tables are made and changed by keyboard and by menu', async ({ page }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Tables');
  await briefing.text.locator('p').first().click();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Insert a table' }).click();
  await page.keyboard.type('Day');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ships');
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('Tab');
  await expect(briefing.text.locator('tr')).toHaveCount(4);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete the column' }).click();
  await expect(briefing.text.locator('tr').first().locator('th')).toHaveCount(2);
  await expect(briefing.text.locator('[style*="width"], colgroup')).toHaveCount(0);
});

test('its marking follows what it cites, and below that goes only who says why', async ({ page, workbench }) => {
  const briefing = new BriefingPage(page);
  await workbench.go('Briefings');
  await page.getByRole('grid', { name: 'Briefings' }).getByRole('row').nth(1).dblclick();
  await expect(page.getByText(/because it cites \d+ passages/)).toBeVisible();
  await page.getByRole('button', { name: /Own marking/ }).click();
  await page.getByRole('option', { name: /TLP:GREEN/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Lower the label to TLP:GREEN' });
  await expect(dialog).toContainText(/It cites \d+ passages that forbid this label/);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/because it cites \d+ passages/)).toBeVisible();
  await expect(briefing.references.getByRole('listitem').first()).toBeVisible();
});

test('Enter cites what the words find, however fast they are typed', async ({ page }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('In haste', 'Blank');
  await briefing.text.locator('p').first().click();
  // All letters at once, as after a long task: the list still stands for fewer of them when Enter comes.
  await page.keyboard.type('Paid in kind [[');
  await page.getByRole('listbox', { name: 'Excerpts to cite' }).getByRole('option').first().waitFor();
  await page.keyboard.insertText('"artillery rounds would pay for rice"');
  await page.keyboard.press('Enter');
  await page.keyboard.type(', it was said.');
  await expect.poll(() => briefing.numbers()).toEqual(['[1]']);
  await expect(briefing.references.getByRole('listitem')).toHaveCount(1);
  await expect(briefing.text.locator('p').first()).toHaveText('Paid in kind [1], it was said.');
  await briefing.text.locator('[data-citation]').hover();
  await expect(page.getByRole('tooltip').filter({ hasText: /TLP:/ })).toContainText(
    'artillery rounds would pay for rice',
  );
});

test('words taken back after Enter are not cited, and nothing else is lost', async ({ page, complaints }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Thought better of', 'Blank');
  await briefing.text.locator('p').first().click();
  await page.keyboard.type('Paid in kind [[');
  await page.getByRole('listbox', { name: 'Excerpts to cite' }).getByRole('option').first().waitFor();
  // In one task, with room for the editor to take each in, so that no list can answer in between.
  await page.evaluate(async () => {
    const taken = async (): Promise<void> => {
      for (let i = 0; i < 50; i += 1) await Promise.resolve();
    };
    document.execCommand('insertText', false, 'artillery');
    await taken();
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(enter);
    await taken();
    document.execCommand('delete');
  });
  await expect(page.getByRole('listbox', { name: 'Excerpts to cite' }).getByRole('option').first()).toBeVisible();
  await expect(briefing.text.locator('p').first()).toHaveText('Paid in kind [[artiller');
  await page.keyboard.press('Enter');
  await expect.poll(() => briefing.numbers()).toEqual(['[1]']);
  await expect(briefing.text.locator('p').first()).toHaveText('Paid in kind [1]');
  expect(complaints).toEqual([]);
});

test('an excerpt that was deleted is said to be, and undo mends it', async ({ page, workbench }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Deleted evidence');
  await briefing.text.locator('p').first().click();
  await briefing.citeTyped('"artillery rounds would pay for rice"');
  await briefing.saved();
  await workbench.go('Excerpts');
  await page
    .getByRole('searchbox', { name: /filter|search excerpts/i })
    .first()
    .fill('containers');
  const row = page.getByRole('row').filter({ hasText: 'A few containers' }).first();
  await row.click();
  await page.keyboard.press('Delete');
  await expect(row).toBeHidden();
  await workbench.go('Briefings');
  await page.getByRole('row').filter({ hasText: 'Deleted evidence' }).dblclick();
  await expect.poll(() => briefing.numbers()).toEqual(['[excerpt deleted]']);
  await workbench.undoButton().click();
  await expect.poll(() => briefing.numbers()).toEqual(['[1]']);
});

test('undo of the case brings back the former text while the page is open', async ({ page, workbench }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Undo');
  await briefing.text.locator('p').first().click();
  await page.keyboard.type('Words to take back.');
  await briefing.saved();
  await workbench.undoButton().click();
  await expect(briefing.text).not.toContainText('Words to take back.');
  await page.getByRole('button', { name: /^Redo/ }).first().click();
  await expect(briefing.text).toContainText('Words to take back.');
});

test('leaves as one HTML file and as Markdown, fonts and references inside', async ({ page, workbench }) => {
  await workbench.go('Briefings');
  await page.getByRole('grid', { name: 'Briefings' }).getByRole('row').nth(1).dblclick();
  await expect(page.getByText(/^Cites \d+ excerpts/)).toBeVisible();
  const exportAs = (format: string) =>
    workbench.download(async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: format }).click();
    });
  const html = await exportAs('HTML');
  expect(html.name).toMatch(/^TLP-AMBER .+\.html$/);
  const text = html.bytes.toString('utf8');
  expect(text).toMatch(/@font-face \{ font-family: "Briefing Serif"/);
  expect(text).toContain('@bottom-right { content: "TLP:AMBER"');
  expect(text).not.toMatch(/url\((?!data:)/);
  // The list of hashes, and the one script that checks them.
  expect(text.match(/<script/g)).toHaveLength(2);
  const markdown = (await exportAs('Markdown')).bytes.toString('utf8');
  expect(markdown.startsWith('**TLP:AMBER**\n')).toBe(true);
  expect(markdown).toMatch(/^\[\^1\]: /m);
});

test('reads well to assistive technology, light and dark', async ({ page, workbench }) => {
  await workbench.go('Briefings');
  await page.getByRole('grid', { name: 'Briefings' }).getByRole('row').nth(1).dblclick();
  await expect(page.getByRole('region', { name: 'References' })).toBeAttached();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .include('[aria-label="Work"]')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  }
});
