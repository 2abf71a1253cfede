// The exchange folder in a plain browser: its folders are the browser's own private ones here, since no picker can be
// driven. The two programs on one real folder are in tests/desktop.
import { expect, test } from './fixture';

test.describe('the exchange folder in a browser', () => {
  test('is chosen, written, read back after a reload, and given up', async ({ workbench, page, complaints }) => {
    await page.addInitScript(() => {
      const world = window as unknown as { showDirectoryPicker: () => Promise<FileSystemDirectoryHandle> };
      world.showDirectoryPicker = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Team', { create: true });
    });
    await page.reload();
    await workbench.introduce('Ada Here');
    await workbench.newCase('In a folder');
    await workbench.go('Exchange');
    await page.getByRole('button', { name: /^Choose a folder/ }).click();
    await expect(page.getByText('Team', { exact: true })).toBeVisible();
    await expect(page.getByText(/, the whole case$/)).toBeVisible();
    const files = () =>
      page.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Team');
        const found: { name: string; head: string }[] = [];
        for await (const entry of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values())
          found.push({ name: entry.name, head: (await (await entry.getFile()).text()).slice(0, 2) });
        return found;
      });
    expect(await files()).toEqual([
      { name: expect.stringMatching(/^case-[0-9a-f-]{36}\.[0-9a-z]{10}-000001-[0-9a-f]{8}\.collate$/), head: 'PK' },
    ]);

    // A file that is no bundle is shown with its sentence.
    await page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Team');
      const file = await (await folder.getFileHandle('half.collate', { create: true })).createWritable();
      await file.write('PK and no more');
      await file.close();
    });
    await page.reload();
    await page.getByRole('button', { name: /Exchange now/ }).click();
    const broken = page.getByRole('list', { name: 'Files that could not be taken in' });
    await expect(broken).toContainText('half.collate');
    await expect(broken).toContainText('Nothing was imported');
    await expect(page.getByText('The folder could not be used')).toHaveCount(0);

    await page.getByRole('button', { name: 'Stop using it' }).click();
    await expect(page.getByRole('button', { name: /^Choose a folder/ })).toBeVisible();
    expect(await files()).toHaveLength(2);
    expect(complaints).toEqual([]);
  });

  test('is not offered where the browser gives no folders', async ({ workbench, page, complaints }) => {
    await page.addInitScript(() => void Reflect.deleteProperty(window, 'showDirectoryPicker'));
    await page.reload();
    await workbench.introduce('Ada Here');
    await workbench.newCase('By hand');
    await workbench.go('Exchange');
    await expect(page.getByText(/This browser gives programs no folders/)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Choose a folder/ })).toHaveCount(0);
    expect(complaints).toEqual([]);
  });
});
