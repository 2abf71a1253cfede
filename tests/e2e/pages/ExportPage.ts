/** The dialog that asks how a briefing is to leave. */
import type { FrameLocator, Locator, Page } from '@playwright/test';

export class ExportPage {
  readonly page: Page;
  readonly dialog: Locator;
  readonly preview: Locator;
  readonly pages: FrameLocator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Export the briefing' });
    this.preview = this.dialog.getByRole('region', { name: 'Preview' });
    this.pages = this.preview.frameLocator('iframe');
  }

  /** Opens it from the open briefing by its key. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Alt+e');
    await this.dialog.waitFor();
  }

  async format(name: string): Promise<void> {
    await this.dialog.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true });
  }

  async ceiling(label: string): Promise<void> {
    await this.dialog.getByRole('button', { name: /Who it is for/ }).click();
    await this.page.getByRole('option', { name: new RegExp(`^For ${label.replace('+', '\\+')}(?!\\+)`) }).click();
  }
}
