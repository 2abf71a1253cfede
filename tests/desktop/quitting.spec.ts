/** Words typed and not yet written are there after quitting in the middle of a word. */
import { expect, test } from './fixture';
import { openWorkbench } from './DesktopWorkbench';
import { scenarioDocument } from '../e2e/realDocument';

test('quitting in mid-word loses no letter: note and briefing', async ({ launchDesktop }) => {
  test.setTimeout(180_000);
  const complaints: string[] = [];
  let desktop = await launchDesktop();
  let workbench = await openWorkbench(desktop, complaints);
  await workbench.introduce('Jo Analyst');
  await workbench.newCase('Half a word');
  await workbench.import(scenarioDocument.path);
  await workbench.reader.excerpt(scenarioDocument.first);
  await workbench.reader.details().getByLabel('Note').click();
  await workbench.page.keyboard.type('Half a no');
  await desktop.close();

  desktop = await launchDesktop();
  workbench = await openWorkbench(desktop, complaints);
  await workbench.go('Excerpts');
  await workbench.page
    .getByRole('grid', { name: 'Excerpts' })
    .getByText(scenarioDocument.first.slice(0, 25))
    .first()
    .click();
  await expect(workbench.reader.details().getByLabel('Note')).toHaveValue('Half a no');
  await workbench.briefing.start('Unfinished');
  await workbench.briefing.text.locator('p').first().click();
  await workbench.page.keyboard.type('Half a sen');
  await desktop.close();

  desktop = await launchDesktop();
  workbench = await openWorkbench(desktop, complaints);
  // The same view as before.
  await expect(workbench.briefing.text).toContainText('Half a sen');
  expect(complaints).toEqual([]);
});
