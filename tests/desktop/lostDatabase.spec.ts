/** Chromium threw the databases away, or broke them: what was confirmed comes back, and the analyst is told. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Desktop } from './fixture';
import { databaseFolders, loseDatabases, openWorkbench, type DesktopWorkbench } from './DesktopWorkbench';
import { scenarioDocument } from '../e2e/realDocument';

const { first, second, third, title } = scenarioDocument;
const NOTICE = 'The database of this program was lost, and rebuilt';

/** A name, a case, a document, two excerpts with note and tag, a briefing. */
async function work(workbench: DesktopWorkbench): Promise<void> {
  const { page, reader, briefing } = workbench;
  await workbench.introduce('Jo Analyst');
  await workbench.newCase('Kept twice');
  await workbench.import(scenarioDocument.path);
  await expect(page.getByRole('heading', { name: title }).first()).toBeVisible();
  await reader.excerpt(first);
  await reader.note('The first public figure.');
  await reader.tag('Troop numbers', 'topic');
  await briefing.start('Figures');
  await briefing.text.locator('p').first().click();
  await page.keyboard.type('Written before the loss.');
  await workbench.openDocument(title);
  await reader.excerpt(second);
  await expect(workbench.count('Excerpts', 2)).toBeVisible();
}

/** Everything `work` made, and its last step can be taken back. */
async function expectEverything(self: DesktopWorkbench): Promise<void> {
  const { page, reader, briefing } = self;
  await self.indexCurrent();
  for (const [place, count] of [
    ['Documents', 1],
    ['Excerpts', 2],
    ['Tags', 1],
    ['Briefings', 1],
  ] as const)
    await expect(self.count(place, count)).toBeVisible();
  await self.openDocument(title);
  await expect(reader.text()).toContainText(third);
  await self.go('Briefings');
  await page.getByRole('row').filter({ hasText: 'Figures' }).dblclick();
  await expect(briefing.text).toContainText('Written before the loss.');
  await self.go('Excerpts');
  await page.getByRole('grid', { name: 'Excerpts' }).getByText(first.slice(0, 25)).first().click();
  await expect(reader.details().getByLabel('Note')).toHaveValue('The first public figure.');
  await expect(reader.details().getByText('Troop numbers').first()).toBeVisible();
  await page.getByRole('heading', { name: /^Excerpts/ }).click();
  await self.menu('edit.undo');
  await expect(self.count('Excerpts', 1)).toBeVisible();
}

/** Empties every object store of every database, as the page that is open sees them. */
const emptyDatabases = (desktop: Desktop): Promise<void> =>
  desktop.windows()[0]!.evaluate(async () => {
    const done = (request: IDBRequest | IDBTransaction): Promise<void> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve());
        request.addEventListener('complete', () => resolve());
        request.addEventListener('error', () => reject(new Error('not emptied')));
      });
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const opening = indexedDB.open(name);
      await done(opening);
      const names = [...opening.result.objectStoreNames];
      const transaction = opening.result.transaction(names, 'readwrite');
      for (const store of names) transaction.objectStore(store).clear();
      await done(transaction);
      opening.result.close();
    }
  });

