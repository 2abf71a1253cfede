/** The analyst's own key, the keys of others that were met, and those who are given bundles. */
import { useEffect, useState } from 'react';
import { ShieldCheck, Trash2 } from 'lucide-react';
import { readRecipients } from '@shared/bundle/share/recipient';
import { dayWordsAt } from '@shared/text/when';
import { forgetSigner, KNOWN_SIGNERS, ownFingerprint } from '../../app/signingKey';
import type { KnownSigner } from '../../app/signingKey';
import { useSetting } from '../../store/hooks';
import { Icon, IconButton } from '../../ui';
import { forgetRecipient, RECIPIENTS } from './share/recipients';
import styles from './exchange.module.css';

export const Keys = () => {
  const own = useOwnFingerprint();
  const known = Object.entries(useSetting<Record<string, KnownSigner>>(KNOWN_SIGNERS) ?? {});
  const recipients = readRecipients(useSetting(RECIPIENTS));
  return (
    <section className={styles.section} aria-labelledby="exchange-keys">
      <h2 id="exchange-keys">Keys and recipients</h2>
      <p>
        {own
          ? 'What you sign is known by the fingerprint of your key. Read it to colleagues when they open your first bundle:'
          : 'Your signing key is made with the first bundle that you sign.'}
      </p>
      {own && <p className={styles.fingerprint}>{own}</p>}
      {known.length > 0 && (
        <ul className={styles.keys} aria-label="Keys you know">
          {known.map(([print, { name, since }]) => (
            <li key={print}>
              <Icon icon={ShieldCheck} />
              <span className={styles.keyName}>{name}</span>
              <span className={styles.fingerprint}>{print}</span>
              <span className={styles.quiet}>since {dayWordsAt(since)}</span>
              <IconButton
                icon={Trash2}
                name={`Forget the key of ${name}`}
                isSmall
                onPress={() => void forgetSigner(print)}
              />
            </li>
          ))}
        </ul>
      )}
      {recipients.length > 0 && (
        <ul className={styles.keys} aria-label="Recipients">
          {recipients.map(({ id, name, ceiling, has }) => (
            <li key={id}>
              <span className={styles.keyName}>{name}</span>
              <span className={styles.quiet}>{ceiling ? `up to ${ceiling}` : 'all of it'}</span>
              <span className={styles.quiet}>
                {Object.keys(has).length === 1 ? 'has 1 case' : `has ${Object.keys(has).length} cases`}
              </span>
              <IconButton icon={Trash2} name={`Forget ${name}`} isSmall onPress={() => void forgetRecipient(id)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

function useOwnFingerprint(): string | null {
  const [print, setPrint] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void ownFingerprint().then((made) => {
      if (!isGone) setPrint(made);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return print;
}
