/** The choices for reading in a popover of the document's header; each is seen in the text at once. */
import { ALargeSmall } from 'lucide-react';
import { capital } from '@shared/text/capital';
import { Button, IconButton, Popover, SegmentedControl } from '../../ui';
import { FACES, keepReading, SIZES, SPACINGS, USUAL, useReading, WIDTHS } from './reading';
import type { Reading } from './reading';
import styles from './reading.module.css';

const LABELS: Readonly<Record<string, string>> = { sans: 'Sans serif' };
const items = <One extends string>(list: readonly One[]) =>
  list.map((id) => ({ id, label: LABELS[id] ?? capital(id) }));

const ROWS = [
  { part: 'size', label: 'Size', items: items(SIZES) },
  { part: 'width', label: 'Width of the lines', items: items(WIDTHS) },
  { part: 'face', label: 'Typeface', items: items(FACES) },
  { part: 'spacing', label: 'Space between lines', items: items(SPACINGS) },
] as const satisfies readonly { part: keyof Reading; label: string; items: readonly { id: string; label: string }[] }[];

const isUsual = (reading: Reading): boolean => ROWS.every(({ part }) => reading[part] === USUAL[part]);

/** @param onChange called before the text is set anew, so that the place that is read can be kept in view */
export const ReadingSettings = ({ onChange }: { onChange: () => void }) => {
  const reading = useReading();
  const keep = (next: Reading): void => {
    onChange();
    void keepReading(next);
  };
  return (
    <Popover
      label="How the text is set"
      placement="bottom end"
      trigger={<IconButton icon={ALargeSmall} name="How the text is set" />}
    >
      <div className={styles.rows}>
        {ROWS.map((row) => (
          <div key={row.part} className={styles.row}>
            <span aria-hidden>{row.label}</span>
            <SegmentedControl<string>
              aria-label={row.label}
              items={row.items}
              value={reading[row.part]}
              onChange={(id) => keep({ ...reading, [row.part]: id })}
            />
          </div>
        ))}
        <Button variant="quiet" isDisabled={isUsual(reading)} onPress={() => keep(USUAL)}>
          As usual
        </Button>
      </div>
    </Popover>
  );
};
