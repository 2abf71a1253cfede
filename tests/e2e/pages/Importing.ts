/** The ways files come in, and what is seen of a document that did. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Reader } from './Reader';
import type { Workbench } from './Workbench';

export type Way = 'dialog' | 'drop' | 'paste' | 'folder';

export class Importing {
  readonly page: Page;
  readonly workbench: Workbench;
  constructor(workbench: Workbench) {
    this.workbench = workbench;
    this.page = workbench.page;
  }

  /** Files of the disk, in one of the ways a person has for it. */
  bring(way: Way, files: readonly string[]): Promise<void> {
    switch (way) {
      case 'dialog':
        return this.workbench.importFiles(files);
      case 'drop':
        return this.drop(files);
      case 'paste':
        return this.paste(files);
      case 'folder':
        return this.folder(files);
    }
  }

  /** Files or folders let fall on the middle of the window, as from the desktop. */
  async drop(paths: readonly string[]): Promise<void> {
    const { width, height } = this.page.viewportSize()!;
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
    await session.detach();
  }

  /** Files that were copied elsewhere. No browser puts files on the clipboard itself, so the event is made. */
  async paste(files: readonly string[]): Promise<void> {
    await this.page.evaluate(() => {
      const input = document.createElement('input');
      Object.assign(input, { type: 'file', multiple: true, id: 'copied' });
      document.body.append(input);
    });
    await this.page.locator('#copied').setInputFiles([...files]);
    await this.page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#copied')!;
      const clipboardData = new DataTransfer();
      for (const file of input.files!) clipboardData.items.add(file);
      input.remove();
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
  }

  /** The files together in a folder, two in a row in each folder below it. */
  async folder(files: readonly string[]): Promise<void> {
    const place = await folderOf(files);
    // The file system picker cannot be driven from here: the page falls back to an input.
    await this.page.evaluate(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
    const chooser = this.page.waitForEvent('filechooser');
    await this.workbench.command('Import a folder…');
    await (await chooser).setFiles(place);
    this.page.once('close', () => void rm(place, { recursive: true, force: true }));
  }

  /** The report of an import, by its sentence. */
  report(words: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name: words });
  }

  async closeReport(words: string | RegExp): Promise<void> {
    const report = this.report(words);
    await report.getByRole('button', { name: 'Close' }).last().click();
    await expect(report).toBeHidden();
  }

  row(title: string): Locator {
    return this.page
      .getByRole('grid', { name: 'Documents' })
      .getByRole('row')
      .filter({ hasText: beginning(title) });
  }

  /** Selects the document whose title begins so; its fields then stand beside the table. */
  async select(title: string): Promise<void> {
    await this.row(title).first().click();
    await expect(this.field('Title')).toHaveValue(beginning(title));
  }

  /** A field of the document that is selected. */
  field(label: string | RegExp): Locator {
    return this.page.getByRole('complementary').getByLabel(label, { exact: typeof label === 'string' });
  }

  /** The whole text of a document as the reader shows it. */
  async read(title: string): Promise<string> {
    await this.row(title).first().dblclick();
    const text = new Reader(this.page).text();
    await expect(text).not.toBeEmpty();
    return text.evaluate((node) => node.textContent);
  }
}

const beginning = (words: string): RegExp => new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** Copies of the files in a folder of its own, outside the project. */
export async function folderOf(files: readonly string[]): Promise<string> {
  const place = await mkdtemp(path.join(tmpdir(), 'collate-folder-'));
  for (const [i, file] of files.entries()) {
    const below = path.join(place, `week ${1 + Math.floor(i / 2)}`);
    await mkdir(below, { recursive: true });
    await cp(file, path.join(below, path.basename(file)));
  }
  return place;
}
