/** The check beside a briefing, as its author meets it. */
import type { Locator, Page } from '@playwright/test';

export class CheckPanel {
  readonly page: Page;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: 'Check' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: /^Check/ }).click();
    await this.panel.waitFor();
  }

  /** The findings whose sentence holds the words. */
  finding(words: string | RegExp): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: words });
  }

  /** What is underlined in the text. */
  get marked(): Locator {
    return this.page.getByRole('textbox', { name: 'Text of the briefing' }).locator('[data-finding]');
  }

  async accept(words: string | RegExp, reason: string): Promise<void> {
    await this.finding(words).getByRole('button', { name: 'Accept…' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Accept this finding' });
    await dialog.getByRole('textbox', { name: 'Why it stays as it is' }).fill(reason);
    await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
