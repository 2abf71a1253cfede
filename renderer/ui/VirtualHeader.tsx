/** The header row of a VirtualList with columns: names, and a button each where one can sort. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { classes } from './classes';
import { Icon } from './Icon';
import styles from './VirtualList.module.css';

export interface VirtualColumn {
  id: string;
  label: string;
  /** A CSS grid track: `120px`, `minmax(160px, 2fr)`. */
  width: string;
  align?: 'start' | 'end';
  isSortable?: boolean;
  /** The name is only for screen readers. */
  isLabelHidden?: boolean;
}

export interface ListSort {
  columnId: string;
  isDescending: boolean;
}

export const templateOf = (columns: readonly VirtualColumn[]): string => columns.map((one) => one.width).join(' ');

export interface VirtualHeaderProps {
  columns: readonly VirtualColumn[];
  sort: ListSort | null;
  onSort: ((columnId: string) => void) | undefined;
}

export const VirtualHeader = ({ columns, sort, onSort }: VirtualHeaderProps) => (
  <div role="rowgroup" className={styles.header}>
    <div role="row" aria-rowindex={1} className={styles.headerRow} style={{ gridTemplateColumns: templateOf(columns) }}>
      {columns.map((column, index) => {
        const sorted = sort?.columnId === column.id;
        const name = column.isLabelHidden ? <span className={styles.hidden}>{column.label}</span> : column.label;
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={
              !column.isSortable ? undefined : !sorted ? 'none' : sort.isDescending ? 'descending' : 'ascending'
            }
            className={classes(styles.columnHeader, column.align === 'end' && styles.end)}
          >
            {column.isSortable && onSort ? (
              <button
                type="button"
                className={styles.sortButton}
                title={column.label}
                onClick={() => onSort(column.id)}
              >
                {name}
                {sorted && <Icon icon={sort.isDescending ? ArrowDown : ArrowUp} size={12} />}
              </button>
            ) : (
              name
            )}
          </div>
        );
      })}
    </div>
  </div>
);
