/** One row of a VirtualList. It has no handlers of its own, so that scrolling draws only the rows that are new. */
import { memo } from 'react';
import type { ReactNode } from 'react';
import { classes } from './classes';
import type { VirtualColumn } from './VirtualHeader';
import styles from './VirtualList.module.css';

export interface VirtualRowProps {
  id: string;
  index: number;
  rowIndex: number;
  height: number;
  isActive: boolean;
  isSelected: boolean;
  isSelectable: boolean;
  isDraggable: boolean;
  columns: readonly VirtualColumn[] | undefined;
  template: string | undefined;
  renderRow: ((index: number) => ReactNode) | undefined;
  renderCell: ((index: number, columnId: string) => ReactNode) | undefined;
  className: string | undefined;
}

const Row = (props: VirtualRowProps) => {
  const { index, height, columns, template } = props;
  return (
    // The grid around it has the focus.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={props.isSelectable ? props.isSelected : undefined}
      data-index={index}
      data-active={props.isActive || undefined}
      draggable={props.isDraggable}
      className={classes(styles.row, props.className)}
      style={{ height, transform: `translateY(${index * height}px)`, gridTemplateColumns: template }}
    >
      {columns ? (
        columns.map((column, at) => (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + 1}
            className={classes(styles.cell, column.align === 'end' && styles.end)}
          >
            {props.renderCell?.(index, column.id)}
          </div>
        ))
      ) : (
        <div role="gridcell" aria-colindex={1} className={styles.wholeRow}>
          {props.renderRow?.(index)}
        </div>
      )}
    </div>
  );
};

export const VirtualRow = memo(Row);

/** The index of the row an event happened in, null where it was in none. */
export function rowIndexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[role=row][data-index]') : null;
  return row === null ? null : Number(row.dataset['index']);
}
