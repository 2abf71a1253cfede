// The editor of a briefing: its nodes by keyboard, find and replace, pasting, pictures, what changed since it was cited.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixture';
import { BriefingPage } from './pages/BriefingPage';
import { Reader } from './pages/Reader';

// One pixel.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test.beforeEach(async ({ workbench }) => {
  await workbench.introduce();
  await workbench.openSample();
});

test('judgements, tasks and footnotes are made and left by keyboard', async ({ page, complaints }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('By keyboard', 'Blank');
  const { text } = briefing;
  await text.locator('p').first().click();
  await page.keyboard.type('The pier is in use.');
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('Seen on two nights.');
  await expect(page.getByRole('note', { name: 'Footnote' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('note', { name: 'Footnote' })).toBeHidden();
  await page.keyboard.type(' Still so.');
  await expect(text.locator('p').first()).toContainText('The pier is in use.');
  await expect(text.locator('p').first()).toContainText('Still so.');
  // Back into it: over its number, Enter, and out at its end.
  // As fast as a person: the browser tells of a caret it moved itself a moment later.
  for (const _ of ' Still so.') await page.keyboard.press('ArrowLeft', { delay: 30 });
  await page.waitForTimeout(60);
  await page.keyboard.press('ArrowLeft');
  await expect(text.locator('span[data-selected]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' By the crew.');
  await expect(page.getByRole('note', { name: 'Footnote' })).toHaveText(/Seen on two nights\. By the crew\./);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('note', { name: 'Footnote' })).toBeHidden();
  await page.keyboard.press('End');
  await page.waitForTimeout(60);

  await page.keyboard.press('Enter');
  await page.keyboard.type('- one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('It will go on.');
  await page.keyboard.press('Control+Alt+j');
  await expect(page.getByRole('group', { name: 'Key judgement' })).toHaveText(/It will go on\./);
  await expect(text.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Home');
  await page.waitForTimeout(60);
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('group', { name: 'Key judgement' })).toHaveCount(0);
  await page.keyboard.press('Control+Alt+j');
  await page.keyboard.press('End');
  await page.waitForTimeout(60);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('[ ] ask the port');
  await expect(text.getByRole('checkbox')).not.toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(text.getByRole('checkbox')).toBeChecked();
  await text.getByRole('checkbox').click();
  await expect(text.getByRole('checkbox')).not.toBeChecked();
  await page.keyboard.press('Control+Enter');

  await briefing.saved();
  await page.reload();
  await expect(text.getByRole('checkbox')).toBeChecked();
  await expect(page.getByRole('group', { name: 'Key judgement' })).toHaveText(/It will go on\./);
  await expect(text.getByRole('button', { name: 'Footnote: Seen on two nights. By the crew.' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('words of likelihood tell their band, links lead to records of the case', async ({ page }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Said of words', 'Blank');
  await briefing.text.locator('p').first().click();
  await page.keyboard.type('A landing is');
  await page.getByRole('button', { name: 'Likelihood and confidence' }).click();
  await page.getByRole('menuitem', { name: /^very likely/ }).click();
  await expect(briefing.text).toContainText('A landing is very likely');
  await expect(page.getByRole('tooltip').filter({ hasText: '80–95 %' })).toContainText('ICD 203');
  await page.keyboard.type(' by May, says ');
  await expect(briefing.text.locator('[data-term]')).toHaveText('very likely');

  await page.keyboard.press('Control+Shift+k');
  await page.getByRole('textbox', { name: /Web address/ }).fill('Kursk');
  const hit = page.getByRole('list', { name: 'Records' }).getByRole('button').filter({ hasText: 'Document' }).first();
  await hit.click();
  const link = briefing.text.locator('a[href^="collate:documents/"]');
  await expect(link).toBeVisible();
  await link.click({ modifiers: ['ControlOrMeta'] });
  await expect(page).toHaveURL(/\/document\?/);
});

test('finds and replaces, quotations left alone, as one step of undo', async ({ page }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Find', 'Blank');
  await briefing.text.locator('p').first().click();
  await page.keyboard.type('Ships came. The ships left. Shipshape.');
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find in the text' });
  await bar.getByRole('searchbox').fill('ships');
  await expect(bar.getByRole('status')).toHaveText('1 of 3');
  await bar.getByRole('button', { name: 'Whole words' }).click();
  await expect(bar.getByRole('status')).toHaveText('1 of 2');
  await bar.getByRole('searchbox').press('Enter');
  await expect(bar.getByRole('status')).toHaveText('2 of 2');
  await page.keyboard.press('Control+h');
  await bar.getByRole('textbox', { name: 'Words to put there' }).fill('boats');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(briefing.text).toHaveText(/boats came\. The boats left\. Shipshape\./);
  await bar.getByRole('searchbox').press('Escape');
  await expect(bar).toBeHidden();
  await expect(briefing.text).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(briefing.text).toHaveText(/Ships came\. The ships left\. Shipshape\./);
  await expect(page.getByRole('button', { name: '6 words' })).toBeVisible();
});

test('a picture comes in with words for those who cannot see it, and travels', async ({ page, complaints }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Picture', 'Blank');
  await briefing.text.locator('p').first().click();
  await page.keyboard.type('Seen from the air:');
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Picture…' }).click();
  await (await chooser).setFiles({ name: 'pier.png', mimeType: 'image/png', buffer: PNG });
  await expect(briefing.text.locator('img[src^="blob:"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.type('The north pier');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The pier in May');
  await expect(briefing.text.getByRole('img', { name: 'The north pier' })).toHaveCount(1);
  await briefing.saved();
  await page.reload();
  await expect(briefing.text.getByRole('img', { name: 'The north pier' })).toHaveAttribute('src', /^blob:/);
  await expect(briefing.text.locator('figcaption')).toHaveText('The pier in May');

  await briefing.text.locator('p').first().click();
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  const again = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Picture…' }).click();
  await (await again).setFiles({ name: 'pier.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
  await expect(page.getByText(/Only PNG, JPEG, WebP and GIF/)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('says what changed since it was cited, and settles it by keyboard', async ({ page, workbench }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Changed since', 'Blank');
  await briefing.text.locator('p').first().click();
  await page.keyboard.type('A claim');
  await briefing.citeTyped('"artillery rounds would pay for rice"');
  await expect.poll(() => briefing.numbers()).toEqual(['[1]']);
  await briefing.saved();
  await workbench.go('Excerpts');
  await page
    .getByRole('searchbox', { name: /filter|search excerpts/i })
    .first()
    .fill('containers');
  const row = page.getByRole('row').filter({ hasText: 'A few containers' }).first();
  await row.click();
  await new Reader(page).mark('TLP:RED');
  await workbench.go('Briefings');
  await page.getByRole('row').filter({ hasText: 'Changed since' }).dblclick();
  await expect.poll(() => briefing.numbers()).toEqual(['[1 ≠ changed]']);
  await briefing.text.locator('p').first().click();
  await page.keyboard.press('End');
  await page.waitForTimeout(60);
  await page.keyboard.press('ArrowLeft');
  const card = page.getByRole('dialog', { name: 'Citation' });
  await expect(card).toContainText(/the marking was TLP:\S+, is TLP:RED/);
  await page.keyboard.press('Enter');
  await expect(card.getByRole('button', { name: 'Cite anew' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => briefing.numbers()).toEqual(['[1]']);
  await expect(briefing.text).toBeFocused();
});

test('a quotation is shortened within the excerpt’s own words', async ({ page }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Shortened', 'Blank');
  await briefing.text.locator('p').first().click();
  await page.keyboard.type('[["artillery rounds would pay for rice"');
  await page.getByRole('listbox', { name: 'Excerpts to cite' }).getByRole('option').first().waitFor();
  await page.keyboard.press('Shift+Enter');
  const quotation = briefing.text.locator('figure');
  const whole = (await quotation.locator('blockquote').textContent())!;
  await quotation.locator('blockquote').click();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Words quoted' });
  await expect(field).toBeFocused();
  const first = whole.trim().split(' ').slice(0, 3).join(' ');
  await field.fill(`${first} nonsense`);
  await expect(quotation.getByRole('button', { name: 'Use these words' })).toBeDisabled();
  await expect(quotation.getByRole('status')).toContainText('“nonsense” does not stand here');
  await field.fill(`${first} […]`);
  await field.press('Control+Enter');
  await expect(quotation.locator('blockquote')).toHaveText(`${first} […]`);
  await expect(quotation).not.toContainText('no longer the words');
});

test('everything in it is named for assistive technology, light and dark', async ({ page }) => {
  const briefing = new BriefingPage(page);
  await briefing.start('Named', 'Blank');
  await briefing.text.locator('p').first().click();
  await page.keyboard.type('A note');
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('aside');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.type('[ ] to do');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('It goes on.');
  await page.keyboard.press('Control+Alt+j');
  await page.keyboard.press('Control+h');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .include('[aria-label="Text of the briefing"]')
      .include('[role="toolbar"][aria-label="Text tools"]')
      .include('[role="search"][aria-label="Find in the text"]')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  }
});
