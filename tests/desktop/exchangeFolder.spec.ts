/** Two analysts, two programs, one folder: concurrent edits meet there and both end with the same case. */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, openDesktop, test } from './fixture';
import { openWorkbench, type DesktopWorkbench } from './DesktopWorkbench';

const TEXT = 'Night watch\n\nThey came by night and crossed the river. Nobody saw them leave.';
const FIRST = 'They came by night';
const SECOND = 'Nobody saw them leave';

/** Chooses a folder in the Exchange view and waits until the first round is through. */
async function exchangeThrough(workbench: DesktopWorkbench, folder: string, button: RegExp): Promise<void> {
  const { page } = workbench;
  await workbench.go('Exchange');
  await workbench.choose(folder);
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByText(path.basename(folder), { exact: true })).toBeVisible();
  await expect(page.getByText(/, the whole case$/)).toBeVisible();
}

async function byItself({ page }: DesktopWorkbench, on: boolean): Promise<void> {
  const own = page.getByRole('switch', { name: /By itself/ });
  if ((await own.isChecked()) !== on) await page.getByText('Every 20 seconds').click();
  await (on ? expect(own).toBeChecked() : expect(own).not.toBeChecked());
}

/** One round, asked for; waits until it is through. */
async function exchangeNow(workbench: DesktopWorkbench): Promise<void> {
  await workbench.go('Exchange');
  const button = workbench.page.getByRole('button', { name: /Exchange now/ });
  await button.click();
  await expect(button).not.toHaveAccessibleName(/Working/);
  await expect(workbench.page.getByText('The folder could not be used')).toHaveCount(0);
}

async function note(workbench: DesktopWorkbench, words: string, text: string): Promise<void> {
  const { page, reader } = workbench;
  await workbench.go('Excerpts');
  await page.getByRole('grid', { name: 'Excerpts' }).getByRole('row').filter({ hasText: words }).click();
  await expect(reader.quote()).toContainText(words);
  await reader.note(text);
}

const bundlesOf = async (folder: string): Promise<string[]> => (await readdir(folder)).sort();

