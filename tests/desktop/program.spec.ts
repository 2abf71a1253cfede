/** The whole program in the desktop host: it starts, under the policy, and speaks to its host. */
import { expect, test } from './fixture';

test('the program starts without a word of complaint', async ({ launchDesktop }) => {
  const desktop = await launchDesktop();
  const page = await desktop.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.reload();
  await expect(page.locator('#root')).not.toBeEmpty();
  await expect(page.getByRole('heading').first()).toBeVisible();
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => navigator.storage.persisted())).toBeDefined();
});
