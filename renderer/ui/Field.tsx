/** What every form field has: a label above, a hint or an error below. React Aria ties them to the control. */
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { classes } from './classes';
import styles from './Field.module.css';

export interface FieldWords {
  /** Seen above the control. Where there is none, give `aria-label`. */
  label?: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the value, in a sentence; marks the control as invalid. */
  error?: ReactNode;
}

/** The words round a React Aria field; stands inside TextField, Select, ComboBox and their like. */
export const FieldFrame = ({ label, hint, error, children }: FieldWords & { children: ReactNode }) => (
  <>
    {label !== undefined && <Label className={styles.label ?? ''}>{label}</Label>}
    {children}
    {hint !== undefined && !error && (
      <Text slot="description" className={styles.hint ?? ''}>
        {hint}
      </Text>
    )}
    {error !== undefined && <FieldError className={styles.error ?? ''}>{error}</FieldError>}
  </>
);

/** The same look for a control of another kind, or for a value that is only shown. */
export const Field = ({
  label,
  hint,
  error,
  children,
  className,
  htmlFor,
}: FieldWords & { children: ReactNode; className?: string; htmlFor?: string }) => (
  <div className={classes(styles.field, className)}>
    {label !== undefined &&
      (htmlFor === undefined ? (
        <span className={styles.label}>{label}</span>
      ) : (
        <label className={styles.label} htmlFor={htmlFor}>
          {label}
        </label>
      ))}
    {children}
    {hint !== undefined && !error && <span className={styles.hint}>{hint}</span>}
    {error !== undefined && error !== null && <span className={styles.error}>{error}</span>}
  </div>
);

export const fieldClass = styles.field ?? '';
export const controlClass = styles.control ?? '';
