/** What the program can show, and how one gets there: for looking at all of it in one way. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Reader } from './Reader';
import type { Place, Workbench } from './Workbench';

export interface Scene {
  readonly name: string;
  readonly reach: (workbench: Workbench, page: Page) => Promise<void>;
}

const heading = (page: Page, name: RegExp) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();

const place = (name: Place): Scene['reach'] => {
  const title = name === 'Overview' ? /./ : new RegExp(`^${name}`);
  return async (workbench, page) => {
    await workbench.go(name);
    await heading(page, title);
  };
};

/** Opens the document with most to see: the one that the first excerpt of the list stands in. */
const openDocument: Scene['reach'] = async (workbench, page) => {
  await workbench.go('Documents');
  await page.getByRole('grid', { name: 'Documents' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(new Reader(page).text()).toBeVisible();
};

const openBriefing: Scene['reach'] = async (workbench, page) => {
  await workbench.go('Briefings');
  await page.getByRole('grid', { name: 'Briefings' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Text of the briefing' })).toBeVisible();
  await expect(
    page.getByRole('complementary', { name: 'Evidence' }).getByRole('button', { name: 'Cite' }).first(),
  ).toBeVisible();
};

const search =
  (words: string): Scene['reach'] =>
  async (workbench, page) => {
    await workbench.go('Overview');
    await page.getByRole('searchbox', { name: 'Search the case' }).fill(words);
  };

export const documents: readonly Scene[] = [
  { name: 'overview', reach: place('Overview') },
  { name: 'documents', reach: place('Documents') },
  {
    name: 'documents with one selected',
    reach: async (_, page) => {
      await page.getByRole('grid', { name: 'Documents' }).focus();
      await page.keyboard.press('Home');
      await expect(page.getByRole('complementary', { name: 'Details' }).getByRole('textbox').first()).toBeVisible();
    },
  },
  { name: 'hypotheses', reach: place('Hypotheses') },
  { name: 'exchange', reach: place('Exchange') },
];

export const named: readonly Scene[] = [
  { name: 'tags', reach: place('Tags') },
  {
    name: 'tags with one selected',
    reach: async (_, page) => {
      await page.getByRole('treegrid', { name: 'Tags' }).getByRole('row').nth(1).click();
      await expect(
        page.getByRole('complementary', { name: 'Details of the tag' }).getByRole('textbox').first(),
      ).toBeVisible();
    },
  },
  { name: 'sources', reach: place('Sources') },
  {
    name: 'sources with one selected',
    reach: async (_, page) => {
      await page.getByRole('grid', { name: 'Sources' }).focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Space');
      await expect(page.getByRole('complementary').getByRole('textbox').first()).toBeVisible();
    },
  },
];

export const reading: readonly Scene[] = [
  { name: 'reader', reach: openDocument },
  {
    name: 'reader with words selected',
    reach: async (_, page) => {
      await new Reader(page).text().focus();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Shift+End');
      await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
    },
  },
  {
    name: 'reader with an excerpt selected',
    reach: async (_, page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await expect(new Reader(page).quote()).toBeVisible();
    },
  },
  {
    name: 'find in the document',
    reach: async (_, page) => {
      await page.keyboard.press('Control+f');
      await page.keyboard.type('the');
      await expect(page.getByText(/1 of \d+/).first()).toBeVisible();
    },
  },
];

export const finding: readonly Scene[] = [
  { name: 'excerpts', reach: place('Excerpts') },
  {
    name: 'excerpts filtered, several selected',
    reach: async (workbench, page) => {
      await page.getByLabel('Filter by text').fill('the');
      await page.getByRole('button', { name: 'Filter by marking' }).click();
      await page.getByRole('menuitem', { name: /^TLP:GREEN/ }).click();
      await page.keyboard.press('Escape');
      await workbench.indexCurrent();
      await page.getByRole('grid', { name: 'Excerpts' }).focus();
      await page.keyboard.press('Control+a');
      await expect(page.getByRole('toolbar', { name: 'Selected excerpts' })).toBeVisible();
    },
  },
  {
    name: 'excerpts, none fits',
    reach: async (_, page) => {
      await page.getByLabel('Filter by text').fill('zzzzqqqq');
      await expect(page.getByText('No excerpt fits')).toBeVisible();
    },
  },
  {
    name: 'search results',
    reach: async (workbench, page) => {
      await search('troops')(workbench, page);
      await expect(page.getByRole('main').locator('mark').first()).toBeVisible();
    },
  },
  {
    name: 'search without a result',
    reach: async (workbench, page) => {
      await search('zzzzqqqq')(workbench, page);
      await expect(page.getByText(/Nothing|No /).first()).toBeVisible();
    },
  },
];

export const writing: readonly Scene[] = [
  { name: 'briefings', reach: place('Briefings') },
  { name: 'briefing with the evidence beside it', reach: openBriefing },
  {
    name: 'briefing, the list that [[ opens',
    reach: async (_, page) => {
      await page.getByRole('textbox', { name: 'Text of the briefing' }).focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' [[tro');
      await expect(page.getByRole('listbox', { name: 'Excerpts to cite' }).getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'new briefing',
    reach: async (workbench, page) => {
      await page.keyboard.press('Escape');
      await workbench.go('Briefings');
      await page.keyboard.press('Control+Alt+w');
      await expect(page.getByRole('dialog', { name: 'New briefing' })).toBeVisible();
    },
  },
];

export const judged: readonly Scene[] = [
  { name: 'judgements', reach: place('Judgements') },
  {
    name: 'judgements that are due, one selected',
    reach: async (_, page) => {
      await page.getByRole('radio', { name: /^Due/ }).click();
      await page.getByRole('grid', { name: 'Judgements' }).focus();
      await page.keyboard.press('Home');
      await expect(page.getByRole('button', { name: 'Record outcome…' })).toBeEnabled();
    },
  },
  {
    name: 'recording an outcome',
    reach: async (_, page) => {
      await page.getByRole('button', { name: 'Record outcome…' }).click();
      await expect(page.getByRole('dialog', { name: 'Record the outcome' })).toBeVisible();
    },
  },
  {
    name: 'calibration',
    reach: async (_, page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: 'Calibration' }).click();
      await expect(page.getByRole('img', { name: /^Calibration curve/ })).toBeVisible();
    },
  },
  {
    name: 'a judgement with its fields beside the text',
    reach: async (_, page) => {
      await page.getByRole('tab', { name: 'List' }).click();
      const grid = page.getByRole('grid', { name: 'Judgements' });
      await expect(grid.getByRole('row').nth(1)).toBeVisible();
      await grid.focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await expect(
        page.getByRole('complementary', { name: 'Judgements' }).getByRole('button', { name: /Confidence/ }),
      ).toBeVisible();
    },
  },
];

export const dialogs: readonly Scene[] = [
  {
    name: 'palette',
    reach: async (_, page) => {
      await page.keyboard.press('Control+k');
      await page
        .getByRole('dialog', { name: /Commands/ })
        .getByRole('textbox')
        .fill('tag');
      // The list settles a moment after the words: then the field names the entry that Enter takes.
      await expect(page.getByRole('menuitem', { name: /^Tags/ })).toBeVisible();
      await page.waitForFunction(
        () => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '\0') !== null,
      );
    },
  },
  { name: 'shortcuts', reach: (_, page) => opened(page, '?', 'Keyboard shortcuts') },
  { name: 'settings', reach: (_, page) => opened(page, 'Control+,', 'Settings') },
  { name: 'pasting', reach: (_, page) => opened(page, 'Control+Shift+v', 'Import from pasted text') },
  { name: 'new case', reach: (_, page) => opened(page, 'Control+Alt+n', 'New case') },
  {
    name: 'about',
    reach: async (workbench, page) => {
      await workbench.command('About Collate');
      await expect(page.getByLabel('Third-party licences')).toContainText('MIT');
    },
  },
  {
    name: 'deleting the case',
    reach: async (workbench, page) => {
      await workbench.command('Delete case…');
      await expect(page.getByRole('button', { name: 'Delete the case' })).toBeVisible();
    },
  },
  {
    name: 'link',
    reach: async (workbench, page) => {
      await workbench.go('Excerpts');
      await page.getByRole('grid', { name: 'Excerpts' }).focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Space');
      await opened(page, 'l', 'Link this excerpt');
      await expect(page.getByRole('grid', { name: 'What to link to' }).getByRole('row').nth(2)).toBeVisible();
    },
  },
  {
    name: 'tagging many',
    reach: async (_, page) => {
      await page.getByRole('grid', { name: 'Excerpts' }).focus();
      await page.keyboard.press('Control+a');
      await expect(page.getByRole('toolbar', { name: 'Selected excerpts' })).toBeVisible();
      await opened(page, 't', /^Tag \d+ excerpts/);
    },
  },
  {
    name: 'menu of the case',
    reach: async (_, page) => {
      await page.getByRole('button', { name: /^Case menu/ }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
];

async function opened(page: Page, keys: string, name: string | RegExp): Promise<void> {
  await page.keyboard.press(keys);
  await expect(page.getByRole('dialog', { name })).toBeVisible();
}

export const work: readonly Scene[] = [
  { name: 'reader', reach: openDocument },
  { name: 'excerpts', reach: place('Excerpts') },
  {
    name: 'search',
    reach: async (workbench, page) => {
      await search('troops')(workbench, page);
      await expect(page.getByRole('main').locator('mark').first()).toBeVisible();
    },
  },
  { name: 'briefings', reach: place('Briefings') },
  { name: 'briefing', reach: openBriefing },
];
