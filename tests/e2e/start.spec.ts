// The first minutes: the welcome, a name, a new case, texts in by every way, and what cannot be read.
import { writeFileSync } from 'node:fs';
import { expect, test } from './fixture';
import { scenarioDocument } from './realDocument';

test.describe('starting', () => {
  test('asks for the name once, and for nothing on the next start', async ({ workbench, page, complaints }) => {
    await workbench.introduce('Ada Example');
    await expect(page.getByRole('heading', { name: 'Welcome, Ada Example' })).toBeVisible();
    for (const way of [/Open the sample case/, /Start a new case/, /Open a bundle/]) {
      await expect(page.getByRole('button', { name: way })).toBeVisible();
    }
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Welcome, Ada Example' })).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test('refuses a case without a name at the field', async ({ workbench, page }) => {
    await workbench.introduce();
    await page.getByRole('button', { name: /Start a new case/ }).click();
    await page.getByRole('button', { name: 'Start the case' }).click();
    await expect(page.getByText('A name is needed.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('shows its version and the licences it is built from', async ({ workbench, page }) => {
    await workbench.introduce();
    await workbench.command('About Collate');
    await expect(page.getByRole('dialog')).toContainText('Collate 0.1.0');
    await expect(page.getByLabel('Third-party licences')).toContainText('Apache-2.0');
  });
});

test.describe('importing', () => {
  test.beforeEach(async ({ workbench }) => {
    await workbench.introduce();
    await workbench.newCase('Imports');
  });

  test('by dialog: the title is the first line, and the same text is not taken twice', async ({ workbench, page }) => {
    await workbench.importFiles(scenarioDocument.path);
    await expect(page.getByRole('heading', { name: scenarioDocument.title }).first()).toBeVisible();
    await workbench.go('Documents');
    await expect(page.getByRole('row').filter({ hasText: scenarioDocument.title })).toHaveCount(1);
    await workbench.importFiles(scenarioDocument.path);
    await expect(workbench.message(/in the case already/)).toBeVisible();
    await workbench.go('Documents');
    await expect(page.getByRole('row').filter({ hasText: scenarioDocument.title })).toHaveCount(1);
  });

  test('by drag and drop, several at once', async ({ workbench, page }) => {
    await workbench.drop([
      { name: 'one.txt', text: 'First report\n\nWords.' },
      { name: 'two.txt', text: 'Second report\n\nWords.' },
    ]);
    await expect(page.getByRole('row').filter({ hasText: 'First report' })).toHaveCount(1);
    await expect(page.getByRole('row').filter({ hasText: 'Second report' })).toHaveCount(1);
  });

  test('by pasting', async ({ workbench, page }) => {
    await page.keyboard.press('Control+Shift+v');
    await page.getByRole('textbox', { name: 'Text' }).fill(scenarioDocument.text);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('heading', { name: scenarioDocument.title }).first()).toBeVisible();
    await workbench.go('Documents');
    await expect(page.getByRole('row').filter({ hasText: scenarioDocument.title })).toHaveCount(1);
  });

  for (const [what, file, sentence] of [
    [
      'a binary file named .txt',
      {
        name: 'picture.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3, 255, 254, 0, 0]),
      },
      /picture\.txt/,
    ],
    ['an empty file', { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }, /empty\.txt/],
    [
      'a file of white space',
      { name: 'blank.txt', mimeType: 'text/plain', buffer: Buffer.from(' \n\n \t') },
      /blank\.txt/,
    ],
  ] as const) {
    test(`refuses ${what} with a sentence and changes nothing`, async ({ workbench, page }) => {
      await workbench.importFiles(file);
      await expect(workbench.message(sentence)).toBeVisible();
      await expect(page.getByText('No documents yet')).toBeVisible();
    });
  }

  test('reads texts in older encodings', async ({ workbench, page }) => {
    const words = 'Северокорейские солдаты прибыли в Курскую область, сообщила разведка. ';
    const bytes = Buffer.from(Array.from(`Сообщение\n\n${words.repeat(12)}`, (c) => cp1251(c)));
    await workbench.importFiles({ name: 'soobshchenie.txt', mimeType: 'text/plain', buffer: bytes });
    const asked = page.getByRole('dialog', { name: 'Are these letters right?' });
    const lines = asked.getByRole('textbox', { name: 'First lines' });
    await expect(lines).toHaveValue(/^Сообщение\nСеверокорейские солдаты/);
    await asked.getByRole('button', { name: /Encoding/ }).click();
    await page.getByRole('option', { name: 'Cyrillic, Russian (KOI8-R)' }).click();
    await expect(lines).not.toHaveValue(/Сообщение/);
    await asked.getByRole('button', { name: /Encoding/ }).click();
    await page.getByRole('option', { name: 'Cyrillic (Windows-1251)' }).click();
    await asked.getByRole('button', { name: 'Import it so' }).click();
    await expect(page.getByRole('heading', { name: 'Сообщение' }).first()).toBeVisible();
  });

  test('takes a text of 50 MB without freezing, or says that it is too large', async ({ workbench, page }, info) => {
    const line = `${'A long report goes on and on about the same things. '.repeat(8)}\n\n`;
    const file = info.outputPath('huge.txt');
    writeFileSync(file, `Huge\n\n${line.repeat(Math.ceil((48 * 1024 * 1024) / line.length))}`);
    await workbench.importFiles(file);
    await expect(page.getByRole('heading', { name: 'Huge' }).first()).toBeVisible({ timeout: 45_000 });
    await workbench.go('Documents');
    await expect(page.getByRole('row').filter({ hasText: 'Huge' })).toHaveCount(1);
  });
});

/** One Cyrillic or ASCII character in windows-1251. */
function cp1251(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return code;
  if (code === 0x401) return 0xa8;
  if (code === 0x451) return 0xb8;
  return code - 0x410 + 0xc0;
}
