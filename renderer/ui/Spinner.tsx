/** Says that something works, but only after 0.3 s: what is quick needs no sign. */
import styles from './Spinner.module.css';

export const Spinner = ({ label, size = 16 }: { label: string; size?: number }) => (
  <span className={styles.spinner} role="status" aria-label={label} style={{ width: size, height: size }} />
);
