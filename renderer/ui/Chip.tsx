/** A small name with a hue. The hue's mark has a shape too, so that neighbouring colours are told apart without colour. */
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { classes } from './classes';
import { hueStyle } from './hue';
import { Icon } from './Icon';
import styles from './Chip.module.css';

const SHAPES = ['round', 'square', 'diamond', 'ring'] as const;

/** The mark of a hue: one of four shapes in its colour. */
export const HueMark = ({ hue }: { hue: number }) => (
  <span aria-hidden className={classes(styles.mark, styles[SHAPES[Math.abs(hue) % 4]!])} style={hueStyle(hue)} />
);

export interface ChipProps {
  children: ReactNode;
  /** 0 to 11; without one the chip is grey. */
  hue?: number | null | undefined;
  /** Shows a removing cross; `name` says what goes, for screen readers. */
  onRemove?: (() => void) | undefined;
  /** Makes the chip a button. */
  onPress?: (() => void) | undefined;
  /** The chip as plain text: for the names of its buttons and the whole on hover. */
  name: string;
  className?: string;
}

export function Chip({ children, hue, onRemove, onPress, name, className }: ChipProps) {
  const has = hue !== undefined && hue !== null;
  const words = (
    <>
      {has && <HueMark hue={hue} />}
      <span className={styles.words}>{children}</span>
    </>
  );
  return (
    <span
      className={classes(styles.chip, has && styles.tinted, (onRemove || onPress) && styles.tall, className)}
      style={has ? hueStyle(hue) : {}}
      title={name}
    >
      {onPress ? (
        <AriaButton className={styles.press ?? ''} onPress={onPress} aria-label={name}>
          {words}
        </AriaButton>
      ) : (
        words
      )}
      {onRemove && (
        <AriaButton className={styles.remove ?? ''} onPress={onRemove} aria-label={`Remove ${name}`}>
          <Icon icon={X} size={12} />
        </AriaButton>
      )}
    </span>
  );
}
