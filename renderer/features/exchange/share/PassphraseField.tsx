/** A passphrase, and how hard it is to guess. */
import { useEffect, useState } from 'react';
import { TextField } from '../../../ui';
import type { Strength } from '@shared/bundle/seal/strength';
import styles from './share.module.css';

interface PassphraseFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

export const PassphraseField = ({ value, onChange, error, autoFocus = false }: PassphraseFieldProps) => {
  const strength = useStrength(value);
  return (
    <div className={styles.passphrase}>
      <TextField
        label="Passphrase"
        type="password"
        autoComplete="off"
        autoFocus={autoFocus}
        value={value}
        onChange={onChange}
        error={error}
        hint="Tell it to them by another way than the file."
      />
      <p className={styles.strength} data-strength={strength?.word} aria-live="polite">
        {strength?.sentence ?? ''}
      </p>
    </div>
  );
};

function useStrength(passphrase: string): Strength | null {
  const [told, setTold] = useState<{ of: string; strength: Strength } | null>(null);
  useEffect(() => {
    if (passphrase === '') return undefined;
    let isStale = false;
    void import('@shared/bundle/seal/strength').then(({ passphraseStrength }) => {
      if (!isStale) setTold({ of: passphrase, strength: passphraseStrength(passphrase) });
    });
    return () => {
      isStale = true;
    };
  }, [passphrase]);
  return told?.of === passphrase ? told.strength : null;
}
