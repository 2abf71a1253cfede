// The strip beside the scroll bar: marks of excerpts and of words found where they lie in the whole text, and the way there.
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixture';
import { Reader } from './pages/Reader';

const LINE = 'The convoy went on by the same road as on the day before, and was counted again at the bridge.';
const WANTED = 'Nine trucks turned north at the mill.';
const FOUND = 'zeppelin';

/** As many paragraphs, with the wanted words after half of them and a rare one near the end. */
function textOf(paragraphs: number, line = LINE): string {
  const lines = Array.from({ length: paragraphs }, (_, i) => `${line} ${i}`);
  lines[Math.floor(paragraphs / 2)] = WANTED;
  lines[Math.floor(paragraphs * 0.9)] = `Somebody saw a ${FOUND}.`;
  return `Roads\n\n${lines.join('\n\n')}\n`;
}

const stripOf = (page: Page): Locator => page.getByRole('img', { name: /^Map of the text/ });

/** Where in the strip words stand that are in the page: by their share of what is scrolled. */
async function placeOf(page: Page, words: string): Promise<number> {
  return page.getByLabel(/^Text of /).evaluate((root, wanted) => {
    const piece = [...root.querySelectorAll('[data-start]')].find((one) => one.textContent.includes(wanted))!;
    let scroller = root.parentElement!;
    while (getComputedStyle(scroller).overflowY !== 'auto') scroller = scroller.parentElement!;
    const top = piece.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    return (top / scroller.scrollHeight) * scroller.clientHeight + 2;
  }, words);
}

/** How many pixels of the strip's drawing are painted around a height. */
const paintedAt = (strip: Locator, y: number): Promise<number> =>
  strip.locator('canvas').evaluate((canvas: HTMLCanvasElement, at) => {
    const ratio = canvas.height / canvas.clientHeight;
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true })!;
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, Math.max(0, (at - 4) * ratio), canvas.width, 8 * ratio);
    return data.filter((value, i) => i % 4 === 3 && value > 0).length;
  }, y);

test('excerpts and words found are marked in the strip, named on hover and reached with a press', async ({
  workbench,
  page,
  complaints,
}) => {
  const reader = new Reader(page);
  await workbench.introduce();
  await workbench.newCase('Roads');
  await workbench.importFiles({ name: 'roads.txt', mimeType: 'text/plain', buffer: Buffer.from(textOf(300)) });
  await expect(reader.text()).toBeFocused();
  const strip = stripOf(page);
  await expect(strip).toHaveAccessibleName('Map of the text: no excerpts');

  await reader.excerpt(WANTED);
  await reader.tag('Convoys', 'Event');
  await expect(strip).toHaveAccessibleName('Map of the text: 1 excerpt');
  const words = reader.text().getByText(WANTED);
  const excerptAt = await placeOf(page, WANTED);

  await test.step('the mark is painted in light, dark and forced colours, and nothing far from it', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => paintedAt(strip, excerptAt)).toBeGreaterThan(0);
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await expect.poll(() => paintedAt(strip, excerptAt)).toBeGreaterThan(0);
    await page.emulateMedia({ forcedColors: 'none' });
    expect(await paintedAt(strip, excerptAt + 80)).toBe(0);
  });

  await test.step('it takes no focus', async () => {
    expect(
      await strip.evaluate(
        (one) => [one, ...one.querySelectorAll('*')].filter((x) => x.matches('[tabindex], a, button, input')).length,
      ),
    ).toBe(0);
  });

  await test.step('the pointer is told how the excerpt begins and its tag', async () => {
    await strip.hover({ position: { x: 8, y: excerptAt } });
    await expect(strip).toContainText(`“${WANTED}”`);
    await expect(strip).toContainText('Convoys');
    await strip.hover({ position: { x: 8, y: excerptAt + 80 } });
    await expect(strip).not.toContainText('Convoys');
  });

  await test.step('a press where nothing is goes there, and a drag scrolls on', async () => {
    await strip.click({ position: { x: 8, y: 4 } });
    await expect(words).not.toBeInViewport();
    const box = (await strip.boundingBox())!;
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 8, box.y + excerptAt, { steps: 4 });
    await page.mouse.up();
    await expect(words).toBeInViewport();
    await strip.click({ position: { x: 8, y: 4 } });
    await expect(words).not.toBeInViewport();
  });

  await test.step('a press on the mark shows the excerpt, also when it is selected already', async () => {
    await strip.click({ position: { x: 8, y: excerptAt } });
    await expect(words).toBeInViewport();
    await expect(reader.quote()).toHaveText(WANTED);
  });

  await test.step('words found are marked in a column of their own, and pressed', async () => {
    await page.keyboard.press('Control+f');
    await page.getByRole('search', { name: 'Find in this document' }).getByRole('searchbox').fill(FOUND);
    await expect(strip).toHaveAccessibleName('Map of the text: 1 excerpt, 1 place with the words found');
    const found = reader.text().getByText(FOUND);
    await expect(found).toBeInViewport();
    const foundAt = await placeOf(page, FOUND);
    await expect.poll(() => paintedAt(strip, foundAt)).toBeGreaterThan(0);
    await strip.click({ position: { x: 8, y: 4 } });
    await expect(found).not.toBeInViewport();
    await strip.click({ position: { x: 16, y: foundAt } });
    await expect(found).toBeInViewport();
  });

  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('of a long text only a part is in the page, and the strip knows it all; one that reads from the right too', async ({
  workbench,
  page,
  complaints,
}) => {
  const reader = new Reader(page);
  await workbench.introduce();
  await workbench.newCase('Long');
  const line = 'عادت القافلة عبر الطريق نفسه الذي سلكته في اليوم السابق، وأُحصيت مرة أخرى عند الجسر.';
  const text = textOf(6_000, line);
  await workbench.importFiles({ name: 'roads.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(reader.text()).toBeFocused();
  const strip = stripOf(page);
  const height = (await strip.boundingBox())!.height;

  await page.keyboard.press('Control+f');
  await page.getByRole('search', { name: 'Find in this document' }).getByRole('searchbox').fill(WANTED);
  await expect(reader.text().getByText(WANTED)).toBeInViewport();
  await page.keyboard.press('Escape');
  await reader.excerpt(WANTED);
  await page.keyboard.press('Escape');
  // The text is as long before the excerpt as behind it, but for the room below its end.
  const rows = await strip.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data, width } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return [...data.keys()].filter((i) => i % 4 === 3 && data[i]! > 0).map((i) => Math.floor(i / 4 / width));
  });
  expect(rows.length).toBeGreaterThan(0);
  const middle = rows.reduce((sum, row) => sum + row, 0) / rows.length;
  expect(Math.abs(middle / height - 0.5)).toBeLessThan(0.04);

  await strip.click({ position: { x: 8, y: height - 2 } });
  await expect(reader.text().getByText(`${line} 5999`)).toBeInViewport();
  await strip.click({ position: { x: 8, y: middle } });
  await expect(reader.text().getByText(WANTED)).toBeInViewport();
  expect(complaints).toEqual([]);
});
