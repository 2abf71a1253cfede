/** Pages from the web: an imported one and a copied one have their words in order, run nothing and ask for nothing. */
import { expect, test } from './fixture';
import { passes } from './pages/axe';
import { Reader } from './pages/Reader';

const SENTENCE = 'The convoy of nine trucks crossed the river at dawn, the ministry said, and two observers saw it. ';
const PAGE = `<!doctype html><html lang="en"><head><title>Nine trucks | News</title>
<meta property="og:title" content="Nine trucks cross the river"><meta property="og:site_name" content="News Example">
<script>document.title = 'RUN'; fetch('https://elsewhere.example/a');</script></head>
<body onload="document.title = 'RUN'"><nav><a href="/">Home</a></nav>
<article><h1>Nine trucks cross the river</h1><p>${SENTENCE.repeat(6)}</p>
<img src="https://elsewhere.example/p.png" onerror="document.title = 'RUN'"><iframe src="https://elsewhere.example/f"></iframe>
<h2>The cargo</h2><p>${SENTENCE.repeat(6)}</p><ul><li>fuel, in barrels</li><li>spare parts</li></ul>
<svg onload="document.title = 'RUN'"><script>document.title = 'RUN'</script></svg><p>${SENTENCE.repeat(6)}</p></article></body></html>`;

test('a hostile page and a copied part of one come in as their words', async ({ page, workbench, complaints }) => {
  await workbench.introduce();
  await workbench.newCase('River');
  await workbench.importFiles({ name: 'trucks.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) });
  const report = page.getByRole('dialog', { name: /1 document came in/ });
  await expect(report).toContainText('2 pictures were left out.');
  await report.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('row').filter({ hasText: 'Nine trucks cross the river' }).dblclick();
  await expect(page.getByRole('heading', { name: 'The cargo' })).toBeVisible();
  await expect(page.getByText('• fuel, in barrels')).toBeVisible();
  await expect(page.getByText('Home', { exact: true })).toHaveCount(0);

  await workbench.go('Documents');
  await expect(page.getByRole('grid', { name: 'Documents' })).toBeVisible();
  const copied =
    'Version:1.0\r\nSourceURL:https://news.example/a\r\n<html><body><!--StartFragment--><h2>Losses by month</h2>' +
    '<table><tr><th>Month<th>Trucks<tr><td>May<td>9</table><img src="https://elsewhere.example/q.png" onerror="document.title = \'RUN\'">' +
    '<script>document.title = "RUN"</script><p>Counted by two observers.</p><!--EndFragment--></body></html>';
  await page.evaluate((html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', 'Losses by month Month Trucks May 9 Counted by two observers.');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, copied);
  await expect(page.getByRole('heading', { name: 'Losses by month' }).first()).toBeVisible();
  await expect(page.getByText('Counted by two observers.', { exact: true })).toBeVisible();
  await expect(page).not.toHaveTitle(/RUN/);
  expect(complaints).toEqual([]);
});

test('a table in a text is one for assistive programs, and words of several cells are excerpted', async ({
  page,
  workbench,
  complaints,
}) => {
  await workbench.introduce();
  await workbench.newCase('Losses');
  await workbench.importFiles({
    name: 'losses.html',
    mimeType: 'text/html',
    buffer: Buffer.from(
      '<title>Losses by month</title><p>Counted by two observers.</p>' +
        '<table><tr><th>Month<th>Trucks<tr><td>May<td>9<tr><td>June<td></table>',
    ),
  });
  const reader = new Reader(page);
  const table = reader.text().getByRole('table');
  await expect(table.getByRole('row')).toHaveText(['Month Trucks', 'May 9', 'June']);
  await expect(table.getByRole('row').nth(1).getByRole('cell')).toHaveText(['May', '9']);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const told = nodes.filter(({ ignored, role }) => !ignored && /^(?:table|row|cell)$/.test(String(role?.value)));
  expect(told.map(({ role }) => String(role?.value)).filter((role) => role !== 'cell')).toEqual([
    'table',
    'row',
    'row',
    'row',
  ]);
  expect(told.length).toBeGreaterThanOrEqual(4 + 5);
  await passes(page, 'a table in a text');

  await reader.selectWithMouse('May\t9');
  await page.keyboard.press('e');
  await expect(reader.quote()).toHaveText('May 9');
  expect(complaints).toEqual([]);
});
