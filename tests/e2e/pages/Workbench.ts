/** The program as a person meets it: what they press and what they see. */
import { expect } from '@playwright/test';
import type { Download, FileChooser, Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';

export type Place =
  | 'Overview'
  | 'Documents'
  | 'Excerpts'
  | 'Tags'
  | 'Sources'
  | 'Hypotheses'
  | 'Briefings'
  | 'Judgements'
  | 'Exchange';

export class Workbench {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
    // While somebody listens, dialogs for files are caught: from the start, not only when the first is awaited.
    page.on('filechooser', () => undefined);
  }

  /** The first start: gives a name. */
  async introduce(name = 'Jo Analyst'): Promise<void> {
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByRole('button', { name: 'Go on' }).click();
    await expect(this.page.getByRole('button', { name: /Start a new case/ })).toBeVisible();
  }

  async newCase(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /Start a new case/ }).click();
    await this.page.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.page.getByRole('button', { name: 'Start the case' }).click();
    await expect(this.page.getByRole('button', { name: `Case menu: ${name}` })).toBeVisible();
  }

  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: /Open the sample case/ }).click();
    await expect(this.page.getByRole('navigation', { name: 'Case' })).toBeVisible();
    await this.indexCurrent();
  }

  async indexCurrent(): Promise<void> {
    await expect(this.page.getByRole('contentinfo', { name: 'Status' })).toContainText('index current');
  }

  async go(place: Place): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Case' })
      .getByRole('link', { name: new RegExp(`^${place}`) })
      .click();
  }

  /** Runs a command from the palette. */
  async command(label: string): Promise<void> {
    // A window that was only just opened does not hear keys yet.
    await expect(this.page.locator('#root > *').first()).toBeVisible();
    await this.page.keyboard.press('Control+k');
    await this.page
      .getByRole('dialog', { name: /Commands/ })
      .locator('input')
      .fill(label);
    await this.page.getByRole('menuitem', { name: label }).first().click();
  }

  /**
   * The browser's dialog for files. A browser opens one only within five seconds of a key: on a machine under load the
   * key may have to be pressed again, as a person would.
   */
  private async fileDialog(keys: string): Promise<FileChooser> {
    for (let tries = 0; ; tries++) {
      const opened = this.page.waitForEvent('filechooser', { timeout: 15_000 });
      await this.page.keyboard.press(keys);
      try {
        return await opened;
      } catch (error) {
        if (tries === 3) throw error;
      }
    }
  }

  /** Imports files through the dialog of the browser. */
  async importFiles(
    files: string | readonly string[] | { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> {
    await (await this.fileDialog('Control+o')).setFiles(files as string);
  }

  async openBundle(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await (await this.fileDialog('Control+Shift+o')).setFiles(file as string);
  }

  /** Drops files on the window, as from a folder. */
  async drop(files: readonly { name: string; text: string }[]): Promise<void> {
    await this.page.evaluate((dropped) => {
      const transfer = new DataTransfer();
      for (const { name, text } of dropped) transfer.items.add(new File([text], name, { type: 'text/plain' }));
      const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2)!;
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
    }, files);
  }

  /** The name and bytes of what `act` downloads. */
  async download(act: () => Promise<void>): Promise<{ name: string; bytes: Buffer; download: Download }> {
    const waiting = this.page.waitForEvent('download');
    await act();
    const download = await waiting;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()), download };
  }

  exportBundle(): Promise<{ name: string; bytes: Buffer; download: Download }> {
    return this.download(() => this.page.keyboard.press('Control+Shift+s'));
  }

  async deleteCase(): Promise<void> {
    await this.command('Delete case…');
    await this.page.getByRole('button', { name: 'Delete the case' }).click();
    await expect(this.page.getByRole('button', { name: /Start a new case/ })).toBeVisible();
  }

  /** A message at the lower edge. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('region', { name: /messages|notifications/i }).getByText(text);
  }

  undoButton(): Locator {
    return this.page.getByRole('button', { name: /^Undo/ }).first();
  }
}
