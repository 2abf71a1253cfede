/** What is drawn beside and over the words: brackets in the margin, the ring of the focused excerpt, the caret. */
import type { CSSProperties } from 'react';
import { classes } from '../../ui';
import type { Box } from './geometry';
import styles from './reader.module.css';

export interface Bracket {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
  readonly lane: number;
  readonly colour: string;
}

export interface MarksProps {
  readonly brackets: readonly Bracket[];
  readonly ring: readonly Box[];
  /** Counts up each time the ring should draw the eye to it. */
  readonly flash: number;
  readonly caret: Box | null;
  readonly focusedId: string | null;
  readonly onPick: (id: string) => void;
}

const LANE = 9;

const boxStyle = ({ left, top, width, height }: Box): CSSProperties => ({ left, top, width, height });

/** Everything here repeats what the text and the list of excerpts say: screen readers are not told twice. */
export const Marks = ({ brackets, ring, flash, caret, focusedId, onPick }: MarksProps) => (
  <div aria-hidden className={styles.marks}>
    {brackets.map(({ id, top, bottom, lane, colour }) => (
      // A shortcut for the mouse; by keyboard the excerpt is reached in the text, in the list and with J and K.
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
      <div
        key={id}
        className={classes(styles.bracket, id === focusedId && styles.bracketOn)}
        style={{ top, height: bottom - top, right: -18 - lane * LANE, borderColor: colour }}
        onClick={() => onPick(id)}
      />
    ))}
    {ring.map((box) => (
      <div
        key={`${flash} ${box.top}`}
        className={classes(styles.ring, flash > 0 && styles.flash)}
        style={boxStyle(box)}
      />
    ))}
    {caret && <div data-caret className={styles.caret} style={boxStyle(caret)} />}
  </div>
);
