/** Recognition of characters in the desktop host: its program and data come from the package, by the program's own scheme. */
import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ENGLISH, errorRate, pictureOf, scanOf } from '../e2e/pagePictures';
import { expect, outFolder, test } from './fixture';
import { openWorkbench } from './DesktopWorkbench';

const FOLDER = path.join(outFolder, 'renderer/ocr');

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.gz': 'application/octet-stream',
};

test('every file of the recogniser is answered whole, as what it is, under the policy of the page', async ({
  launchDesktop,
}) => {
  const desktop = await launchDesktop();
  const page = await desktop.firstWindow();
  const names = await readdir(FOLDER);
  expect(names).toEqual(
    expect.arrayContaining(['worker.min.js', 'tesseract-core-simd-lstm.wasm', 'eng.traineddata.gz']),
  );
  for (const name of names) {
    const told = await page.evaluate(async (file) => {
      const response = await fetch(new URL(`./ocr/${file}`, document.baseURI));
      const { length } = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, length, headers: Object.fromEntries(response.headers) };
    }, name);
    expect.soft({ status: told.status, length: told.length, type: told.headers['content-type'] }, name).toEqual({
      status: 200,
      length: (await stat(path.join(FOLDER, name))).size,
      type: TYPES[path.extname(name)],
    });
    // Packed data is unpacked by the recogniser, not by the network.
    expect.soft(told.headers['content-encoding'], name).toBeUndefined();
    // A worker lives under the policy its own file comes with.
    expect
      .soft(told.headers['content-security-policy'], name)
      .toMatch(/script-src 'self' 'wasm-unsafe-eval';.*worker-src 'self'/);
  }
});

test('a scan is recognised and shown, and nothing leaves the program', async ({ launchDesktop, browser }, info) => {
  test.setTimeout(120_000);
  const complaints: string[] = [];
  const desktop = await launchDesktop();
  const workbench = await openWorkbench(desktop, complaints);
  const { page, reader } = workbench;
  const [file, folder] = [info.outputPath('depot.pdf'), info.outputPath('page')];
  await writeFile(file, await scanOf(browser, [await pictureOf(browser, ENGLISH, folder)], folder));
  await workbench.introduce('Jo Analyst');
  await workbench.newCase('Depot');
  await workbench.import(file);
  const question = page.getByRole('dialog', { name: 'Read the characters in pictures?' });
  await question.getByRole('button', { name: 'Read by OCR' }).click();
  await expect(reader.text()).toBeVisible({ timeout: 60_000 });
  const shown = (await reader.text().locator('[data-start]').allInnerTexts()).join(' ');
  expect(errorRate(shown, ENGLISH.join(' ')), shown).toBeLessThan(0.02);
  await page.getByRole('radiogroup', { name: 'What is shown' }).getByRole('radio', { name: 'Both' }).click();
  await expect(page.getByRole('group', { name: 'Page 1', exact: true }).locator('canvas[data-drawn]')).toBeVisible();
  expect(complaints).toEqual([]);
});
