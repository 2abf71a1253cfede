/** Opens an encrypted bundle with what the analyst has, and asks again until it opens or they stop. */
import { useState } from 'react';
import { headOf, keyKindOf, sealRefusalSentence } from '@shared/bundle/seal/age';
import type { Key, SealRefusal } from '@shared/bundle/seal/age';
import type { App } from '../../app/context';
import { Button, Dialog, TextField } from '../../ui';
import { unsealBundle } from './bundleClient';
import type { BundleOptions } from './bundleClient';

interface UnlockDialogProps {
  readonly name: string;
  readonly kind: 'passphrase' | 'identity';
  /** Why the last one did not open it. */
  readonly refused: SealRefusal | null;
  readonly close: (key?: Key) => void;
}

const UnlockDialog = ({ name, kind, refused, close }: UnlockDialogProps) => {
  const [words, setWords] = useState('');
  const submit = (): void => {
    if (words.trim() !== '') close(kind === 'passphrase' ? { passphrase: words } : { identity: words });
  };
  const isPassphrase = kind === 'passphrase';
  return (
    <Dialog
      isOpen
      title="The bundle is encrypted"
      onClose={() => close()}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button variant="primary" type="submit" isDisabled={words.trim() === ''}>
            Open
          </Button>
        </>
      }
    >
      <TextField
        label={isPassphrase ? `Passphrase for ${name}` : `Secret key for ${name}`}
        type="password"
        autoComplete="off"
        autoFocus
        value={words}
        onChange={setWords}
        error={refused ? sealRefusalSentence(refused) : undefined}
        hint={
          isPassphrase
            ? 'The sender tells it to you by another way than the file.'
            : 'It begins with AGE-SECRET-KEY-1. It is used for this once and not kept.'
        }
      />
    </Dialog>
  );
};

/**
 * The bundle inside an age file.
 * @returns null where the analyst changed their mind; a refusal where the file itself is broken
 */
export async function unlockBundle(
  app: Pick<App, 'ask' | 'toast'>,
  name: string,
  bundle: Blob,
  options: BundleOptions,
): Promise<Blob | null> {
  const kind = keyKindOf(await headOf(bundle));
  let refused: SealRefusal | null = null;
  for (;;) {
    const last: SealRefusal | null = refused;
    const key = await app.ask<Key>((close) => <UnlockDialog name={name} kind={kind} refused={last} close={close} />);
    if (!key) return null;
    const opened = await unsealBundle(bundle, key, options);
    if (opened.ok) return opened.value;
    if (opened.reason === 'sealed-broken' || opened.reason === 'not-sealed') {
      app.toast(sealRefusalSentence(opened.reason), { tone: 'danger' });
      return null;
    }
    refused = opened.reason;
  }
}
