/** Dates of publication as a person types them, and as CSL keeps them. */
import { cslDateOf } from '@shared/model/csl';
import type { CslDate } from '@shared/model/csl';
import { readDateEntry } from '@shared/model/dateEntry';

const partsOf = (iso: string): number[] | undefined => cslDateOf(iso)?.['date-parts'][0];

/** “4 Nov 2024”, “2024-11”, “25–31 October 2024”; null where it is no date CSL can hold. */
export function cslDateOfEntry(entry: string): CslDate | null {
  const read = readDateEntry(entry);
  if (!read.ok) return null;
  // CSL knows neither "about" nor "perhaps": the day itself is kept.
  const ends = read.value.replace(/[~?%]/g, '').split('/');
  const parts = ends.map(partsOf);
  return parts.length <= 2 && parts.every((part) => part !== undefined) ? { 'date-parts': parts } : null;
}

/** As the field shows it: ISO 8601, a range with a slash. */
export const dateEntryOf = (date: CslDate | undefined): string =>
  (date?.['date-parts'] ?? [])
    .map((parts) => parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-'))
    .join('/');
