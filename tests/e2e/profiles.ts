/** More than one of everything: a second profile, a second window of one profile, and what a profile has stored. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test as base } from './fixture';
import { Reader } from './pages/Reader';
import { Workbench } from './pages/Workbench';

export { expect };

/** As in the fixture: notes what the console says, and takes the file pickers away, which cannot be driven. */
async function windowOf(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    for (const picker of ['showOpenFilePicker', 'showSaveFilePicker']) Reflect.deleteProperty(window, picker);
  });
  return page;
}

export const bundleFile = (buffer: Buffer, name = 'case.collate') => ({ name, mimeType: 'application/zip', buffer });

/** Gives the profile so many bytes for its databases, or as many as there are. */
export async function setQuota(page: Page, baseURL: string, bytes: number | null): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(baseURL);
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(bytes === null ? {} : { quotaSize: bytes }) });
}

/**
 * A second profile on the same server, its analyst already named.
 * @param quota bytes for its databases; to be known before the first is opened, because the browser remembers it
 */
export async function otherProfile(
  browser: Browser,
  baseURL: string,
  name: string,
  complaints: string[],
  quota?: number,
): Promise<Workbench> {
  const context = await browser.newContext({ baseURL });
  const page = await windowOf(context, complaints);
  if (quota !== undefined) await setQuota(page, baseURL, quota);
  await page.goto('/');
  const workbench = new Workbench(page);
  await workbench.introduce(name);
  return workbench;
}

/** A second window of the same profile, at the same place. */
export async function otherWindow(page: Page, complaints: string[], address = page.url()): Promise<Workbench> {
  const other = await windowOf(page.context(), complaints);
  await other.goto(address);
  return new Workbench(other);
}

/** Names of the databases of the page's profile, in order. */
export const databases = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name!).sort());

/** The excerpt of these words, chosen in the list of all. */
export async function chooseExcerpt(workbench: Workbench, words: string): Promise<Reader> {
  const { page } = workbench;
  await workbench.go('Excerpts');
  await page.getByLabel('Filter by text').fill(`"${words}"`);
  const grid = page.getByRole('grid', { name: 'Excerpts' });
  await expect(grid.getByRole('row').filter({ hasText: words })).toHaveCount(1);
  await grid.getByRole('row').filter({ hasText: words }).click();
  const reader = new Reader(page);
  await expect(reader.quote()).toContainText(words);
  return reader;
}

/** The sample case as a bundle, exported once for all tests of a worker. */
export const test = base.extend<object, { sampleBundle: Buffer }>({
  sampleBundle: [
    async ({ browser, address }, use) => {
      const workbench = await otherProfile(browser, address, 'Sam Sender', []);
      await workbench.openSample();
      const { bytes } = await workbench.exportBundle();
      await workbench.page.context().close();
      await use(bytes);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
