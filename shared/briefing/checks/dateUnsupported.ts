/** A day named in a sentence that its evidence knows nothing of. */
import { isoOf } from '../../model/csl';
import { dayRange } from '../../model/eventDate';
import { daysIn } from '../../text/dates';
import type { NamedDay } from '../../text/dates';
import { atSpan, citationsOf, evidenceOf } from './context';
import type { Rule } from './context';
import type { Cited } from './evidence';
import { isProse } from './sections';

export const dateUnsupported: Rule = {
  title: 'Days are those of the evidence cited',
  standard: 'ICD 206',
  *find(context) {
    const { issued, cutoff } = context.briefing;
    const year = Number((issued || cutoff).slice(0, 4)) || null;
    const own = [issued, cutoff].filter((day) => day !== '');
    const all = evidenceOf(context, citationsOf(context.note.blocks));
    for (const blocks of context.units.values()) {
      const evidence = evidenceOf(context, citationsOf(blocks));
      if (evidence.length === 0) continue;
      for (const block of blocks) {
        if (!isProse(block)) continue;
        for (const sentence of block.sentences) {
          for (const day of daysIn(block.own.slice(sentence.start, sentence.end))) {
            if (day.day === null || own.some((one) => isSame(day, one))) continue;
            if (evidence.some((one) => knows(one, day, year))) continue;
            // A day that other evidence of the note has exactly may be taken up again without it.
            if (all.some((one) => hasExactly(one, day))) continue;
            yield atSpan(block, sentence, sentence.start + day.start, sentence.start + day.end, {
              severity: 'advice',
              sentence: 'No excerpt cited here is of this day or names it.',
            });
          }
        }
      }
    }
  },
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** True where the ISO day is the one named; a year that is not said agrees with any. */
const isSame = (named: NamedDay, iso: string): boolean =>
  iso.slice(5) === `${pad(named.month)}-${pad(named.day!)}` &&
  (named.year === null || iso.startsWith(String(named.year)));

/** True where the evidence may be about the day, was issued on it, or names it. */
function knows(cited: Cited, day: NamedDay, year: number | null): boolean {
  const { eventDate, quote } = cited.excerpt;
  if (eventDate) {
    const { from, to } = dayRange(eventDate);
    // A note of January speaks of October without saying of which year.
    const years = day.year !== null ? [day.year] : year !== null ? [year, year - 1] : [];
    const days = years.map((one) => `${one}-${pad(day.month)}-${pad(day.day!)}`);
    if (days.some((one) => from <= one && one <= to)) return true;
  }
  return isSame(day, isoOf(cited.document.csl.issued)) || daysIn(quote).some((one) => agrees(one, day));
}

const hasExactly = (cited: Cited, day: NamedDay): boolean =>
  daysIn(cited.excerpt.quote).some((one) => one.day !== null && agrees(one, day)) ||
  (cited.excerpt.eventDate !== null && isSame(day, cited.excerpt.eventDate.replace(/[~?]$/u, ''))) ||
  isSame(day, isoOf(cited.document.csl.issued));

/** True where the evidence names the day, a span of days that has it, or its month. */
const agrees = (given: NamedDay, stated: NamedDay): boolean =>
  given.month === stated.month &&
  (given.day === null || (given.from! <= stated.from! && stated.day! <= given.day)) &&
  (given.year === null || stated.year === null || given.year === stated.year);
