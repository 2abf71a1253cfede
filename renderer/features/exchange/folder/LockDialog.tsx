/** Asks for the passphrase of an exchange folder: the same for everybody who exchanges through it. */
import { useState } from 'react';
import { Button, Dialog } from '../../../ui';
import { PassphraseField } from '../share/PassphraseField';
import styles from '../exchange.module.css';

export const LockDialog = ({ close }: { readonly close: (passphrase?: string) => void }) => {
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (): void => {
    setTried(true);
    if (passphrase !== '') close(passphrase);
  };
  return (
    <Dialog
      isOpen
      title="Passphrase of the folder"
      onClose={() => close()}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit">
            Encrypt
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          Everybody who exchanges through the folder types the same one. The whole case is written anew, encrypted, and
          what you wrote before is cleared away; the others do the same when they set it.
        </p>
        <PassphraseField
          autoFocus
          value={passphrase}
          onChange={setPassphrase}
          error={tried && passphrase === '' ? 'Type the passphrase that is to open it.' : undefined}
        />
      </div>
    </Dialog>
  );
};
