/** Asks for a text to import: pasted, with the headings and tables it had where it was copied, or typed. */
import { useState } from 'react';
import type { ClipboardEvent } from 'react';
import { refusalSentence } from '@shared/messages';
import { firstLine } from '@shared/text/plainText';
import type { App } from '../../app/context';
import { Button, Dialog, TextArea, TextField } from '../../ui';
import styles from './library.module.css';
import { pastedOf, readPasted } from './paste/pasted';
import type { Pasted, PastedText } from './paste/pasted';

const PasteForm = ({ close }: { close: (answer?: Pasted) => void }) => {
  const [text, setText] = useState('');
  /** What was pasted as a page, for as long as nobody changes its text. */
  const [page, setPage] = useState<{ html: string; read: PastedText } | null>(null);
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  const isPage = page !== null && page.read.text === text;
  const submit = (): void => {
    setTried(true);
    if (text.trim()) close({ text, title, ...(isPage ? { html: page.html } : {}) });
  };
  const paste = (event: ClipboardEvent): void => {
    const pasted = pastedOf(event.clipboardData);
    // Into words that stand there already, plain words are put.
    if (pasted?.html === undefined || text.trim() !== '') return;
    event.preventDefault();
    const { html } = pasted;
    void readPasted(pasted).then((read) => {
      if (!read.ok) return;
      setText(read.value.text);
      setPage({ html, read: read.value });
    });
  };
  const kept =
    page !== null &&
    (isPage ? 'Its headings, lists and tables are kept.' : 'It was changed, and is kept as plain lines.');
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
      <div className={styles.form} onPaste={paste}>
        <TextArea
          label="Text"
          value={text}
          onChange={setText}
          rows={12}
          maxRows={16}
          autoFocus
          hint={kept || undefined}
          error={tried && !text.trim() ? refusalSentence('nothing-pasted') : undefined}
        />
        <TextField
          label="Title"
          hint="Empty: the text’s first line."
          placeholder={isPage ? page.read.title : firstLine(text)}
          value={title}
          onChange={setTitle}
        />
      </div>
    </Dialog>
  );
};

export const askForText = (app: Pick<App, 'ask'>): Promise<Pasted | undefined> =>
  app.ask<Pasted>((close) => <PasteForm close={close} />);
