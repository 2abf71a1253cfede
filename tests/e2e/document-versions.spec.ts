// A newer version of a document keeps what was excerpted from the earlier one, and copies of one text are one origin.
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixture';
import { Reader } from './pages/Reader';

const FIRST = `Harbour watch, second of May

The night patrol counted eleven freighters at the north pier. Two of them had no lights.

The harbour master said that the cranes were "idle since Sunday" and would stay so.

A clerk of the customs office saw forty lorries leave the yard before dawn.

Nobody could say where the lorries went. The watch will go on until Friday.`;

const SECOND = `Harbour watch, second of May (corrected)

The night patrol counted twelve freighters at the north pier. Two of them had no lights.

The harbour master said that the cranes were “idle since Sunday” and would stay so.

Nobody could say where the lorries went. The watch will go on until Saturday.`;

const COPY = `From our correspondent

The night patrol counted eleven freighters at the north pier. Two of them had no lights. The harbour master said that the cranes were "idle since Sunday" and would stay so. A clerk of the customs office saw forty lorries leave the yard before dawn. Nobody could say where the lorries went.`;

async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).include('[role=dialog]').setLegacyMode(true);
    const result = await axe.analyze();
    found.push(
      ...result.violations.flatMap((one) => one.nodes.map((node) => `${colorScheme} ${one.id}: ${node.html}`)),
    );
  }
  return found;
}

const row = (dialog: Locator, words: string): Locator => dialog.getByRole('row').filter({ hasText: words });

test('a corrected text takes the excerpts along as the analyst decides, with one undo', async ({
  page,
  workbench,
  complaints,
}) => {
  await workbench.introduce();
  await workbench.newCase('Harbour');
  const reader = new Reader(page);
  await workbench.drop([{ name: 'harbour-watch.txt', text: FIRST }]);
  for (const words of [
    'counted eleven freighters',
    '"idle since Sunday"',
    'forty lorries leave the yard',
    'Two of them had no lights',
  ])
    await reader.excerpt(words);
  await workbench.indexCurrent();

  await workbench.drop([{ name: 'harbour-watch.txt', text: SECOND }]);
  await page.getByRole('button', { name: 'Review as a newer version' }).click();
  const review = page.getByRole('dialog', { name: 'A newer version' });
  const kinds = review.getByRole('group', { name: 'Shown' });
  await expect(kinds).toContainText('Changed 1Unsure 0Lost 1Moved 0Typography 1Kept 1');
  await expect(review.getByRole('status')).toContainText('2 excerpts go along, 2 are not decided');
  await expect(review.getByRole('region', { name: 'Newer version' })).toContainText('counted twelve freighters');
  await review.getByText('Take the new words', { exact: true }).last().click();
  await row(review, 'forty lorries').click();
  await review.getByText('Keep it on the earlier version, with its words').click();
  await expect(review.getByRole('status')).toHaveText('3 excerpts go along, one stays on the earlier version.');
  expect(await violations(page)).toEqual([]);
  await review.getByRole('tab', { name: /Changed paragraphs/ }).click();
  await expect(review.getByRole('region', { name: 'The two texts in one' }).locator('del')).toContainText(
    ['eleven', 'lorries leave'],
    { useInnerText: false },
  );
  await review.getByRole('button', { name: 'Take in the newer version' }).click();

  await expect(reader.text()).toContainText('counted twelve freighters');
  await page.getByRole('button', { name: 'All excerpts' }).click();
  const cards = page.getByRole('region', { name: 'Excerpts of this document' });
  await expect(cards.getByRole('listitem')).toHaveCount(4);
  await expect(cards).toContainText('counted twelve freighters');
  await cards.getByRole('listitem').filter({ hasText: 'On an earlier version' }).getByRole('button').first().click();
  await expect(page.getByText('This is an earlier version of the text')).toBeVisible();
  await expect(reader.text()).toContainText('forty lorries leave the yard');
  await page.getByRole('button', { name: 'Show the newest' }).click();
  await expect(reader.text()).toContainText('until Saturday');

  await page.keyboard.press('Control+z');
  await workbench.go('Documents');
  const table = page.getByRole('grid', { name: 'Documents' });
  await expect(table.getByRole('row').filter({ hasText: 'Harbour watch' })).toHaveCount(2);
  await table.getByRole('row').filter({ hasText: '(corrected)' }).dblclick();
  await expect(page.getByRole('combobox', { name: 'Version of the text' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('documents that say nearly the same are named, compared and marked as one origin', async ({
  page,
  workbench,
  complaints,
}) => {
  await workbench.introduce();
  await workbench.newCase('Harbour');
  await workbench.drop([{ name: 'harbour-watch.txt', text: FIRST }]);
  await expect(new Reader(page).text()).toContainText('eleven freighters');
  await workbench.drop([{ name: 'courier.txt', text: COPY }]);
  await expect(workbench.message(/Says nearly the same as “Harbour watch/)).toBeVisible();

  await page.getByRole('button', { name: 'More about this document' }).click();
  await page.getByRole('menuitem', { name: 'Document details' }).click();
  await page.getByRole('button', { name: 'Harbour watch, second of May' }).click();
  const dialog = page.getByRole('dialog', { name: 'Two documents that say nearly the same' });
  await expect(dialog.getByText(/They share \d+ words in/)).toBeVisible();
  await expect(dialog.locator('mark').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Mark as one origin' }).click();
  await expect(dialog.getByText(/They count as one origin/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('one origin', { exact: true })).toBeVisible();

  await workbench.command('Documents that say nearly the same');
  const pairs = page.getByRole('dialog', { name: 'Documents that say nearly the same' });
  await expect(pairs.getByRole('row')).toHaveCount(1);
  await expect(pairs.getByRole('row')).toContainText('one origin');
  expect(complaints).toEqual([]);
});
