/** A folder of files comes in as one step; its table is sorted, filtered and grouped, and all of it is taken back. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixture';

const NIGHT = 'Night watch\n\nThey came by night and crossed the river. Nobody saw them leave.\n';
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'night.txt': NIGHT,
  'copies/night again.txt': NIGHT,
  // Another file, and yet the same text.
  'copies/night from Windows.txt': NIGHT.replaceAll('\n', '\r\n'),
  'convoy.md': '# Convoy of nine\n\nNine trucks with fuel &mdash; counted at *dawn*.\n',
  'copies/deeper/bridge.txt': 'The bridge\n\nThe bridge stands, and can carry 30 tonnes.\n',
  'broken.docx': Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0),
  '.hidden.txt': 'Not for the case.',
};

async function folderOf(place: string): Promise<string> {
  for (const [name, content] of Object.entries(FILES)) {
    await mkdir(path.dirname(path.join(place, name)), { recursive: true });
    await writeFile(path.join(place, name), content);
  }
  return place;
}

test('a folder comes in, is reported, listed and taken back', async ({ page, workbench, complaints }, info) => {
  const folder = await folderOf(info.outputPath('papers'));
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
  await page.reload();
  await workbench.introduce();
  await workbench.newCase('River');

  const chooser = page.waitForEvent('filechooser');
  await workbench.command('Import a folder…');
  await (await chooser).setFiles(folder);

  const report = page.getByRole('dialog', { name: '3 documents came in; 2 were here already, 1 could not be read.' });
  await expect(report.getByRole('region', { name: 'Could not be read' })).toContainText('broken.docx');
  const twins = report.getByRole('region', { name: 'Here already' });
  await expect(twins).toContainText('the same file as “Night watch”');
  await expect(twins).toContainText('the same text as “Night watch”');
  await report.getByRole('button', { name: 'Close' }).last().click();

  const table = page.getByRole('grid', { name: 'Documents' });
  const titles = async (): Promise<string[]> =>
    (await table.locator('[role=rowgroup] [role=gridcell][aria-colindex="1"]').allInnerTexts()).map((one) =>
      one.trim(),
    );
  await expect.poll(titles).toEqual(['Convoy of nine', 'Night watch', 'The bridge']);

  await test.step('sorted by a press on its head, and by another the other way', async () => {
    await table.getByRole('button', { name: 'Title' }).click();
    await expect.poll(titles).toEqual(['The bridge', 'Night watch', 'Convoy of nine']);
    await table.getByRole('button', { name: 'Title' }).click();
  });

  await test.step('two are put in a state by keyboard and button, as one step', async () => {
    await table.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    const bulk = page.getByRole('toolbar', { name: 'Selected documents' });
    await expect(bulk).toContainText('2 selected');
    await bulk.getByRole('button', { name: /state/i }).click();
    await page.getByRole('menuitem', { name: 'Set aside' }).click();
    await expect(page.getByText('2 documents are set aside.')).toBeVisible();
  });

  await test.step('filtered by state, with a chip that goes away', async () => {
    await page.getByRole('button', { name: 'Filter by state' }).click();
    await page
      .getByRole('menuitem', { name: /Set aside/ })
      .or(page.getByRole('menuitemcheckbox', { name: /Set aside/ }))
      .click();
    await page.keyboard.press('Escape');
    await expect.poll(titles).toEqual(['Convoy of nine', 'Night watch']);
    const chips = page.getByRole('list', { name: 'Filters in force' });
    await chips.getByRole('button').click();
    await expect(chips).toHaveCount(0);
  });

  await test.step('Escape takes back what was typed for a publisher, then goes back to the list', async () => {
    await page.getByRole('button', { name: 'Filter by publisher' }).click();
    const field = page.getByRole('combobox', { name: 'Filter by publisher' });
    await field.pressSequentially('no');
    await expect(page.getByRole('option', { name: /No publisher/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(0);
    await expect(field).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
  });

  await test.step('grouped by state, a group folded away', async () => {
    await page.getByRole('button', { name: /Group documents/ }).click();
    await page
      .getByRole('menuitem', { name: 'By state' })
      .or(page.getByRole('menuitemcheckbox', { name: 'By state' }))
      .click();
    await expect
      .poll(async () => (await titles()).map((one) => one.replace(/\s+\d+$/, '')))
      .toEqual(['Unread', 'The bridge', 'Set aside', 'Convoy of nine', 'Night watch']);
    await table.getByRole('button', { name: 'Hide Set aside' }).click();
    await expect(table.getByRole('row', { name: /Night watch/ })).toHaveCount(0);
  });

  // The state, then the import itself: each is one step.
  await table.focus();
  await page.keyboard.press('Control+z');
  await expect(table.getByRole('row', { name: /Set aside/ })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('No documents yet')).toBeVisible();
  expect(complaints).toEqual([]);
});
