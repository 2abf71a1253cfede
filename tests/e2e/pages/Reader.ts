/** The reader and the details of an excerpt. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export class Reader {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  text(): Locator {
    return this.page.getByLabel(/^Text of /);
  }

  /** Selects words of the text with the mouse, as a drag from their first to their last letter. */
  async selectWithMouse(words: string, where = this.text()): Promise<void> {
    const ends = await where.evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const nodes: { node: Text; at: number }[] = [];
      let all = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node: node as Text, at: all.length });
        all += node.nodeValue;
      }
      const from = all.indexOf(wanted);
      if (from < 0) throw new Error(`Not in the text: ${wanted}`);
      const boxAt = (offset: number, end: boolean): { x: number; y: number } => {
        const { node, at } = nodes.findLast((one) => one.at <= offset)!;
        const range = document.createRange();
        range.setStart(node, offset - at);
        range.setEnd(node, offset - at + 1);
        if (!end) node.parentElement!.scrollIntoView({ block: 'center' });
        const box = range.getBoundingClientRect();
        return { x: end ? box.right - 0.5 : box.left + 0.5, y: box.top + box.height / 2 };
      };
      const start = boxAt(from, false);
      return { start: boxAt(from, false) ?? start, end: boxAt(from + wanted.length - 1, true) };
    }, words);
    await this.page.mouse.move(ends.start.x, ends.start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(ends.end.x, ends.end.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Selects words and keeps them as an excerpt. */
  async excerpt(words: string): Promise<void> {
    await this.selectWithMouse(words);
    await expect(this.page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
    await this.page.keyboard.press('e');
    await expect(this.quote()).toHaveText(words);
  }

  details(): Locator {
    return this.page.getByRole('region', { name: 'Excerpt', exact: true });
  }

  quote(): Locator {
    return this.details().getByLabel('Quote');
  }

  async note(text: string): Promise<void> {
    await this.details().getByLabel('Note').fill(text);
    await this.details().getByLabel('Note').blur();
  }

  /** Finds a tag, or makes it with its kind. */
  async tag(name: string, kind?: string): Promise<void> {
    const field = this.details().getByRole('combobox', { name: 'Tags' });
    await field.fill(name);
    if (kind) {
      await this.page
        .getByRole('option', { name: new RegExp(`^Create “${name}”|${name}`) })
        .first()
        .click();
      await this.page
        .getByRole('group', { name: `Kind of the new tag ${name}` })
        .getByRole('button', { name: kind })
        .click();
    } else await this.page.getByRole('option', { name }).first().click();
    await expect(this.details().getByText(name).first()).toBeVisible();
  }

  async grade(digit: number): Promise<void> {
    await this.details()
      .getByRole('radio', { name: new RegExp(`^${digit},`) })
      .click();
  }

  async date(text: string): Promise<void> {
    await this.details().getByLabel('Event date').fill(text);
    await this.details().getByLabel('Event date').blur();
  }

  async mark(label: string): Promise<void> {
    await this.details()
      .getByRole('button', { name: /Marking/ })
      .click();
    await this.page.getByRole('option', { name: new RegExp(`^${label.replace('+', '\\+')}( |$)`) }).click();
  }

  async saidBy(name: string): Promise<void> {
    await this.details().getByRole('combobox', { name: 'Said by' }).fill(name);
    await this.page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
  }

  /** Links the excerpt to another one, found by its words. */
  async link(reading: string, words: string, why: string): Promise<void> {
    await this.details().getByRole('button', { name: /^Link/ }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Link this excerpt' });
    await dialog.getByRole('button', { name: /This excerpt/ }).click();
    await this.page.getByRole('option', { name: reading }).first().click();
    await dialog.getByRole('searchbox').fill(words);
    await expect(
      dialog.getByRole('grid', { name: 'What to link to' }).getByText(words.split(' ').slice(0, 3).join(' ')).first(),
    ).toBeVisible();
    await dialog.getByLabel('Why').fill(why);
    await dialog.getByRole('button', { name: 'Link', exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}
