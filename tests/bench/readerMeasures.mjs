// Opening a long text in the built program, against a short one in the same run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { paragraphsFrom, seeded } from './documentFiles.mjs';
import { dropOn, openNewCase, watchFrames } from './driving.mjs';
import { median, ms } from './numbers.mjs';
import { watchWords } from './probes.mjs';

const SIZES = { short: 5_000, long: 5_000_000 };
/** Milliseconds the window is watched after the first words stand: what belongs to the text comes after them. */
const AFTERWARDS = 2_000;

/** Paragraphs of words of so many characters. */
function textOf(title, length) {
  const random = seeded(length);
  const paragraphs = [title];
  for (let written = 0; written < length;) {
    const some = paragraphsFrom(random);
    paragraphs.push(...some);
    written += some.join('\n\n').length;
  }
  return paragraphs.join('\n\n').slice(0, length);
}

export async function measureReader({ openBrowser, address, report, repetitions }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'collate-texts-'));
  const context = await openBrowser();
  try {
    const titles = Object.keys(SIZES).map((name) => `A ${name} text`);
    const files = Object.values(SIZES).map((length, i) => {
      const file = path.join(folder, `${titles[i]}.txt`);
      writeFileSync(file, textOf(titles[i], length));
      return file;
    });
    const page = await openNewCase(context, address, 'A long text');
    await dropOn(page, files);
    const rowOf = (title) => page.getByRole('grid', { name: 'Documents' }).getByRole('row').filter({ hasText: title });
    for (const title of titles) await rowOf(title).waitFor({ timeout: 60_000 });
    const times = Object.fromEntries(titles.map((title) => [title, []]));
    const longest = Object.fromEntries(titles.map((title) => [title, []]));
    for (let i = 0; i < repetitions; i += 1)
      for (let at = 0; at < titles.length; at += 1) {
        const title = titles[(at + i) % titles.length];
        // A new start of the window, which has read none of the texts.
        await page.reload();
        await rowOf(title).waitFor();
        await page.waitForTimeout(1_000);
        await page.evaluate(watchWords);
        const gapsUntilNow = await watchFrames(page);
        await rowOf(title).dblclick();
        await page.waitForFunction(() => window.firstWords > 0, null, { timeout: 60_000 });
        await page.waitForTimeout(AFTERWARDS);
        times[title].push(await page.evaluate(() => window.firstWords));
        longest[title].push(Math.max(...(await gapsUntilNow())));
        await page.getByRole('link', { name: /^Documents/ }).click();
      }
    const [short, long] = titles;
    report({
      what: 'Opening a text of 5 MB, from the click to its first words, of one of 5 kB',
      value: median(times[long]) / median(times[short]),
      detail: `${ms(median(times[long]))} against ${ms(median(times[short]))}`,
    });
    report({
      what: 'Longest frame of the window while a text of 5 MB is opened',
      unit: 'ms',
      value: median(longest[long]),
      detail: `median of ${repetitions}; ${ms(median(longest[short]))} while one of 5 kB is`,
    });
    await page.close();
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
