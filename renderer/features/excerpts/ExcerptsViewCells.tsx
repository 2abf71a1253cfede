/** What stands in one cell of the excerpts table. */
import { memo } from 'react';
import { timeOf } from '@shared/merge/clock';
import { dateWords } from '@shared/model/eventDate';
import type { Excerpt } from '@shared/model/excerpt';
import { gradeCode, gradeWords } from '@shared/model/grading';
import { MARKING_INK, MARKING_SENSE } from '@shared/model/marking';
import { bestPassage } from '@shared/query/match';
import type { Query } from '@shared/query/query';
import { dayWordsAt, momentWords } from '@shared/text/when';
import { Badge, BoxChip, Chip } from '../../ui';
import { Marked } from '../../ui/Marked';
import type { ExcerptColumnId } from './ExcerptsViewColumns';
import { shortDate } from './ExcerptsViewDates';
import { PlaceOf } from './ExcerptsViewPlace';
import { factsOf } from './names';
import type { Names } from './names';
import styles from './ExcerptsView.module.css';

/** What cells look names up in; the same object until one of them changes. */
export interface CellNames extends Names {
  /** Words to mark; null where no text is searched. */
  readonly query: Query | null;
  readonly spellings: ReadonlySet<string>;
  /** Characters of a quote that its two lines can show, about. */
  readonly quoteLength: number;
  /** False where the document has no column: then it stands below the source. */
  readonly hasDocumentColumn: boolean;
}

export interface CellProps {
  readonly row: Excerpt;
  readonly columnId: ExcerptColumnId;
  readonly names: CellNames;
}

/** Milliseconds since 1970 of the newest change. */
function changedAt(row: Excerpt): number {
  let newest = row.created;
  for (const key in row.clocks) if (row.clocks[key]! > newest) newest = row.clocks[key]!;
  return timeOf(newest);
}

function Quote({ row, names: { query, spellings, quoteLength } }: CellProps) {
  const passage = query ? bestPassage(row.quote, query, spellings, quoteLength) : null;
  const isCut = passage !== null && passage.start > 0;
  return (
    <span className={styles.quote} title={row.quote}>
      {isCut && '… '}
      {passage ? <Marked text={passage.text} ranges={passage.ranges} /> : row.quote.slice(0, quoteLength * 3)}
    </span>
  );
}

function Cell(props: CellProps) {
  const { row, columnId, names } = props;
  const { document, source, outlet, reliability, marking, tags } = factsOf(row, names);
  switch (columnId) {
    case 'quote':
      return <Quote {...props} />;
    case 'source': {
      const second = names.hasDocumentColumn ? outlet && `via ${outlet.name}` : document?.title;
      return (
        <span className={styles.two}>
          <span className={second ? styles.line : styles.lines} title={source?.name}>
            {source?.name ?? '–'}
          </span>
          {second && (
            <span className={styles.second} title={second}>
              {second}
            </span>
          )}
        </span>
      );
    }
    case 'document':
      return (
        <span className={styles.two} title={document?.title}>
          <span className={styles.line}>{document?.title}</span>
          <span className={styles.second}>
            <PlaceOf row={row} />
          </span>
        </span>
      );
    case 'date':
      return row.eventDate ? (
        <time
          className={styles.lines}
          dateTime={row.eventDate}
          title={`${dateWords(row.eventDate)} (${row.eventDate})`}
        >
          {shortDate(row.eventDate)}
        </time>
      ) : null;
    case 'grade': {
      const code = gradeCode(reliability, row.credibility);
      return code === null ? null : <Badge words={gradeWords(reliability, row.credibility)}>{code}</Badge>;
    }
    case 'marking':
      return (
        <BoxChip colour={MARKING_INK[marking]} title={MARKING_SENSE[marking]}>
          {marking}
        </BoxChip>
      );
    case 'tags':
      return (
        <span className={styles.tags} title={tags.map((tag) => tag.name).join(', ')}>
          {tags.slice(0, 4).map((tag) => (
            <Chip key={tag.id} hue={tag.hue} name={tag.name}>
              {tag.name}
            </Chip>
          ))}
          {tags.length > 4 && <span className={styles.second}>+{tags.length - 4}</span>}
        </span>
      );
    case 'changed': {
      const at = new Date(changedAt(row));
      return (
        <time className={styles.second} dateTime={at.toISOString()} title={momentWords(at)}>
          {dayWordsAt(at)}
        </time>
      );
    }
  }
}

export const ExcerptCell = memo(Cell);
