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
  'convoy.txt': 'Convoy of nine\n\nNine trucks with fuel were counted at dawn.\n',
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
  await expect(table.getByRole('row')).toHaveCount(4);

  await page.keyboard.press('Control+z');
  await expect(page.getByText('No documents yet')).toBeVisible();
  expect(complaints).toEqual([]);
});
