/** What the pointer rests on in the strip: how the excerpts there begin, with their grades and tags. */
import type { Excerpt } from '@shared/model/excerpt';
import type { Row } from './slots';
import { hintLines } from './stripWords';
import styles from './strip.module.css';

const MOST_NAMES = 4;

export interface StripHintProps {
  readonly row: Row;
  /** Of the pointer, and of the strip, in pixels. */
  readonly y: number;
  readonly height: number;
  readonly excerpts: readonly Excerpt[];
  readonly nameOf: (excerpt: Excerpt) => string;
}

export const StripHint = ({ row, y, height, excerpts, nameOf }: StripHintProps) => {
  const named = row.excerpts.slice(0, MOST_NAMES).flatMap((index) => excerpts[index] ?? []);
  // It opens towards the middle, so that it is never cut off.
  const place = y < height / 2 ? { top: y } : { bottom: height - y };
  return (
    <div aria-hidden className={styles.hint} style={place}>
      {named.map((excerpt) => (
        <div key={excerpt.id} className={styles.hintName} dir="auto">
          {nameOf(excerpt)}
        </div>
      ))}
      {hintLines(named.length, row.excerpts.length, row.found.length).map((line) => (
        <div key={line} className={styles.hintMore}>
          {line}
        </div>
      ))}
    </div>
  );
};
