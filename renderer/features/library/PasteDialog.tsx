/** Asks for a text to import: pasted, or typed. */
import { useState } from 'react';
import { refusalSentence } from '@shared/messages';
import { firstLine } from '@shared/text/plainText';
import type { App } from '../../app/context';
import { Button, Dialog, TextArea, TextField } from '../../ui';
import styles from './library.module.css';

interface Pasted {
  readonly text: string;
  readonly title: string;
}

const PasteForm = ({ close }: { close: (answer?: Pasted) => void }) => {
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (): void => {
    setTried(true);
    if (text.trim()) close({ text, title });
  };
  return (
    <Dialog
      isOpen
      title="Import from pasted text"
      size="large"
      onClose={() => close()}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit">
            Import
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextArea
          label="Text"
          value={text}
          onChange={setText}
          rows={12}
          maxRows={16}
          autoFocus
          error={tried && !text.trim() ? refusalSentence('nothing-pasted') : undefined}
        />
        <TextField
          label="Title"
          hint="Empty: the text’s first line."
          placeholder={firstLine(text)}
          value={title}
          onChange={setTitle}
        />
      </div>
    </Dialog>
  );
};

export const askForText = (app: Pick<App, 'ask'>): Promise<Pasted | undefined> =>
  app.ask<Pasted>((close) => <PasteForm close={close} />);
