// The check while writing, labels that are raised and lowered, evidence by its links, and templates that fill themselves.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { BriefingPage } from './pages/BriefingPage';
import { CheckPanel } from './pages/CheckPanel';

test.beforeEach(async ({ workbench }) => {
  await workbench.introduce();
  await workbench.openSample();
});

const HEDGED = 'The account appears to suggest a rotation.';
const MIXED = 'We have moderate confidence that a pause is very likely.';

async function axe(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours on their way from one theme to the other are not what is looked at.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** A blank briefing with the caret in its text. */
async function startBlank(page: Page, title: string): Promise<BriefingPage> {
  const briefing = new BriefingPage(page);
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('radio', { name: /^Blank/ }).check({ force: true });
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('button', { name: 'Start writing' }).click();
  await briefing.text.waitFor();
  await briefing.text.locator('p').first().click();
  return briefing;
}

test('faults are found while one types, and one press puts one right', async ({ page, complaints }) => {
  const briefing = await startBlank(page, 'Planted faults');
  const check = new CheckPanel(page);
  await page.keyboard.type(`${HEDGED} ${MIXED}`);
  // Also while another panel stands there: underlined, and counted on the tab.
  await expect(check.marked.filter({ hasText: 'appears to suggest' })).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Check \d+/ })).toBeVisible();
  await check.open();
  await expect(check.finding('moderate confidence').first()).toContainText('ICD 203');
  await axe(page);

  // By keyboard: J to a finding, Enter to its words, F8 on to the next.
  await check.panel.getByRole('radio', { name: /^Errors/ }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(briefing.text).toBeFocused();
  await page.keyboard.press('F8');
  const card = page.getByRole('group', { name: 'Finding of the check' });
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();

  await check.panel.getByRole('radio', { name: 'All' }).click();
  await check.finding('hedges twice').getByRole('button', { name: 'Say “suggests”' }).click();
  await expect(briefing.text).toContainText('The account suggests a rotation.');
  await expect(check.finding('hedges twice')).toHaveCount(0);

  // Where there is room they stand in the margin, each beside its line.
  await page.setViewportSize({ width: 1680, height: 950 });
  await page.getByRole('button', { name: 'Evidence drawer' }).click();
  const margin = page.getByRole('group', { name: 'Findings beside the text' });
  await expect(margin.getByRole('button').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a finding is accepted with a reason that stays, and undo opens it again', async ({ page, workbench }) => {
  const briefing = await startBlank(page, 'Accepted');
  const check = new CheckPanel(page);
  await page.keyboard.type(HEDGED);
  await check.open();
  await check.finding('hedges twice').getByRole('button', { name: 'Accept…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept this finding' });
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(dialog).toContainText('Say in a few words why.');
  await axe(page);
  await page.keyboard.press('Escape');
  await briefing.saved();
  await check.accept('hedges twice', 'The source words it so.');
  await expect(check.finding('hedges twice')).toHaveCount(0);
  await expect(check.marked.filter({ hasText: 'appears to suggest' })).toHaveCount(0);

  await page.reload();
  await check.panel.getByRole('button', { name: 'Accepted (1)' }).click();
  await expect(check.panel).toContainText('Reason: The source words it so.');
  await expect(check.panel).toContainText('Jo Analyst');
  await workbench.undoButton().click();
  await expect(check.finding('hedges twice')).toHaveCount(1);
});

test('a stricter passage raises the label with a notice; below it one goes with a reason', async ({ page }) => {
  const briefing = await startBlank(page, 'Labels');
  const marking = page.getByRole('button', { name: /Own marking/ });
  const choose = async (name: RegExp): Promise<void> => {
    await marking.click();
    await page.getByRole('option', { name }).click();
  };
  await choose(/^TLP:CLEAR/);
  await briefing.text.click();
  await page.keyboard.type('They had no experience');
  await briefing.citeTyped('marking:amber Kiviselg');
  await expect(page.getByText(/The briefing is TLP:AMBER now, because it cites “/)).toBeVisible();
  await briefing.saved();

  await choose(/^TLP:GREEN/);
  const dialog = page.getByRole('dialog', { name: 'Lower the label to TLP:GREEN' });
  await expect(dialog.getByRole('listitem')).toContainText('TLP:AMBER');
  await dialog.getByRole('button', { name: 'Lower the label' }).click();
  await expect(dialog).toContainText('Say in a few words why.');
  await dialog.getByRole('textbox').fill('The ministry published it on 2 December.');
  await dialog.getByRole('button', { name: 'Lower the label' }).click();
  const note = page.getByRole('note', { name: 'Marking lowered' });
  await expect(note).toContainText('Lowered to TLP:GREEN by Jo Analyst');
  await expect(note).toContainText('The ministry published it on 2 December.');
  await axe(page);
  await page.reload();
  await expect(note).toContainText('The ministry published it');
});

