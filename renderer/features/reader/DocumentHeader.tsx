/** What the text is: title, who published it, when, in which language, its marking and how far one is with it. */
import { Ellipsis, FilePlus2, FileText, ScanText, Search, Trash2 } from 'lucide-react';
import { ocrInShort, ocrInWords, ocrOf } from '@shared/extract/ocr/madeBy';
import { isPaged } from '@shared/extract/paged';
import { isoOf } from '@shared/model/csl';
import { currentTextId, DOCUMENT_STATES, newestVersion } from '@shared/model/document';
import type { Document } from '@shared/model/document';
import { dateWords } from '@shared/model/eventDate';
import { MARKING_INK, MARKING_SENSE } from '@shared/model/marking';
import type { Source } from '@shared/model/source';
import { capital } from '@shared/text/capital';
import { languageWords } from '@shared/text/languageWords';
import { useApp } from '../../app/context';
import { select } from '../../app/selection';
import { BoxChip, MenuButton, SegmentedControl, Select } from '../../ui';
import { OutlineButton } from './OutlineButton';
import type { OutlineButtonProps } from './OutlineButton';
import { ReadingSettings } from './ReadingSettings';
import { READING_MODES } from './useViews';
import type { ReadingMode } from './useViews';
import { EarlierVersion, VersionPicker } from './VersionPicker';
import styles from './reader.module.css';

const STATES = DOCUMENT_STATES.map((id) => ({ id, label: capital(id) }));

export interface DocumentHeaderProps {
  readonly document: Document;
  readonly source: Source | undefined;
  /** How long the text is, in words. */
  readonly length: string;
  /** What is shown of the document; null where there is only its text. */
  readonly mode: ReadingMode | null;
  readonly onMode: (mode: ReadingMode) => void;
  readonly outline: OutlineButtonProps;
  /** Called before the text is set anew. */
  readonly onReset: () => void;
}

const MODES = READING_MODES.map((id) => ({ id, label: capital(id) }));

export const DocumentHeader = ({ document, source, length, mode, onMode, outline, onReset }: DocumentHeaderProps) => {
  const { run } = useApp();
  const { extractor, mediaType, originalId } = newestVersion(document);
  const ocr = ocrOf(extractor);
  const canBeRead = originalId !== null && isPaged(mediaType);
  const published = isoOf(document.csl.issued);
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        <h1 className={styles.documentTitle} title={document.title}>
          {document.title}
        </h1>
        {mode !== null && <SegmentedControl aria-label="What is shown" items={MODES} value={mode} onChange={onMode} />}
        <OutlineButton {...outline} />
        {mode !== 'pages' && <ReadingSettings onChange={onReset} />}
        <Select
          aria-label="State of the document"
          items={STATES}
          value={document.state}
          onChange={(state) => void run('document.update', { id: document.id, patch: { state } })}
          className={styles.state ?? ''}
        />
        <MenuButton
          icon={Ellipsis}
          name="More about this document"
          placement="bottom end"
          items={[
            {
              id: 'details',
              label: 'Document details',
              icon: FileText,
              onAction: () => select({ details: { table: 'documents', id: document.id } }),
            },
            {
              id: 'find',
              label: 'Find in this document',
              icon: Search,
              keys: 'Mod+F',
              onAction: () => void run('document.find'),
            },
            {
              id: 'version',
              label: 'Import a newer version…',
              icon: FilePlus2,
              onAction: () => void run('document.newVersion', { id: document.id }),
            },
            ...(canBeRead
              ? [
                  {
                    id: 'ocr',
                    label: 'Read pages by OCR…',
                    icon: ScanText,
                    onAction: () => void run('document.readByOcr', { id: document.id }),
                  },
                ]
              : []),
            'separator',
            {
              id: 'delete',
              label: 'Delete document',
              icon: Trash2,
              isDanger: true,
              onAction: () => void run('document.delete', { id: document.id }),
            },
          ]}
        />
      </div>
      <div className={styles.facts}>
        <BoxChip colour={MARKING_INK[document.marking]} title={MARKING_SENSE[document.marking]}>
          {document.marking}
        </BoxChip>
        <span>{source ? source.name : 'No publisher named'}</span>
        {published !== '' && <time dateTime={published}>{dateWords(published)}</time>}
        {document.language !== '' && <span>{languageWords(document.language)}</span>}
        <span>{length}</span>
        {ocr && (
          <span className={styles.recognised} title={ocrInWords(ocr)}>
            {ocrInShort(ocr)}: check quotations against the page
          </span>
        )}
        <VersionPicker documentId={document.id} textId={currentTextId(document)} />
      </div>
      <EarlierVersion documentId={document.id} textId={currentTextId(document)} />
    </header>
  );
};
