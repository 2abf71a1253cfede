// Two windows of one profile on the same case: each sees what the other does, and neither takes back the other's work.
import type { Workbench } from './pages/Workbench';
import { Reader } from './pages/Reader';
import { chooseExcerpt, databases, expect, otherWindow, test } from './profiles';

const NUMBERS = 'put the number of North Korean soldiers';
const NEED = 'He read the deployment as a sign of need.';
const DOCUMENT = /Pentagon/;

const place = (workbench: Workbench, name: string) =>
  workbench.page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name });

test.describe('two windows', () => {
  let other: Workbench;
  test.beforeEach(async ({ workbench, page, complaints }) => {
    await workbench.introduce();
    await workbench.openSample();
    other = await otherWindow(page, complaints);
    await other.indexCurrent();
  });
  test.afterEach(({ complaints }) => {
    expect(complaints).toEqual([]);
  });

  test('show a new excerpt in the reader, the list and the counts of the other', async ({ workbench, page }) => {
    for (const one of [workbench, other]) {
      await one.go('Documents');
      await one.page.getByRole('row').filter({ hasText: DOCUMENT }).first().dblclick();
      await expect(new Reader(one.page).text()).toBeVisible();
    }
    const marks = () =>
      other.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));
    const before = await marks();
    const words = (await new Reader(page).text().innerText()).match(/[A-Z][a-z]+ [a-z]+ [a-z]+ [a-z]+/g)!.at(-1)!;
    await new Reader(page).excerpt(words);
    await expect(place(other, 'Excerpts, 69')).toBeVisible();
    await expect.poll(marks).toBeGreaterThan(before);
    await other.go('Excerpts');
    await expect(other.page.getByRole('grid', { name: 'Excerpts' }).getByText(words).first()).toBeVisible();

    await workbench.undoButton().click();
    await expect(place(other, 'Excerpts, 68')).toBeVisible();
    await expect(other.page.getByRole('grid', { name: 'Excerpts' }).getByText(words)).toHaveCount(0);
  });

  test('show a tag, a grade and a note of the other, but leave a field alone that is being typed in', async ({
    workbench,
  }) => {
    const here = await chooseExcerpt(workbench, NUMBERS);
    const there = await chooseExcerpt(other, NUMBERS);
    await here.tag('Seen twice', 'topic');
    await expect(there.details().getByText('Seen twice')).toBeVisible();
    await expect(place(other, 'Tags, 52')).toBeVisible();
    await here.grade(5);
    await expect(there.details().getByRole('radio', { name: /^5,/ })).toBeChecked();
    await here.note('From the first window.');
    await expect(there.details().getByLabel('Note')).toHaveValue('From the first window.');

    await other.page.bringToFront();
    const field = there.details().getByLabel('Note');
    await field.click();
    await field.press('End');
    await field.pressSequentially(' Still');
    await here.grade(2);
    await field.pressSequentially(' typing');
    await expect(there.details().getByRole('radio', { name: /^2,/ })).toBeChecked();
    await expect(field).toHaveValue('From the first window. Still typing');
    await field.blur();
    await expect(here.details().getByLabel('Note')).toHaveValue('From the first window. Still typing');
  });

  test('refuse to take back a step that the other changed since, and keep it', async ({ workbench, page }) => {
    const here = await chooseExcerpt(workbench, NEED);
    await here.note('First words.');
    const there = await chooseExcerpt(other, NEED);
    await expect(there.details().getByLabel('Note')).toHaveValue('First words.');
    await there.note('Other words.');
    await expect(here.details().getByLabel('Note')).toHaveValue('Other words.');
    const step = await workbench.undoButton().getAttribute('aria-label');
    await workbench.undoButton().click();
    await expect(workbench.message(/cannot be taken back: the same thing was changed since/)).toBeVisible();
    await expect(here.details().getByLabel('Note')).toHaveValue('Other words.');
    await expect(workbench.undoButton()).toHaveAttribute('aria-label', step!);

    // The window that wrote last may take back its own, and then the first one may too.
    await other.undoButton().click();
    await expect(here.details().getByLabel('Note')).toHaveValue('First words.');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('say so when the other deletes the case', async ({ workbench, page }) => {
    await chooseExcerpt(other, NUMBERS);
    await workbench.deleteCase();
    await expect(other.page.getByText(/This case was deleted in another window/)).toBeVisible();
    await other.page.getByRole('button', { name: 'All cases' }).click();
    await expect(other.page.getByRole('heading', { name: /^Welcome/ })).toBeVisible();
    expect(await databases(page)).toEqual(['collate-registry']);
  });

  test('show the new name of a case in the list of all cases', async ({ workbench, page }) => {
    await workbench.go('Overview');
    await page.getByRole('textbox', { name: 'Name' }).fill('Named anew');
    await page.getByRole('textbox', { name: 'Name' }).blur();
    await expect(other.page.getByRole('button', { name: 'Case menu: Named anew' })).toBeVisible();
    await other.command('All cases');
    await expect(other.page.getByRole('button', { name: /^Named anew/ })).toBeVisible();
  });
});
