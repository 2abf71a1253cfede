/** Which paragraphs of a comparison are shown: all, or those that changed with one before and after. */
import type { DiffRow } from '@shared/text/textDiff';

/** A paragraph, or how many that are the same were left out. */
export type ShownRow = DiffRow | { readonly left: number };

export function shownRows(rows: readonly DiffRow[], isShort: boolean): readonly ShownRow[] {
  if (!isShort) return rows;
  const differs = (row: DiffRow | undefined): boolean => row !== undefined && row.change !== 'same';
  const shown: ShownRow[] = [];
  let left = 0;
  rows.forEach((row, at) => {
    if (!differs(row) && !differs(rows[at - 1]) && !differs(rows[at + 1])) {
      left += 1;
      return;
    }
    if (left > 0) shown.push({ left });
    left = 0;
    shown.push(row);
  });
  if (left > 0) shown.push({ left });
  return shown;
}
