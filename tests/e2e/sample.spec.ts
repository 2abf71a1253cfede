// The sample case: there in a click, full in every view, and the same case when it is opened again.
import { BriefingPage } from './pages/BriefingPage';
import { databases, expect, test } from './profiles';

test.beforeEach(async ({ workbench }) => {
  await workbench.introduce();
  await workbench.openSample();
});

test.afterEach(({ complaints }) => {
  expect(complaints).toEqual([]);
});

test('comes with all its records', async ({ page }) => {
  const navigation = page.getByRole('navigation', { name: 'Case' });
  for (const count of ['Documents, 14', 'Excerpts, 68', 'Tags, 51', 'Sources, 21', 'Hypotheses, 2', 'Briefings, 2']) {
    await expect(navigation.getByRole('link', { name: count, exact: true })).toBeVisible();
  }
});

test('has something to see in every view', async ({ workbench, page }) => {
  const work = page.getByRole('main', { name: 'Work' });
  await expect(work.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(work.getByRole('link', { name: /Issue brief/ })).toBeVisible();
  for (const [place, role, name, least] of [
    ['Documents', 'grid', /Documents/, 14],
    ['Excerpts', 'grid', 'Excerpts', 8],
    ['Tags', 'treegrid', /./, 5],
    ['Sources', 'grid', /./, 8],
    ['Briefings', 'grid', 'Briefings', 1],
  ] as const) {
    await workbench.go(place);
    const rows = work.getByRole(role, { name }).first().getByRole('row');
    await expect.poll(() => rows.count(), place).toBeGreaterThanOrEqual(least);
  }
  await workbench.go('Hypotheses');
  await expect(work.getByText('North Korea is entering the war with formed units').first()).toBeVisible();
  await workbench.go('Exchange');
  await expect(work.getByText(/68 excerpts, 51 tags, 54 links and 2 briefings/)).toBeVisible();
  await workbench.go('Documents');
  await work.getByRole('row').filter({ hasText: 'what has been reported so far' }).dblclick();
  await expect(page.getByLabel(/^Text of /)).toContainText('M-1989 Koksan');
});

test('rows are selected with Shift by pointer, without the words between them', async ({ workbench, page }) => {
  await workbench.go('Excerpts');
  const grid = page.getByRole('grid', { name: 'Excerpts' });
  await grid.getByRole('row', { selected: false }).nth(1).click();
  await grid
    .getByRole('row', { selected: false })
    .nth(3)
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('4 selected', { exact: true })).toBeVisible();
  await expect(grid).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
});

test('has a briefing with its references and its marking', async ({ workbench, page }) => {
  await workbench.go('Briefings');
  await page.getByRole('grid', { name: 'Briefings' }).getByRole('row').filter({ hasText: 'Issue brief' }).dblclick();
  const briefing = new BriefingPage(page);
  await expect(briefing.text).toContainText('Koksan');
  const numbers = (await briefing.numbers()).map((one) => Number(/\d+/.exec(one)?.[0]));
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers.every((one) => one > 0)).toBe(true);
  await expect(briefing.references.getByRole('listitem')).toHaveCount(Math.max(...numbers));
  await expect(page.getByText(/^Cites \d+ excerpts of \d+ documents/)).toBeVisible();
  await expect(page.getByText(/because it cites \d+ passages/)).toBeVisible();
});

test('opened again it is the same case, with what was done in it', async ({ workbench, page }) => {
  await page.getByRole('textbox', { name: 'Name' }).fill('My sample');
  await page.getByRole('textbox', { name: 'Name' }).blur();
  await expect(page.getByRole('button', { name: 'Case menu: My sample' })).toBeVisible();
  const before = await databases(page);
  await workbench.command('All cases');
  await workbench.openSample();
  await expect(page.getByRole('button', { name: 'Case menu: My sample' })).toBeVisible();
  expect(await databases(page)).toEqual(before);
  await workbench.command('All cases');
  await expect(page.getByRole('list', { name: 'Cases on this computer' }).getByRole('listitem')).toHaveCount(1);
});
