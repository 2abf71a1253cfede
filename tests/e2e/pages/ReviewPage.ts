/** A briefing under review: its versions and the comments on its words. */
import type { Locator, Page } from '@playwright/test';

export class ReviewPage {
  readonly page: Page;
  readonly text: Locator;
  readonly versions: Locator;
  readonly comments: Locator;
  /** Words in the text that somebody comments on. */
  readonly passages: Locator;
  /** The threads shown beside it. */
  readonly threads: Locator;

  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole('textbox', { name: 'Text of the briefing' });
    this.versions = page.getByRole('complementary', { name: 'Versions' });
    this.comments = page.getByRole('complementary', { name: 'Comments' });
    this.passages = this.text.locator('mark[data-thread]');
    this.threads = this.comments.locator('[data-thread]');
  }

  tab(name: 'Comments' | 'Versions'): Locator {
    return this.page.getByRole('tab', { name });
  }

  thread(passage: string): Locator {
    return this.comments.getByRole('listitem', { name: `Comment on “${passage}”` });
  }

  /** Keeps the text as it stands under a name. */
  async keep(name: string): Promise<void> {
    await this.tab('Versions').click();
    await this.versions.getByRole('textbox').fill(name);
    await this.versions.getByRole('textbox').press('Enter');
    await this.versions.getByRole('listitem', { name }).waitFor();
  }

  /** Opens the comparison of a version with the text now. */
  async compare(name: string): Promise<Locator> {
    await this.versions.getByRole('listitem', { name }).getByRole('button', { name: 'Compare' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'What changed' });
    await dialog.waitFor();
    return dialog;
  }

  /** Selects words of the text with the mouse: a double click on the first, one with Shift on the last. */
  async select(words: string): Promise<void> {
    await this.text.click();
    await this.text.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf(wanted);
        if (at >= 0) getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
      }
    }, words);
    // The editor hears of a selection in its own time.
    await this.page.waitForTimeout(50);
  }

  /** Comments on what is selected, by keyboard; the caret is in the text again. */
  async comment(words: string): Promise<void> {
    await this.page.keyboard.press('Control+Alt+m');
    await this.comments.getByRole('textbox', { name: 'What you say to this passage' }).fill(words);
    await this.page.keyboard.press('Control+Enter');
    await this.threads.filter({ hasText: words }).waitFor();
  }
}
