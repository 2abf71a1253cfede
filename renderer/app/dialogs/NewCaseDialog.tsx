/** Asks for the name of a new case. */
import { useState } from 'react';
import { planCaseName } from '@shared/model/case';
import { refusalSentence } from '@shared/messages';
import { Button, Dialog, TextArea, TextField } from '../../ui';
import type { App } from '../context';
import styles from './dialogs.module.css';

interface NewCase {
  readonly name: string;
  readonly description: string;
}

const NewCaseForm = ({ close }: { close: (answer?: NewCase) => void }) => {
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [tried, setTried] = useState(false);
  const plan = planCaseName(name);
  const submit = (): void => {
    setTried(true);
    if (plan.ok) close({ name, description });
  };
  return (
    <Dialog
      isOpen
      title="New case"
      onClose={() => close()}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit">
            Start the case
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          autoFocus
          error={tried && !plan.ok ? refusalSentence(plan.reason) : undefined}
        />
        <TextArea
          label="What it is about"
          hint="Optional; it can be changed later."
          value={description}
          onChange={setDescription}
          rows={3}
        />
      </div>
    </Dialog>
  );
};

export const askForCase = (app: Pick<App, 'ask'>): Promise<NewCase | undefined> =>
  app.ask<NewCase>((close) => <NewCaseForm close={close} />);
