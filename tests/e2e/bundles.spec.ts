// What comes in from outside: bundles that are broken or hostile, and bundles that are joined with what is here.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readBundle, writeBundle } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import { nodeTools } from './nodeTools';
import { idOf, sha256, smallCase } from '../fixtures/bundles/make';
import { grown, HOSTILE, open, textOf } from './hostileBundles';
import { Reader } from './pages/Reader';
import type { Workbench } from './pages/Workbench';
import { bundleFile, chooseExcerpt, databases, expect, otherProfile, test } from './profiles';

/** One original that is packed and one that is not, each above what a page keeps in memory. */
function withLargeOriginals(): BundleContents {
  const small = smallCase();
  const text = Buffer.from(Array.from({ length: 1_000_000 }, (_, i) => `${i * 7919} ships\n`).join(''));
  const noise = randomBytes(9 << 20);
  const originals = [
    { id: sha256(text), ext: 'txt', bytes: new Uint8Array(text) },
    { id: sha256(noise), ext: 'pdf', bytes: new Uint8Array(noise) },
  ];
  const [document] = small.rows.documents!;
  const documents = originals.map(({ id }, i) => ({
    ...document!,
    id: i === 0 ? document!.id : idOf(999),
    versions: document!.versions.map((version) => ({ ...version, originalId: id })),
  }));
  return { ...small, rows: { ...small.rows, documents }, originals };
}

const WELCOME = /^Welcome, /;
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

async function nothingHere(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: WELCOME })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Cases on this computer' })).toHaveCount(0);
  expect(await databases(page)).toEqual(['collate-registry']);
}

test.describe('a bundle', () => {
  test('that is broken or hostile is refused in one sentence and leaves nothing, whatever it is', async ({
    workbench,
    page,
    complaints,
    sampleBundle,
  }) => {
    await workbench.introduce();
    for (const { what, sentence, make } of HOSTILE) {
      await test.step(what, async () => {
        await workbench.openBundle(bundleFile(make(sampleBundle)));
        await expect(workbench.message(sentence)).toBeVisible();
        await expect(workbench.message(/Nothing was imported/)).toHaveCount(1);
        await messages(page).getByRole('button', { name: 'Dismiss' }).click();
        // The page goes on: a dialog opens and closes.
        await page.getByRole('button', { name: /Start a new case/ }).click();
        await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
        await page.keyboard.press('Escape');
        await nothingHere(page);
      });
    }
    expect(complaints).toEqual([]);
  });

  for (const stage of ['Reading', 'Storing']) {
    test(`stopped while ${stage.toLowerCase()} leaves nothing`, async ({
      workbench,
      page,
      complaints,
      sampleBundle,
    }) => {
      await workbench.introduce();
      await page.evaluate((label) => {
        new MutationObserver((_, observer) => {
          const stop = document.querySelector<HTMLElement>(`button[aria-label^="Stop: ${label}"]`);
          if (!stop) return;
          observer.disconnect();
          stop.click();
          document.title = 'stopped';
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      }, stage);
      await workbench.openBundle(bundleFile(grown(sampleBundle, 40_000)));
      await expect(page).toHaveTitle('stopped', { timeout: 20_000 });
      await expect(page.getByRole('button', { name: /^Stop: / })).toHaveCount(0);
      await nothingHere(page);
      expect(complaints).toEqual([]);
    });
  }

  test('can be opened again after it was refused', async ({ workbench, page, sampleBundle }) => {
    await workbench.introduce();
    await workbench.openBundle(bundleFile(sampleBundle.subarray(0, 5_000)));
    await expect(workbench.message(/was cut short/)).toBeVisible();
    await workbench.openBundle(bundleFile(sampleBundle));
    await expect(page.getByRole('navigation', { name: 'Case' })).toBeVisible();
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Excerpts, 68' })).toBeVisible();
  });

  test('with originals larger than the memory of one step comes in and goes out with every byte', async ({
    workbench,
    page,
  }) => {
    const given = withLargeOriginals();
    await workbench.introduce();
    await workbench.openBundle(bundleFile(Buffer.from(await writeBundle(given, nodeTools))));
    await expect(page.getByRole('heading', { name: given.case.name })).toBeVisible();
    await expect(page.getByText('index current')).toBeVisible();
    const read = await readBundle(new Uint8Array((await workbench.exportBundle()).bytes), nodeTools);
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.originals.map(({ id, ext }) => `${id}.${ext}`)).toEqual(
      given.originals.map(({ id, ext }) => `${id}.${ext}`).toSorted(),
    );
  });

  test('holds what sha256sum can verify without the program', async ({ sampleBundle }, info) => {
    const file = info.outputPath('case.zip');
    writeFileSync(file, sampleBundle);
    const folder = info.outputPath('bag');
    const has = (tool: string): boolean => ['/usr/bin', '/bin'].some((place) => existsSync(`${place}/${tool}`));
    if (!has('unzip') || !has('sha256sum')) {
      info.annotations.push({ type: 'not run', description: 'unzip or sha256sum is not on this machine' });
      return;
    }
    execFileSync('unzip', ['-q', file, '-d', folder]);
    for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      const said = execFileSync('sha256sum', ['--strict', '-c', list], { cwd: folder, encoding: 'utf8' });
      expect(said).toMatch(/: OK\n$/);
      expect(said).not.toMatch(/FAILED/);
    }
  });

  test('has a page that shows its excerpts with scripts off, and is searched with them', async ({
    browser,
    sampleBundle,
  }, info) => {
    const file = info.outputPath('index.html');
    writeFileSync(file, textOf(open(sampleBundle), 'data/index.html'));
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) asked.push(request.url());
    });
    await page.goto(`file://${file}`);
    await expect(page.getByText('They are paid for as well, and their pay goes to the state.').first()).toBeVisible();
    await expect(page.getByText('перші солдати КНДР прибули до Курської області').first()).toBeVisible();
    await expect(page.getByText('TLP:AMBER').first()).toBeVisible();
    expect(asked).toEqual([]);
    await context.close();
    // The examiner itself is a script, which the page's policy would stop.
    const searched = await (await browser.newContext()).newPage();
    await searched.goto(`file://${file}`);
    await searched.keyboard.press('/');
    await searched.keyboard.type('ПЕРШІ СОЛДАТИ');
    await searched.keyboard.press('Enter');
    await expect(searched.getByRole('search').getByRole('status')).toHaveText(/^1 of \d+ place/);
    await searched.context().close();
    const examined = await (await browser.newContext({ bypassCSP: true })).newPage();
    await examined.goto(`file://${file}`);
    const { violations } = await new AxeBuilder({ page: examined }).analyze();
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
    await examined.context().close();
  });
});

