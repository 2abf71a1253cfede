// What can happen to the data below the program: a full disk, a newer version of itself, a window that goes in the middle.
import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { grown } from './hostileBundles';
import { Reader } from './pages/Reader';
import type { Workbench } from './pages/Workbench';
import { bundleFile, chooseExcerpt, databases, expect, otherProfile, otherWindow, setQuota, test } from './profiles';

const NEED = 'He read the deployment as a sign of need.';

/** A document that cannot be packed small. */
const largeText = (megabytes: number): string =>
  `Large\n\n${randomBytes((megabytes * 1024 * 1024) / 2)
    .toString('hex')
    .replace(/(.{60})/g, '$1 ')}`;

const documents = (workbench: Workbench) =>
  workbench.page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name: /^Documents, / });

/** Says how much room there is; the browser itself tells every page of ten gigabytes. */
const sayRoom = (page: Page, bytes: number): Promise<void> =>
  page.evaluate((free) => {
    navigator.storage.estimate = () => Promise.resolve({ quota: free, usage: 0 });
  }, bytes);

const large = { name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.from(largeText(6)) };
/** Room for the sample and its index, not for the large text. */
const SMALL = 4 * 1024 * 1024;
const FULL = /is full\. Nothing was changed/;

/** A failure is logged for its report. */
const unexpected = (complaints: readonly string[]): string[] =>
  complaints.filter((one) => !/failure: storage-full/.test(one));

async function failsForRoom(workbench: Workbench): Promise<void> {
  const dialog = workbench.page.getByRole('alertdialog');
  await expect(dialog).toContainText(FULL);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
}

test.describe('a full disk', () => {
  test.describe.configure({ timeout: 240_000 });
  test('is foreseen: nothing is begun that does not fit', async ({ workbench, page, complaints, sampleBundle }) => {
    await workbench.introduce();
    await workbench.newCase('Small disk');
    await workbench.indexCurrent();
    await sayRoom(page, 100_000);
    await workbench.importFiles(large);
    await expect(workbench.message(/The disk is too full/)).toBeVisible();
    await expect(documents(workbench)).toHaveAccessibleName('Documents, 0');
    const before = await databases(page);
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Dismiss' }).click();
    await workbench.openBundle(bundleFile(sampleBundle));
    await expect(workbench.message(/The disk is too full/)).toBeVisible();
    expect(await databases(page)).toEqual(before);
    expect(complaints).toEqual([]);
  });

  test('met in the middle of an import leaves nothing half written, and work goes on when there is room', async ({
    browser,
    baseURL,
    complaints,
    sampleBundle,
  }) => {
    const workbench = await otherProfile(browser, baseURL!, 'Jo Analyst', complaints, SMALL);
    const { page } = workbench;
    await workbench.openSample();
    await workbench.importFiles(large);
    await failsForRoom(workbench);
    await expect(documents(workbench)).toHaveAccessibleName('Documents, 14');
    const reader = await chooseExcerpt(workbench, NEED);
    await expect(reader.details().getByLabel('Note')).not.toBeEmpty();

    // A bundle that does not fit: no case, no database.
    const before = await databases(page);
    await workbench.openBundle(bundleFile(grown(sampleBundle, 6_000, 1_000)));
    await page.getByRole('button', { name: 'Keep as a separate case' }).click();
    await failsForRoom(workbench);
    expect(await databases(page)).toEqual(before);

    // Nor can it be joined with what is here: not a part of it.
    await workbench.openBundle(bundleFile(grown(sampleBundle, 6_000, 1_000)));
    await page.getByRole('button', { name: 'Take in what is new' }).click();
    await failsForRoom(workbench);
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Tags, 51' })).toBeVisible();

    await setQuota(page, baseURL!, null);
    await workbench.importFiles(large);
    await expect(documents(workbench)).toHaveAccessibleName('Documents, 15');
    await (await chooseExcerpt(workbench, NEED)).note('There is room again.');
    await page.reload();
    await workbench.indexCurrent();
    await expect(documents(workbench)).toHaveAccessibleName('Documents, 15');
    await expect((await chooseExcerpt(workbench, NEED)).details().getByLabel('Note')).toHaveValue(
      'There is room again.',
    );
    expect(unexpected(complaints)).toEqual([]);
    await page.context().close();
  });

  test('lets a case be opened, read and taken away as a bundle', async ({ browser, baseURL, complaints }) => {
    const workbench = await otherProfile(browser, baseURL!, 'Jo Analyst', complaints, SMALL);
    const { page } = workbench;
    await workbench.openSample();
    await setQuota(page, baseURL!, 1);
    await workbench.importFiles(large);
    await failsForRoom(workbench);
    await page.reload();
    await workbench.indexCurrent();
    const reader = await chooseExcerpt(workbench, NEED);
    const note = reader.details().getByLabel('Note');
    const written = await note.inputValue();
    expect((await workbench.exportBundle()).bytes.length).toBeGreaterThan(10_000);
    await note.fill('Too much.');
    await note.blur();
    await failsForRoom(workbench);
    await setQuota(page, baseURL!, null);
    await page.reload();
    await workbench.indexCurrent();
    await expect((await chooseExcerpt(workbench, NEED)).details().getByLabel('Note')).toHaveValue(written);
    expect(unexpected(complaints)).toEqual([]);
    await page.context().close();
  });
});

