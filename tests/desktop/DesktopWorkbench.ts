/** The workbench of the browser's specs, with the desktop's dialogs answered by the test. */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { BriefingPage } from '../e2e/pages/BriefingPage';
import { Reader } from '../e2e/pages/Reader';
import { Workbench } from '../e2e/pages/Workbench';
import { expect, type Desktop } from './fixture';

export class DesktopWorkbench extends Workbench {
  readonly desktop: Desktop;
  readonly reader: Reader;
  readonly briefing: BriefingPage;

  constructor(desktop: Desktop, page: Page) {
    super(page);
    this.desktop = desktop;
    this.reader = new Reader(page);
    this.briefing = new BriefingPage(page);
  }

  /** The next open dialog answers with these files. */
  async choose(...files: string[]): Promise<void> {
    await this.desktop.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    }, files);
  }

  /** The next save dialog answers with this place; what the program suggested is kept. */
  async saveTo(file: string): Promise<void> {
    await this.desktop.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = ((_window: unknown, options: { defaultPath?: string }) => {
        (globalThis as unknown as { suggested?: string }).suggested = options.defaultPath ?? '';
        return Promise.resolve({ canceled: false, filePath, bookmark: '' });
      }) as typeof dialog.showSaveDialog;
    }, file);
  }

  suggestedName(): Promise<string> {
    return this.desktop.evaluate(() => (globalThis as unknown as { suggested: string }).suggested);
  }

  async import(file: string): Promise<void> {
    await this.choose(file);
    await this.page.keyboard.press('Control+o');
  }

  /** Clicks an item of the native menu; it must be enabled. */
  async menu(id: string): Promise<void> {
    await expect.poll(async () => (await this.menuItem(id))?.enabled).toBe(true);
    await this.desktop.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
  }

  menuItem(id: string): Promise<{ label: string; enabled: boolean } | null> {
    return this.desktop.evaluate(({ Menu }, wanted) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      return found ? { label: found.label, enabled: found.enabled } : null;
    }, id);
  }

  /** Opens a document from the list and waits until its text has come to rest. */
  async openDocument(title: string): Promise<void> {
    await this.go('Documents');
    await this.page.getByRole('row').filter({ hasText: title }).dblclick();
    const text = this.reader.text();
    await text.waitFor();
    await expect
      .poll(async () => {
        const before = await text.boundingBox();
        await this.page.waitForTimeout(300);
        return JSON.stringify(before) === JSON.stringify(await text.boundingBox());
      })
      .toBe(true);
  }

  status() {
    return this.page.getByRole('contentinfo', { name: 'Status' });
  }

  /** The badge of a place in the navigation. */
  count(place: string, count: number) {
    return this.page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name: `${place}, ${count}` });
  }

  /** The id of the case that is open, as the address has it. */
  caseId(): Promise<string> {
    return this.page.evaluate(() => location.hash.split('/')[1] ?? '');
  }
}

/** Opens the program, listening to its page for complaints and for requests that leave it. */
export async function openWorkbench(desktop: Desktop, complaints: string[]): Promise<DesktopWorkbench> {
  const page = await desktop.firstWindow();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const own = new URL(page.url()).host;
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && new URL(url).host !== own) complaints.push(`left the program: ${url}`);
  });
  // Once more, now that somebody listens.
  await page.locator('#root').locator('h1, nav').first().waitFor();
  await page.reload();
  return new DesktopWorkbench(desktop, page);
}

/** Every IndexedDB folder of a profile, wherever the host keeps it. */
export async function databaseFolders(folder: string, depth = 4): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (!entry.isDirectory()) continue;
    if (entry.name === 'IndexedDB') found.push(place);
    else if (depth > 0) found.push(...(await databaseFolders(place, depth - 1)));
  }
  return found;
}

/** What a full disk does to Chromium: the databases of the profile are gone. The program must be closed. */
export async function loseDatabases(userData: string): Promise<void> {
  const folders = await databaseFolders(userData);
  expect(folders).toHaveLength(1);
  for (const folder of folders) await rm(folder, { recursive: true });
}
