// Finding things in the whole case: what is typed loosely, exactly, or in another script.
import type { Page } from '@playwright/test';
import { chooseExcerpt, expect, test } from './profiles';

const results = (page: Page, group: string) =>
  page.getByRole('region', { name: new RegExp(`^${group}`) }).getByRole('link');

test.beforeEach(async ({ workbench, page }) => {
  await workbench.introduce();
  await workbench.openSample();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search the case' })).toBeFocused();
});

test.afterEach(({ complaints }) => {
  expect(complaints).toEqual([]);
});

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search the case' }).fill(text);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`“${text}”`);
}

test('finds by the beginning of a word, groups what it finds, and marks the words', async ({ page }) => {
  await search(page, 'artill');
  for (const group of ['Excerpts', 'Documents', 'Tags']) await expect(results(page, group).first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'results' })).toBeVisible();
  await expect(results(page, 'Excerpts').first().locator('mark').first()).toHaveText(/^artill/i);
  await expect(results(page, 'Tags').first().locator('mark').first()).toHaveText(/^artill/i);
});

for (const typo of ['Yevkurof', 'Yekvurov', 'yevkurv']) {
  test(`forgives a misspelling: ${typo}`, async ({ page }) => {
    await search(page, typo);
    await expect(results(page, 'Tags').filter({ hasText: 'Yunus-bek Yevkurov' })).toBeVisible();
    await expect(results(page, 'Tags').first().locator('mark').first()).toHaveText(/Yevkurov/i);
  });
}

test('takes words in quotation marks as they stand', async ({ page }) => {
  await search(page, '"sign of need"');
  await expect(results(page, 'Excerpts')).toHaveCount(1);
  await search(page, '"need of sign"');
  await expect(page.getByRole('heading', { name: /^Nothing found/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /the words in any order/ })).toBeVisible();
});

test('leaves out what follows a minus', async ({ page }) => {
  await search(page, 'koksan');
  await expect(results(page, 'Excerpts').filter({ hasText: 'took delivery' })).toHaveCount(1);
  await search(page, 'koksan -photographs');
  await expect(results(page, 'Excerpts').first()).toBeVisible();
  await expect(results(page, 'Excerpts').filter({ hasText: 'took delivery' })).toHaveCount(0);
});

for (const [what, text, found] of [
  ['diacritics', 'Ánts Kivisélg', /Ants Kiviselg/],
  ['capitals', 'KOKSAN', /Koksan/],
  ['Ukrainian', 'злагодження', /особовий склад проходить/],
  ['Cyrillic without its dots', 'Елецкий', null],
  ['Korean', '무기 판매', /무기 판매를 대신하는/],
  ['Korean with no particle', '병력', /병력 파견이/],
] as const) {
  test(`finds whatever the spelling: ${what}`, async ({ page }) => {
    await search(page, text);
    if (found) await expect(page.getByRole('link').filter({ hasText: found }).first()).toBeVisible();
    else await expect(page.getByRole('heading', { name: /^Nothing found/ })).toBeVisible();
  });
}

for (const [alias, name] of [
  ['Евкуров', 'Yunus-bek Yevkurov'],
  ['조선인민군', "Korean People's Army"],
  ['Курщина', 'Kursk Oblast'],
] as const) {
  test(`finds a tag by its name in another script: ${alias}`, async ({ page }) => {
    await search(page, alias);
    const tag = results(page, 'Tags').filter({ hasText: name });
    await expect(tag).toHaveCount(1);
    await expect(tag.locator('mark').filter({ hasText: alias }).first()).toBeVisible();
  });
}

test('leads to each kind of record', async ({ page }) => {
  for (const [group, text, words, arrived] of [
    ['Excerpts', '"sign of need"', /sign of need/, /\/document\b.*excerpt/],
    ['Documents', 'Meridian', /Meridian/, /\/document\b/],
    ['Tags', 'Koksan', /Koksan/, /\/tags/],
    ['Sources', 'Kiviselg', /Kiviselg/, /\/sources/],
    ['Hypotheses', 'contingent', /limited contingent/, /\/hypotheses/],
    ['Briefings', 'issue brief', /Issue brief/, /\/briefing\b/],
  ] as const) {
    await search(page, text);
    await results(page, group).filter({ hasText: words }).first().click();
    await expect(page).toHaveURL(arrived);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`“${text}”`);
  }
});

test('finds at once what was written a moment ago, and no longer what was deleted', async ({ workbench, page }) => {
  const reader = await chooseExcerpt(workbench, 'He read the deployment as a sign of need.');
  await reader.note('A quokka was seen.');
  await search(page, 'quokka');
  await expect(results(page, 'Excerpts')).toHaveCount(1);
  await workbench.undoButton().click();
  await expect(page.getByRole('heading', { name: /^Nothing found/ })).toBeVisible();
});

test('says so when nothing is found, and offers what would be', async ({ page }) => {
  await search(page, 'zzqqxx');
  await expect(page.getByRole('heading', { name: 'Nothing found for “zzqqxx”' })).toBeVisible();
  await search(page, 'artillery zzqqxx');
  await page.getByRole('button', { name: /without “zzqqxx”/ }).click();
  await expect(results(page, 'Excerpts').first()).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Search the case' })).toHaveValue('artillery');
});
