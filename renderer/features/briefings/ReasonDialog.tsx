/** Asks why something is left against a rule. The reason stays in the record, for whoever reviews it. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { refusalSentence } from '@shared/messages';
import type { App } from '../../app/context';
import { Button, Dialog, TextArea } from '../../ui';
import styles from './reason.module.css';

export interface ReasonWanted {
  readonly title: string;
  /** What it is about, before the field. */
  readonly about: ReactNode;
  readonly label: string;
  readonly hint: string;
  /** The words of the button. */
  readonly action: string;
}

const ReasonForm = ({ wanted, close }: { wanted: ReasonWanted; close: (reason?: string) => void }) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isEmpty = reason.trim() === '';
  return (
    <Dialog
      isOpen
      title={wanted.title}
      onClose={() => close()}
      onSubmit={() => {
        setTried(true);
        if (!isEmpty) close(reason);
      }}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit">
            {wanted.action}
          </Button>
        </>
      }
    >
      <div className={styles.reason}>
        {wanted.about}
        <TextArea
          label={wanted.label}
          hint={wanted.hint}
          rows={3}
          value={reason}
          onChange={setReason}
          maxLength={2_000}
          autoFocus
          error={tried && isEmpty ? refusalSentence('reason-missing') : undefined}
        />
      </div>
    </Dialog>
  );
};

/** Resolves with the reason; undefined when the dialog is dismissed. */
export const askForReason = (app: Pick<App, 'ask'>, wanted: ReasonWanted): Promise<string | undefined> =>
  app.ask<string>((close) => <ReasonForm wanted={wanted} close={close} />);
