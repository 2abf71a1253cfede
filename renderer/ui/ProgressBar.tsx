/** How far something is; with a way to stop it where there is one. */
import { X } from 'lucide-react';
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import { classes } from './classes';
import { IconButton } from './IconButton';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  label: string;
  /** From 0 to 1; null while nobody knows. */
  value: number | null;
  /** Beside the percentage: "214 of 1,000". */
  detail?: string;
  onCancel?: () => void;
  className?: string;
}

export const ProgressBar = ({ label, value, detail, onCancel, className }: ProgressBarProps) => (
  <div className={classes(styles.whole, className)}>
    <AriaProgressBar value={(value ?? 0) * 100} isIndeterminate={value === null} className={styles.progress ?? ''}>
      {({ percentage }) => (
        <>
          <span className={styles.words}>
            <Label className={styles.label ?? ''}>{label}</Label>
            <span className={styles.value}>{detail ?? (value === null ? null : `${Math.round(value * 100)} %`)}</span>
          </span>
          <span className={styles.track}>
            <span
              className={classes(styles.fill, value === null && styles.unknown)}
              style={{ width: value === null ? '30%' : `${percentage ?? 0}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
    {onCancel && <IconButton icon={X} name={`Stop: ${label}`} isSmall onPress={onCancel} placement="top" />}
  </div>
);
