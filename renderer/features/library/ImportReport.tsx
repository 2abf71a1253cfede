/** What came in and what did not, and why. */
import type { App } from '../../app/context';
import { Button, Dialog } from '../../ui';
import type { FileTrouble } from './importDocuments';
import styles from './library.module.css';

export async function showImportReport(
  app: Pick<App, 'ask'>,
  imported: number,
  troubles: readonly FileTrouble[],
): Promise<void> {
  await app.ask((close) => (
    <Dialog
      isOpen
      title={`${imported} of ${imported + troubles.length} files came in`}
      onClose={() => close()}
      actions={
        <Button variant="primary" onPress={() => close()}>
          Close
        </Button>
      }
    >
      <ul className={styles.fileList}>
        {troubles.map((trouble) => (
          <li key={trouble.name}>{trouble.sentence}</li>
        ))}
      </ul>
    </Dialog>
  ));
}