test('gone from the disk: everything comes back, with its steps', async ({ launchDesktop, userData }) => {
  test.setTimeout(180_000);
  const complaints: string[] = [];
  let desktop = await launchDesktop();
  await work(await openWorkbench(desktop, complaints));
  await desktop.close();
  await loseDatabases(userData);

  desktop = await launchDesktop();
  const page = await desktop.firstWindow();
  await expect(page.getByText(NOTICE)).toBeVisible();
  await expect(
    page.getByText(/Put back: “Kept twice” from the backup of .*, with the \d+ steps made after it/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).first().click();
  await expect(page.getByText(NOTICE)).toBeHidden();
  const workbench = await openWorkbench(desktop, complaints);
  await expect(page.getByText(NOTICE)).toBeHidden();
  await expectEverything(workbench);
  expect(complaints).toEqual([]);
});

test('emptied: noticed at the next start', async ({ launchDesktop }) => {
  test.setTimeout(180_000);
  const complaints: string[] = [];
  let desktop = await launchDesktop();
  await work(await openWorkbench(desktop, complaints));
  await emptyDatabases(desktop);
  await desktop.close();

  desktop = await launchDesktop();
  await expect((await desktop.firstWindow()).getByText(NOTICE)).toBeVisible();
  const workbench = await openWorkbench(desktop, complaints);
  await expectEverything(workbench);
  expect(complaints).toEqual([]);
});

test('broken files: noticed at the next start', async ({ launchDesktop, userData }) => {
  test.setTimeout(180_000);
  const complaints: string[] = [];
  let desktop = await launchDesktop();
  await work(await openWorkbench(desktop, complaints));
  await desktop.close();
  const [folder] = await databaseFolders(userData);
  for (const entry of await readdir(folder!, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && /^(MANIFEST|CURRENT)/.test(entry.name))
      await writeFile(path.join(entry.parentPath, entry.name), 'broken');
  }

  desktop = await launchDesktop();
  await expect((await desktop.firstWindow()).getByText(NOTICE)).toBeVisible();
  const workbench = await openWorkbench(desktop, complaints);
  await expectEverything(workbench);
  expect(complaints).toEqual([]);
});

test('gone, and the newest backup is damaged: an older one and the log give everything back', async ({
  launchDesktop,
  userData,
}, info) => {
  test.setTimeout(180_000);
  const complaints: string[] = [];
  let desktop = await launchDesktop();
  let workbench = await openWorkbench(desktop, complaints);
  await work(workbench);
  const caseId = await workbench.caseId();
  // A second backup, of the case as it is now.
  const file = info.outputPath('now.collate');
  await workbench.saveTo(file);
  await workbench.menu('bundle.export');
  await expect(workbench.message('The case was written to now.collate.')).toBeVisible();
  const seq = await workbench.page.evaluate(
    async ({ caseId, base64 }) => {
      const { copy } = window.collateDesktop!;
      const listed = await copy.list({});
      const lastSeq = listed.ok ? listed.value[0]!.lastSeq : 0;
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      await copy.putBackup({ caseId, name: 'Kept twice', seq: lastSeq, bytes });
      return lastSeq;
    },
    { caseId, base64: (await readFile(file)).toString('base64') },
  );
  await desktop.close();
  const backups = path.join(userData, 'second-copy', caseId, 'backups');
  const newest = (await readdir(backups)).find((name) => name.startsWith(`${seq}-`) && name.endsWith('.collate'))!;
  const bytes = await readFile(path.join(backups, newest));
  bytes[bytes.length >> 1]! ^= 0xff;
  await writeFile(path.join(backups, newest), bytes);
  await loseDatabases(userData);

  desktop = await launchDesktop();
  await expect((await desktop.firstWindow()).getByText(NOTICE)).toBeVisible();
  workbench = await openWorkbench(desktop, complaints);
  await expectEverything(workbench);
  expect(complaints).toEqual([]);
});

test('gone, and no backup can be read: the analyst is told which case, and the rest comes up', async ({
  launchDesktop,
  userData,
}) => {
  let desktop = await launchDesktop();
  const complaints: string[] = [];
  const workbench = await openWorkbench(desktop, complaints);
  await workbench.introduce('Jo Analyst');
  await workbench.newCase('Lost for good');
  await workbench.import(scenarioDocument.path);
  await expect(workbench.page.getByRole('heading', { name: title }).first()).toBeVisible();
  const caseId = await workbench.caseId();
  await desktop.close();
  const backups = path.join(userData, 'second-copy', caseId, 'backups');
  for (const name of await readdir(backups)) await writeFile(path.join(backups, name), 'broken');
  await loseDatabases(userData);

  desktop = await launchDesktop();
  const page = await desktop.firstWindow();
  await expect(page.getByText(/Not put back: “Lost for good”/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Welcome, Jo Analyst' })).toBeVisible();
  expect(complaints).toEqual([]);
});
