/** Which lines of a comparison are shown: all, or those that changed with one before and after, and how many lie between. */
import type { ShownLine } from '@shared/briefing/versionDiff';

export type Row = { readonly line: ShownLine } | { readonly left: number };

const AROUND = 1;

const isSame = (line: ShownLine): boolean => line.change === 'same' && !line.isRestyled;

export function rowsOf(lines: readonly ShownLine[], isShort: boolean): Row[] {
  if (!isShort) return lines.map((line) => ({ line }));
  const isNear = (at: number): boolean =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => !isSame(line));
  const rows: Row[] = [];
  let left = 0;
  const close = (): void => {
    if (left > 0) rows.push({ left });
    left = 0;
  };
  lines.forEach((line, at) => {
    if (!isNear(at)) {
      left += 1;
      return;
    }
    close();
    rows.push({ line });
  });
  close();
  return rows;
}
