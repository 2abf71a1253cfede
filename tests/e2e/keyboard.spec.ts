// A day of work without a mouse: after the page is there, nothing is done here but by keys. Locators only look.
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { Keyboard } from './pages/Keyboard';
import { Reader } from './pages/Reader';
import type { Workbench } from './pages/Workbench';
import { scenarioDocument } from './realDocument';

const { first, second, title } = scenarioDocument;

test.describe.configure({ timeout: 120_000 });

/** The first start: a name, and what the welcome offers. */
async function begin(page: Page, keyboard: Keyboard, way: RegExp): Promise<void> {
  await keyboard.to(page.getByLabel('Your name'));
  await keyboard.type('Jo Analyst');
  await keyboard.press('Enter');
  await keyboard.use(page.getByRole('button', { name: way }));
}

async function openSample(page: Page, keyboard: Keyboard, workbench: Workbench): Promise<void> {
  await begin(page, keyboard, /Open the sample case/);
  await expect(page.getByRole('navigation', { name: 'Case' })).toBeVisible();
  await workbench.indexCurrent();
}

test('a document is taken in, read, excerpted, judged and linked by keys alone', async ({
  workbench,
  page,
  complaints,
}) => {
  const keyboard = new Keyboard(page);
  const reader = new Reader(page);
  const details = reader.details();

  await test.step('a name, a case, a document', async () => {
    await begin(page, keyboard, /Start a new case/);
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await keyboard.type('By keys');
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Case menu: By keys' })).toBeVisible();
    await workbench.importFiles(scenarioDocument.path);
    await expect(reader.text(), 'the text has the focus once it is open').toBeFocused();
    await expect(page.getByRole('heading', { name: title }).first()).toBeVisible();
  });

  await test.step('words are selected by sentence and by word, and kept', async () => {
    await keyboard.select(reader.text(), first);
    await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
    await keyboard.press('e');
    await expect(reader.quote()).toHaveText(first);
  });

  await test.step('a tag with its kind, a note, a grade, a source, a date, a marking', async () => {
    await keyboard.press('t');
    await expect(details.getByRole('combobox', { name: 'Tags' })).toBeFocused();
    await keyboard.type('Troop numbers');
    await keyboard.choose(page.getByRole('option', { name: /Create “Troop numbers”/ }));
    await keyboard.use(
      page.getByRole('group', { name: 'Kind of the new tag Troop numbers' }).getByRole('button', { name: 'event' }),
    );
    await expect(details.getByRole('row', { name: 'Troop numbers' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(reader.text(), 'Esc goes from the details back to the text').toBeFocused();

    await keyboard.press('n');
    await expect(details.getByLabel('Note')).toBeFocused();
    await keyboard.type('The first public figure.');
    await keyboard.press('Escape');
    await expect(reader.text()).toBeFocused();
    await keyboard.press('g');
    await expect(details.getByRole('radio', { name: /^1,/ })).toBeFocused();
    await keyboard.to(details.getByRole('radio', { name: /^3,/ }), 'ArrowRight');
    await keyboard.press('Space');
    await expect(details.getByRole('radio', { name: /^3,/ })).toBeChecked();

    await keyboard.to(details.getByRole('combobox', { name: 'Said by' }));
    await keyboard.type('National Intelligence Service');
    await keyboard.choose(page.getByRole('option', { name: /Create “National/ }));
    await keyboard.to(details.getByLabel('Event date'));
    await keyboard.type('18 Oct 2024');
    await keyboard.press('Enter');
    await expect(details.getByText(/to the day/)).toBeVisible();
    await keyboard.press('Escape', 'm');
    await expect(details.getByRole('button', { name: /Marking/ })).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.choose(page.getByRole('option', { name: /^TLP:RED/ }));
    await expect(details.getByText(/^TLP:RED, stricter/)).toBeVisible();
    await expect(details.getByRole('combobox', { name: 'Said by' })).toHaveValue('National Intelligence Service');
    await expect(details.getByLabel('Note')).toHaveValue('The first public figure.');
  });

  await test.step('a second excerpt is linked to the first, and the link followed', async () => {
    await keyboard.press('Escape');
    await keyboard.select(reader.text(), second);
    await keyboard.press('e');
    await expect(reader.quote()).toHaveText(second);
    await keyboard.press('t');
    await expect(details.getByRole('combobox', { name: 'Tags' })).toBeFocused();
    await keyboard.type('troop');
    await keyboard.choose(page.getByRole('option', { name: 'Troop numbers' }));
    await keyboard.press('Escape', 'l');
    const dialog = page.getByRole('dialog', { name: 'Link this excerpt' });
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await keyboard.type(first);
    await expect(dialog.getByRole('row', { selected: true })).toContainText(first.slice(0, 20));
    await keyboard.press('Enter', 'Enter');
    await keyboard.choose(page.getByRole('option', { name: /^contradicts/ }));
    await keyboard.to(dialog.getByLabel('Why'));
    await keyboard.type('The figures differ by a factor of six.');
    await keyboard.use(dialog.getByRole('button', { name: 'Link', exact: true }));
    await expect(dialog).toBeHidden();
    await keyboard.use(details.getByRole('button', { name: 'Go to the other end' }));
    await expect(reader.quote()).toHaveText(first);
    await expect(details.getByRole('region', { name: 'Links' })).toContainText('contradicts');
  });

  await test.step('J and K go through the passages; Enter in a passage takes its excerpt', async () => {
    await keyboard.press('Escape');
    await expect(reader.text()).toBeFocused();
    await keyboard.press('j');
    await expect(reader.quote()).toHaveText(second);
    await keyboard.press('k');
    await expect(reader.quote()).toHaveText(first);
    await keyboard.press('j', 'ArrowRight', 'Enter');
    await expect(reader.quote()).toHaveText(second);
  });

  await test.step('undo and redo', async () => {
    const links = details.getByRole('region', { name: 'Links' });
    await keyboard.press('Control+z');
    await expect(links).toContainText('Nothing is linked');
    await keyboard.press('Control+Shift+Z');
    await expect(links).toContainText('contradicts');
  });
  expect(complaints).toEqual([]);
});

test('excerpts are filtered and tagged, tags put in order, and everything searched by keys alone', async ({
  workbench,
  page,
  complaints,
}) => {
  const keyboard = new Keyboard(page);
  await openSample(page, keyboard, workbench);

  await test.step('filter, select several, tag them', async () => {
    await keyboard.press('Control+3');
    const grid = page.getByRole('grid', { name: 'Excerpts' });
    await expect(grid, 'the list has the focus once it is open').toBeFocused();
    await keyboard.to(page.getByLabel('Filter by text'), 'Shift+Tab');
    await keyboard.type('troops');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d+ of 68/);
    await keyboard.to(page.getByRole('button', { name: 'Filter by marking' }));
    await keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: /^TLP:CLEAR/ }), 'how many there are is said').toContainText(/\d/);
    await keyboard.choose(page.getByRole('menuitem', { name: /^TLP:CLEAR/ }));
    await keyboard.press('Escape');
    await expect(page.getByRole('list', { name: 'Filters in force' })).toContainText('TLP:CLEAR');
    await keyboard.to(grid);
    await keyboard.press('Home', 'Space', 'Shift+ArrowDown');
    await expect(page.getByRole('toolbar', { name: 'Selected excerpts' })).toContainText('2 selected');
    await keyboard.press('t');
    const dialog = page.getByRole('dialog', { name: 'Tag 2 excerpts' });
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await keyboard.type('topic: Checked by keys');
    await keyboard.choose(page.getByRole('option', { name: /Create/ }));
    await expect(dialog.getByRole('row', { name: 'Checked by keys' })).toBeVisible();
    await keyboard.use(dialog.getByRole('button', { name: 'Tag', exact: true }));
    await expect(dialog).toBeHidden();
    await expect(grid, 'the list has the focus again').toBeFocused();
  });

  const tree = page.getByRole('treegrid', { name: 'Tags', exact: true });
  await test.step('a tag is renamed, moved, deleted and brought back', async () => {
    await keyboard.press('Control+4');
    await expect(page.getByRole('heading', { name: /^Tags/, level: 1 })).toBeVisible();
    await keyboard.to(tree);
    const own = (name: string) => tree.getByRole('row', { name });
    await keyboard.to(own('Checked by keys'), 'ArrowDown');
    await keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: 'Name of the tag' })).toBeFocused();
    await keyboard.type('Found by keys');
    await keyboard.press('Enter');
    await expect(own('Found by keys')).toBeVisible();
    await keyboard.to(own('Found by keys'), 'ArrowDown');
    await keyboard.press('ContextMenu');
    await keyboard.choose(page.getByRole('menuitem', { name: 'Move to…' }));
    const dialog = page.getByRole('dialog', { name: 'Move “Found by keys”' });
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.type('Artillery');
    await keyboard.choose(page.getByRole('option', { name: /^Artillery/ }));
    await keyboard.use(dialog.getByRole('button', { name: 'Move' }));
    await expect(dialog).toBeHidden();
    await keyboard.press('Escape');
    await keyboard.to(tree);
    await expect(own('Found by keys')).toHaveAttribute('aria-level', '2');
    await keyboard.to(own('Found by keys'), 'ArrowDown');
    await keyboard.press('Delete');
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText('It comes off 2 excerpts');
    await keyboard.use(question.getByRole('button', { name: 'Delete the tag' }));
    await expect(own('Found by keys')).toBeHidden();
    await keyboard.press('Control+z');
    await expect(own('Found by keys')).toBeVisible();
  });

  await test.step('search from anywhere, and back', async () => {
    await keyboard.press('Escape', '/');
    await expect(page.getByRole('searchbox', { name: 'Search the case' })).toBeFocused();
    await keyboard.type('artillery');
    await expect(page.getByRole('heading', { name: /^Found/ })).toBeVisible();
    await keyboard.to(
      page
        .getByRole('main')
        .getByRole('region', { name: /^Excerpts/ })
        .getByRole('link'),
    );
    await keyboard.press('Enter');
    await expect(new Reader(page).quote()).toBeVisible();
    await keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('heading', { name: /^Found/ })).toBeVisible();
  });
  expect(complaints).toEqual([]);
});

