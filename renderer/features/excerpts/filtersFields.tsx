/** The buttons that add to a filter: tag, source, document, grade, marking, date, and what an excerpt has. */
import { useMemo, useState } from 'react';
import { CalendarDays, FileText, ListFilter, Scale, ShieldAlert, Tags, UserCheck } from 'lucide-react';
import { readDateEntry } from '@shared/model/dateEntry';
import { dayRange } from '@shared/model/eventDate';
import { CREDIBILITIES, CREDIBILITY_WORDS, RELIABILITIES, RELIABILITY_WORDS } from '@shared/model/grading';
import { MARKINGS } from '@shared/model/marking';
import { refusalSentence } from '@shared/messages';
import type { Filter } from '@shared/query/filter';
import { capital } from '@shared/text/capital';
import type { Facets } from '../../search/engine/facets';
import { Button, ComboBox, MenuButton, Popover, TextField } from '../../ui';
import type { IconType, MenuEntry, Option } from '../../ui';
import { HAS_PARTS, HAS_WORDS, toggled, withParts } from './filtersModel';
import styles from './filters.module.css';

export interface FieldProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  /** Counts of what is listed now; undefined while they are counted. */
  readonly facets: Facets | undefined;
  /** Whoever counts them has to know that somebody looks. */
  readonly onOpen: (isOpen: boolean) => void;
}

const countWords = (count: number | undefined): string | undefined =>
  count === undefined ? undefined : count.toLocaleString();

interface PickProps {
  readonly label: string;
  readonly icon: IconType;
  readonly options: readonly Option[];
  readonly onPick: (id: string) => void;
  readonly onOpen: (isOpen: boolean) => void;
  readonly hint?: string;
}

/** A button whose popover finds one of many by typing. */
export function FilterPick({ label, icon, options, onPick, onOpen, hint }: PickProps) {
  const [isOpen, setOpen] = useState(false);
  const change = (open: boolean): void => {
    setOpen(open);
    onOpen(open);
  };
  return (
    <Popover
      label={`Filter by ${label.toLowerCase()}`}
      isOpen={isOpen}
      onOpenChange={change}
      className={styles.popover ?? ''}
      trigger={
        <Button variant="quiet" icon={icon} aria-label={`Filter by ${label.toLowerCase()}`}>
          {label}
        </Button>
      }
    >
      <ComboBox
        label={`Filter by ${label.toLowerCase()}`}
        autoFocus
        placeholder="Type to find"
        hint={hint}
        items={options}
        value={null}
        onChange={(id) => {
          if (id === null) return;
          onPick(id);
          change(false);
        }}
      />
    </Popover>
  );
}

export const GradeMenu = ({ filter, onChange, facets, onOpen }: FieldProps) => {
  const entries = <Value extends string | number>(
    part: 'reliabilities' | 'credibilities',
    values: readonly Value[],
    words: Readonly<Record<Value, string>>,
    none: string,
  ): MenuEntry[] =>
    [...values, null].map((value) => ({
      id: `${part} ${value}`,
      label: value === null ? none : `${value}  ${words[value]}`,
      count: countWords((facets?.[part] as ReadonlyMap<unknown, number> | undefined)?.get(value)),
      isOn: ((filter[part] ?? []) as readonly unknown[]).includes(value),
      onAction: () => onChange(toggled(filter, part, value as never)),
    }));
  return (
    <MenuButton
      label="Grade"
      name="Filter by grade"
      icon={Scale}
      onOpenChange={onOpen}
      items={[
        {
          section: 'Reliability of the source',
          items: entries('reliabilities', RELIABILITIES, RELIABILITY_WORDS, 'Not graded'),
        },
        {
          section: 'Credibility of the information',
          items: entries('credibilities', CREDIBILITIES, CREDIBILITY_WORDS, 'Not given'),
        },
      ]}
    />
  );
};

export const MarkingMenu = ({ filter, onChange, facets, onOpen }: FieldProps) => (
  <MenuButton
    label="Marking"
    name="Filter by marking"
    icon={ShieldAlert}
    onOpenChange={onOpen}
    items={MARKINGS.map((marking) => ({
      id: marking,
      label: marking,
      count: countWords(facets?.markings.get(marking)),
      isOn: filter.markings?.includes(marking) ?? false,
      onAction: () => onChange(toggled(filter, 'markings', marking)),
    }))}
  />
);

export const HasMenu = ({ filter, onChange }: Pick<FieldProps, 'filter' | 'onChange'>) => (
  <MenuButton
    label="More"
    name="More filters"
    icon={ListFilter}
    items={HAS_PARTS.flatMap((part, index) => [
      ...(index > 0 ? (['separator'] as const) : []),
      ...([true, false] as const).map((value) => ({
        id: `${part} ${value}`,
        label: capital(HAS_WORDS[part][value ? 0 : 1]),
        isOn: filter[part] === value,
        onAction: () => onChange(withParts(filter, { [part]: filter[part] === value ? undefined : value })),
      })),
    ])}
  />
);

/** A day that a person wrote, as the filter takes it; null where it cannot be read. */
function readDay(entry: string, end: 'from' | 'to'): string | null | undefined {
  if (entry.trim() === '') return undefined;
  const read = readDateEntry(entry);
  return read.ok ? dayRange(read.value)[end] || null : null;
}

export const DateField = ({ filter, onChange }: Pick<FieldProps, 'filter' | 'onChange'>) => {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [wrong, setWrong] = useState<'from' | 'to' | null>(null);
  const apply = (): void => {
    const [dateFrom, dateTo] = [readDay(from, 'from'), readDay(to, 'to')];
    setWrong(dateFrom === null ? 'from' : dateTo === null ? 'to' : null);
    if (dateFrom === null || dateTo === null) return;
    onChange(withParts(filter, { dateFrom, dateTo }));
    setOpen(false);
  };
  return (
    <Popover
      label="Filter by event date"
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setWrong(null);
        if (open) {
          setFrom(filter.dateFrom ?? '');
          setTo(filter.dateTo ?? '');
        }
      }}
      className={styles.popover ?? ''}
      trigger={
        <Button variant="quiet" icon={CalendarDays} aria-label="Filter by event date">
          Date
        </Button>
      }
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <TextField
          label="From"
          autoFocus
          placeholder="2024-10"
          value={from}
          onChange={setFrom}
          error={wrong === 'from' ? refusalSentence('date-unclear') : undefined}
        />
        <TextField
          label="Until"
          placeholder="4 November 2024"
          value={to}
          onChange={setTo}
          error={wrong === 'to' ? refusalSentence('date-unclear') : undefined}
          hint="Excerpts whose event date can fall between the two; either may stay empty."
        />
        <Button type="submit" variant="primary">
          Filter
        </Button>
      </form>
    </Popover>
  );
};

export const PICK_ICONS = { tag: Tags, source: UserCheck, document: FileText } as const;

/** Options with their counts, those with most excerpts first. */
export function useCounted(options: readonly Option[], counts: ReadonlyMap<string, number> | undefined) {
  return useMemo(() => {
    if (!counts) return options;
    return options
      .map((one) => ({ one, count: counts.get(one.id) ?? 0 }))
      .sort((a, b) => b.count - a.count)
      .map(({ one, count }) => ({
        ...one,
        detail: [one.detail, `${count.toLocaleString()} here`].filter(Boolean).join(' · '),
      }));
  }, [options, counts]);
}
