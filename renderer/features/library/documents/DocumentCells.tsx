/** The columns of the table of documents, and what stands in each cell. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { dateWords } from '@shared/model/eventDate';
import { MARKING_INK } from '@shared/model/marking';
import { capital } from '@shared/text/capital';
import { languageWords } from '@shared/text/languageWords';
import { BoxChip, IconButton, Truncate } from '../../../ui';
import type { VirtualColumn } from '../../../ui';
import type { Line } from './lines';
import { TYPE_WORDS } from './words';
import styles from './documents.module.css';

const COLUMNS: readonly VirtualColumn[] = [
  { id: 'title', label: 'Title', width: 'minmax(0, 3fr)', isSortable: true },
  { id: 'source', label: 'Publisher', width: 'minmax(0, 1.2fr)', isSortable: true },
  { id: 'date', label: 'Published', width: '136px', isSortable: true },
  { id: 'language', label: 'Language', width: '92px', isSortable: true },
  { id: 'type', label: 'Type', width: '112px', isSortable: true },
  { id: 'excerpts', label: 'Excerpts', width: '76px', align: 'end', isSortable: true },
  { id: 'state', label: 'State', width: '84px', isSortable: true },
  { id: 'marking', label: 'Marking', width: '128px', isSortable: true },
];

/** Columns that give way to the title first, with the width of the list they need. */
const NEEDS: Readonly<Record<string, number>> = { language: 1040, type: 940, state: 800, source: 640, date: 480 };

/** @param width of the list, in pixels */
export const columnsFor = (width: number): readonly VirtualColumn[] =>
  COLUMNS.filter((column) => width >= (NEEDS[column.id] ?? 0));

export interface DocumentCellProps {
  readonly line: Line;
  readonly columnId: string;
  readonly onFold: (key: string) => void;
}

export function DocumentCell({ line, columnId, onFold }: DocumentCellProps) {
  if (line.kind === 'group') {
    if (columnId !== 'title') return null;
    return (
      <span className={styles.group}>
        <IconButton
          icon={line.isFolded ? ChevronRight : ChevronDown}
          name={line.isFolded ? `Show ${line.label}` : `Hide ${line.label}`}
          isSmall
          onPress={() => onFold(line.key)}
        />
        <Truncate>{line.label}</Truncate>
        <span className={styles.groupCount}>{line.facts.length.toLocaleString()}</span>
      </span>
    );
  }
  const { document, publisher, published, excerpts } = line.fact;
  switch (columnId) {
    case 'title':
      return <Truncate>{document.title}</Truncate>;
    case 'source':
      return <Truncate>{publisher}</Truncate>;
    case 'date':
      return published === '' ? null : (
        <time dateTime={published} title={published}>
          {dateWords(published)}
        </time>
      );
    case 'language':
      return document.language === '' ? null : <Truncate>{languageWords(document.language)}</Truncate>;
    case 'type':
      return <Truncate>{TYPE_WORDS[document.csl.type]}</Truncate>;
    case 'excerpts':
      return excerpts.toLocaleString();
    case 'state':
      return capital(document.state);
    default:
      return <BoxChip colour={MARKING_INK[document.marking]}>{document.marking}</BoxChip>;
  }
}
