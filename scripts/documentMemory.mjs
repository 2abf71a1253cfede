// `npm run bench -- --only document-memory`: how much memory the built program takes while folders of PDFs come in.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { writeLargePdf, writePdfs } from '../tests/bench/documentPdfs.mjs';
import { startServer } from './browser-server.mjs';
import { findBrowser } from './find-browser.mjs';
import { out } from './paths.mjs';
import { MIB, peaksOf, shown, watchPeaks } from './processMemory.mjs';

/** Folders of these sizes, in MiB: what is bounded does not grow with them. */
const SIZES = [75, 300, 600];
/** And one file alone, which is read whole. */
const ALONE = 200;

/** A new profile, a new case, the folder chosen; says what each process had at most, before and after. */
async function importing(address, folder, files, size) {
  const profile = mkdtempSync(path.join(tmpdir(), 'collate-memory-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser({ install: true }),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    chromiumSandbox: false,
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
    await page.goto(address);
    await page.getByLabel('Your name').fill('Jo Analyst');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: /Start a new case/ }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Archive');
    await page.getByRole('button', { name: 'Start the case' }).click();
    await page.getByRole('link', { name: /^Documents/ }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a folder…' }).click();
    const chosen = await chooser;
    const before = peaksOf(profile);
    const peaks = watchPeaks(profile);
    const began = Date.now();
    await chosen.setFiles(folder);
    // One document is opened at once, of several there is a report.
    const done =
      files === 1
        ? page.getByLabel(/^Text of /)
        : page.getByText(new RegExp(`^${files.toLocaleString('en')} documents came in`));
    await done.first().waitFor({ timeout: 1_800_000 });
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    console.log(`${files} PDF${files === 1 ? '' : 's'}, ${shown(size)}: ${seconds} s`);
    for (const [name, peak] of peaks())
      console.log(`${`  ${name}`.padEnd(44)} ${shown(peak).padStart(9)}   before ${shown(before.get(name) ?? 0)}`);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Folders of several sizes, each of PDFs with bytes and words of their own, into a new case each. */
export async function measureDocumentMemory() {
  const built = path.join(out, 'renderer');
  if (!existsSync(built)) throw new Error('There is no built program: run npm run build first.');
  const server = await startServer({ folder: built, port: 0 });
  const address = `http://127.0.0.1:${server.address().port}/`;
  try {
    for (const size of [...SIZES, ALONE]) {
      const folder = mkdtempSync(path.join(tmpdir(), 'collate-pdfs-'));
      try {
        const write = size === ALONE ? writeLargePdf : writePdfs;
        await importing(address, folder, write(folder, size * MIB), size * MIB);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
