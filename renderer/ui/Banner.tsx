/** A message in the place it concerns: what happened, what is unchanged, what to do. */
import type { ReactNode } from 'react';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { Button } from './Button';
import { classes } from './classes';
import { Icon } from './Icon';
import styles from './Banner.module.css';

export type Tone = 'info' | 'good' | 'warning' | 'danger';

const ICONS = { info: Info, good: CircleCheck, warning: TriangleAlert, danger: CircleAlert } as const;

/** The sign of a tone, so that its colour is not alone. */
export const ToneIcon = ({ tone }: { tone: Tone }) => <Icon icon={ICONS[tone]} />;

export interface MessageAction {
  label: string;
  onPress: () => void;
}

export interface BannerProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: MessageAction | undefined;
  /** Told to screen readers when it appears; a warning or danger that answers something one did. */
  isLive?: boolean;
  className?: string;
}

export const Banner = ({ tone = 'info', title, children, action, isLive = false, className }: BannerProps) => (
  <div role={isLive ? 'status' : undefined} className={classes(styles.banner, styles[tone], className)}>
    <span className={styles.icon}>
      <ToneIcon tone={tone} />
    </span>
    <div className={styles.words}>
      {title !== undefined && <strong className={styles.title}>{title}</strong>}
      {children !== undefined && <div>{children}</div>}
    </div>
    {action && <Button onPress={action.onPress}>{action.label}</Button>}
  </div>
);
