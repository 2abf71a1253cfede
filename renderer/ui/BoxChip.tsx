/** Coloured capitals on a black box, for labels whose standard asks for exactly that, in both themes. */
import { classes } from './classes';
import styles from './BoxChip.module.css';

export interface BoxChipProps {
  children: string;
  /** The text colour, as the standard gives it. */
  colour: string;
  /** What the label means, on hover. */
  title?: string;
  isLarge?: boolean;
  className?: string;
}

export const BoxChip = ({ children, colour, title, isLarge = false, className }: BoxChipProps) => (
  <span className={classes(styles.box, isLarge && styles.large, className)} style={{ color: colour }} title={title}>
    {children}
  </span>
);
