// Sharing: a part or a redacted copy, locked and signed, and opened again by somebody else.
import { writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { readBundle, writeBundle } from '../../shared/bundle';
import { nodeTools } from './nodeTools';
import { newIdentity, seal, unseal } from '../../shared/bundle/seal/age';
import { smallCase } from '../fixtures/bundles/make';
import { expect, test } from './fixture';
import { open, textOf } from './hostileBundles';
import { bundleFile, chooseExcerpt, otherProfile } from './profiles';

test.describe.configure({ timeout: 180_000 });

test('a redacted copy is counted before it goes, locked with a passphrase, and opens as a case of its own', async ({
  workbench,
  page,
  complaints,
}) => {
  await workbench.introduce();
  await workbench.openSample();
  await workbench.go('Exchange');
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByRole('row', { name: /TLP:AMBER/ })).toBeVisible();
  await dialog.getByRole('combobox', { name: 'For' }).fill('Harbour board');
  await page.getByRole('option', { name: /Create “Harbour board”/ }).click();
  await dialog.getByRole('button', { name: /How much of it/ }).click();
  await page.getByRole('option', { name: /Up to TLP:GREEN/ }).click();
  await expect(dialog.getByText(/Withheld: .*1 document/)).toBeVisible();
  await expect(dialog.getByRole('row', { name: /TLP:AMBER/ })).toBeHidden();
  await expect(dialog.getByText(/It leaves as/)).toContainText('TLP:GREEN');
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations).toEqual([]);

  await dialog.getByRole('radio', { name: /With a passphrase/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Write the bundle…' }).click();
  await expect(dialog.getByText('Type the passphrase that is to open it.')).toBeVisible();
  await dialog.locator('input[type=password]').fill('goose');
  await expect(dialog.getByText(/can guess it within days/)).toBeVisible();
  await dialog.locator('input[type=password]').fill('seven geese over the grey pier');
  const saved = await workbench.download(() => dialog.getByRole('button', { name: 'Write the bundle…' }).click());
  expect(saved.name).toMatch(/\.collate\.age$/);

  const opened = await unseal(new Uint8Array(saved.bytes), { passphrase: 'seven geese over the grey pier' });
  if (!opened.ok) throw new Error(opened.reason);
  const read = await readBundle(opened.value, nodeTools);
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.withheld).toMatchObject({ documents: 1 });
  expect(read.value.rows.documents!.every(({ marking }) => marking !== 'TLP:AMBER')).toBe(true);

  // The recipient is remembered, and the file opens with the passphrase alone.
  await expect(page.getByRole('list', { name: 'Recipients' })).toContainText('Harbour board');
  await workbench.openBundle({ name: saved.name, mimeType: 'application/octet-stream', buffer: saved.bytes });
  const unlock = page.getByRole('dialog', { name: 'The bundle is encrypted' });
  await unlock.locator('input').fill('seven ducks');
  await page.keyboard.press('Enter');
  await expect(unlock.getByText(/does not open this bundle/)).toBeVisible();
  await unlock.locator('input').fill('seven geese over the grey pier');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Signed by you/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Case menu: .*\(for TLP:GREEN\)/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a briefing goes with exactly what it cites, and a stranger’s key is asked about once', async ({
  workbench,
  page,
  browser,
  baseURL,
  complaints,
}) => {
  await workbench.introduce();
  await workbench.openSample();
  await workbench.command('Share…');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByRole('radio', { name: /A briefing/ }).check({ force: true });
  await expect(dialog.getByText('Choose the briefing that is to go.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Briefing' }).fill('Issue brief');
  await page.getByRole('option', { name: /Issue brief/ }).click();
  await expect(dialog.getByText('1 briefing', { exact: true })).toBeVisible();
  const saved = await workbench.download(() => dialog.getByRole('button', { name: 'Write the bundle…' }).click());
  const read = await readBundle(new Uint8Array(saved.bytes), nodeTools);
  expect(read.ok && read.value.rows.briefings!.length).toBe(1);

  const their = await otherProfile(browser, baseURL!, 'Ann Other', complaints);
  await their.openBundle({ name: saved.name, mimeType: 'application/octet-stream', buffer: saved.bytes });
  const question = their.page.getByRole('dialog', { name: 'Who is this bundle from?' });
  await expect(question).toContainText('Jo Analyst');
  await expect(question).toContainText(/(?:\w{4}-){3}\w{4}/);
  await question.getByRole('button', { name: 'It is theirs: go on' }).click();
  await expect(their.page.getByRole('navigation', { name: 'Case' })).toBeVisible();
  await their.go('Exchange');
  await expect(their.page.getByRole('list', { name: 'Keys you know' })).toContainText('Jo Analyst');
  expect(complaints).toEqual([]);
});

