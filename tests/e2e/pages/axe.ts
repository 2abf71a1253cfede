/** What axe finds on what is shown, by the rules of WCAG 2.2 AA and those it calls good practice. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, each with the places it was found at. */
async function violations(page: Page, colorScheme: 'light' | 'dark', without?: string): Promise<string[]> {
  // A tooltip stands beside the landmarks, as it must.
  const axe = new AxeBuilder({ page }).exclude('[data-overlay-container]:has([role=tooltip])');
  // There is one frame: no second page is needed to put results of several together.
  axe.setLegacyMode(true);
  if (without) axe.exclude(without);
  // Dark differs from light in nothing but colour.
  const { violations: found } = await (
    colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(['color-contrast'])
  ).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, any }) => `${id}: ${any[0]?.message ?? ''}: ${target.join(' ')}: ${html}`),
  );
}

/** Looks at what is shown now, in light and in dark. */
export async function passes(page: Page, what: string, without?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await violations(page, colorScheme, without), `${what}, ${colorScheme}`).toEqual([]);
  }
}
