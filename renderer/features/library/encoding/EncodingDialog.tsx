/** Asks in which encoding a text is to be read that does not say it itself: its first lines show whether it is right. */
import { useMemo, useState } from 'react';
import { encodingLabel, ENCODINGS } from '@shared/extract/encodings';
import type { App } from '../../../app/context';
import { Button, Checkbox, Dialog, Select, TextArea } from '../../../ui';
import styles from '../asking.module.css';
import { previewLines } from './previewLines';

export interface EncodingAnswer {
  /** As the Encoding Standard names it. */
  readonly encoding: string;
  /** Also for every further file of this import that is taken for the same. */
  readonly forAll: boolean;
}

interface Asked {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the file was taken for; null where that could not be told. */
  readonly guess: string | null;
  /** Whether other files may follow. */
  readonly isOneOfMany: boolean;
}

/** Shown first where nothing is known: in it every byte is some letter. */
const NOT_KNOWN = 'windows-1252';

const choices = (guess: string): { id: string; label: string }[] => {
  const all = ENCODINGS.map(({ id, label }) => ({ id, label }));
  return all.some(({ id }) => id === guess) ? all : [{ id: guess, label: guess }, ...all];
};

const EncodingForm = ({
  name,
  bytes,
  guess,
  isOneOfMany,
  close,
}: Asked & { close: (answer?: EncodingAnswer) => void }) => {
  const [encoding, setEncoding] = useState(guess ?? NOT_KNOWN);
  const [forAll, setForAll] = useState(false);
  const { lines, damaged } = useMemo(() => previewLines(bytes, encoding), [bytes, encoding]);
  return (
    <Dialog
      isOpen
      size="large"
      title="Are these letters right?"
      onClose={() => close()}
      onSubmit={() => close({ encoding, forAll })}
      actions={
        <>
          <Button onPress={() => close()}>Leave the file out</Button>
          <Button variant="primary" type="submit">
            Import it so
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.words}>
          “{name}” does not say how its letters are written.{' '}
          {guess === null
            ? 'Nor could it be told: choose the encoding in which the lines below can be read.'
            : `It was taken for ${encodingLabel(guess)}; choose another encoding where the lines below look wrong.`}
        </p>
        <Select
          label="Encoding"
          items={choices(guess ?? NOT_KNOWN)}
          value={encoding}
          onChange={setEncoding}
          autoFocus
        />
        <TextArea
          label="First lines"
          value={lines.join('\n')}
          rows={9}
          maxRows={9}
          isReadOnly
          className={styles.preview ?? ''}
        />
        <p className={styles.words} role="status">
          {damaged === 0
            ? 'Every sign in these lines is a letter in this encoding.'
            : `${damaged.toLocaleString()} ${damaged === 1 ? 'sign in these lines is' : 'signs in these lines are'} none in this encoding, and would be shown as �.`}
        </p>
        {isOneOfMany && (
          <Checkbox isSelected={forAll} onChange={setForAll}>
            Use it for all further files of this import{' '}
            {guess === null ? 'of which that cannot be told' : `that are taken for ${encodingLabel(guess)}`}
          </Checkbox>
        )}
      </div>
    </Dialog>
  );
};

/** The encoding a person chose; undefined where the file is to be left out. */
export const askEncoding = (app: Pick<App, 'ask'>, asked: Asked): Promise<EncodingAnswer | undefined> =>
  app.ask<EncodingAnswer>((close) => <EncodingForm {...asked} close={close} />);