/** Opens the case's database as a later version of the program would. */
const upgrade = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { name, version } = (await indexedDB.databases()).find((one) => one.name!.startsWith('collate-case-'))!;
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name!, version! + 10);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error!);
    });
  });

test.describe('a newer version of the program', () => {
  test('in another window is told of, and this one writes no more', async ({ workbench, page, complaints }) => {
    await workbench.introduce();
    await workbench.openSample();
    await chooseExcerpt(workbench, NEED);
    const other = await otherWindow(page, complaints);
    await other.command('All cases');
    await expect(other.page.getByRole('heading', { name: 'Cases' })).toBeVisible();
    await upgrade(other.page);
    await expect(page.getByText(/A newer version of Collate has opened this case in another window/)).toBeVisible();
    await page.getByRole('button', { name: 'All cases' }).click();
    await expect(page.getByRole('heading', { name: 'Cases' })).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test('that was here before: the case says so and the others can be used', async ({ workbench, page, complaints }) => {
    await workbench.introduce();
    await workbench.openSample();
    await workbench.command('All cases');
    await upgrade(page);
    await page.getByRole('list', { name: 'Cases on this computer' }).getByRole('button').first().click();
    await expect(page.getByText(/A newer version of Collate has opened this case/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/A newer version of Collate has opened this case/)).toBeVisible();
    await page.getByRole('button', { name: 'All cases' }).click();
    await workbench.newCase('Another one');
    await workbench.indexCurrent();
    expect(complaints).toEqual([]);
  });
});

test.describe('a window that goes', () => {
  test('in the middle of an import leaves nothing at the next start', async ({
    workbench,
    page,
    complaints,
    sampleBundle,
  }) => {
    await workbench.introduce();
    await page.evaluate(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('button[aria-label^="Stop: Storing"]')) return;
        observer.disconnect();
        sessionStorage.setItem('gone', 'while storing');
        location.reload();
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await workbench.openBundle(bundleFile(grown(sampleBundle, 40_000)));
    await expect
      .poll(() => page.evaluate(() => sessionStorage.getItem('gone')).catch(() => null), { timeout: 20_000 })
      .toBe('while storing');
    await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible();
    await expect.poll(() => databases(page)).toEqual(['collate-registry']);
    await expect(page.getByRole('list', { name: 'Cases on this computer' })).toHaveCount(0);
    expect(complaints).toEqual([]);
  });

  test('is not the one that starts: an import goes on when another window opens', async ({
    workbench,
    page,
    complaints,
    sampleBundle,
  }) => {
    await workbench.introduce();
    await page.evaluate(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('button[aria-label^="Stop: Storing"]')) return;
        observer.disconnect();
        document.title = 'storing';
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await workbench.openBundle(bundleFile(grown(sampleBundle, 40_000)));
    await expect(page).toHaveTitle('storing', { timeout: 20_000 });
    await otherWindow(page, complaints, '/');
    await expect(page.getByRole('navigation', { name: 'Case' })).toBeVisible({ timeout: 20_000 });
    await workbench.indexCurrent();
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Tags, 40051' })).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test('while somebody types keeps what was typed', async ({ workbench, page, complaints }) => {
    await workbench.introduce();
    await workbench.openSample();
    const reader = await chooseExcerpt(workbench, NEED);
    const note = reader.details().getByLabel('Note');
    await note.fill('');
    await note.pressSequentially('Half a sent');
    await page.reload();
    await workbench.indexCurrent();
    await expect((await chooseExcerpt(workbench, NEED)).details().getByLabel('Note')).toHaveValue('Half a sent');

    // Out of sight is enough: a browser may end a page that nobody sees.
    await new Reader(page).details().getByLabel('Note').press('End');
    await new Reader(page).details().getByLabel('Note').pressSequentially(', and more');
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const other = await otherWindow(page, complaints);
    await other.indexCurrent();
    await expect((await chooseExcerpt(other, NEED)).details().getByLabel('Note')).toHaveValue('Half a sent, and more');
    expect(complaints).toEqual([]);
  });

  test('while a briefing is written keeps what was written', async ({ workbench, page, complaints }) => {
    await workbench.introduce();
    await workbench.openSample();
    await page.keyboard.press('Control+Alt+w');
    await page.getByRole('textbox', { name: 'Title' }).fill('Cut off');
    await page.getByRole('textbox', { name: 'Title' }).press('Enter');
    const text = page.getByRole('textbox', { name: 'Text of the briefing' });
    await text.locator('p').first().click();
    await page.keyboard.type('Words in a hurry');
    await page.reload();
    await expect(text).toContainText('Words in a hurry');
    expect(complaints).toEqual([]);
  });
});

test('the browser is asked to keep the data', async ({ workbench, page }) => {
  await page.addInitScript(() => {
    navigator.storage.persist = () => {
      document.title = 'asked';
      return Promise.resolve(false);
    };
  });
  await page.reload();
  await expect(page).toHaveTitle('asked');
  await workbench.introduce();
  await workbench.newCase('Kept or not');
  await expect(page.getByText('the browser may clear this data when the disk is full')).toBeVisible();
});
