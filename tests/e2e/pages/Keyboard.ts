/** The program for somebody without a mouse: what Tab leads to, and what can be seen of it. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** One place where Tab stops. */
export interface Stop {
  /** The beginning of its markup, to find it by. */
  readonly html: string;
  /** What is wrong with where it stands: no size, out of the window, something over it. Empty when it is seen. */
  readonly hiddenBy: string;
  /** An outline or a ring tells that it has the focus. */
  readonly hasRing: boolean;
}

export class Keyboard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Presses Tab (or another key) until the focus is at, or within, the one wanted. */
  async to(wanted: Locator, key = 'Tab', most = 80): Promise<void> {
    await wanted.first().waitFor();
    const isThere = () =>
      wanted.first().evaluate(async (node) => {
        // A tree or a list moves its focus with the next drawing.
        await new Promise(requestAnimationFrame);
        return node.contains(document.activeElement);
      });
    for (let count = 0; count < most; count += 1) {
      if (await isThere()) return;
      await this.page.keyboard.press(key);
    }
    expect(await isThere(), `${key} leads to ${wanted.toString()}`).toBe(true);
  }

  /** Goes to a control with Tab and presses it. */
  async use(wanted: Locator, key = 'Tab'): Promise<void> {
    await this.to(wanted, key);
    await this.page.keyboard.press('Enter');
  }

  /** Moves in an open list or menu with the arrows until the wanted entry has the focus, and takes it. */
  async choose(wanted: Locator, most = 60): Promise<void> {
    await wanted.first().waitFor();
    const isThere = () =>
      wanted.first().evaluate(async (node) => {
        // Nobody presses the next arrow before the last one is drawn.
        for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
        const active = document.activeElement;
        return node.contains(active) || active?.getAttribute('aria-activedescendant') === node.id;
      });
    // A list that was still coming may have been gone past, and not every list begins again at its end.
    for (let count = 0; count < most && !(await isThere()); count += 1)
      await this.page.keyboard.press(count < most / 2 ? 'ArrowDown' : 'ArrowUp');
    expect(await isThere(), `arrows lead to ${wanted.toString()}`).toBe(true);
    await this.page.keyboard.press('Enter');
  }

  /** Selects words of a text with the keys of its caret: by sentence to find them, by word to take them. */
  async select(text: Locator, words: string): Promise<void> {
    await expect(text).toBeFocused();
    const ends = () =>
      text.evaluate((root, wanted) => {
        const selection = getSelection()!;
        const offset = (node: Node | null, at: number): number => {
          const range = document.createRange();
          range.setStart(root, 0);
          range.setEnd(node ?? root, node ? at : 0);
          return range.toString().length;
        };
        const whole = document.createRange();
        whole.selectNodeContents(root);
        const from = whole.toString().indexOf(wanted);
        return {
          from,
          to: from + wanted.length,
          anchor: offset(selection.anchorNode, selection.anchorOffset),
          focus: offset(selection.focusNode, selection.focusOffset),
        };
      }, words);
    const move = async (key: string, isBefore: (now: Awaited<ReturnType<typeof ends>>) => boolean): Promise<void> => {
      for (let now = await ends(), last = -1; isBefore(now) && now.focus !== last; now = await ends()) {
        last = now.focus;
        await this.page.keyboard.press(key);
      }
    };
    await this.page.keyboard.press('Control+Home');
    await move('.', ({ focus, from }) => focus < from);
    if ((await ends()).focus > (await ends()).from) await this.page.keyboard.press(',');
    await move('Control+ArrowRight', ({ focus, from }) => focus < from);
    await move('ArrowLeft', ({ focus, from }) => focus > from);
    await move('Control+Shift+ArrowRight', ({ focus, to }) => focus < to);
    await move('Shift+ArrowLeft', ({ focus, to }) => focus > to);
    const { anchor, focus, from, to } = await ends();
    expect([anchor, focus], `the caret took “${words}”`).toEqual([from, to]);
  }

  /** Every stop of Tab, once round the page. */
  async round(most = 120): Promise<Stop[]> {
    await this.page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      getSelection()?.removeAllRanges();
      document.querySelectorAll('[data-met]').forEach((one) => one.removeAttribute('data-met'));
    });
    const stops: Stop[] = [];
    for (let count = 0; count < most; count += 1) {
      await this.page.keyboard.press('Tab');
      const stop = await this.page.evaluate(stopHere);
      if (stop === 'met') break;
      if (stop !== null) stops.push(stop);
    }
    return stops;
  }

  /** Controls that stand, wholly or in part, outside the window to the left or right, and a page that scrolls sideways. */
  beyondTheEdge(): Promise<string[]> {
    return this.page.evaluate(() => {
      const found: string[] = [];
      const root = document.documentElement;
      if (root.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth) found.push('the page');
      for (const one of document.querySelectorAll('button,a[href],input,textarea,[tabindex="0"],[role=row]')) {
        const box = one.getBoundingClientRect();
        if (box.width <= 1 || !one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        if (box.left < -1 || box.right > innerWidth + 1) found.push(one.outerHTML.slice(0, 160));
      }
      return found;
    });
  }
}

/** Runs in the page: what has the focus now, and what can be seen of it; `met` when it had it before. */
function stopHere(): Stop | 'met' | null {
  const active = document.activeElement;
  if (!active || active === document.body) return null;
  // A field of several parts, such as a date, keeps the focus for several stops.
  const last = document.querySelector('[data-met=last]');
  if (last === active) return null;
  if (active.hasAttribute('data-met')) return 'met';
  last?.setAttribute('data-met', '');
  active.setAttribute('data-met', 'last');
  const isRinged = (one: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    // What one writes or reads in has a caret.
    if (one.matches('[data-caret], [contenteditable=true]')) return true;
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const near: Element[] = [active];
  for (let one = active.parentElement; one && near.length < 4; one = one.parentElement) near.push(one);
  // The marks of a visually hidden radio or switch stand beside it in its label; a row's in the list that names it.
  const label = active.closest('label');
  if (label) near.push(label, ...label.querySelectorAll('*'));
  const row = document.getElementById(active.getAttribute('aria-activedescendant') ?? '\0');
  if (row) near.push(row);
  near.push(...(active.parentElement?.querySelectorAll('[data-caret]') ?? []));
  const shown = label ?? active;
  const box = shown.getBoundingClientRect();
  const isInWindow = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  const within = (from: number, to: number, share: number, end: number): number => {
    const [low, high] = [Math.max(0, from), Math.min(end, to)];
    return Math.min(end - 1, Math.max(0, low + (high - low) * share));
  };
  const over = [0.5, 0.1, 0.9].flatMap((down) =>
    [0.5, 0.1, 0.9].map((right) =>
      document.elementFromPoint(
        within(box.left, box.right, right, innerWidth),
        within(box.top, box.bottom, down, innerHeight),
      ),
    ),
  );
  const isUncovered = over.some(
    (one) => one !== null && (shown.contains(one) || one.contains(shown) || one.closest('[role=tooltip]') !== null),
  );
  return {
    html: active.outerHTML.slice(0, 200),
    hiddenBy: !shown.checkVisibility()
      ? 'it is not shown'
      : box.width < 1 || box.height < 1
        ? 'it has no size'
        : !isInWindow
          ? `it stands outside at ${box.left}, ${box.top}`
          : !isUncovered
            ? `over it lies ${over[0]?.outerHTML.slice(0, 160)}`
            : '',
    hasRing: near.some(isRinged),
  };
}