test('a briefing is written and exported, the case sent away and taken in again by keys alone', async ({
  workbench,
  page,
  complaints,
}) => {
  const keyboard = new Keyboard(page);
  await openSample(page, keyboard, workbench);
  const body = page.getByRole('textbox', { name: 'Text of the briefing' });

  await test.step('a new briefing cites with [[, from the drawer, and quotes', async () => {
    await keyboard.press('Control+Alt+w');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Title' })).toBeFocused();
    await keyboard.type('Written by keys');
    await keyboard.press('Enter');
    await expect(body).toBeVisible();
    await keyboard.to(body);
    await keyboard.press('Control+End');
    await keyboard.type('Estimates differ widely [[troops');
    await expect(page.getByRole('listbox', { name: 'Excerpts to cite' }).getByRole('option').first()).toBeVisible();
    await keyboard.press('Enter');
    await expect(page.getByText(/Cites 1 excerpt/)).toBeVisible();

    const evidence = page.getByRole('complementary', { name: 'Evidence' });
    const grid = evidence.getByRole('grid');
    await keyboard.press('Control+Shift+E');
    await expect(evidence.getByRole('searchbox')).toBeFocused();
    await keyboard.type('artillery');
    await keyboard.to(grid);
    await keyboard.press('Home', 'ArrowDown', 'Enter');
    await expect(page.getByText(/Cites 2 excerpts/)).toBeVisible();
    await keyboard.press('Control+Shift+E');
    await keyboard.to(grid);
    await keyboard.press('End', 'Shift+Enter');
    await expect(page.getByText(/Cites 3 excerpts/)).toBeVisible();
    await expect(body.locator('blockquote, [data-quotation]').first()).toBeVisible();
    await keyboard.press('Control+Shift+E', 'Control+Shift+E');
    await expect(body, 'the same keys lead back to the text').toBeFocused();
  });

  await test.step('it leaves as HTML', async () => {
    await keyboard.to(page.getByRole('button', { name: /^Export/ }), 'Shift+Tab');
    const file = await workbench.download(async () => {
      await keyboard.press('Enter');
      await keyboard.choose(page.getByRole('menuitem', { name: /^HTML/ }));
    });
    expect(file.bytes.toString('utf8')).toContain('Estimates differ widely');
  });

  await test.step('the case leaves, is deleted, and comes back the same', async () => {
    const before = await workbench.exportBundle();
    await keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: /Commands/ }).locator('input')).toBeFocused();
    await keyboard.type('Delete case');
    await expect(page.getByRole('menuitem', { name: /^Delete case/ })).toHaveAttribute('data-focused', 'true');
    await keyboard.press('Enter');
    await keyboard.use(page.getByRole('button', { name: 'Delete the case' }));
    await expect(page.getByRole('button', { name: /Start a new case/ })).toBeVisible();
    await workbench.openBundle({ name: before.name, mimeType: 'application/zip', buffer: before.bytes });
    await expect(page.getByRole('button', { name: /^Case menu/ })).toBeVisible();
    await workbench.indexCurrent();
    expect((await workbench.exportBundle()).bytes.equals(before.bytes)).toBe(true);
  });
  expect(complaints).toEqual([]);
});
