/**
 * Texts in old encodings: each is asked about with its first lines, and comes in as they were seen; another encoding is
 * chosen by keyboard, and the lines follow.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { encodeAs, utf16 } from '../unit/extract/web/encode';
import { expect, test } from './fixture';
import { passes } from './pages/axe';
import { Importing } from './pages/Importing';
import { Keyboard } from './pages/Keyboard';
import { Reader } from './pages/Reader';

const RUSSIAN =
  'Колонна грузовиков пересекла реку на рассвете. Наблюдатели насчитали девять машин с топливом.\n' +
  'Командир подтвердил, что груз предназначен для северного склада, и отказался назвать сроки.\n';
const KOREAN =
  '트럭 아홉 대가 새벽에 강을 건넜다. 관측자들은 연료를 실은 차량을 세었다.\n' +
  '지휘관은 화물이 북쪽 창고로 간다고 확인했으며 날짜는 밝히지 않았다.\n';
const JAPANESE =
  '夜明けにトラック九台が川を渡った。観測員は燃料を積んだ車両を数えた。\n' +
  '司令官は荷物が北の倉庫に向かうことを認めたが、日付については話さなかった。\n';
const CHINESE =
  '黎明时分，九辆卡车过了河。观察员数了装有燃料的车辆。\n指挥官证实货物运往北方的仓库，但拒绝说明具体日期。\n';
const FRENCH = "À l'aube, neuf camions ont traversé la rivière. L'opération, préparée depuis l'été, a été confirmée.\n";
const UKRAINIAN = 'Колона вантажівок перетнула річку на світанку; її зустріли спостерігачі. Їхні імена невідомі.\n';

interface OldText {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it is taken for, as the question shows it; null where it is not asked about. */
  readonly asked: string | null;
  readonly line: string;
}

const made: readonly OldText[] = [
  ['windows-1251', 'Cyrillic (Windows-1251)', RUSSIAN],
  ['koi8-r', 'Cyrillic, Russian (KOI8-R)', `КОИ-8. ${RUSSIAN}`],
  ['euc-kr', 'Korean (EUC-KR, Windows-949)', KOREAN],
  ['shift_jis', 'Japanese (Shift-JIS)', JAPANESE],
  ['gb18030', 'Chinese, simplified (GB18030, GBK)', CHINESE.repeat(2)],
  ['windows-1252', 'Western European (Windows-1252, Latin-1)', FRENCH.repeat(2)],
].map(([encoding, asked, text]) => ({
  name: `${encoding!}.txt`,
  bytes: encodeAs(text!, encoding!),
  asked: asked!,
  line: text!.split('\n')[0]!,
}));
const UTF16: OldText = {
  name: 'utf-16.txt',
  bytes: utf16(UKRAINIAN, true, false),
  asked: null,
  line: UKRAINIAN.trim(),
};

const testdata = path.resolve(
  process.env['COLLATE_TESTDATA'] ?? path.resolve(import.meta.dirname, '../../../shared/testdata'),
);
/** Real ones, read in place. */
const real: readonly OldText[] = [
  ['tika_multi-language.txt', 'Western European (Windows-1252, Latin-1)', 'español ABC muestra de gratitud'],
  ['tika_english.cp500.txt', 'Mainframe (EBCDIC, IBM 500)', 'IBM IntelliStation POWER 185 Express'],
].flatMap(([name, asked, line]) => {
  const file = path.join(testdata, 'documents/encodings', name!);
  if (existsSync(file)) return [{ name: name!, bytes: new Uint8Array(readFileSync(file)), asked: asked!, line: line! }];
  console.log(`${file} is absent: it is not imported`);
  return [];
});

/** The files in a folder of their own; gone when the page closes. */
async function written(page: Page, files: readonly OldText[]): Promise<string[]> {
  const place = await mkdtemp(path.join(tmpdir(), 'collate-old-'));
  page.once('close', () => void rm(place, { recursive: true, force: true }));
  for (const { name, bytes } of files) await writeFile(path.join(place, name), bytes);
  return files.map(({ name }) => path.join(place, name));
}

const question = (page: Page) => page.getByRole('dialog', { name: 'Are these letters right?' });

