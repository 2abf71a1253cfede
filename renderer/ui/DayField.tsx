/** A day of the calendar, with the picker of the machine. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Field } from './Field';
import styles from './DayField.module.css';

interface DayFieldProps {
  readonly label: string;
  /** ISO 8601; empty for none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly hint?: ReactNode;
}

export const DayField = ({ label, value, onChange, hint }: DayFieldProps) => {
  const id = useId();
  return (
    <Field label={label} htmlFor={id} hint={hint}>
      <input
        id={id}
        type="date"
        className={styles.day}
        value={value}
        max="9999-12-31"
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
};
