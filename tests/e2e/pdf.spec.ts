// A real PDF comes in, is read as text and as pages, and an excerpt made on a page stands in the text as well.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixture';
import { Reader } from './pages/Reader';

const testdata = process.env['COLLATE_TESTDATA'] ?? path.resolve(import.meta.dirname, '../../../shared/testdata');
const paper = path.join(testdata, 'documents/pdf/pdfjs_tracemonkey.pdf');

test('a PDF as text and as pages: an excerpt made on a page stands in the text', async ({
  workbench,
  page,
  complaints,
}) => {
  test.skip(!existsSync(paper), `${paper} is absent`);
  await workbench.introduce('Jo Analyst');
  await workbench.newCase('Papers');
  await workbench.importFiles(paper);
  const reader = new Reader(page);
  await expect(reader.text()).toContainText('client-side web programming and is used for the application logic');

  const shown = page.getByRole('radiogroup', { name: 'What is shown' });
  await shown.getByRole('radio', { name: 'Both' }).click();
  const pages = page.getByRole('textbox', { name: /^Pages of / });
  const first = pages.getByRole('group', { name: 'Page 1', exact: true });
  await expect(first.locator('canvas[data-drawn]')).toBeVisible();

  const words = 'deployment as easy as distributing a source file';
  await reader.selectWithMouse(words, pages);
  await page.keyboard.press('e');
  await expect(reader.quote()).toHaveText(words);
  await expect(reader.details()).toContainText('p. 1');
  // The same words are painted in both views.
  const painted = () =>
    page.evaluate(() => {
      const inside = (label: string, node: Node) =>
        document.querySelector(`[aria-label^="${label}"]`)?.contains(node) ?? false;
      const ranges = [...CSS.highlights].filter(([name]) => name.startsWith('excerpt-')).flatMap(([, one]) => [...one]);
      return ['Text of ', 'Pages of '].filter((label) => ranges.some((range) => inside(label, range.startContainer)));
    });
  await expect.poll(painted).toEqual(['Text of ', 'Pages of ']);

  await shown.getByRole('radio', { name: 'Pages' }).click();
  await page.getByLabel('Page', { exact: true }).fill('9');
  await page.keyboard.press('Enter');
  await expect(pages.getByRole('group', { name: 'Page 9', exact: true }).locator('canvas[data-drawn]')).toBeVisible();
  await expect(pages.getByRole('group', { name: 'Page 1', exact: true })).toHaveCount(0);
  expect(complaints).toEqual([]);
});
