/** What belongs in an empty place, and the one next step. */
import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconType } from './Icon';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  icon?: IconType;
  title: ReactNode;
  message?: ReactNode;
  /** One button, seldom two. */
  action?: ReactNode;
  /** It is all the view shows: its title is the heading of the page. */
  isPage?: boolean;
  className?: string;
}

export const EmptyState = ({ icon, title, message, action, isPage = false, className }: EmptyStateProps) => (
  <div className={classes(styles.empty, className)}>
    {icon && (
      <span className={styles.icon}>
        <Icon icon={icon} size={20} />
      </span>
    )}
    {isPage ? <h1 className={styles.title}>{title}</h1> : <p className={styles.title}>{title}</p>}
    {message !== undefined && <p className={styles.message}>{message}</p>}
    {action !== undefined && <div className={styles.action}>{action}</div>}
  </div>
);
