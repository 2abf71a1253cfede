/** Columns of the excerpts table: as many as the width has room for, the most telling first. */
import type { Sort, SortColumn } from '@shared/query/filter';
import type { ListSort, VirtualColumn } from '../../ui';

export type ExcerptColumnId = 'quote' | 'source' | 'date' | 'grade' | 'marking' | 'document' | 'tags' | 'changed';

interface ExcerptColumn extends VirtualColumn {
  readonly id: ExcerptColumnId;
  /** Pixels it takes at least. */
  readonly room: number;
  readonly sort: SortColumn | null;
}

const QUOTE = 230;

/** In the order they stand. */
const COLUMNS: readonly ExcerptColumn[] = [
  { id: 'quote', label: 'Quote', width: 'minmax(0, 1fr)', room: QUOTE, sort: null },
  { id: 'source', label: 'Who says it', width: '136px', room: 136, sort: 'source' },
  { id: 'date', label: 'Event date', width: '108px', room: 108, sort: 'date' },
  { id: 'document', label: 'Document', width: '160px', room: 160, sort: 'document' },
  { id: 'grade', label: 'Grade', width: '60px', room: 60, sort: 'grade' },
  { id: 'marking', label: 'Marking', width: '140px', room: 140, sort: 'marking' },
  { id: 'tags', label: 'Tags', width: '180px', room: 180, sort: null },
  { id: 'changed', label: 'Changed', width: '100px', room: 100, sort: 'changed' },
];

/** Which columns are given room first. */
const ORDER: readonly ExcerptColumnId[] = [
  'quote',
  'source',
  'grade',
  'date',
  'marking',
  'document',
  'tags',
  'changed',
];

/** The columns that fit into `width` pixels. Quote, source and grade are always there. */
export function columnsFor(width: number): readonly ExcerptColumn[] {
  const shown = new Set<ExcerptColumnId>(['quote', 'source', 'grade']);
  let room = width - COLUMNS.filter(({ id }) => shown.has(id)).reduce((sum, column) => sum + column.room, 0);
  for (const id of ORDER) {
    const column = COLUMNS.find((one) => one.id === id)!;
    if (shown.has(id)) continue;
    if (column.room > room) break;
    room -= column.room;
    shown.add(id);
  }
  return COLUMNS.filter(({ id }) => shown.has(id)).map((column) => ({ ...column, isSortable: column.sort !== null }));
}

/** Characters that two lines of the quote column show at a width, about; in steps, so that cells are seldom drawn anew. */
export function quoteLengthFor(width: number): number {
  const others = columnsFor(width).filter(({ id }) => id !== 'quote');
  const room = width - others.reduce((sum, column) => sum + column.room, 0);
  return Math.max(60, Math.floor((room * 2) / LETTER / 20) * 20);
}

/** Pixels of a letter of the reading type, about. */
const LETTER = 7.4;

/** The order after a press on a column's header: ascending, descending, then back to what it is by itself. */
export function sortAfter(columnId: string, now: Sort | null): Sort | null {
  const column = COLUMNS.find((one) => one.id === columnId)?.sort;
  if (!column) return now;
  if (now?.column !== column) return { column, direction: FIRST_DESCENDING.has(column) ? 'descending' : 'ascending' };
  const turned = now.direction === 'ascending' ? 'descending' : 'ascending';
  return FIRST_DESCENDING.has(column) === (turned === 'descending') ? null : { column, direction: turned };
}

/** Columns whose first order is from the most to the least. */
const FIRST_DESCENDING: ReadonlySet<SortColumn> = new Set(['changed', 'created', 'marking', 'links', 'relevance']);

/** How the header shows an order. */
export function headerSort(sort: Sort): ListSort | null {
  const column = COLUMNS.find((one) => one.sort === sort.column);
  return column ? { columnId: column.id, isDescending: sort.direction === 'descending' } : null;
}

export const SORT_WORDS: readonly { readonly sort: Sort; readonly label: string }[] = [
  { sort: { column: 'relevance', direction: 'descending' }, label: 'Best match first' },
  { sort: { column: 'created', direction: 'descending' }, label: 'Newest first' },
  { sort: { column: 'created', direction: 'ascending' }, label: 'Oldest first' },
  { sort: { column: 'changed', direction: 'descending' }, label: 'Last changed first' },
  { sort: { column: 'date', direction: 'ascending' }, label: 'Event date, earliest first' },
  { sort: { column: 'date', direction: 'descending' }, label: 'Event date, latest first' },
  { sort: { column: 'document', direction: 'ascending' }, label: 'Document and place' },
  { sort: { column: 'source', direction: 'ascending' }, label: 'Who says it' },
  { sort: { column: 'grade', direction: 'ascending' }, label: 'Grade, best first' },
  { sort: { column: 'marking', direction: 'descending' }, label: 'Strictest marking first' },
  { sort: { column: 'links', direction: 'descending' }, label: 'Most linked first' },
];
