// A folder of a thousand mixed files, imported by the built program while its window is watched.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeDocuments } from './documentFiles.mjs';
import { ms, quantile } from './numbers.mjs';

const FILES = 1_000;

export async function measureDocuments({ openBrowser, address, report }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'collate-papers-'));
  const context = await openBrowser();
  try {
    const counts = writeDocuments(folder, FILES);
    const page = await context.newPage();
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'showDirectoryPicker');
    });
    await page.goto(address);
    await page
      .getByLabel('Your name')
      .or(page.getByRole('button', { name: /Start a new case/ }))
      .first()
      .waitFor();
    if (await page.getByLabel('Your name').isVisible()) {
      await page.getByLabel('Your name').fill('Jo Analyst');
      await page.getByRole('button', { name: 'Go on' }).click();
    }
    await page.getByRole('button', { name: /Start a new case/ }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('A thousand papers');
    await page.getByRole('button', { name: 'Start the case' }).click();
    await page.getByRole('link', { name: /^Documents/ }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a folder…' }).click();
    const chosen = await chooser;
    await page.evaluate(() => {
      window.gaps = [];
      let last = 0;
      const step = (now) => {
        if (last > 0) window.gaps.push(now - last);
        last = now;
        window.watching = requestAnimationFrame(step);
      };
      window.watching = requestAnimationFrame(step);
    });
    const start = Date.now();
    await chosen.setFiles(folder);
    const report_ = page.getByRole('dialog', { name: /came in/ });
    await report_.waitFor({ timeout: 600_000 });
    const time = Date.now() - start;
    const gaps = await page.evaluate(() => {
      cancelAnimationFrame(window.watching);
      return window.gaps;
    });
    const said = await report_.getByRole('heading').first().innerText();
    report({
      what: `Longest frame of the window while ${FILES.toLocaleString('en')} mixed files come in`,
      goal: 50,
      unit: 'ms',
      value: Math.max(...gaps),
      detail: `${ms(time)} for all; p99 ${ms(quantile(gaps, 0.99))} of ${gaps.length} frames; ${Object.entries(counts)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(', ')}; “${said}”`,
    });
    await page.close();
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
