// Excerpts by sentence, their ends moved, split and merged: all by keys, each a step that undo takes back; then by mouse.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixture';
import { Keyboard } from './pages/Keyboard';
import { Reader } from './pages/Reader';

const TEXT = 'On ships\n\nThe first ship left in May. It carried shells to a port. Nobody saw it land in June.\n';

test('an excerpt is made by sentence, its ends are moved, it is split and merged, and undo takes all of it back', async ({
  workbench,
  page,
  complaints,
}) => {
  const keyboard = new Keyboard(page);
  const reader = new Reader(page);
  await workbench.introduce();
  await workbench.newCase('Ends');
  await workbench.importFiles({ name: 'ships.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) });
  await expect(reader.text()).toBeFocused();

  await test.step('the sentence at the caret, grown and shrunk, is kept', async () => {
    await keyboard.press('Control+Home', ']', '.');
    await keyboard.press('+', '+', '+', '-', 'e');
    await expect(reader.quote()).toHaveText('It carried shells to a port.');
  });

  const end = page.getByRole('slider', { name: 'End of the excerpt' });
  const start = page.getByRole('slider', { name: 'Beginning of the excerpt' });
  await test.step('its ends move by sentence and by word, each end a step', async () => {
    await expect(end).toBeVisible();
    await keyboard.press('b');
    await expect(end).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(reader.quote()).toHaveText('It carried shells to a port. Nobody saw it land in June.');
    await keyboard.press('Control+ArrowLeft', 'Control+ArrowLeft', 'Control+ArrowLeft');
    await expect(reader.quote()).toHaveText('It carried shells to a port. Nobody saw it land');
    await keyboard.press('Shift+Tab');
    await expect(start).toBeFocused();
    await keyboard.press('Control+ArrowRight');
    await expect(reader.quote()).toHaveText('carried shells to a port. Nobody saw it land');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await keyboard.press('Escape');
    await expect(reader.text()).toBeFocused();
  });

  await test.step('split at the caret, and merged again', async () => {
    await keyboard.press('Control+Home', ']', '.', '.', 'Shift+S');
    await expect(reader.quote()).toHaveText('Nobody saw it land');
    await keyboard.press('Shift+M');
    await expect(reader.quote()).toHaveText('carried shells to a port. Nobody saw it land');
  });

  await test.step('each is taken back', async () => {
    await keyboard.press('Control+z');
    await keyboard.press('Control+z');
    await expect(reader.quote()).toHaveText('carried shells to a port. Nobody saw it land');
    await keyboard.press('Control+z');
    await expect(reader.quote()).toHaveText('It carried shells to a port. Nobody saw it land');
    await keyboard.press('Control+z');
    await expect(reader.quote()).toHaveText('It carried shells to a port.');
  });

  await test.step('an end is drawn with the pointer', async () => {
    const box = (await end.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height - 6];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 120, y, { steps: 6 });
    await page.mouse.up();
    await expect(reader.quote()).toHaveText(/^It carried shells to a port\. Nobody/);
  });
  expect(complaints).toEqual([]);
});
