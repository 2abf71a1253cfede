/** The bibliographic data of a document: the fields that matter for its type. */
import { useState } from 'react';
import type { CslDate, CslItem, CslName, CslType } from '@shared/model/csl';
import type { Document } from '@shared/model/document';
import { refusalSentence } from '@shared/messages';
import { useApp } from '../../../app/context';
import { useDraft } from '../../../app/useDraft';
import { Select, TextField } from '../../../ui';
import { TYPE_WORDS } from '../documents/words';
import { cslDateOfEntry, dateEntryOf } from './dates';
import { TYPE_ORDER, authorsLabel, fieldsFor, hasAccessed, withFields } from './fields';
import styles from '../library.module.css';

const nameWords = ({ literal, given, family }: CslName): string =>
  literal ?? (given && family ? `${family}, ${given}` : (family ?? given ?? ''));

/** “Kim, Ada; NIS”: a comma parts family and given names, without one it is a name as it stands. */
const namesOf = (entry: string): CslName[] =>
  entry
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const comma = /^([^,]+),\s*([^,]+)$/.exec(one);
      return comma ? { family: comma[1]!.trim(), given: comma[2]!.trim() } : { literal: one };
    });

interface DateProps {
  readonly label: string;
  readonly value: CslDate | undefined;
  readonly onSave: (date: CslDate | undefined) => void;
}

function DateEntry({ label, value, onSave }: DateProps) {
  const [isUnclear, setUnclear] = useState(false);
  const draft = useDraft(dateEntryOf(value), (entry) => {
    const date = entry.trim() === '' ? undefined : cslDateOfEntry(entry.trim());
    setUnclear(date === null);
    if (date !== null) onSave(date);
  });
  return (
    <TextField
      label={label}
      placeholder="4 Nov 2024"
      {...draft}
      error={isUnclear ? refusalSentence('date-unclear') : undefined}
    />
  );
}

const TextEntry = ({ label, value, onSave }: { label: string; value: string; onSave: (value: string) => void }) => (
  <TextField label={label} {...useDraft(value, onSave)} />
);

export function Bibliography({ document }: { document: Document }) {
  const app = useApp();
  const { id, csl } = document;
  const save = (fields: Parameters<typeof withFields>[1], fold?: string): void =>
    void app.run(
      'document.update',
      { id, patch: { csl: withFields(csl, fields) } },
      fold === undefined ? {} : { fold: `${fold} ${id}` },
    );
  return (
    <>
      <div className={styles.pair}>
        <Select
          label="Type"
          items={TYPE_ORDER.map((type) => ({ id: type, label: TYPE_WORDS[type] }))}
          value={csl.type}
          onChange={(type) => save({ type: type as CslType })}
        />
        <DateEntry label="Published" value={csl.issued} onSave={(issued) => save({ issued })} />
      </div>
      <TextEntry
        label={`${authorsLabel(csl.type)} (parted by semicolons)`}
        value={(csl.author ?? []).map(nameWords).join('; ')}
        onSave={(value) => save({ author: namesOf(value) }, 'author')}
      />
      {fieldsFor(csl).map(({ name, label }) => (
        <TextEntry
          key={`${id} ${name}`}
          label={label}
          value={csl[name] ?? ''}
          onSave={(value) => save({ [name]: value.trim() } as Partial<CslItem>, name)}
        />
      ))}
      {hasAccessed(csl) && (
        <DateEntry label="Looked at" value={csl.accessed} onSave={(accessed) => save({ accessed })} />
      )}
    </>
  );
}
