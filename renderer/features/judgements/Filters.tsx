/** Which judgements the list shows, and what can be done with the one that is selected. */
import type { ReactNode } from 'react';
import type { Briefing } from '@shared/model/briefing';
import { SearchField, SegmentedControl, Select } from '../../ui';
import type { Which } from './rows';
import styles from './judgements.module.css';

interface FiltersProps {
  readonly which: Which;
  readonly onWhich: (which: Which) => void;
  /** How many are due for review. */
  readonly due: number;
  readonly briefingId: string | null;
  readonly onBriefing: (id: string | null) => void;
  readonly briefings: ReadonlyMap<string, Briefing>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly children: ReactNode;
}

const ANY = 'any';

export const Filters = (props: FiltersProps) => {
  const items = [
    { id: 'all', label: 'All' },
    { id: 'open', label: 'Open' },
    { id: 'due', label: props.due === 0 ? 'Due' : `Due ${props.due.toLocaleString()}` },
    { id: 'settled', label: 'Settled' },
  ] as const;
  const briefings = [
    { id: ANY, label: 'Any briefing' },
    ...[...props.briefings.values()].map(({ id, title }) => ({ id, label: title })),
  ];
  return (
    <div className={styles.filters}>
      <SegmentedControl aria-label="Which judgements" items={items} value={props.which} onChange={props.onWhich} />
      <Select
        aria-label="Briefing"
        items={briefings}
        value={props.briefingId ?? ANY}
        onChange={(id) => props.onBriefing(id === ANY ? null : id)}
        className={styles.briefing ?? ''}
      />
      <SearchField
        aria-label="Filter judgements"
        placeholder="Filter"
        value={props.text}
        onChange={props.onText}
        className={styles.search ?? ''}
      />
      <div className={styles.actions}>{props.children}</div>
    </div>
  );
};
