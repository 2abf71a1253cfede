/** What this program is, its version, its licence, and the licences of what it is built from. */
import { useEffect, useState } from 'react';
import { yes } from '@shared/model/result';
import { VERSION } from '@shared/version';
import { Button, Dialog } from '../../ui';
import type { App, Outcome } from '../context';
import styles from './dialogs.module.css';

const LICENCES = './.vite/license.md';

const Licences = () => {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    fetch(LICENCES)
      .then((answer) => (answer.ok ? answer.text() : 'The list is not in this build.'))
      .then(setText, () => setText('The list could not be read.'));
  }, []);
  return (
    // A text that scrolls takes the focus, so that keys can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.licences} tabIndex={0} aria-label="Third-party licences">
      {text ?? 'Reading…'}
    </pre>
  );
};

const AboutDialog = ({ close }: { close: () => void }) => (
  <Dialog isOpen title="About Collate" size="large" onClose={close} actions={<Button onPress={close}>Close</Button>}>
    <p>
      Collate {VERSION}. An offline workbench for analysts. It is free software under the MIT licence; it never uses the
      network.
    </p>
    <h3 className={styles.heading}>Citation styles</h3>
    <p>
      citeproc-js implements the Citation Style Language. (c) Frank Bennett. https://citationstyles.org/
      <br />
      It is part of this program under the Common Public Attribution License 1.0; its source code is unchanged and
      available under that licence at https://github.com/Juris-M/citeproc-js.
    </p>
    <h3 className={styles.heading}>Built from</h3>
    <Licences />
  </Dialog>
);

export async function showAbout(app: Pick<App, 'ask'>): Promise<Outcome> {
  await app.ask((close) => <AboutDialog close={() => close()} />);
  return yes(null);
}
