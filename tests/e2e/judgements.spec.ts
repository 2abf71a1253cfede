// Key judgements: written in a note, judged beside it, looked up later, and what all of that says of the analyst.
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixture';
import { BriefingPage } from './pages/BriefingPage';

const fields = (page: Page): Locator => page.getByRole('complementary', { name: 'Judgements' });
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Judgements' });

/** Chooses in a pick-list by its first letters. */
async function pick(page: Page, where: Locator, label: RegExp, typed: string): Promise<void> {
  await where.getByRole('button', { name: label }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeHidden();
}

/** Looks at the fields beside the text. */
async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include('aside[aria-label="Judgements"]')
    .setLegacyMode(true)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('a judgement is written and judged by keyboard, taken back, settled and counted', async ({
  page,
  workbench,
  complaints,
}) => {
  await workbench.introduce();
  await workbench.newCase('Port');
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('textbox', { name: 'Title' }).fill('The port');
  await page.getByRole('radio', { name: /^(Blank|Empty)/ }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Start writing' }).press('Enter');
  const briefing = new BriefingPage(page);
  await briefing.text.focus();
  await page.keyboard.type('The port is very likely to reopen by spring.');
  await page.keyboard.press('Control+Alt+j');
  await expect(briefing.text.getByRole('group', { name: 'Key judgement' })).toContainText('to reopen by spring');
  await page.keyboard.press('Control+Alt+Enter');

  // The text names the likelihood; the rest is said here.
  const form = fields(page);
  await expect(form.getByRole('button', { name: /Likelihood/ })).toContainText('Very likely');
  await expect(form.getByText('Missing: confidence, basis')).toBeVisible();
  await pick(page, form, /^Moderate|^Low|^Not stated|Confidence/, 'mod');
  await expect(form.getByText('Missing: reason, basis')).toBeVisible();
  await form.getByRole('textbox', { name: 'Reason for the confidence' }).focus();
  await page.keyboard.type('Two reports, one origin.');
  await page.keyboard.press('Tab');
  await expect(form.getByText('Missing: basis')).toBeVisible();

  // Another likelihood than the text's is said, and the text can follow.
  await pick(page, form, /Likelihood/, 'unl');
  await expect(form.getByText('The text says “very likely”, this says “unlikely”.')).toBeVisible();
  await form.getByRole('button', { name: 'Write “unlikely” in the text' }).press('Enter');
  await expect(briefing.text).toContainText('The port is unlikely to reopen by spring.');
  await expect(form.getByText(/^The text says/)).toBeHidden();
  await axe(page);

  await pick(page, form, /Outcome/, 'hap');
  await expect(form.getByLabel('Known on')).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  await workbench.undoButton().click();
  await expect(form.getByRole('button', { name: /Outcome/ })).toContainText('Open');
  await pick(page, form, /Outcome/, 'hap');

  await workbench.go('Judgements');
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Unlikely');
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Happened');
  await page.getByRole('tab', { name: 'Calibration' }).click();
  // (0.325 − 1)² = 0.455625
  await expect(page.getByText(/^One judgement with a known outcome, Brier score 0\.46\. 0 is/)).toBeVisible();
  await expect(page.getByRole('row', { name: /unlikely 33 % 100 % 1/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('undo of the text takes its judgement with it and brings it back', async ({ page, workbench }) => {
  await workbench.introduce();
  await workbench.openSample();
  await workbench.go('Briefings');
  await page.getByRole('row').filter({ hasText: 'Outlook for November' }).dblclick();
  const briefing = new BriefingPage(page);
  const all = briefing.text.getByRole('group', { name: 'Key judgement' });
  await expect(all).toHaveCount(14);
  await page.getByRole('tab', { name: /^Judgements/ }).click();
  const withdrawn = fields(page).getByRole('button', { name: /almost no chance/ });
  await expect(withdrawn).toContainText('high confidence');
  await briefing.text.getByText('There is almost no chance').click({ clickCount: 3 });
  await page.keyboard.press('Control+Alt+j');
  await expect(all).toHaveCount(13);
  await briefing.saved();
  await expect(withdrawn).toHaveCount(0);
  await workbench.undoButton().click();
  await expect(all).toHaveCount(14);
  await expect(withdrawn).toContainText('high confidence');
});

test('all of them are listed, the due ones said, and each leads to its place', async ({ page, workbench }) => {
  await workbench.introduce();
  await workbench.openSample();
  await workbench.go('Judgements');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '20');
  await expect(page.getByText(/^11 judgements with a known outcome, Brier score/).first()).toBeVisible();
  await page.getByRole('radio', { name: /^Settled/ }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '15');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('14 of 19');
  await page.getByRole('radio', { name: /^Due/ }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '6');
  const first = grid(page).getByRole('row').filter({ hasText: 'Payment in money and food' });
  await expect(first).toContainText('Reversed');
  await expect(first).toContainText('due');

  await first.click();
  await page.getByRole('button', { name: 'Record outcome…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Record the outcome' });
  await pick(page, dialog, /Outcome/, 'did');
  await dialog.getByRole('textbox', { name: 'What it shows' }).fill('The ledgers say otherwise.');
  await dialog.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '5');
  await expect(page.getByText(/^12 judgements with a known outcome/).first()).toBeVisible();

  await grid(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const briefing = new BriefingPage(page);
  await expect(briefing.text).toBeFocused();
  const place = briefing.text.getByRole('group', { name: 'Key judgement' }).filter({ hasText: 'Shells are' });
  await expect(place).toBeInViewport();
  await expect(fields(page).getByRole('textbox', { name: 'Assumptions' })).toHaveValue(/raw material/);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid(page)).toBeVisible();
});
