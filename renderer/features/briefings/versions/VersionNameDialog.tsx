/** Asks for the name of a version. */
import { useState } from 'react';
import { planVersionName } from '@shared/briefing/versions';
import { refusalSentence } from '@shared/messages';
import type { App } from '../../../app/context';
import { Button, Dialog, TextField } from '../../../ui';

interface VersionNameFormProps {
  readonly title: string;
  readonly name: string;
  readonly close: (answer?: string) => void;
}

const VersionNameForm = ({ title, name: first, close }: VersionNameFormProps) => {
  const [name, setName] = useState(first);
  const [tried, setTried] = useState(false);
  const plan = planVersionName(name);
  return (
    <Dialog
      isOpen
      title={title}
      size="small"
      onClose={() => close()}
      onSubmit={() => {
        setTried(true);
        if (plan.ok) close(plan.value);
      }}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit">
            {first === '' ? 'Keep version' : 'Rename'}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        hint="Such as “Sent to the desk”."
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        error={tried && !plan.ok ? refusalSentence(plan.reason) : undefined}
      />
    </Dialog>
  );
};

export const askForVersionName = (app: Pick<App, 'ask'>, title: string, name = ''): Promise<string | undefined> =>
  app.ask<string>((close) => <VersionNameForm title={title} name={name} close={close} />);
