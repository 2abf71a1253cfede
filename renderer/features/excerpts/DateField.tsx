/** An event date as people write it. What was understood stands below: in words, with its precision. */
import { useState } from 'react';
import { readDateEntry } from '@shared/model/dateEntry';
import { dateWords, precisionOf } from '@shared/model/eventDate';
import type { EventDate } from '@shared/model/eventDate';
import { refusalSentence } from '@shared/messages';
import { TextField } from '../../ui';

export interface DateFieldProps {
  readonly value: EventDate | null;
  readonly onChange: (date: EventDate | null) => void;
}

const understood = (date: EventDate): string => {
  const precision = precisionOf(date);
  return `${dateWords(date)} (${precision === 'interval' ? 'a span of time' : `to the ${precision}`})`;
};

export const DateField = ({ value, onChange }: DateFieldProps) => {
  // null: nothing is being written, and the field shows what is stored.
  const [typed, setTyped] = useState<string | null>(null);
  const [isTouched, setTouched] = useState(false);
  const entry = typed ?? value ?? '';
  const read = entry.trim() === '' ? null : readDateEntry(entry);
  const take = (): void => {
    setTouched(true);
    if (typed === null || (read && !read.ok)) return;
    setTyped(null);
    const next = read?.value ?? null;
    if (next !== value) onChange(next);
  };
  return (
    <TextField
      label="Event date"
      placeholder="25 Oct 2024, Oct 2024, about 2024"
      value={entry}
      onChange={(next) => {
        setTyped(next);
        setTouched(false);
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        else event.continuePropagation();
      }}
      hint={read?.ok ? understood(read.value) : undefined}
      error={isTouched && read && !read.ok ? refusalSentence(read.reason) : undefined}
    />
  );
};
