/** The versions of a document's text, and which of them is read. */
import { currentTextId, versionsInOrder } from '@shared/model/document';
import type { TextVersion } from '@shared/model/document';
import { momentWords } from '@shared/text/when';
import { useApp } from '../../app/context';
import { useCase, useRow } from '../../store/hooks';
import { Banner, Select } from '../../ui';
import styles from './version.module.css';

interface VersionPickerProps {
  readonly documentId: string;
  readonly textId: string;
}

const broughtIn = ({ importedAt }: TextVersion): string => momentWords(importedAt);

/** A list of versions; nothing where there is one. */
export const VersionPicker = ({ documentId, textId }: VersionPickerProps) => {
  const app = useApp();
  const { id: caseId } = useCase();
  const document = useRow('documents', documentId);
  if (!document || document.versions.length < 2) return null;
  const newest = currentTextId(document);
  return (
    <Select
      aria-label="Version of the text"
      className={styles.picker ?? ''}
      items={versionsInOrder(document)
        .toReversed()
        .map((version) => ({
          id: version.textId,
          label: version.textId === newest ? `Newest, ${broughtIn(version)}` : `Earlier, ${broughtIn(version)}`,
          detail: version.fileName || 'Pasted text',
        }))}
      value={textId}
      onChange={(id) =>
        app.navigate({ view: 'document', caseId, documentId, ...(id === newest ? {} : { version: id }) })
      }
    />
  );
};

/** Says that an earlier version is read, and leads to the newest. */
export const EarlierVersion = ({ documentId, textId }: VersionPickerProps) => {
  const app = useApp();
  const { id: caseId } = useCase();
  const document = useRow('documents', documentId);
  if (!document || textId === currentTextId(document)) return null;
  return (
    <Banner
      tone="warning"
      className={styles.banner ?? ''}
      title="This is an earlier version of the text"
      action={{ label: 'Show the newest', onPress: () => app.navigate({ view: 'document', caseId, documentId }) }}
    >
      What was kept on it stands here with its words. New excerpts are taken from the newest version.
    </Banner>
  );
};
