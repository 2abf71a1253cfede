// What reviewers need of a briefing: versions to go back to and compare, comments on its words, and nothing lost when
// the window breaks.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { BriefingPage } from './pages/BriefingPage';
import { ReviewPage } from './pages/ReviewPage';
import { bundleFile, otherProfile, otherWindow } from './profiles';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in a part of the page, in light and dark. */
async function violations(page: Page, include: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).include(include).withTags(RULES);
    axe.setLegacyMode(true);
    const result = await axe.analyze();
    found.push(
      ...result.violations.flatMap((one) => one.nodes.map((node) => `${colorScheme} ${one.id}: ${node.html}`)),
    );
  }
  return found;
}

async function written(page: Page, title: string, words: string): Promise<ReviewPage> {
  const briefing = new BriefingPage(page);
  await briefing.start(title);
  await briefing.text.locator('p').first().click();
  // Nothing of the template but a paragraph.
  for (const keys of ['Control+a', 'Delete', 'Control+Alt+0']) await page.keyboard.press(keys);
  await page.keyboard.type(words);
  return new ReviewPage(page);
}

test.beforeEach(async ({ workbench }) => {
  await workbench.introduce();
  await workbench.openSample();
});

test('a version is kept, compared word by word, and put back with one undo', async ({
  page,
  workbench,
  complaints,
}) => {
  const review = await written(page, 'Versions', 'Two ships left the old harbour at dawn.');
  await review.keep('Sent to the desk');
  await expect(review.versions.getByRole('listitem', { name: 'Sent to the desk' })).toContainText('8 words');

  await review.text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Three ships left the harbour at dawn. A fourth stayed.');
  const compared = await review.compare('Sent to the desk');
  await expect(compared.getByRole('status')).toHaveText('4 words added, 2 removed.');
  await expect(compared.locator('del')).toHaveText([/Two/, /old /]);
  await expect(compared.locator('ins')).toHaveText([/Three/, /A fourth stayed/]);
  expect(await violations(page, '[role=dialog]')).toEqual([]);

  await compared.getByRole('button', { name: 'Restore “Sent to the desk”' }).click();
  await expect(compared).toBeHidden();
  await expect(review.text).toHaveText(/^Two ships left the old harbour/);
  await expect(review.versions.getByRole('listitem').first()).toHaveAccessibleName(
    'Before “Sent to the desk” was restored',
  );
  await workbench.undoButton().click();
  await expect(review.text).toHaveText(/^Three ships/);
  await expect(review.versions.getByRole('listitem')).toHaveCount(1);
  expect(await violations(page, '[aria-label="Work"]')).toEqual([]);
  expect(complaints).toEqual([]);
});

