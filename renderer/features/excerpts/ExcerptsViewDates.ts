/** Event dates for a narrow column. */
import { dateWords } from '@shared/model/eventDate';
import type { EventDate } from '@shared/model/eventDate';

const MONTHS = /(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]+/g;

/** The date in words with short months, a year that both ends of an interval share said once: `18 Oct – 31 Oct 2024`. */
export function shortDate(date: EventDate): string {
  const words = dateWords(date).replace(MONTHS, '$1');
  return words.replace(/ (\d{4}) – (.* \1)$/, ' – $2');
}
