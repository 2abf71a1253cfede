/** Words as a reference style sets them apart. */
import type { ReactNode } from 'react';
import type { Emphasis } from '@shared/briefing/styles/runs';
import { classes } from '../../../ui';
import styles from './styles.module.css';

interface EmphasisedProps {
  readonly look: Emphasis;
  readonly children: ReactNode;
}

export const Emphasised = ({ look, children }: EmphasisedProps) => {
  const { bold, smallCaps, underline, raised } = look;
  const name = classes(bold && styles.bold, smallCaps && styles.smallCaps, underline && styles.underline);
  const words = name === '' ? children : <span className={name}>{children}</span>;
  if (raised === 'sup') return <sup>{words}</sup>;
  return raised === 'sub' ? <sub>{words}</sub> : words;
};
