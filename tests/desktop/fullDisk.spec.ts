/** A full disk under the second copy: said at the foot, nothing lost, and made good when there is room again. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Desktop } from './fixture';
import { loseDatabases, openWorkbench } from './DesktopWorkbench';
import { scenarioDocument } from '../e2e/realDocument';

/** Says what the main process finds free from now on; null is the truth. */
const freeBytes = (desktop: Desktop, bytes: number | null): Promise<void> =>
  desktop.evaluate((_electron, left) => {
    const fs = process.getBuiltinModule('node:fs/promises');
    const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
    const kept = globalThis as unknown as { statfs?: typeof fs.statfs };
    kept.statfs ??= fs.statfs;
    const lying = async () => ({ bavail: left, bsize: 1 });
    Object.assign(fs, { statfs: left === null ? kept.statfs : lying });
    syncBuiltinESMExports();
  }, bytes);

test('told, kept, and made good', async ({ launchDesktop, userData }) => {
  test.setTimeout(180_000);
  const complaints: string[] = [];
  let desktop = await launchDesktop();
  let workbench = await openWorkbench(desktop, complaints);
  await workbench.introduce('Jo Analyst');
  await workbench.newCase('Tight');
  await workbench.import(scenarioDocument.path);
  await workbench.reader.excerpt(scenarioDocument.first);
  const log = path.join(userData, 'second-copy', await workbench.caseId(), 'log.jsonl');

  await freeBytes(desktop, 1_000_000);
  await workbench.reader.excerpt(scenarioDocument.second);
  await expect(workbench.status()).toContainText('the disk is full: the second copy was not written');
  const before = await readFile(log, 'utf8');
  await expect(workbench.count('Excerpts', 2)).toBeVisible();

  // What was held back is written first: the log has no gap.
  await freeBytes(desktop, null);
  await workbench.reader.excerpt(scenarioDocument.third);
  await expect(workbench.status()).toContainText('last backup');
  const after = await readFile(log, 'utf8');
  expect(after.startsWith(before)).toBe(true);
  expect(after.slice(before.length).trim().split('\n')).toHaveLength(2);

  // Quitting with a full disk keeps the steps in the database; the next start puts them into a backup.
  await freeBytes(desktop, 1_000_000);
  await workbench.reader.note('Not in the second copy yet.');
  await expect(workbench.status()).toContainText('the disk is full');
  await desktop.close();
  desktop = await launchDesktop();
  workbench = await openWorkbench(desktop, complaints);
  await expect(workbench.status()).toContainText('last backup');
  await desktop.close();

  await loseDatabases(userData);
  desktop = await launchDesktop();
  workbench = await openWorkbench(desktop, complaints);
  await expect(workbench.count('Excerpts', 3)).toBeVisible();
  await workbench.go('Excerpts');
  const third = workbench.page.getByRole('grid', { name: 'Excerpts' }).getByText(scenarioDocument.third.slice(0, 20));
  await third.first().click();
  await expect(workbench.reader.details().getByLabel('Note')).toHaveValue('Not in the second copy yet.');
  expect(complaints).toEqual([]);
});

test('a text and a bundle that do not fit are refused before anything is written', async ({ launchDesktop }, info) => {
  const complaints: string[] = [];
  const desktop = await launchDesktop();
  const workbench = await openWorkbench(desktop, complaints);
  await workbench.introduce('Jo Analyst');
  await workbench.newCase('Tight');
  const bundle = info.outputPath('tight.collate');
  await workbench.saveTo(bundle);
  await workbench.menu('bundle.export');
  await expect(workbench.message(/written to tight/)).toBeVisible();

  await freeBytes(desktop, 10_000);
  await workbench.import(scenarioDocument.path);
  await expect(workbench.message(/The disk is too full/).first()).toBeVisible();
  await expect(workbench.count('Documents', 0)).toBeVisible();
  const messages = workbench.page.getByRole('region', { name: 'Messages' });
  await messages.getByRole('button', { name: 'Dismiss' }).last().click();
  await expect(workbench.message(/The disk is too full/)).toHaveCount(0);
  await freeBytes(desktop, 100);
  await workbench.choose(bundle);
  await workbench.menu('bundle.import');
  await expect(workbench.message(/The disk is too full/)).toBeVisible();
  await expect(workbench.page.getByRole('dialog')).toBeHidden();
  expect(complaints).toEqual([]);
});
