/** A day of work in the desktop host: its dialogs, its menu, its printing, its files, and the same place tomorrow. */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { expect, openAgain, openDesktop, test } from './fixture';
import { DesktopWorkbench, openWorkbench } from './DesktopWorkbench';
import { scenarioDocument } from '../e2e/realDocument';
import { pdfLines } from '../pdf';

const { first, second, title } = scenarioDocument;

/** Whether a tool is on this machine; what is checked with it is left out, and said so, where it is not. */
function has(tool: string, ...args: string[]): boolean {
  try {
    execFileSync(tool, args, { stdio: 'ignore' });
    return true;
  } catch {
    console.log(`${tool} is not installed here: what it would check is left out`);
    return false;
  }
}

test('a day of work in the desktop host', async ({ launchDesktop, userData }, info) => {
  test.setTimeout(240_000);
  const complaints: string[] = [];
  let desktop = await launchDesktop();
  let workbench = await openWorkbench(desktop, complaints);
  let { page, reader, briefing } = workbench;
  await mkdir(info.outputPath(), { recursive: true });

  await test.step('before there is a name, the menu offers only what needs none', async () => {
    await expect(page.getByLabel('Your name')).toBeVisible();
    await expect.poll(async () => (await workbench.menuItem('help.shortcuts'))?.enabled).toBe(true);
    expect(await workbench.menuItem('case.new')).toMatchObject({ enabled: false });
    expect(await workbench.menuItem('document.import')).toMatchObject({ enabled: false });
  });

  await test.step('a name and a new case', async () => {
    await workbench.introduce('Jo Analyst');
    await expect.poll(async () => (await workbench.menuItem('case.new'))?.enabled).toBe(true);
    expect(await workbench.menuItem('document.import')).toMatchObject({ enabled: false });
    await workbench.newCase('Troops in Kursk');
    await expect(workbench.status()).toContainText('last backup');
  });

  await test.step('the document comes in from the menu, through the dialog of the system', async () => {
    await workbench.choose(scenarioDocument.path);
    await workbench.menu('document.import');
    await expect(page.getByRole('heading', { name: title }).first()).toBeVisible();
    expect(await workbench.menuItem('excerpt.fromSelection')).toMatchObject({ enabled: false });
  });

  await test.step('excerpts, one of them from the menu', async () => {
    await reader.excerpt(first);
    await reader.mark('TLP:GREEN');
    await reader.selectWithMouse(second);
    await workbench.menu('excerpt.fromSelection');
    await expect(reader.quote()).toHaveText(second);
    await expect(workbench.count('Excerpts', 2)).toBeVisible();
  });

  await test.step('undo and redo name the step in the menu', async () => {
    await expect
      .poll(() => workbench.menuItem('edit.undo'))
      .toMatchObject({ label: expect.stringMatching(/^Undo .*xcerpt/), enabled: true });
    expect(await workbench.menuItem('edit.redo')).toEqual({ label: 'Redo', enabled: false });
    await workbench.menu('edit.undo');
    await expect(workbench.count('Excerpts', 1)).toBeVisible();
    await expect
      .poll(() => workbench.menuItem('edit.redo'))
      .toMatchObject({ label: expect.stringMatching(/^Redo .*xcerpt/), enabled: true });
    await workbench.menu('edit.redo');
    await expect(workbench.count('Excerpts', 2)).toBeVisible();
  });

  await test.step('in a text field the menu’s undo takes back words, not steps', async () => {
    await workbench.menu('palette.open');
    const field = page.getByRole('dialog', { name: /Commands/ }).locator('input');
    await field.pressSequentially('go to');
    await workbench.menu('edit.undo');
    await expect(field).not.toHaveValue('go to');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(workbench.count('Excerpts', 2)).toBeVisible();
  });

  await test.step('a briefing cites both', async () => {
    await briefing.start('Troop figures');
    await briefing.text.locator('p').first().click();
    await page.keyboard.type('Estimates differ widely. ');
    for (const [words, act] of [
      [first, 'Cite'],
      [second, 'Quote'],
    ] as const) {
      const row = briefing.evidence.getByRole('row').filter({ hasText: words.slice(0, 30) });
      await row.getByRole('button', { name: act }).click();
    }
    await expect(page.getByText(/Cites 2 excerpts of 1 document/)).toBeVisible();
  });

  await test.step('it becomes a PDF with its marking on every page and its references', async () => {
    const file = info.outputPath('note.pdf');
    await workbench.saveTo(file);
    await page.getByRole('button', { name: /^Export/ }).click();
    await page.getByRole('menuitem', { name: 'PDF' }).click();
    await expect(workbench.message('The briefing was written to note.pdf.')).toBeVisible();
    expect(await workbench.suggestedName()).toMatch(/^TLP-[A-Z+]+ Troop-figures\.pdf$/);
    const bytes = (await readFile(file)).toString('latin1');
    expect(bytes.slice(0, 5)).toBe('%PDF-');
    expect(bytes).toContain('/StructTreeRoot');
    expect(desktop.windows()).toHaveLength(1);
    const pages = await pdfLines(file);
    expect(pages.length).toBeGreaterThan(0);
    for (const lines of pages) {
      expect(lines.slice(0, 3)).toContainEqual(expect.stringMatching(/TLP:[A-Z+]+$/));
      expect(lines.at(-1)).toMatch(/TLP:[A-Z+]+$/);
    }
    const whole = pages.flat().join('\n');
    expect(whole).toContain('Estimates differ widely.');
    const references = whole.slice(whole.lastIndexOf('References'));
    expect(references).toMatch(/^ *1\. /m);
    expect(references.replace(/\s+/g, ' ')).toContain(title);
  });

  const bundle = info.outputPath('case.collate');
  await test.step('the case becomes a bundle on the disk that stands without the program', async () => {
    await workbench.saveTo(bundle);
    await workbench.menu('bundle.export');
    await expect(workbench.message('The case was written to case.collate.')).toBeVisible();
    expect(await workbench.suggestedName()).toBe('Troops-in-Kursk.collate');
    if (!has('unzip', '-v') || !has('sha256sum', '--version')) return;
    const folder = info.outputPath('bag');
    execFileSync('unzip', ['-q', bundle, '-d', folder]);
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      execFileSync('sha256sum', ['-c', '--strict', '--quiet', manifest], { cwd: folder });
    expect(await readdir(`${folder}/data/texts`)).toHaveLength(1);
    expect(await readdir(`${folder}/data/originals`)).toHaveLength(1);
  });

  await test.step('the next start comes to the same place, with its steps of undo', async () => {
    await workbench.go('Tags');
    await desktop.close();
    desktop = await launchDesktop();
    workbench = await openWorkbench(desktop, complaints);
    ({ page, reader, briefing } = workbench);
    await expect(page.getByText('No tags yet')).toBeVisible();
    await expect.poll(async () => (await workbench.menuItem('edit.undo'))?.enabled).toBe(true);
    await expect(page.getByText(/rebuilt/)).toBeHidden();
  });

  await test.step('deleted, and opened again by the system while the program runs', async () => {
    await workbench.deleteCase();
    await expect.poll(() => readdir(`${userData}/second-copy`)).toEqual(['settings.json']);
    expect(await openAgain(userData, [bundle], process.cwd())).toBe(0);
    await expect(page.getByRole('button', { name: 'Case menu: Troops in Kursk' })).toBeVisible();
    await workbench.indexCurrent();
    await expect(workbench.count('Excerpts', 2)).toBeVisible();
    const again = info.outputPath('again.collate');
    await workbench.saveTo(again);
    await workbench.menu('bundle.export');
    await expect(workbench.message('The case was written to again.collate.')).toBeVisible();
    expect((await readFile(again)).equals(await readFile(bundle))).toBe(true);
  });

  expect(complaints).toEqual([]);
});

test('a bundle named at the very first start is opened once there is a name', async ({ launchDesktop }, info) => {
  const complaints: string[] = [];
  const there = await openWorkbench(await launchDesktop(), complaints);
  await there.introduce();
  await there.newCase('Sent over');
  const bundle = info.outputPath('sent over.collate');
  await there.saveTo(bundle);
  await there.menu('bundle.export');
  await expect(there.message('The case was written to sent over.collate.')).toBeVisible();

  const desktop = await openDesktop(info.outputPath('another profile'), [bundle]);
  try {
    const here = new DesktopWorkbench(desktop, await desktop.firstWindow());
    await here.page.getByLabel('Your name').fill('Kim Other');
    await here.page.getByRole('button', { name: 'Go on' }).click();
    await expect(here.page.getByRole('button', { name: 'Case menu: Sent over' })).toBeVisible();
  } finally {
    await desktop.close();
  }
  expect(complaints).toEqual([]);
});
