/** A document's bibliographic data, publisher, marking, state and note, to read and change. */
import { useMemo } from 'react';
import { X } from 'lucide-react';
import { DOCUMENT_STATES } from '@shared/model/document';
import type { Document } from '@shared/model/document';
import { MARKINGS } from '@shared/model/marking';
import { capital } from '@shared/text/capital';
import { languageWords } from '@shared/text/languageWords';
import { useApp } from '../../app/context';
import { select } from '../../app/selection';
import { useAllRows, useCase, useRow } from '../../store/hooks';
import { Button, ComboBox, IconButton, Select, TextArea, TextField } from '../../ui';
import { useDraft } from '../../app/useDraft';
import { Bibliography } from './details/Bibliography';
import { OriginalFile } from './details/OriginalFile';
import { NearCopies } from './near/NearCopies';
import styles from './library.module.css';

const STATES = DOCUMENT_STATES.map((id) => ({ id, label: capital(id) }));
const LABELS = MARKINGS.map((id) => ({ id, label: id }));

const Form = ({ document }: { document: Document }) => {
  const app = useApp();
  const open = useCase();
  const sources = useAllRows('sources');
  const save = (patch: Partial<Document>, fold?: string): void =>
    void app.run('document.update', { id: document.id, patch }, fold ? { fold } : {});
  const title = useDraft(document.title, (value) => {
    if (value.trim()) save({ title: value }, `title ${document.id}`);
  });
  const note = useDraft(document.note, (value) => save({ note: value }, `note ${document.id}`));
  const sourceItems = useMemo(
    () => [...(sources?.values() ?? [])].map(({ id, name }) => ({ id, label: name })),
    [sources],
  );
  return (
    <div className={styles.details}>
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
      <Bibliography key={document.id} document={document} />
      <div className={styles.pair}>
        <LanguageField
          value={document.language}
          onSave={(value) => save({ language: value.trim() }, `language ${document.id}`)}
        />
        <Select label="State" items={STATES} value={document.state} onChange={(state) => save({ state })} />
      </div>
      <Select label="Marking" items={LABELS} value={document.marking} onChange={(marking) => save({ marking })} />
      <TextArea label="Note" {...note} rows={3} />
      <OriginalFile document={document} />
      <NearCopies document={document} />
      <div className={styles.formActions}>
        <Button onPress={() => app.navigate({ view: 'document', caseId: open.id, documentId: document.id })}>
          Read
        </Button>
        <Button onPress={() => void app.run('document.newVersion', { id: document.id })}>Newer version…</Button>
        <Button variant="danger" onPress={() => void app.run('document.delete', { id: document.id })}>
          Delete
        </Button>
      </div>
    </div>
  );
};

/** A BCP 47 tag, with what it means below. */
const LanguageField = ({ value, onSave }: { value: string; onSave: (value: string) => void }) => (
  <TextField
    label="Language"
    hint={value === '' ? 'A tag such as en, uk or ko' : languageWords(value)}
    {...useDraft(value, onSave)}
  />
);

export const DocumentDetails = ({ id }: { id: string }) => {
  const document = useRow('documents', id);
  return document ? <Form document={document} /> : null;
};