test('words are commented on by keyboard; answered, resolved and undone', async ({ page, workbench, complaints }) => {
  const review = await written(page, 'Comments', 'Two ships left the harbour. Nobody saw them.');
  await page.keyboard.press('Home');
  for (let i = 0; i < 9; i += 1) await page.keyboard.press('Shift+ArrowRight');
  await review.comment('Which two?');
  await expect(review.passages).toHaveText(['Two ships']);
  await expect(review.passages.first()).toHaveAttribute('aria-description', /Comment by .*: Which two\?/);
  await expect(review.tab('Comments')).toHaveText('Comments1');
  await expect(review.text).toBeFocused();

  // A second one further on, at the word by the caret.
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await review.comment('Says who?');
  await expect(review.passages).toHaveText(['Two ships', 'them']);
  await expect(review.threads).toHaveCount(2);

  // The passage with the caret rings its thread; the key goes there, and the arrows on to the next.
  await page.keyboard.press('Control+Alt+m');
  await expect(review.thread('them').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(review.thread('Two ships').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(review.text).toBeFocused();

  await review.thread('Two ships').getByRole('button', { name: 'Answer' }).click();
  await page.keyboard.type('The Volga and the Don.');
  await page.keyboard.press('Control+Enter');
  await expect(review.thread('Two ships')).toContainText('The Volga and the Don.');
  expect(await violations(page, '[aria-label="Work"]')).toEqual([]);
  await review.thread('Two ships').getByRole('button', { name: 'Resolve' }).click();
  await expect(review.threads).toHaveCount(1);
  await expect(review.passages).toHaveText(['them']);

  // One undo takes record and mark; the text is as it was.
  await workbench.undoButton().click();
  await expect(review.threads).toHaveCount(2);
  await review
    .thread('them')
    .getByRole('button', { name: /^More on/ })
    .click();
  await page.getByRole('menuitem', { name: 'Delete with its answers' }).click();
  await expect(review.threads).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(review.passages).toHaveText(['Two ships', 'them']);
  await page.reload();
  await expect(review.passages).toHaveText(['Two ships', 'them']);

  // Taken out of the text, it is still told.
  await review.text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Two ships came.');
  await expect(review.comments.getByRole('heading', { name: 'Passage no longer in the text' })).toBeVisible();
  await expect(review.passages).toHaveText(['Two ships']);
  expect(complaints).toEqual([]);
});

test('comments of two analysts in copies of one case stand in both after their bundles went over', async ({
  page,
  workbench,
  browser,
  baseURL,
  complaints,
}) => {
  const review = await written(page, 'Both', 'Two ships left the harbour. Nobody saw them.');
  await new BriefingPage(page).saved();
  const { bytes } = await workbench.exportBundle();
  const other = await otherProfile(browser, baseURL!, 'Jo Reviewer', complaints);
  await other.openBundle(bundleFile(bytes));
  await other.indexCurrent();
  const theirs = await openBriefing(other.page, other, 'Both');
  await theirs.select('Nobody');
  await theirs.comment('Not even the port?');
  await new BriefingPage(other.page).saved();
  const back = await other.exportBundle();

  await workbench.go('Briefings');
  await openBriefing(page, workbench, 'Both');
  await review.select('Two ships');
  await review.comment('Which two?');
  await new BriefingPage(page).saved();
  await workbench.openBundle(bundleFile(back.bytes));
  await page.getByRole('button', { name: 'Take in what is new' }).click();
  await expect(workbench.message(/^Taken in/)).toBeVisible();
  await openBriefing(page, workbench, 'Both');
  await expect(review.passages).toHaveText(['Two ships', 'Nobody']);
  await expect(review.thread('Nobody')).toContainText('Jo Reviewer');
  await other.page.context().close();
  expect(complaints).toEqual([]);
});

async function openBriefing(
  page: Page,
  workbench: { go(name: 'Briefings'): Promise<void> },
  title: string,
): Promise<ReviewPage> {
  await workbench.go('Briefings');
  await page.getByRole('row').filter({ hasText: title }).dblclick();
  const review = new ReviewPage(page);
  await review.text.waitFor();
  return review;
}

test('a window killed in mid-word loses nothing that was typed', async ({ page, complaints }) => {
  const review = await written(page, 'Killed', 'Words that are saved.');
  await new BriefingPage(page).saved();
  await review.text.click();
  await page.keyboard.press('End');
  const address = page.url();
  await page.keyboard.type(' And half a wo', { delay: 20 });
  // Long enough for the browser to take the last letter over, too short for the text to be saved.
  await page.waitForTimeout(100);
  await kill(page);

  const { page: next } = await otherWindow(page, complaints, address);
  await expect(new ReviewPage(next).text).toContainText('Words that are saved. And half a wo');
  await expect(
    next.getByText(/What was being typed in “Killed” when its window ended is back in the text/),
  ).toBeVisible();
  // It is in the record: the next window finds it without being told.
  await next.reload();
  await expect(new ReviewPage(next).text).toContainText('And half a wo');
  await expect(next.getByText(/What was being typed/)).toBeHidden();
});

/** Ends the page's process as a crash does: the page hears nothing of it. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}