test('everything since the last bundle is small, and brings whoever takes it in to the same', async ({
  workbench,
  page,
  browser,
  baseURL,
  complaints,
}) => {
  await workbench.introduce();
  await workbench.openSample();
  const give = async (part: RegExp): Promise<Buffer> => {
    await workbench.command('Share…');
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await dialog.getByRole('combobox', { name: 'For' }).fill('Ann Other');
    await page
      .getByRole('option', { name: /Ann Other/ })
      .first()
      .click();
    await dialog.getByRole('radio', { name: part }).check({ force: true });
    const saved = await workbench.download(() => dialog.getByRole('button', { name: 'Write the bundle…' }).click());
    return saved.bytes;
  };
  const first = await give(/The whole case/);
  const their = await otherProfile(browser, baseURL!, 'Ann Other', complaints);
  await their.openBundle(bundleFile(first));
  await their.page.getByRole('button', { name: 'It is theirs: go on' }).click();
  await expect(their.page.getByRole('navigation').getByRole('link', { name: 'Excerpts, 68' })).toBeVisible();

  await (await chooseExcerpt(workbench, 'put the number of North Korean soldiers')).note('Counts Kursk only.');
  await chooseExcerpt(workbench, 'He read the deployment as a sign of need.');
  await page.getByRole('grid', { name: 'Excerpts' }).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Excerpts, 67' })).toBeVisible();
  const second = await give(/Everything since/);
  expect(second.length).toBeLessThan(first.length / 4);
  const read = await readBundle(new Uint8Array(second), nodeTools);
  expect(read.ok && read.value.rows.excerpts!.length).toBe(2);

  await their.openBundle(bundleFile(second));
  await their.page
    .getByRole('dialog', { name: 'This case is here already' })
    .getByRole('button', { name: 'Take in what is new' })
    .click();
  await expect(their.page.getByRole('navigation').getByRole('link', { name: 'Excerpts, 67' })).toBeVisible();
  const rows = async (one: typeof workbench): Promise<unknown> => {
    const whole = await readBundle(new Uint8Array((await one.exportBundle()).bytes), nodeTools);
    if (!whole.ok) throw new Error(whole.reason);
    const { analysts: _, ...rest } = whole.value.rows;
    return rest;
  };
  expect(await rows(their)).toEqual(await rows(workbench));
  // Nothing more is new for them.
  await workbench.command('Share…');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByRole('combobox', { name: 'For' }).fill('Ann Other');
  await page
    .getByRole('option', { name: /Ann Other/ })
    .first()
    .click();
  await dialog.getByRole('radio', { name: /Everything since/ }).check({ force: true });
  await expect(dialog.getByText('Nothing is new for them since the last bundle.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('an encrypted bundle in letters opens, and a damaged one says so', async ({ workbench, page, complaints }) => {
  const small = smallCase();
  const { identity, recipient } = await newIdentity();
  const letters = await seal(await writeBundle(small, nodeTools), { recipients: [recipient] }, 4, true);
  await workbench.introduce();
  const unlock = page.getByRole('dialog', { name: 'The bundle is encrypted' });
  await workbench.openBundle(bundleFile(Buffer.from(letters).subarray(0, letters.length / 2), 'half.age'));
  await unlock.locator('input').fill(identity);
  await page.keyboard.press('Enter');
  await expect(workbench.message(/damaged or cut short/)).toBeVisible();
  await workbench.openBundle(bundleFile(Buffer.from(letters), 'letters.age'));
  await unlock.locator('input').fill(identity);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: small.case.name })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the page to read is in the language of whoever it goes to, and reads and searches in it', async ({
  workbench,
  page,
  browser,
  complaints,
}, info) => {
  await workbench.introduce();
  await workbench.openSample();
  const languages = [
    { label: 'Українська', lang: 'uk', heading: 'Документи', found: /^1 з \d+$/ },
    { label: '한국어', lang: 'ko', heading: '문서', found: /^1 \/ \d+곳$/ },
    { label: 'Deutsch', lang: 'de', heading: 'Dokumente', found: /^1 von \d+ Stellen?$/ },
  ];
  for (const { label, lang, heading, found } of languages) {
    await workbench.command('Share…');
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await dialog.getByRole('combobox', { name: 'For' }).fill(`Desk ${lang}`);
    await page.getByRole('option', { name: `Create “Desk ${lang}”` }).click();
    await dialog.getByRole('button', { name: /Language of the page/ }).click();
    await page.getByRole('option', { name: label }).click();
    const saved = await workbench.download(() => dialog.getByRole('button', { name: 'Write the bundle…' }).click());
    const file = info.outputPath(`${lang}.html`);
    writeFileSync(file, textOf(open(saved.bytes), 'data/index.html'));
    const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await still.goto(`file://${file}`);
    await expect(still.locator('html')).toHaveAttribute('lang', lang);
    await expect(still.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await expect(still.getByText('перші солдати КНДР прибули до Курської області').first()).toBeVisible();
    await still.context().close();
    const searched = await (await browser.newContext()).newPage();
    await searched.goto(`file://${file}`);
    await searched.keyboard.press('/');
    await searched.keyboard.type('ПЕРШІ СОЛДАТИ');
    await searched.keyboard.press('Enter');
    await expect(searched.getByRole('search').getByRole('status')).toHaveText(found);
    await searched.context().close();
    // The examiner itself is a script, which the page's policy would stop.
    const examined = await (await browser.newContext({ bypassCSP: true })).newPage();
    await examined.goto(`file://${file}`);
    // The pages differ in their words alone: one is looked at whole, the others for the language they say they are in.
    const examiner = new AxeBuilder({ page: examined });
    if (lang !== 'ko') examiner.withRules(['html-has-lang', 'html-lang-valid', 'valid-lang']);
    const { violations } = await examiner.analyze();
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
    await examined.context().close();
  }
  // It is remembered with their name.
  await workbench.command('Share…');
  const again = page.getByRole('dialog', { name: 'Share' });
  await expect(again.getByRole('button', { name: /Language of the page/ })).toContainText('English');
  await again.getByRole('combobox', { name: 'For' }).fill('Desk ko');
  await page
    .getByRole('option', { name: /Desk ko/ })
    .first()
    .click();
  await expect(again.getByRole('button', { name: /Language of the page/ })).toContainText('한국어');
  expect(complaints).toEqual([]);
});

