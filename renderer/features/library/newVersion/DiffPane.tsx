/** Two versions of a text read as one: paragraphs that came, went or have other words. Only what is near the window is drawn. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { FileCheck2 } from 'lucide-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { DiffRow } from '@shared/text/textDiff';
import { EmptyState, Switch, VisuallyHidden } from '../../../ui';
import { shownRows } from './shownRows';
import styles from './version.module.css';

const SIGNS: Readonly<Record<DiffRow['change'], readonly [sign: string, words: string]>> = {
  same: ['', ''],
  changed: ['±', 'Changed'],
  added: ['+', 'Added'],
  removed: ['−', 'Removed'],
};

export const DiffPane = ({ rows }: { rows: readonly DiffRow[] }) => {
  const [isShort, setShort] = useState(true);
  const shown = useMemo(() => shownRows(rows, isShort), [rows, isShort]);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing memoizes this component for us
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => 64, []),
    overscan: 6,
  });
  if (rows.every((row) => row.change === 'same'))
    return (
      <EmptyState
        icon={FileCheck2}
        title="No words differ"
        message="The two texts differ in empty lines or spaces alone."
      />
    );
  return (
    <div className={styles.diffPane}>
      <Switch isSelected={isShort} onChange={setShort}>
        Only what changed
      </Switch>
      {/* A text that scrolls takes the focus, so that keys can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={scroller} className={styles.diff} role="region" aria-label="The two texts in one" tabIndex={0}>
        <div className={styles.diffAll} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = shown[item.index]!;
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={styles.diffRow}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {'left' in row ? (
                  <p className={styles.left}>
                    {row.left === 1
                      ? 'One paragraph is the same'
                      : `${row.left.toLocaleString()} paragraphs are the same`}
                  </p>
                ) : (
                  <Line row={row} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};

const Line = ({ row }: { row: DiffRow }) => {
  const [sign, words] = SIGNS[row.change];
  return (
    <div className={styles.line} data-change={row.change}>
      <span className={styles.lineSign} title={words}>
        <span aria-hidden>{sign}</span>
        {words !== '' && <VisuallyHidden>{words}: </VisuallyHidden>}
      </span>
      <p className={styles.lineText}>
        {row.pieces.map(({ change, text }, index) => {
          const key = `${index} ${change}`;
          if (change === 'same') return <span key={key}>{text}</span>;
          const Tag = change === 'added' ? 'ins' : 'del';
          return (
            <Tag key={key}>
              <VisuallyHidden>[{change}: </VisuallyHidden>
              {text}
              <VisuallyHidden>]</VisuallyHidden>
            </Tag>
          );
        })}
      </p>
    </div>
  );
};
