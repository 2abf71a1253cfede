/** The bar above the table of documents: buttons that add filters, how it is grouped, and the filters as chips. */
import { useMemo, useState } from 'react';
import { BookText, CircleDot, Languages, Rows3, ShieldAlert, UserCheck, X } from 'lucide-react';
import { DOCUMENT_STATES } from '@shared/model/document';
import { MARKINGS } from '@shared/model/marking';
import { counted } from '@shared/text/counted';
import { Button, Chip, ComboBox, MenuButton, Popover } from '../../../ui';
import type { IconType, MenuItems } from '../../../ui';
import { FILTER_PARTS, GROUPINGS, toggled, valuesOf, valueWords } from './table';
import type { DocumentFilter, Fact, FilterPart, Grouping } from './table';
import styles from './documents.module.css';

export interface DocumentFiltersProps {
  readonly filter: DocumentFilter;
  readonly onChange: (filter: DocumentFilter) => void;
  readonly grouping: Grouping;
  readonly onGroup: (grouping: Grouping) => void;
  /** All documents, for the values there are. */
  readonly facts: readonly Fact[];
  readonly publisherOf: (id: string) => string | undefined;
}

const GROUP_WORDS: Readonly<Record<Grouping, string>> = {
  none: 'Not grouped',
  source: 'By publisher',
  state: 'By state',
  type: 'By type',
  month: 'By month',
};

type MenuPart = Exclude<FilterPart, 'sourceIds'>;

const MENUS: readonly {
  readonly part: MenuPart;
  readonly label: string;
  readonly icon: IconType;
}[] = [
  { part: 'states', label: 'State', icon: CircleDot },
  { part: 'types', label: 'Type', icon: BookText },
  { part: 'languages', label: 'Language', icon: Languages },
  { part: 'markings', label: 'Marking', icon: ShieldAlert },
];

/** Of closed lists all values in their order, of open ones those that occur. */
function choices(part: FilterPart, facts: readonly Fact[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>(valuesOf(facts, part));
  const closed = part === 'states' ? DOCUMENT_STATES : part === 'markings' ? MARKINGS : null;
  return closed ? closed.map((value) => [value, counts.get(value) ?? 0] as const) : [...counts];
}

export function DocumentFilters(props: DocumentFiltersProps) {
  const { filter, onChange, grouping, onGroup, facts, publisherOf } = props;
  const offered = useMemo(() => new Map(MENUS.map(({ part }) => [part, choices(part, facts)])), [facts]);
  const items = (part: MenuPart): MenuItems[] =>
    offered.get(part)!.map(([value, count]) => ({
      id: value || 'none',
      label: valueWords(part, value, publisherOf),
      count: count.toLocaleString(),
      isOn: ((filter[part] ?? []) as readonly string[]).includes(value),
      onAction: () => onChange(toggled(filter, part, value as never)),
    }));
  const chips = FILTER_PARTS.flatMap((part) =>
    ((filter[part] ?? []) as readonly string[]).map((value) => ({
      key: `${part} ${value}`,
      label: valueWords(part, value, publisherOf),
      without: toggled(filter, part, value as never),
    })),
  );
  return (
    <div className={styles.bar} role="search" aria-label="Filter documents">
      <div className={styles.menus}>
        <PublisherPick {...props} />
        {MENUS.map(({ part, label, icon }) => (
          <MenuButton
            key={part}
            label={label}
            name={`Filter by ${label.toLowerCase()}`}
            icon={icon}
            items={items(part)}
          />
        ))}
        <MenuButton
          label={GROUP_WORDS[grouping]}
          name={`Group documents: ${GROUP_WORDS[grouping]}`}
          icon={Rows3}
          items={GROUPINGS.map((one) => ({
            id: one,
            label: GROUP_WORDS[one],
            isOn: one === grouping,
            onAction: () => onGroup(one),
          }))}
        />
      </div>
      {chips.length > 0 && (
        <div className={styles.row}>
          <ul className={styles.chips} aria-label="Filters in force">
            {chips.map(({ key, label, without }) => (
              <li key={key}>
                <Chip name={label} onRemove={() => onChange(without)}>
                  {label}
                </Chip>
              </li>
            ))}
          </ul>
          <Button
            variant="quiet"
            icon={X}
            onPress={() => onChange(filter.text === undefined ? {} : { text: filter.text })}
          >
            Clear filters
          </Button>
        </div>
      )}
    </div>
  );
}

/** Publishers are many: found by typing. */
function PublisherPick({ filter, onChange, facts, publisherOf }: DocumentFiltersProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label="Filter by publisher"
      isOpen={isOpen}
      onOpenChange={setOpen}
      className={styles.popover ?? ''}
      trigger={
        <Button variant="quiet" icon={UserCheck} aria-label="Filter by publisher">
          Publisher
        </Button>
      }
    >
      <ComboBox
        label="Filter by publisher"
        autoFocus
        placeholder="Type to find"
        items={choices('sourceIds', facts).map(([id, count]) => ({
          // A list has no item without an id.
          id: id || 'none',
          label: valueWords('sourceIds', id, publisherOf),
          detail: counted(count, 'document'),
        }))}
        value={null}
        onChange={(id) => {
          if (id === null) return;
          const value = id === 'none' ? '' : id;
          if (!filter.sourceIds?.includes(value)) onChange(toggled(filter, 'sourceIds', value));
          setOpen(false);
        }}
      />
    </Popover>
  );
}