test('each old encoding is told, shown and imported, the keyboard alone', async ({ workbench, page, complaints }) => {
  const importing = new Importing(workbench);
  const files = [...made, UTF16, ...real];
  await workbench.introduce();
  await workbench.newCase('Old texts');
  await importing.bring('drop', await written(page, files));
  for (const { name, asked, line } of files.filter((file) => file.asked !== null)) {
    await test.step(name, async () => {
      await expect(question(page)).toContainText(`“${name}” does not say how its letters are written.`);
      await expect(question(page).getByLabel('Encoding')).toContainText(asked!);
      await expect(question(page).getByLabel('First lines')).toHaveValue(new RegExp(line.slice(0, 20)));
      await expect(question(page)).toContainText('Every sign in these lines is a letter in this encoding.');
      const keyboard = new Keyboard(page);
      await keyboard.use(question(page).getByRole('button', { name: 'Import it so' }));
    });
  }
  await expect(workbench.message(`${files.length} documents came in.`)).toBeVisible();
  for (const { name, line } of [...made, UTF16, ...real]) {
    await test.step(`${name} is read`, async () => {
      const title = name === 'tika_multi-language.txt' ? 'English: ABC Category' : line;
      expect(await importing.read(name === 'tika_english.cp500.txt' ? 'IntelliStation POWER' : title)).toContain(line);
      await workbench.go('Documents');
    });
  }
  expect(complaints).toEqual([]);
});

test('what could not be told is chosen by hand, for all files like it', async ({ workbench, page, complaints }) => {
  const importing = new Importing(workbench);
  const keyboard = new Keyboard(page);
  const files: OldText[] = ['first', 'second'].map((name) => ({
    name: `${name}.txt`,
    bytes: encodeAs(`${name} ${RUSSIAN}`, 'ibm866'),
    asked: '',
    line: RUSSIAN,
  }));
  await workbench.introduce();
  await workbench.newCase('Old texts');
  await importing.bring('dialog', await written(page, files));
  const lines = question(page).getByLabel('First lines');
  await expect(question(page)).toContainText(
    '“first.txt” does not say how its letters are written. Nor could it be told',
  );
  await expect(lines).not.toHaveValue(/Колонна/);
  await passes(page, 'the question', 'nav');

  await keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await passes(page, 'the encodings to choose from', 'nav');
  await keyboard.choose(page.getByRole('option', { name: 'Cyrillic (DOS, 866)' }));
  await expect(lines).toHaveValue(/first Колонна грузовиков пересекла реку/);
  await keyboard.to(question(page).getByRole('checkbox', { name: /Use it for all further files/ }));
  await keyboard.press('Space');
  await keyboard.use(question(page).getByRole('button', { name: 'Import it so' }));
  await expect(workbench.message('2 documents came in.')).toBeVisible();
  expect(await importing.read('second Колонна')).toContain('отказался назвать сроки');

  await test.step('one that is left out is named, and changes nothing', async () => {
    await importing.bring('dialog', await written(page, [{ ...files[0]!, bytes: made[0]!.bytes }]));
    await expect(question(page)).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByText('Reading “first.txt” was stopped. It was not imported').first()).toBeVisible();
    await expect(question(page)).toBeHidden();
  });
  expect(complaints).toEqual([]);
});

test('a newer version is asked about like any other file', async ({ workbench, page, complaints }) => {
  const reader = new Reader(page);
  const newer = RUSSIAN.replace('девять машин', 'двенадцать машин');
  const [first, second] = ['kolonna.txt', 'kolonna-2.txt'];
  await workbench.introduce();
  await workbench.newCase('Old texts');
  await workbench.importFiles({ name: first!, mimeType: 'text/plain', buffer: Buffer.from(RUSSIAN) });
  await reader.excerpt('груз предназначен для северного склада');

  const choose = async (bytes: Uint8Array): Promise<void> => {
    await page.getByRole('button', { name: /^More/ }).last().click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Import a newer version…' }).click();
    await (await chooser).setFiles({ name: second!, mimeType: 'text/plain', buffer: Buffer.from(bytes) });
  };
  await test.step('left out, it changes nothing', async () => {
    await choose(encodeAs(newer, 'windows-1251'));
    await expect(question(page).getByLabel('Encoding')).toContainText('Cyrillic (Windows-1251)');
    await expect(question(page).getByLabel('First lines')).toHaveValue(/двенадцать машин/);
    await page.keyboard.press('Escape');
    await expect(question(page)).toBeHidden();
    await expect(reader.text()).toContainText('девять машин');
  });
  await test.step('taken as it was seen, it is compared and comes in', async () => {
    await choose(encodeAs(newer, 'windows-1251'));
    await question(page).getByRole('button', { name: 'Import it so' }).click();
    const review = page.getByRole('dialog', { name: 'A newer version' });
    await expect(review.getByRole('status')).toContainText('excerpt');
    await review.getByRole('button', { name: 'Take in the newer version' }).click();
    await expect(reader.text()).toContainText('двенадцать машин с топливом');
  });
  expect(complaints).toEqual([]);
});
