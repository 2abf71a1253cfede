/** The dialog for a new source. */
import { useState } from 'react';
import { refusalSentence } from '@shared/messages';
import type { SourceKind } from '@shared/model/source';
import type { App } from '../../app/context';
import { Button, Dialog, Select, TextField } from '../../ui';
import { KIND_OPTIONS } from './kinds';
import styles from './sources.module.css';

const NewSource = ({ app, close }: { app: App; close: (id?: string) => void }) => {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<SourceKind>('outlet');
  const [refused, setRefused] = useState<string | undefined>();
  const make = async (): Promise<void> => {
    const made = await app.run('source.create', { name, kind }, { refusal: 'return' });
    if (made.ok && made.value !== null) close(made.value);
    else if (!made.ok) setRefused(refusalSentence(made.reason, made.detail));
  };
  return (
    <Dialog
      isOpen
      title="New source"
      size="small"
      onClose={() => close()}
      onSubmit={() => void make()}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button type="submit" variant="primary">
            Create
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField label="Name" autoFocus value={name} onChange={setName} error={refused} />
        <Select label="Kind" items={KIND_OPTIONS} value={kind} onChange={setKind} />
      </div>
    </Dialog>
  );
};

/** Asks for a new source. Resolves with its id; undefined when dismissed. */
export const askForSource = (app: App): Promise<string | undefined> =>
  app.ask<string>((close) => <NewSource app={app} close={close} />);
