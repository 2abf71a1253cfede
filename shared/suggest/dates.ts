/**
 * Days, months and years that a text names. A day without a year is taken as the one nearest to the document's own
 * date, or to the date named last before it.
 */
import { daysIn } from '../text/dates';
import { dayRange, isEventDate } from '../model/eventDate';
import { dayOf, isoOf, nearestYear } from './calendar';
import { relativeDatesIn } from './relativeDates';
import { slavicDatesIn } from './slavicDates';
import type { DateSuggestion } from './suggestion';

/** A date as a rule found it, before overlaps are settled. */
export type FoundDate = Omit<DateSuggestion, 'kind'>;

const MONTHS =
  'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec'.split(
    ' ',
  );
const MONTH = MONTHS.join('|');
const monthNumber = (word: string): number =>
  MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1;

const Y = String.raw`(?:1[89]\d{2}|20\d{2})`;
const BOUND = String.raw`(?![\p{L}\p{N}]|[-–/.,]\d|-\p{Ll})`;
/** "April–June 2025", "October and November 2024". */
const MONTH_SPAN = new RegExp(
  `(?<![\\p{L}\\p{N}])(${MONTH})(?:\\s?[–—/-]\\s?|\\s(?:and|to|through|until)\\s)(${MONTH})\\.?,?\\s(${Y})${BOUND}`,
  'gu',
);
/** "17.10.2024", "25/10/2024": read only where it can mean one day. */
const NUMERIC = /(?<![\p{N}./-])(\d{1,2})([./])\s?(\d{1,2})\2\s?(\d{4})(?![\p{N}/-])/gu;
const YEAR_LEAD =
  '(?:in|since|until|till|by|before|after|during|throughout|late|early|mid|mid-|(?:end|beginning|start|spring|summer|autumn|fall|winter|middle|course|half|quarter|rest) of|seit|bis|im Jahr|en|desde|від|з|до|у|в|с)';
const YEAR_SPAN = new RegExp(
  `(?<!\\p{L})(?<lead>between|from|in)\\s(?<a>${Y})(?:\\s(?:and|to|through|until)\\s|\\s?[–—-]\\s?)(?<b>${Y})${BOUND}`,
  'giu',
);
const YEAR = new RegExp(`(?<!\\p{L})${YEAR_LEAD}[\\s-](?<y>${Y})${BOUND}(?!\\s(?:years?|году|році|року))`, 'giu');
/** "in March" and the like: a bare month is too often a verb or a name to stand without a small word before it. */
const BARE_MONTH = new RegExp(
  `(?<!\\p{L})(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id-|(?:end|beginning|start|middle) of|of)\\s?(?<m>${MONTHS.slice(0, 12).join('|')})${BOUND}(?!,?\\s\\d|\\s\\p{Lu})`,
  'gu',
);
const KOREAN_YEAR = /(?<!\d)(\d{4})년(?!\s?\d{1,2}월)/gu;
/** A number that names no year: "fiscal year 2023", "FY 2024", a law "of 1974", a resolution. */
const NO_YEAR = /(?:fiscal years?|FYs?|academic year|model year|\p{Lu}\p{Ll}+ of)[\s-]*(?:\d{4}[\s–-]*)?$/iu;

function namedDays(text: string, near: Date | null): FoundDate[] {
  const found: FoundDate[] = [];
  const days = daysIn(text);
  let last = near ?? firstWhole(days);
  for (const { start, end, year: named, month, day, from } of days) {
    const year = named ?? (last ? nearestYear(last, month, day ?? 15) : null);
    if (year === null) continue;
    const whole = isoOf(year, month, day);
    const value = from !== null && from !== day ? `${isoOf(year, month, from)}/${whole}` : whole;
    if (!isEventDate(value)) continue;
    // Only a text without a date of its own is read from the dates named before.
    if (!near && named !== null) last = dayOf(isoOf(year, month, day ?? 15));
    found.push({ start, end, value, isRelative: named === null });
  }
  return found;
}

function firstWhole(days: ReturnType<typeof daysIn>): Date | null {
  const first = days.find(({ year }) => year !== null);
  return first ? dayOf(isoOf(first.year!, first.month, first.day ?? 15)) : null;
}

function written(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  const add = (start: number, words: string, value: string): void => {
    if (isEventDate(value)) found.push({ start, end: start + words.length, value, isRelative: false });
  };
  for (const match of text.matchAll(MONTH_SPAN)) {
    const [words, a, b, year] = match as unknown as [string, string, string, string];
    if (monthNumber(a) < monthNumber(b))
      add(match.index, words, `${isoOf(+year, monthNumber(a))}/${isoOf(+year, monthNumber(b))}`);
  }
  for (const match of text.matchAll(NUMERIC)) {
    const [words, first, sign, second, year] = match as unknown as [string, string, string, string, string];
    const [a, b] = [Number(first), Number(second)];
    // With points the day comes first everywhere; with strokes only a number over twelve tells.
    const [day, month] = sign === '.' || a > 12 ? [a, b] : [b, a];
    if (sign === '.' || a > 12 || b > 12 || a === b) add(match.index, words, isoOf(+year, month, day));
  }
  for (const match of text.matchAll(YEAR_SPAN)) {
    const { a, b } = match.groups!;
    if (Number(a) >= Number(b)) continue;
    const start = match.index + match[0].indexOf(a!);
    add(start, match[0].slice(match[0].indexOf(a!)), `${a}/${b}`);
  }
  for (const match of text.matchAll(YEAR)) {
    const year = match.groups!['y']!;
    const start = match.index + match[0].length - year.length;
    if (!NO_YEAR.test(text.slice(Math.max(0, start - 30), start))) add(start, year, year);
  }
  for (const match of text.matchAll(KOREAN_YEAR)) add(match.index, match[0], match[1]!);
  return found;
}

function bareMonths(text: string, near: Date | null): FoundDate[] {
  if (!near) return [];
  const found: FoundDate[] = [];
  for (const match of text.matchAll(BARE_MONTH)) {
    const word = match.groups!['m']!;
    const month = monthNumber(word);
    const ahead = /^(?:next|by|until)/iu.test(match[0]);
    // A month that is past, unless the words look ahead.
    const year = ahead || month <= near.getUTCMonth() + 1 ? near.getUTCFullYear() : near.getUTCFullYear() - 1;
    const start = match.index + match[0].length - word.length;
    found.push({ start, end: start + word.length, value: isoOf(year, month), isRelative: true });
  }
  return found;
}

/** Dates that overlap: the one that says more stands, which is the longer one. */
function settled(found: readonly FoundDate[]): FoundDate[] {
  const kept: FoundDate[] = [];
  for (const one of found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((other) => other.start < one.end && one.start < other.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * The dates a text names, in order; none overlap.
 * @param documentDate the day, month or year the document is of, or empty: relative dates are then left out
 */
export function datesIn(text: string, documentDate: string): DateSuggestion[] {
  const near = dayOf(documentDate) ?? (/^\d{4}/.test(documentDate) ? dayOf(dayRange(documentDate).from) : null);
  const isWhole = dayOf(documentDate) !== null;
  return settled([
    ...namedDays(text, near),
    ...written(text),
    ...slavicDatesIn(text),
    ...bareMonths(text, near),
    ...(near && isWhole ? relativeDatesIn(text, near) : []),
  ]).map((one) => ({ kind: 'date', ...one }));
}
