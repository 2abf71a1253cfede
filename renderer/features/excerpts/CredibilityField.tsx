/** Credibility of the information by the Admiralty scale: 1 to 6, or not judged. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { CREDIBILITIES, CREDIBILITY_WORDS } from '@shared/model/grading';
import type { Credibility } from '@shared/model/grading';
import styles from './fields.module.css';

export interface CredibilityFieldProps {
  readonly value: Credibility | null;
  readonly onChange: (value: Credibility | null) => void;
}

/** Pressing the chosen one again takes the judgement back. */
export const CredibilityField = ({ value, onChange }: CredibilityFieldProps) => (
  <div className={styles.field}>
    <span className={styles.label}>Credibility</span>
    <ToggleButtonGroup
      aria-label="Credibility of the information"
      selectionMode="single"
      selectedKeys={value === null ? [] : [String(value)]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        onChange(key === undefined ? null : (Number(key) as Credibility));
      }}
      className={styles.group ?? ''}
    >
      {CREDIBILITIES.map((grade) => (
        <ToggleButton
          key={grade}
          id={String(grade)}
          aria-label={`${grade}, ${CREDIBILITY_WORDS[grade]}`}
          className={styles.grade ?? ''}
        >
          <span title={CREDIBILITY_WORDS[grade]}>{grade}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
    <span className={styles.hint}>{value === null ? 'Not judged yet' : CREDIBILITY_WORDS[value]}</span>
  </div>
);
