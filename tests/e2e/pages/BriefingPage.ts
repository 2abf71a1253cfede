/** A briefing being written, as its author meets it. */
import type { Locator, Page } from '@playwright/test';

export class BriefingPage {
  readonly page: Page;
  readonly text: Locator;
  readonly evidence: Locator;
  readonly references: Locator;

  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole('textbox', { name: 'Text of the briefing' });
    this.evidence = page.getByRole('complementary', { name: 'Evidence' });
    this.references = page.getByRole('region', { name: 'References' });
  }

  /** Starts one with the keyboard alone; the caret stands in the text. */
  async start(title: string, template?: string): Promise<void> {
    await this.page.keyboard.press('Control+Alt+w');
    await this.page.getByRole('textbox', { name: 'Title' }).fill(title);
    if (template !== undefined) await this.page.getByRole('radio', { name: template }).check({ force: true });
    await this.page.getByRole('textbox', { name: 'Title' }).press('Enter');
    await this.text.waitFor();
  }

  /** The numbers as they stand in the text: `[1]`. */
  async numbers(): Promise<string[]> {
    return (await this.text.locator('[data-citation]').allTextContents()).map((one) => one.trim());
  }

  /** Cites the first excerpt that `[[` finds for the words. */
  async citeTyped(words: string): Promise<void> {
    await this.page.keyboard.type(`[[${words}`);
    const list = this.page.getByRole('listbox', { name: 'Excerpts to cite' });
    await list.getByRole('option').first().waitFor();
    await this.page.keyboard.press('Enter');
    // It stands until it knows the excerpt for these very words.
    await list.waitFor({ state: 'hidden' });
  }

  /** Waits until what was typed is on the disk. */
  async saved(): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await this.page.waitForTimeout(300);
  }
}