test('two programs on one folder end with the same case', async ({ launchDesktop }) => {
  test.setTimeout(300_000);
  const root = await mkdtemp(path.join(os.tmpdir(), 'collate-exchange-'));
  const shared = path.join(root, 'Shared work');
  for (const folder of ['Shared work', 'profile', 'only Ada', 'only Bo'])
    await mkdir(path.join(root, folder), { recursive: true });
  await writeFile(path.join(root, 'night.txt'), TEXT);
  const complaints: string[] = [];
  const here = await openWorkbench(await launchDesktop(), complaints);
  const second = await openDesktop(path.join(root, 'profile'));
  try {
    const there = await openWorkbench(second, complaints);

    await test.step('one begins a case and writes it into the folder', async () => {
      await here.introduce('Ada Here');
      await here.newCase('Night crossing');
      await here.import(path.join(root, 'night.txt'));
      await expect(here.reader.text()).toContainText(SECOND);
      await here.reader.excerpt(FIRST);
      await here.reader.excerpt(SECOND);
      await exchangeThrough(here, shared, /^Choose a folder/);
      await byItself(here, false);
      expect(await bundlesOf(shared)).toHaveLength(1);
    });

    await test.step('the other opens that bundle and chooses the same folder', async () => {
      await there.introduce('Bo There');
      const [bundle] = await bundlesOf(shared);
      await there.choose(path.join(shared, bundle!));
      await there.page.keyboard.press('Control+Shift+o');
      await expect(there.count('Excerpts', 2)).toBeVisible();
      await exchangeThrough(there, shared, /^Choose a folder/);
      await byItself(there, false);
      expect(await bundlesOf(shared)).toHaveLength(2);
      await exchangeNow(here);
    });

    await test.step('both change the same note, one adds a tag, one deletes', async () => {
      await note(here, FIRST, 'Ada: seen from the bridge.');
      await note(there, FIRST, 'Bo: seen from the mill.');
      await here.reader.tag('River', 'place');
      await there.go('Excerpts');
      await there.page.getByRole('grid', { name: 'Excerpts' }).getByRole('row').filter({ hasText: SECOND }).click();
      await expect(there.reader.quote()).toContainText(SECOND);
      await there.page.getByRole('grid', { name: 'Excerpts' }).focus();
      await there.page.keyboard.press('Delete');
      await expect(there.count('Excerpts', 1)).toBeVisible();
    });

    await test.step('after a few rounds in any order they have each other’s work', async () => {
      await exchangeNow(there);
      await exchangeNow(here);
      await expect(here.message(/^Taken in from Bo There: .*1 deleted.*1 set aside for review/)).toBeVisible();
      await exchangeNow(there);
      await exchangeNow(here);
      await exchangeNow(there);
      for (const one of [here, there]) {
        await expect(one.count('Excerpts', 1)).toBeVisible();
        await expect(one.count('Tags', 1)).toBeVisible();
        await one.go('Exchange');
        const aside = one.page.getByRole('listitem').filter({ hasText: 'Stands now' });
        await expect(aside).toHaveCount(1);
        await expect(aside).toContainText('Ada: seen from the bridge.');
        await expect(aside).toContainText('Bo: seen from the mill.');
      }
      const list = there.page.getByRole('list', { name: 'Taken in from the folder' });
      await expect(list.getByRole('listitem').first()).toContainText('Ada Here');
    });

    await test.step('a file that is no bundle is shown, and stands in nobody’s way', async () => {
      await writeFile(path.join(shared, 'half.collate'), 'PK and no more');
      await note(here, FIRST, 'Ada: settled.');
      await exchangeNow(here);
      await byItself(there, true);
      await there.page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await expect(there.message(/^Taken in from Ada Here: 1 changed/)).toBeVisible({ timeout: 60_000 });
      await there.go('Exchange');
      await expect(there.page.getByRole('list', { name: 'Files that could not be taken in' })).toContainText(
        'half.collate',
      );
      await byItself(there, false);
      await exchangeNow(here);
    });

    await test.step('the same bytes come from both', async () => {
      const written: Buffer[] = [];
      for (const [one, name] of [
        [here, 'only Ada'],
        [there, 'only Bo'],
      ] as const) {
        const folder = path.join(root, name);
        await exchangeThrough(one, folder, /^Choose another/);
        const files = await bundlesOf(folder);
        expect(files).toHaveLength(1);
        written.push(await readFile(path.join(folder, files[0]!)));
      }
      expect(written[0]!.equals(written[1]!)).toBe(true);
    });

    await test.step('one who stops leaves the folder as it is', async () => {
      const before = await bundlesOf(shared);
      await there.page.getByRole('button', { name: 'Stop using it' }).click();
      await expect(there.page.getByRole('button', { name: /^Choose a folder/ })).toBeVisible();
      expect(await bundlesOf(shared)).toEqual(before);
    });
    expect(complaints).toEqual([]);
  } finally {
    await second.close();
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('the folder is known again after a restart', async ({ launchDesktop }, info) => {
  test.setTimeout(120_000);
  const folder = info.outputPath('Kept folder');
  await mkdir(folder, { recursive: true });
  const complaints: string[] = [];
  let desktop = await launchDesktop();
  let workbench = await openWorkbench(desktop, complaints);
  await workbench.introduce('Ada Here');
  await workbench.newCase('Kept');
  await exchangeThrough(workbench, folder, /^Choose a folder/);
  await desktop.close();
  desktop = await launchDesktop();
  workbench = await openWorkbench(desktop, complaints);
  await exchangeNow(workbench);
  await expect(workbench.page.getByText('Kept folder', { exact: true })).toBeVisible();
  expect(await bundlesOf(folder)).toHaveLength(1);
  await rm(folder, { recursive: true });
  const button = workbench.page.getByRole('button', { name: /Exchange now/ });
  await button.click();
  await expect(workbench.page.getByText('The folder could not be used')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('what is written into the folder can be signed and encrypted, and a new key is asked about', async ({
  launchDesktop,
}) => {
  test.setTimeout(300_000);
  const root = await mkdtemp(path.join(os.tmpdir(), 'collate-exchange-'));
  const shared = path.join(root, 'Shared');
  for (const folder of ['Shared', 'profile']) await mkdir(path.join(root, folder), { recursive: true });
  await writeFile(path.join(root, 'night.txt'), TEXT);
  const complaints: string[] = [];
  const here = await openWorkbench(await launchDesktop(), complaints);
  const second = await openDesktop(path.join(root, 'profile'));
  const sign = async ({ page }: DesktopWorkbench): Promise<void> => {
    await page.getByText('What you write there, with your key').click();
    await expect(page.getByRole('switch', { name: /Signed by you/ })).toBeChecked();
  };
  const lock = async ({ page }: DesktopWorkbench, passphrase: string): Promise<void> => {
    await page.getByText('With a passphrase that all who exchange here know').click();
    const dialog = page.getByRole('dialog', { name: 'Passphrase of the folder' });
    await dialog.locator('input[type=password]').fill(passphrase);
    await dialog.getByRole('button', { name: 'Encrypt' }).click();
    await expect(page.getByRole('switch', { name: /Encrypted/ })).toBeChecked();
    await expect(page.getByRole('button', { name: /Exchange now/ })).not.toHaveAccessibleName(/Working/);
  };
  try {
    const there = await openWorkbench(second, complaints);
    await here.introduce('Ada Here');
    await here.newCase('Night crossing');
    await here.import(path.join(root, 'night.txt'));
    await here.reader.excerpt(FIRST);
    await exchangeThrough(here, shared, /^Choose a folder/);
    await byItself(here, false);
    const unsigned = await bundlesOf(shared);
    await sign(here);
    await there.introduce('Bo There');
    // The whole case, signed, takes the place of what was written before.
    await expect
      .poll(() => bundlesOf(shared).then((names) => names.filter((name) => unsigned.includes(name))))
      .toEqual([]);
    const [bundle] = await bundlesOf(shared);
    await there.choose(path.join(shared, bundle!));
    await there.page.keyboard.press('Control+Shift+o');
    await there.page.getByRole('button', { name: 'It is theirs: go on' }).click();
    await expect(there.count('Excerpts', 1)).toBeVisible();
    await exchangeThrough(there, shared, /^Choose a folder/);
    await byItself(there, false);
    await expect(there.page.getByText(/Signed by .*Ada Here.*key is known here/)).toBeVisible();
    await sign(there);

    await test.step('a key that is not known waits until it is accepted', async () => {
      await note(there, FIRST, 'Bo was here.');
      await exchangeNow(there);
      await exchangeNow(here);
      const waiting = here.page.getByRole('list', { name: 'Files that wait for you' });
      await expect(waiting).toContainText(/new key by somebody who gives the name .*Bo There/);
      await waiting.getByRole('button', { name: 'Who is it from?' }).first().click();
      await here.page.getByRole('button', { name: 'It is theirs: go on' }).click();
      await expect(waiting).toHaveCount(0);
      await expect(here.page.getByRole('list', { name: 'Taken in from the folder' })).toContainText(
        /Bo There.*key is known here/,
      );
      await expect(here.message(/^Taken in from Bo There: .*1 changed/)).toBeVisible();
    });

    await test.step('encrypted, the folder tells nothing, and the passphrase opens it for the other', async () => {
      await lock(here, 'seven geese over the grey pier');
      // The whole case, encrypted, takes the place of what was written before.
      await expect.poll(() => bundlesOf(shared)).toContainEqual(expect.stringMatching(/\.collate\.age$/));
      await exchangeNow(there);
      await expect(there.page.getByText(/The bundle is encrypted\. Set the passphrase/)).toBeVisible();
      await lock(there, 'seven geese over the grey pier');
      await expect(there.page.getByText(/The bundle is encrypted/)).toHaveCount(0);
      await exchangeNow(here);
      await expect
        .poll(() => bundlesOf(shared).then((names) => names.filter((name) => !name.endsWith('.collate.age'))))
        .toEqual([]);
      for (const name of await bundlesOf(shared))
        expect((await readFile(path.join(shared, name))).toString('latin1', 0, 40)).toMatch(
          /^age-encryption\.org\/v1\n-> scrypt /,
        );
      await note(here, FIRST, 'Ada again.');
      await exchangeNow(here);
      await exchangeNow(there);
      await expect(there.message(/^Taken in from Ada Here: 1 changed/)).toBeVisible();
    });
    expect(complaints).toEqual([]);
  } finally {
    await second.close();
    await rm(root, { recursive: true, force: true });
  }
});
