/** A short code in fixed-width letters, with its words on hover and for screen readers. */
import { classes } from './classes';
import { VisuallyHidden } from './VisuallyHidden';
import styles from './Badge.module.css';

export interface BadgeProps {
  children: string;
  words?: string | undefined;
  tone?: 'plain' | 'good' | 'warning' | 'danger' | 'accent';
  className?: string;
}

export const Badge = ({ children, words, tone = 'plain', className }: BadgeProps) => (
  <span className={classes(styles.badge, styles[tone], className)} title={words}>
    {children}
    {words !== undefined && <VisuallyHidden>, {words}</VisuallyHidden>}
  </span>
);