const SHARED = 'put the number of North Korean soldiers';
const DELETED = 'He read the deployment as a sign of need.';
const TAGGED = "North Korea's arms plants are working at full stretch.";

/** The review of a bundle whose case is here. */
const review = (page: Page) => page.getByRole('dialog', { name: 'This case is here already' });

/** What the other analyst did: another note on the same excerpt, a new tag, one excerpt less. */
async function workElsewhere(there: Workbench): Promise<void> {
  await (await chooseExcerpt(there, SHARED)).note('Other note: counts Kursk only.');
  await (await chooseExcerpt(there, TAGGED)).tag('Night trains', 'topic');
  await chooseExcerpt(there, DELETED);
  await there.page.getByRole('grid', { name: 'Excerpts' }).focus();
  await there.page.keyboard.press('Delete');
  await expect(there.page.getByRole('navigation').getByRole('link', { name: 'Excerpts, 67' })).toBeVisible();
}

const takeIn = async (workbench: Workbench, bytes: Buffer, how: string): Promise<void> => {
  await workbench.openBundle(bundleFile(bytes));
  const dialog = review(workbench.page);
  await dialog.getByRole('button', { name: how }).click();
  await expect(dialog).toBeHidden();
};

test.describe('two analysts', () => {
  // Two profiles, and a bundle each way: more than one test's worth of work on a small machine.
  test.describe.configure({ timeout: 240_000 });
  test.beforeEach(async ({ workbench }) => {
    await workbench.introduce('Ada Here');
    await workbench.openSample();
  });

  test('take in each other’s work, settle what they both wrote, and can take the merge back', async ({
    workbench,
    page,
    browser,
    baseURL,
    complaints,
  }) => {
    const there = await otherProfile(browser, baseURL!, 'Bo There', complaints);
    await there.openBundle(bundleFile((await workbench.exportBundle()).bytes));
    await there.indexCurrent();
    await (await chooseExcerpt(workbench, SHARED)).note('My note: see the Pentagon’s own words.');
    await workElsewhere(there);
    const theirs = (await there.exportBundle()).bytes;
    await there.page.context().close();

    await takeIn(workbench, theirs, 'Take in what is new');
    // The excerpt that went took a link with it.
    await expect(
      workbench.message('Taken in: 1 new, 2 changed, 2 deleted. 1 value was set aside for review.'),
    ).toBeVisible();
    const navigation = page.getByRole('navigation', { name: 'Case' });
    await expect(navigation.getByRole('link', { name: 'Excerpts, 67' })).toBeVisible();
    await expect(navigation.getByRole('link', { name: 'Tags, 52' })).toBeVisible();

    await workbench.go('Exchange');
    const conflict = page.getByRole('listitem').filter({ hasText: 'Stands now' });
    await expect(conflict).toHaveCount(1);
    await expect(conflict).toContainText('Other note: counts Kursk only.');
    await expect(conflict).toContainText('My note: see the Pentagon’s own words.');
    await expect(conflict).toContainText('Ada Here wrote');
    await conflict.getByRole('button', { name: 'Take the other' }).click();
    await expect(conflict).toHaveCount(0);
    const reader = await chooseExcerpt(workbench, SHARED);
    await expect(reader.details().getByLabel('Note')).toHaveValue('My note: see the Pentagon’s own words.');
    await workbench.undoButton().click();
    await expect(reader.details().getByLabel('Note')).toHaveValue('Other note: counts Kursk only.');
    await workbench.go('Exchange');
    await expect(conflict).toHaveCount(1);

    // One undo takes the whole merge back.
    await expect(workbench.undoButton()).toHaveAccessibleName('Undo Take in a bundle');
    await workbench.undoButton().click();
    await expect(conflict).toHaveCount(0);
    await expect(navigation.getByRole('link', { name: 'Excerpts, 68' })).toBeVisible();
    await expect(navigation.getByRole('link', { name: 'Tags, 51' })).toBeVisible();
    await expect((await chooseExcerpt(workbench, SHARED)).details().getByLabel('Note')).toHaveValue(
      'My note: see the Pentagon’s own words.',
    );
    await chooseExcerpt(workbench, DELETED);
    expect(complaints).toEqual([]);
  });

  test('find nothing new the second time', async ({ workbench, browser, baseURL, complaints }) => {
    const there = await otherProfile(browser, baseURL!, 'Bo There', complaints);
    await there.openBundle(bundleFile((await workbench.exportBundle()).bytes));
    await there.indexCurrent();
    await workElsewhere(there);
    const theirs = (await there.exportBundle()).bytes;
    await there.page.context().close();
    await takeIn(workbench, theirs, 'Take in what is new');
    await expect(workbench.message(/^Taken in: 1 new/)).toBeVisible();
    const once = (await workbench.exportBundle()).bytes;
    await takeIn(workbench, theirs, 'Take in what is new');
    await expect(workbench.message(/holds nothing that is not here already/)).toBeVisible();
    const twice = (await workbench.exportBundle()).bytes;
    expect(twice.equals(once)).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('end with the same case after bundles went both ways', async ({ workbench, browser, baseURL, complaints }) => {
    const there = await otherProfile(browser, baseURL!, 'Bo There', complaints);
    await there.openBundle(bundleFile((await workbench.exportBundle()).bytes));
    await there.indexCurrent();
    await (await chooseExcerpt(workbench, SHARED)).note('Mine.');
    await (await chooseExcerpt(workbench, DELETED)).grade(4);
    await workElsewhere(there);
    const [mine, theirs] = [(await workbench.exportBundle()).bytes, (await there.exportBundle()).bytes];
    await takeIn(workbench, theirs, 'Take in what is new');
    await expect(workbench.message(/^Taken in/)).toBeVisible();
    await takeIn(there, mine, 'Take in what is new');
    await expect(there.message(/^Taken in/)).toBeVisible();
    const [here, elsewhere] = [(await workbench.exportBundle()).bytes, (await there.exportBundle()).bytes];
    const [a, b] = [open(here), open(elsewhere)];
    for (const name of new Set([...a.keys(), ...b.keys()]))
      expect.soft(b.has(name) && textOf(b, name), name).toBe(a.has(name) && textOf(a, name));
    await there.page.context().close();
    expect(complaints).toEqual([]);
  });

  test('see both versions before anything is written, and what is decided stands everywhere', async ({
    workbench,
    page,
    browser,
    baseURL,
    complaints,
  }) => {
    const there = await otherProfile(browser, baseURL!, 'Bo There', complaints);
    await there.openBundle(bundleFile((await workbench.exportBundle()).bytes));
    await there.indexCurrent();
    await (await chooseExcerpt(workbench, SHARED)).note('My note: see the Pentagon’s own words.');
    await workElsewhere(there);
    const before = (await workbench.exportBundle()).bytes;
    await workbench.openBundle(bundleFile((await there.exportBundle()).bytes));
    const dialog = review(page);
    await expect(dialog.getByRole('group', { name: 'Shown' }).getByRole('button')).toHaveText([
      'In conflict 1',
      'New 1',
      'Newer there 1',
      'Deleted there 2',
      'Older there 0',
      /^Same \d+/,
      'Join',
      'Take theirs',
      'Keep mine',
    ]);
    const rows = dialog.getByRole('grid', { name: 'Records' }).getByRole('row');
    await expect(rows).toHaveCount(5);
    const versions = dialog.getByRole('region', { name: 'Both versions' });
    await expect(versions.getByRole('row', { name: /^Note/ }).getByRole('cell')).toHaveText([
      'My note: see the Pentagon’s own words.',
      'Other note: counts Kursk only.stands',
    ]);
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
    // By keyboard: the choice, then down the list to what was deleted there.
    await versions.getByRole('radio', { name: 'Keep mine' }).focus();
    await page.keyboard.press('Space');
    await expect(versions.getByRole('cell', { name: /^My note/ })).toContainText('stands');
    await dialog.getByRole('grid', { name: 'Records' }).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    await expect(versions).toContainText('Excerpt · last changed there by Bo There');
    await expect(versions).toContainText('Deleted there; it is still here.');
    await versions.getByRole('radio', { name: 'Keep mine' }).click();
    await expect(dialog.getByRole('status')).toContainText('2 records decided by you');
    // Nothing is written before yes.
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect((await workbench.exportBundle()).bytes.equals(before)).toBe(true);

    await workbench.openBundle(bundleFile((await there.exportBundle()).bytes));
    await versions.getByRole('radio', { name: 'Keep mine' }).click();
    await dialog.getByRole('button', { name: 'Take in what is new' }).click();
    await expect(workbench.message('Taken in: 1 new, 1 changed, 2 deleted.')).toBeVisible();
    const reader = await chooseExcerpt(workbench, SHARED);
    await expect(reader.details().getByLabel('Note')).toHaveValue('My note: see the Pentagon’s own words.');
    await there.openBundle(bundleFile((await workbench.exportBundle()).bytes));
    await review(there.page).getByRole('button', { name: 'Take in what is new' }).click();
    await expect(there.message(/^Taken in/)).toBeVisible();
    await expect((await chooseExcerpt(there, SHARED)).details().getByLabel('Note')).toHaveValue(
      'My note: see the Pentagon’s own words.',
    );
    await there.page.context().close();
    expect(complaints).toEqual([]);
  });

  test('are told of a machine whose date is two years ahead, and can keep what it decided against them', async ({
    workbench,
    page,
    browser,
    baseURL,
    complaints,
  }) => {
    const there = await otherProfile(browser, baseURL!, 'Bo There', complaints);
    await there.page.clock.setSystemTime(Date.now() + 730 * 86_400_000);
    await there.openBundle(bundleFile((await workbench.exportBundle()).bytes));
    await there.indexCurrent();
    await (await chooseExcerpt(there, SHARED)).note('From a machine with a wrong date.');
    await (await chooseExcerpt(workbench, SHARED)).note('Written later, by the right time.');
    await workbench.openBundle(bundleFile((await there.exportBundle()).bytes));
    await there.page.context().close();
    const dialog = review(page);
    await expect(dialog).toContainText(/The clock of Bo There’s machine runs 7\d\d days ahead/);
    await dialog.getByRole('button', { name: 'Keep mine where it decided' }).click();
    await expect(dialog.getByRole('status').last()).toContainText('1 record decided by you');
    await dialog.getByRole('button', { name: 'Take in what is new' }).click();
    await expect(workbench.message(/^Nothing is different here. 1 record was decided by you./)).toBeVisible();
    const reader = await chooseExcerpt(workbench, SHARED);
    await expect(reader.details().getByLabel('Note')).toHaveValue('Written later, by the right time.');
    // Whoever knows of its edits writes over them, by whatever clock.
    await reader.note('And changed again.');
    await expect(reader.details().getByLabel('Note')).toHaveValue('And changed again.');
    expect(complaints).toEqual([]);
  });

  test('join a tag that both made', async ({ workbench, page, browser, baseURL, complaints }) => {
    const there = await otherProfile(browser, baseURL!, 'Bo There', complaints);
    await there.openBundle(bundleFile((await workbench.exportBundle()).bytes));
    await there.indexCurrent();
    await (await chooseExcerpt(there, TAGGED)).tag('Night trains', 'topic');
    await (await chooseExcerpt(workbench, SHARED)).tag('night trains', 'topic');
    await takeIn(workbench, (await there.exportBundle()).bytes, 'Take in what is new');
    await there.page.context().close();
    await expect(workbench.message(/1 may be the same as what is here/)).toBeVisible();
    await workbench.go('Exchange');
    const offers = page.getByRole('region', { name: '1 tag may be the same as another' });
    await expect(offers.getByRole('listitem')).toHaveCount(1);
    const navigation = page.getByRole('navigation', { name: 'Case' });
    await expect(navigation.getByRole('link', { name: 'Tags, 53' })).toBeVisible();
    await workbench.indexCurrent();
    await offers.getByRole('button', { name: 'Join' }).click();
    await expect(offers).toHaveCount(0);
    await expect(navigation.getByRole('link', { name: 'Tags, 52' })).toBeVisible();
    await workbench.undoButton().click();
    await expect(navigation.getByRole('link', { name: 'Tags, 53' })).toBeVisible();
    await expect(offers).toHaveCount(1);
    await offers.getByRole('button', { name: 'Not the same' }).click();
    await expect(offers).toHaveCount(0);
    expect(complaints).toEqual([]);
  });

  test('can keep a copy apart', async ({ workbench, page, complaints }) => {
    const { bytes } = await workbench.exportBundle();
    await takeIn(workbench, bytes, 'Keep as a separate case');
    await expect(page.getByRole('button', { name: /^Case menu: .*\(copy\)$/ })).toBeVisible();
    await workbench.indexCurrent();
    await (await chooseExcerpt(workbench, SHARED)).note('Only in the copy.');
    await workbench.command('All cases');
    const cases = page.getByRole('list', { name: 'Cases on this computer' }).getByRole('listitem');
    await expect(cases).toHaveCount(2);
    await cases.nth(1).getByRole('button').first().click();
    await workbench.indexCurrent();
    await expect((await chooseExcerpt(workbench, SHARED)).details().getByLabel('Note')).not.toHaveValue(
      'Only in the copy.',
    );
    expect(complaints).toEqual([]);
  });

  test('can decide not to take it in', async ({ workbench, page }) => {
    const { bytes } = await workbench.exportBundle();
    const before = await databases(page);
    // The word that the case was written still stands: it is in nobody's way.
    await expect(workbench.message(/^The case was written/)).toBeVisible();
    await workbench.openBundle(bundleFile(bytes));
    const cancel = review(page).getByRole('button', { name: 'Cancel' });
    await cancel.click({ timeout: 4_000 });
    await expect(review(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Stop: / })).toHaveCount(0);
    expect(await databases(page)).toEqual(before);
    await expect(new Reader(page).details()).toHaveCount(0);
  });
});
