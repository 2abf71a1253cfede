/** The head of a view: its name, how many of how many it shows, and its tools. */
import type { ReactNode } from 'react';
import styles from './ViewHead.module.css';

export interface ViewHeadProps {
  /** Id of the heading, for `aria-labelledby` of the view. */
  id: string;
  title: ReactNode;
  /** How many are shown; with `total` as "3 of 41" where they differ. */
  count?: number | undefined;
  total?: number | undefined;
  /** Quieter words behind the title. */
  note?: ReactNode;
  children?: ReactNode;
}

const counted = (count: number | undefined, total: number | undefined): string => {
  if (count === undefined) return '';
  return total === undefined || total === count
    ? count.toLocaleString()
    : `${count.toLocaleString()} of ${total.toLocaleString()}`;
};

export const ViewHead = ({ id, title, count, total, note, children }: ViewHeadProps) => (
  <header className={styles.head}>
    <h1 id={id} className={styles.title}>
      {title} {note !== undefined && <span className={styles.note}>{note}</span>}
      <span className={styles.note} role="status">
        {counted(count, total)}
      </span>
    </h1>
    {children}
  </header>
);
