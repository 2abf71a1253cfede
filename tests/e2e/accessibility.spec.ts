// What machines can tell of accessibility: axe over every view and dialog in light and dark, a focus that can be seen
// wherever Tab leads, and nothing beyond the edge of a small window.
import { expect, test } from './fixture';
import { passes } from './pages/axe';
import { Keyboard } from './pages/Keyboard';
import { dialogs, documents, finding, judged, named, reading, work, writing } from './pages/scenes';

test.describe('axe finds nothing', () => {
  test('before a case is open, and where the cases are', async ({ workbench, page }) => {
    test.setTimeout(180_000);
    await expect(page.getByLabel('Your name')).toBeVisible();
    await passes(page, 'the name');
    await workbench.introduce();
    await passes(page, 'welcome');
    await workbench.newCase('An empty one');
    const places = [
      'Overview',
      'Documents',
      'Excerpts',
      'Tags',
      'Sources',
      'Hypotheses',
      'Briefings',
      'Judgements',
    ] as const;
    for (const name of places) {
      await workbench.go(name);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await passes(page, `${name}, empty`, name === 'Overview' ? undefined : 'nav');
    }
    await workbench.command('All cases');
    await expect(page.getByText('An empty one')).toBeVisible();
    await passes(page, 'the cases');
  });

  for (const [what, scenes] of [
    ['in the overview and the documents', documents],
    ['in tags and sources', named],
    ['in what is read', reading],
    ['in what is found', finding],
    ['in what is written', writing],
    ['in what is judged', judged],
    ['in what opens over the work', dialogs],
  ] as const) {
    test(what, async ({ workbench, page }) => {
      test.setTimeout(180_000);
      await workbench.introduce();
      await workbench.openSample();
      for (const { name, reach } of scenes) {
        await test.step(name, async () => {
          await reach(workbench, page);
          // Navigation is the same beside every view.
          await passes(page, name, name === scenes[0]!.name ? undefined : 'nav');
        });
        if (scenes === dialogs) {
          await page.keyboard.press('Escape');
          await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toHaveCount(0);
        }
      }
    });
  }
});

test.describe('in a window of 1024 by 700', () => {
  test.use({ viewport: { width: 1024, height: 700 } });

  for (const [where, scenes] of [
    ['the overview and the documents', documents],
    ['tags and sources', named],
    ['what is read, found and written', work],
  ] as const) {
    test(`Tab shows where it is in ${where}, and nothing lies beyond the edge`, async ({ workbench, page }) => {
      test.setTimeout(180_000);
      await workbench.introduce();
      await workbench.openSample();
      const keyboard = new Keyboard(page);
      for (const { name, reach } of scenes) {
        await test.step(name, async () => {
          await reach(workbench, page);
          expect.soft(await keyboard.beyondTheEdge(), name).toEqual([]);
          const stops = await keyboard.round();
          expect.soft(stops.length, `${name}: Tab goes somewhere`).toBeGreaterThan(10);
          expect
            .soft(
              stops.filter((stop) => stop.hiddenBy !== '').map(({ html, hiddenBy }) => `${hiddenBy}: ${html}`),
              `${name}: hidden`,
            )
            .toEqual([]);
          expect
            .soft(
              stops.filter((stop) => !stop.hasRing).map((stop) => stop.html),
              `${name}: no ring`,
            )
            .toEqual([]);
        });
      }
    });
  }
});
