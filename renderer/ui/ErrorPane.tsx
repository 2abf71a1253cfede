/** Stands where something could not be shown: what happened, what is unchanged, what to do, and a report to pass on. */
import type { ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { classes } from './classes';
import { Disclosure } from './Disclosure';
import { Icon } from './Icon';
import styles from './ErrorPane.module.css';

export interface ErrorPaneProps {
  title: string;
  message: ReactNode;
  /** Text to read and copy; without the content of anybody's work. */
  report?: string | undefined;
  actions?: ReactNode;
  className?: string;
}

export const ErrorPane = ({ title, message, report, actions, className }: ErrorPaneProps) => (
  <div role="alert" className={classes(styles.pane, className)}>
    <h2 className={styles.title}>
      <span className={styles.icon}>
        <Icon icon={CircleAlert} />
      </span>
      {title}
    </h2>
    <p>{message}</p>
    {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    {report !== undefined && (
      <Disclosure title="Report">
        <textarea className={styles.report} readOnly aria-label="Report" value={report} />
      </Disclosure>
    )}
  </div>
);