test('a case goes out for another program and comes in again, and what has no place there is said', async ({
  workbench,
  page,
  complaints,
}) => {
  await workbench.introduce();
  await workbench.openSample();
  await workbench.go('Exchange');
  await page.getByRole('button', { name: 'Export for another program…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export for another program' });
  await dialog.getByRole('radio', { name: /REFI-QDA project/ }).check({ force: true });
  const saved = await workbench.download(() => dialog.getByRole('button', { name: 'Export…' }).click());
  expect(saved.name).toMatch(/\.qdpx$/);
  const report = page.getByRole('dialog', { name: /was written/ });
  await expect(report.getByRole('listitem').first()).toBeVisible();
  await report.getByRole('button', { name: 'Close' }).last().click();

  const bringIn = async (name: string, buffer: Buffer): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Bring in…' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
    const asked = page.getByRole('dialog', { name: `Bring in ${name}` });
    await expect(asked.getByRole('button', { name: /Marking/ })).toBeVisible();
    await asked.getByRole('button', { name: 'Bring in', exact: true }).click();
  };
  // Broken: one sentence, and the case that is open stays.
  await bringIn('broken.qdpx', saved.bytes.subarray(0, 1000));
  await expect(page.getByText(/Nothing was imported/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Exchange', exact: true })).toBeVisible();
  await bringIn(saved.name, saved.bytes);
  await expect(page.getByRole('dialog', { name: /came in as a case/ })).toContainText('excerpts');
  await page.keyboard.press('Escape');
  await workbench.go('Documents');
  await expect(page.getByRole('row').filter({ hasText: 'Moscow pays' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('what comes in bears the label and the names that were said, the label of the open case first', async ({
  workbench,
  page,
  complaints,
}) => {
  await workbench.introduce();
  await workbench.openSample();
  await workbench.go('Exchange');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Bring in…' }).click(),
  ]);
  const buffer = Buffer.from('quote,document\nThree ships left,Quays\n');
  await chooser.setFiles({ name: 'quays.csv', mimeType: 'text/csv', buffer });
  const asked = page.getByRole('dialog', { name: 'Bring in quays.csv' });
  await expect(asked.getByRole('button', { name: /Marking/ })).toContainText('TLP:CLEAR');
  await asked.getByRole('button', { name: /Marking/ }).click();
  await page.getByRole('option', { name: /TLP:RED/ }).click();
  await asked.getByRole('textbox', { name: 'Source' }).fill('Harbour office');
  await asked.getByRole('textbox', { name: 'Author' }).fill('J. Pilot');
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /came in as a case/ })).toContainText('“Harbour office” was set');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('index current')).toBeVisible();
  const whole = await readBundle(new Uint8Array((await workbench.exportBundle()).bytes), nodeTools);
  if (!whole.ok) throw new Error(whole.reason);
  expect(whole.value.case.marking).toBe('TLP:RED');
  expect(whole.value.rows.documents!.map((one) => [one.marking, one.csl.author])).toEqual([
    ['TLP:RED', [{ literal: 'J. Pilot' }]],
  ]);
  expect(whole.value.rows.sources!.map(({ name }) => name)).toEqual(['Harbour office']);
  expect(complaints).toEqual([]);
});
