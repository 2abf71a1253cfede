// What a text suggests: marked in the reader, taken and refused by keys in the details of an excerpt.
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { Keyboard } from './pages/Keyboard';
import { Reader } from './pages/Reader';
import { scenarioDocument } from './realDocument';

const { isReal, path, second } = scenarioDocument;
/** The passage up to the month it names, who says it, and what else it gives. */
const passage = isReal ? `${second} by the end of October 2024` : second;
const wanted = isReal
  ? { source: 'US Department of Defense', date: 'October 2024', figure: 'allegedly about 10,000 North Korean soldiers' }
  : { source: null, date: 'May 2023', figure: 'allegedly about 8,000 workers' };

/** How many places are marked, by kind. */
const marked = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].filter(([name]) => name.startsWith('suggestion-')).map(([name, { size }]) => [name, size]),
    ),
  );

test('what a text suggests is marked, taken in one press each, refused and undone', async ({
  workbench,
  page,
  complaints,
}) => {
  const keyboard = new Keyboard(page);
  const reader = new Reader(page);
  const details = reader.details();
  const offers = details.getByRole('toolbar', { name: 'Suggestions for this excerpt' });
  const offer = (name: string) => offers.getByRole('button', { name, exact: true });
  await workbench.introduce();
  await workbench.newCase('Suggested');
  await workbench.importFiles(path);
  await expect(reader.text()).toBeFocused();

  await test.step('faint marks, by kind, that can be switched off', async () => {
    await expect
      .poll(async () => Object.keys(await marked(page)).sort())
      .toEqual(['attribution', 'date', 'figure', 'hedge', 'name'].map((kind) => `suggestion-${kind}`));
    await keyboard.press('Control+Alt+u');
    await expect.poll(() => marked(page)).toEqual({});
    await keyboard.press('Control+Alt+u');
    await expect.poll(async () => Object.keys(await marked(page)).length).toBe(5);
  });

  await test.step('the caret says what it comes into', async () => {
    const said = page.getByText(/\(said by /);
    await keyboard.press('Control+Home');
    for (let steps = 0; steps < 12 && (await said.count()) === 0; steps += 1) await keyboard.press('.');
    await expect(said).toHaveCount(1);
    await keyboard.select(reader.text(), passage);
    await keyboard.press('e');
    await expect(reader.quote()).toHaveText(passage);
  });

  await test.step('source, date and figure are taken by keys; the focus goes on to the next', async () => {
    await expect(offer(`Add the date ${wanted.date}`)).toBeVisible();
    await keyboard.press('s');
    if (wanted.source !== null) {
      await expect(offer(`Add the source ${wanted.source} (new)`)).toBeFocused();
      await keyboard.press('Enter');
      await expect(details.getByRole('combobox', { name: 'Said by' })).toHaveValue(wanted.source);
    }
    await expect(offer(`Add the date ${wanted.date}`)).toBeFocused();
    await keyboard.press('Enter');
    await expect(details.getByLabel('Event date')).toHaveValue(isReal ? '2024-10' : '2023-05');
    await expect(offer(`Add the figure ${wanted.figure}`)).toBeFocused();
    await keyboard.press('Enter');
    await expect(details.getByRole('group', { name: 'Figures' }).getByText(wanted.figure)).toBeVisible();
  });

  if (isReal) {
    await test.step('a tag is made and set in one step, and undone in one', async () => {
      const tag = offer('Add the tag Kursk (new place)');
      await expect(tag).toBeFocused();
      await keyboard.press('Enter');
      await expect(details.getByRole('row', { name: 'Kursk' })).toBeVisible();
      const navigation = page.getByRole('navigation', { name: 'Case' });
      await expect(navigation.getByRole('link', { name: 'Tags, 1', exact: true })).toBeVisible();
      await keyboard.press('Control+z');
      await expect(details.getByRole('row', { name: 'Kursk' })).toHaveCount(0);
      await expect(navigation.getByRole('link', { name: 'Tags, 0', exact: true })).toBeVisible();
      await expect(tag).toBeVisible();
    });

    await test.step('what is refused stays away until it is asked for', async () => {
      await keyboard.to(offer('Add the tag Kursk (new place)'));
      await keyboard.press('Delete');
      await expect(offers).toHaveCount(0);
      await keyboard.use(details.getByRole('button', { name: 'Offer one refused again' }));
      await expect(offer('Add the tag Kursk (new place)')).toBeVisible();
    });
  }

  await test.step('the figure goes with its cross, and comes back', async () => {
    const figures = details.getByRole('group', { name: 'Figures' });
    await keyboard.use(figures.getByRole('button', { name: `Remove ${wanted.figure}` }));
    await expect(figures).toHaveCount(0);
    await keyboard.press('Control+z');
    await expect(figures.getByText(wanted.figure)).toBeVisible();
  });
  expect(complaints).toEqual([]);
});
