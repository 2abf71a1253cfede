/** Asks what a template made of a briefing is called, and whether its sentences go with it. */
import { useState } from 'react';
import { refusalSentence } from '@shared/messages';
import type { App } from '../../app/context';
import { Button, Checkbox, Dialog, TextArea, TextField } from '../../ui';
import styles from './templates.module.css';

export interface NewTemplate {
  readonly name: string;
  readonly description: string;
  readonly keepsTexts: boolean;
}

const SaveTemplateForm = ({ name: first, close }: { name: string; close: (answer?: NewTemplate) => void }) => {
  const [name, setName] = useState(first);
  const [description, setDescription] = useState('');
  const [keepsTexts, setKeepsTexts] = useState(false);
  const [tried, setTried] = useState(false);
  const isEmpty = name.trim() === '';
  return (
    <Dialog
      isOpen
      title="Save as template"
      onClose={() => close()}
      onSubmit={() => {
        setTried(true);
        if (!isEmpty) close({ name, description, keepsTexts });
      }}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit">
            Save the template
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          maxLength={120}
          autoFocus
          error={tried && isEmpty ? refusalSentence('name-empty') : undefined}
        />
        <TextArea label="What it is for" value={description} onChange={setDescription} rows={2} maxLength={500} />
        <Checkbox
          isSelected={keepsTexts}
          onChange={setKeepsTexts}
          detail="A template is offered in every case of this computer. Headings and hints go with it in any case; citations, quotations and pictures never do."
        >
          Keep the sentences too
        </Checkbox>
      </div>
    </Dialog>
  );
};

/** Resolves with what was chosen, undefined when the dialog is dismissed. */
export const askForTemplate = (app: Pick<App, 'ask'>, name: string): Promise<NewTemplate | undefined> =>
  app.ask<NewTemplate>((close) => <SaveTemplateForm name={name} close={close} />);
