/** The exported HTML printed by Chromium: what the desktop's PDF is made of. */
import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { briefingModel } from '../../shared/briefing/model';
import { renderHtml } from '../../shared/briefing/renderHtml';
import { pdfLines } from '../pdf';
import { noteContent } from '../unit/briefing/note';

test('every printed page has the marking at its head and foot, and the references stand at the end', async ({
  page,
  context,
}, info) => {
  const asked: string[] = [];
  await context.route(/^https?:/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  const { content, lookup } = noteContent();
  const file = info.outputPath('note.html');
  writeFileSync(file, renderHtml(briefingModel(content, lookup, 'en-GB')));
  await page.goto(`file://${file}`);
  const pdf = info.outputPath('note.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true, tagged: true });

  const pages = await pdfLines(pdf);
  expect(pages.length).toBeGreaterThanOrEqual(2);
  for (const [i, lines] of pages.entries()) {
    // A long title takes two lines beside the marking.
    expect(lines.slice(0, 3)).toContainEqual(expect.stringMatching(/TLP:AMBER\+STRICT$/));
    expect(lines.at(-1)).toMatch(new RegExp(`^Page ${i + 1} of ${pages.length} .*TLP:AMBER\\+STRICT$`));
  }
  const whole = pages.flat().join('\n');
  const references = whole.slice(whole.lastIndexOf('References'));
  for (let number = 1; number <= 6; number += 1) expect(references).toMatch(new RegExp(`^ *${number}\\. `, 'm'));
  expect(asked).toEqual([]);
});

test('the exported page reads well narrow and wide, and says its marking on the screen', async ({ page }, info) => {
  const { content, lookup } = noteContent();
  const file = info.outputPath('note.html');
  writeFileSync(file, renderHtml(briefingModel(content, lookup, 'en-GB')));
  await page.goto(`file://${file}`);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await expect(page.locator('.edge').first()).toHaveText('TLP:AMBER+STRICT');
  await page.screenshot({ path: info.outputPath('note.png'), fullPage: true });
});
