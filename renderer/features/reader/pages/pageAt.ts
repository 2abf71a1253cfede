/** Pages of a file by the offsets at which they begin in the stored text. */
import type { LayoutPage } from '@shared/model/layout';
import { pageIndexAt } from '@shared/text/laidOut';

/** Index of the page an offset stands on; 0 where it stands before all. Empty pages have nothing on them. */
export function pageAt(pages: readonly LayoutPage[], offset: number): number {
  return Math.max(0, pageIndexAt(pages, offset));
}

/** Index of the page with a label, however it is written, or of the page counted so from 1; -1 where there is none. */
export function pageNamed(pages: readonly LayoutPage[], name: string): number {
  const wanted = name.trim().toLowerCase();
  const named = pages.findIndex(([label]) => label.toLowerCase() === wanted);
  if (named >= 0) return named;
  const count = /^\d{1,6}$/.test(wanted) ? Number(wanted) : 0;
  return count >= 1 && count <= pages.length ? count - 1 : -1;
}