test('what stands against a briefing is one press away', async ({ page, workbench }) => {
  const briefing = new BriefingPage(page);
  await workbench.go('Briefings');
  await page.getByRole('grid', { name: 'Briefings' }).getByRole('row').filter({ hasText: 'Outlook' }).dblclick();
  const against = briefing.evidence.getByRole('button', { name: /Contradicts what you cite here: [1-9]/ });
  await against.click();
  const count = Number(/(\d+)\s*$/.exec((await against.textContent())!)![1]);
  await expect(briefing.evidence.getByRole('row')).toHaveCount(count);
  await page.reload();
  await expect(briefing.evidence.getByRole('row')).toHaveCount(count);
  await briefing.evidence.getByRole('button', { name: /Evidence of a hypothesis/ }).click();
  await page.getByRole('menuitem', { name: /^H1/ }).click();
  await expect(briefing.evidence.getByText(/^Linked to /)).toBeVisible();
  await expect(briefing.evidence.getByRole('row').first()).toBeVisible();
  await axe(page);
});

test('templates fill themselves, and one’s own are kept and handed on', async ({ page, workbench, complaints }) => {
  const briefing = new BriefingPage(page);
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('radio', { name: 'Source assessment' }).check({ force: true });
  await page.getByRole('textbox', { name: 'Title' }).fill('What happened when');
  await page.getByRole('button', { name: 'Start writing' }).click();
  await expect(page.getByText(/This template is filled from one of them/)).toBeVisible();
  await axe(page);
  await page.getByRole('radio', { name: 'Chronology' }).check({ force: true });
  await page.getByRole('button', { name: 'Start writing' }).click();
  const events = briefing.text.locator('li:has(strong)');
  await expect(events.first()).toContainText('2022');
  expect(await events.count()).toBeGreaterThan(20);
  await expect(events.filter({ hasNot: page.locator('[data-citation]') })).toHaveCount(0);
  await expect(briefing.references.getByRole('listitem').first()).toBeVisible();

  // Portion marks and the key.
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByRole('switch', { name: /Portion marks/ }).click({ force: true });
  await page.getByRole('switch', { name: /Key to likelihood words/ }).click({ force: true });
  await expect(page.getByRole('region', { name: 'Words of likelihood' })).toContainText('almost no chance');
  await expect(briefing.text.locator('[data-portion="(TLP:CLEAR)"]').first()).toBeVisible();

  await page.getByRole('button', { name: 'Save as template…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('My chronology');
  await page.getByRole('button', { name: 'Save the template' }).click();
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('radio', { name: /^My chronology/ }).check({ force: true });
  await expect(page.getByRole('list', { name: 'Its sections' })).toContainText('Events');
  const dialog = page.getByRole('dialog', { name: 'New briefing' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('From my own');
  await dialog.getByRole('button', { name: 'Start writing' }).click();
  await expect(briefing.text.locator('h1')).toHaveText(['Summary', 'Events', 'Gaps']);
  await expect(briefing.text.locator('[data-citation]')).toHaveCount(0);

  // As a file it goes to others and comes back; a file of another kind is refused with a sentence.
  await page.keyboard.press('Control+Alt+w');
  await dialog.getByRole('radio', { name: /^My chronology/ }).check({ force: true });
  const file = await workbench.download(() => dialog.getByRole('button', { name: 'Export…' }).click());
  expect(file.name).toBe('My-chronology.json');
  const takeIn = async (name: string, buffer: Buffer): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Import a template…' }).press('Enter');
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
  };
  await takeIn('broken.json', Buffer.from('{"id":"x"}'));
  await expect(page.getByText(/“broken.json” is not a template/)).toBeVisible();
  await takeIn(file.name, file.bytes);
  await expect(dialog.getByRole('radio', { name: /^My chronology/ })).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Delete…' }).press('Enter');
  await page.getByRole('button', { name: 'Delete the template' }).click();
  await expect(dialog.getByRole('radio', { name: /^My chronology/ })).toHaveCount(1);
  expect(complaints).toEqual([]);
});
