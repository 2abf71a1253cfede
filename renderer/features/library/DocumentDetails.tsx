/** A document's bibliographic data, publisher, marking, state and note, to read and change. */
import { useMemo, useState } from 'react';
import { X } from 'lucide-react';
import { CSL_TYPES, cslDateOf, isoOf } from '@shared/model/csl';
import type { CslItem, CslType } from '@shared/model/csl';
import { DOCUMENT_STATES } from '@shared/model/document';
import type { Document, DocumentState } from '@shared/model/document';
import { MARKINGS } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import { refusalSentence } from '@shared/messages';
import { useApp } from '../../app/context';
import { select } from '../../app/selection';
import { useAllRows, useCase, useRow } from '../../store/hooks';
import { Button, ComboBox, IconButton, Select, TextArea, TextField } from '../../ui';
import { useDraft } from '../../app/useDraft';
import styles from './library.module.css';

type TextFieldName = 'container-title' | 'URL' | 'genre' | 'number' | 'page';

const TEXT_FIELDS: readonly { name: TextFieldName; label: string }[] = [
  { name: 'container-title', label: 'Published in' },
  { name: 'URL', label: 'Address' },
];

const items = <Value extends string>(values: readonly Value[]) => values.map((id) => ({ id, label: id }));

const Form = ({ document }: { document: Document }) => {
  const app = useApp();
  const open = useCase();
  const sources = useAllRows('sources');
  const [dateRefused, setDateRefused] = useState(false);
  const save = (patch: Partial<Document>, fold?: string): void =>
    void app.run('document.update', { id: document.id, patch }, fold ? { fold } : {});
  const saveCsl = (patch: Partial<CslItem>, fold?: string): void => save({ csl: { ...document.csl, ...patch } }, fold);
  const title = useDraft(document.title, (value) => {
    if (value.trim()) save({ title: value }, `title ${document.id}`);
  });
  const note = useDraft(document.note, (value) => save({ note: value }, `note ${document.id}`));
  const author = useDraft(
    (document.csl.author ?? [])
      .map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(' '))
      .join('; '),
    (value) =>
      saveCsl(
        {
          author: value
            .split(';')
            .map((one) => one.trim())
            .filter(Boolean)
            .map((literal) => ({ literal })),
        },
        `author ${document.id}`,
      ),
  );
  const issued = useDraft(isoOf(document.csl.issued), (value) => {
    const date = cslDateOf(value.trim());
    setDateRefused(value.trim() !== '' && !date);
    if (date) saveCsl({ issued: date });
    else if (value.trim() === '') {
      const { issued: _, ...rest } = document.csl;
      save({ csl: rest });
    }
  });
  const sourceItems = useMemo(
    () => [...(sources?.values() ?? [])].map(({ id, name }) => ({ id, label: name })),
    [sources],
  );
  return (
    <div className={styles.form}>
      <header className={styles.formHead}>
        <h2 className={styles.sectionTitle}>Document</h2>
        <IconButton icon={X} name="Close the details" isSmall onPress={() => select({ details: null })} />
      </header>
      <TextArea label="Title" {...title} rows={2} />
      <ComboBox
        label="Publisher"
        items={sourceItems}
        value={document.sourceId}
        onChange={(id) => save({ sourceId: id })}
        onCreate={(name) =>
          void app.run('source.create', { name, kind: 'outlet' }).then((made) => {
            if (made.ok) save({ sourceId: made.value });
          })
        }
      />
      <TextField label="Authors" hint="Parted by semicolons." {...author} />
      <div className={styles.pair}>
        <TextField
          label="Published"
          placeholder="2024-11-04"
          {...issued}
          error={dateRefused ? refusalSentence('date-unclear') : undefined}
        />
        <Select
          label="Type"
          items={items(CSL_TYPES)}
          value={document.csl.type}
          onChange={(id) => saveCsl({ type: id as CslType })}
        />
      </div>
      {TEXT_FIELDS.map(({ name, label }) => (
        <CslText
          key={name}
          label={label}
          value={document.csl[name] ?? ''}
          onSave={(value) => saveCsl({ [name]: value }, `${name} ${document.id}`)}
        />
      ))}
      <div className={styles.pair}>
        <CslText
          label="Language"
          value={document.language}
          onSave={(value) => save({ language: value.trim() }, `language ${document.id}`)}
        />
        <Select
          label="State"
          items={items(DOCUMENT_STATES)}
          value={document.state}
          onChange={(id) => save({ state: id as DocumentState })}
        />
      </div>
      <Select
        label="Marking"
        items={items(MARKINGS)}
        value={document.marking}
        onChange={(id) => save({ marking: id as Marking })}
      />
      <TextArea label="Note" {...note} rows={3} />
      <div className={styles.formActions}>
        <Button onPress={() => app.navigate({ view: 'document', caseId: open.id, documentId: document.id })}>
          Read
        </Button>
        <Button variant="danger" onPress={() => void app.run('document.delete', { id: document.id })}>
          Delete
        </Button>
      </div>
    </div>
  );
};

const CslText = ({ label, value, onSave }: { label: string; value: string; onSave: (value: string) => void }) => (
  <TextField label={label} {...useDraft(value, onSave)} />
);

export const DocumentDetails = ({ id }: { id: string }) => {
  const document = useRow('documents', id);
  return document ? <Form document={document} /> : null;
};
