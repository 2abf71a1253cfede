/** Who a bundle is from, told with words and a sign; a key that is not known is asked about before anything is taken in. */
import { ShieldAlert, ShieldCheck, ShieldOff, ShieldQuestionMark, ShieldX } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { signerWords } from '@shared/bundle/seal/signerWords';
import type { SignerIcon, SignerStanding } from '@shared/bundle/seal/signerWords';
import type { App } from '../../app/context';
import { rememberSigner } from '../../app/signingKey';
import { Button, Dialog, Icon } from '../../ui';
import styles from './exchange.module.css';

const ICONS: Readonly<Record<SignerIcon, LucideIcon>> = {
  'shield-check': ShieldCheck,
  'shield-question-mark': ShieldQuestionMark,
  'shield-off': ShieldOff,
  'shield-alert': ShieldAlert,
  'shield-x': ShieldX,
};

/** True where the bundle may be taken in. A key that is accepted is known from then on. */
export async function askAboutSigner(
  context: Pick<App, 'ask' | 'toast' | 'now'>,
  standing: SignerStanding,
): Promise<boolean> {
  const { words, advice, icon } = signerWords(standing);
  if (standing.kind !== 'new' && standing.kind !== 'other-key') {
    context.toast(advice ? `${words}. ${advice}` : `${words}.`);
    return true;
  }
  const isAccepted = await context.ask<boolean>((close) => (
    <Dialog
      isOpen
      title="Who is this bundle from?"
      onClose={() => close(false)}
      actions={
        <>
          <Button onPress={() => close(false)}>Do not take it in</Button>
          <Button variant="primary" onPress={() => close(true)}>
            It is theirs: go on
          </Button>
        </>
      }
    >
      <p className={styles.signer}>
        <Icon icon={ICONS[icon]} size={24} />
        <strong>{words}.</strong>
      </p>
      <p>{advice}</p>
      <p className={styles.fingerprint}>{standing.fingerprint}</p>
    </Dialog>
  ));
  if (isAccepted) await rememberSigner(standing.fingerprint, standing.name, context.now());
  return isAccepted === true;
}
