// A folder of a thousand mixed files, imported by the built program while its window is watched.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inBenchPage } from './browser.mjs';
import { writeDocuments } from './documentFiles.mjs';
import { dropOn, openNewCase, watchFrames } from './driving.mjs';
import { ms, quantile } from './numbers.mjs';

const FILES = 1_000;
/** The folder's name on the browser's own disk. */
const PRIVATE = 'papers';
/** Milliseconds the window is watched on after the report stands: the rest of it is drawn, near copies are looked for. */
const AFTERWARDS = 2_000;

/** Puts the files on the browser's own disk, where a folder can be had without a picker that nobody can drive. */
async function copyToPrivateDisk(context, address, folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  await inBenchPage(context, address, async (page) => {
    for (const { parentPath, name } of files)
      await page.evaluate(
        async ([top, below, file, content]) => {
          const disk = await navigator.storage.getDirectory();
          const place = await disk.getDirectoryHandle(top, { create: true });
          const inner = await place.getDirectoryHandle(below, { create: true });
          const out = await (await inner.getFileHandle(file, { create: true })).createWritable();
          await out.write(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
          await out.close();
        },
        [PRIVATE, path.basename(parentPath), name, readFileSync(path.join(parentPath, name)).toString('base64')],
      );
  });
}

/** The ways the program takes a folder in a browser. */
const WAYS = {
  async chosen(page) {
    await page.evaluate((name) => {
      window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(name);
    }, PRIVATE);
    await page.getByRole('button', { name: 'Import a folder…' }).click();
  },
  dropped: (page, folder) => dropOn(page, [folder]),
};

export async function measureDocuments({ openBrowser, address, report }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'collate-papers-'));
  const context = await openBrowser();
  try {
    const counts = writeDocuments(folder, FILES);
    await copyToPrivateDisk(context, address, folder);
    for (const [way, bring] of Object.entries(WAYS)) {
      const page = await openNewCase(context, address, `A thousand papers, ${way}`);
      const gapsUntilNow = await watchFrames(page);
      const start = Date.now();
      await bring(page, folder);
      const outcome = page.getByRole('dialog', { name: /came in/ });
      await outcome.waitFor({ timeout: 600_000 });
      const time = Date.now() - start;
      await page.waitForTimeout(AFTERWARDS);
      const gaps = await gapsUntilNow();
      const said = await outcome.getByRole('heading').first().innerText();
      report({
        what: `Longest frame of the window while ${FILES.toLocaleString('en')} mixed files come in, from a ${way} folder`,
        goal: 50,
        unit: 'ms',
        value: Math.max(...gaps),
        detail: `${ms(time)} for all; p99 ${ms(quantile(gaps, 0.99))} of ${gaps.length} frames; ${Object.entries(counts)
          .map(([kind, count]) => `${count} ${kind}`)
          .join(', ')}; “${said}”`,
      });
      await page.close();
    }
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
