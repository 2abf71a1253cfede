/**
 * Dates as people type them, read into EDTF (see eventDate.ts): "25 Oct 2024", "Oct 2024", "about 2024",
 * "25–31 October 2024", "since May 2024". Month names are read in the languages analysts work with here. A date that
 * could be read in two ways (03/04/2024) is refused rather than guessed.
 */
import { isEventDate } from './eventDate';
import type { EventDate } from './eventDate';
import { no, yes } from './result';
import type { Result } from './result';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pl', 'ru', 'uk'];

const fold = (word: string): string => word.toLocaleLowerCase().normalize('NFC').replace(/\.$/u, '');

function monthNames(): Map<string, number> {
  const names = new Map<string, number>([['sept', 9]]);
  for (const language of LANGUAGES) {
    for (let month = 1; month <= 12; month += 1) {
      const day = new Date(Date.UTC(2024, month - 1, 5));
      for (const width of ['long', 'short'] as const) {
        const alone = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' }).format(day);
        // In Slavic languages a month beside a day has another ending.
        const parts = new Intl.DateTimeFormat(language, { month: width, day: 'numeric', timeZone: 'UTC' });
        const beside = parts.formatToParts(day).find((part) => part.type === 'month')?.value ?? alone;
        for (const name of [alone, beside]) if (!names.has(fold(name))) names.set(fold(name), month);
      }
    }
  }
  return names;
}

let months: Map<string, number> | null = null;

/** The month a word names, whole or in its short form. */
function monthOf(word: string): number | undefined {
  months ??= monthNames();
  return months.get(fold(word));
}

const pad = (value: string | number, width = 2): string => String(value).padStart(width, '0');

interface Parts {
  readonly day?: string | undefined;
  readonly month?: number | undefined;
  readonly year?: string | undefined;
}

const written = ({ day, month, year }: Parts): string | null => {
  if (!year) return null;
  if (month === undefined) return day ? null : pad(year, 4);
  return day ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : `${pad(year, 4)}-${pad(month)}`;
};

/** Day, month and year of one point; parts that are not said stay open, for the other end of an interval to fill. */
function pointParts(entry: string): Parts | null {
  const text = entry.trim().replace(/,/g, ' ').replace(/\s+/g, ' ');
  let match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (match) return { year: match[1], month: match[2] ? Number(match[2]) : undefined, day: match[3] };
  match = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  if (match) return { day: match[1], month: Number(match[2]), year: match[3] };
  match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (match) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first <= 12 && second <= 12 && first !== second) return null;
    return first > 12
      ? { day: match[1], month: second, year: match[3] }
      : { day: match[2], month: first, year: match[3] };
  }
  match = /^(?:(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?)?([\p{L}.]+)(?: (\d{4}))?(?: (?:года?|року|г|р)\.?)?$/u.exec(text);
  if (match) {
    const month = monthOf(match[2]!);
    return month === undefined ? null : { day: match[1], month, year: match[3] };
  }
  match = /^([\p{L}.]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/u.exec(text);
  if (match) {
    const month = monthOf(match[1]!);
    return month === undefined ? null : { day: match[2], month, year: match[3] };
  }
  match = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/.exec(text);
  return match ? { day: match[1] } : null;
}

const ABOUT = /^(?:about|around|approximately|approx\.?|circa|ca\.?|c\.|~|um|etwa|около|близько) ?/iu;
const UNCERTAIN = /(?: ?\((?:uncertain|\?)\)| ?\?)$/iu;
const POSSIBLY = /^(?:possibly|perhaps|maybe) /iu;

function point(entry: string, fill: Parts = {}): string | null {
  let text = entry.trim();
  let sign = '';
  if (ABOUT.test(text)) [sign, text] = ['~', text.replace(ABOUT, '')];
  else if (UNCERTAIN.test(text)) [sign, text] = ['?', text.replace(UNCERTAIN, '')];
  else if (POSSIBLY.test(text)) [sign, text] = ['?', text.replace(POSSIBLY, '')];
  else if (text.endsWith('~')) [sign, text] = ['~', text.slice(0, -1)];
  const parts = pointParts(text);
  const whole =
    parts &&
    written({ ...parts, month: parts.month ?? (parts.day ? fill.month : undefined), year: parts.year ?? fill.year });
  return whole && whole + sign;
}

const FROM = /^(?:since|from|after|seit|ab|с|з|від) /iu;
const UNTIL = /^(?:until|till|before|by|up to|bis|до) /iu;
const BETWEEN = /^between (.+) and (.+)$/iu;

function interval(text: string): string | null {
  const between = BETWEEN.exec(text);
  const pair = between ? [between[1]!, between[2]!] : text.split(/ ?[–—] ?| - | to |\//u);
  if (pair.length === 1) {
    // "25-31 October 2024": a hyphen between two short numbers joins days.
    const days = /^(\d{1,2})-(\d{1,2}) (?=\p{L})/u.exec(text);
    if (!days) return null;
    pair.splice(0, 1, days[1]!, text.slice(days[1]!.length + 1));
  }
  if (pair.length !== 2) return null;
  const last = pair[1]!.trim();
  const to = point(last);
  if (!to) return null;
  const whole = pointParts(last.replace(ABOUT, '').replace(UNCERTAIN, '').replace(/[~?]$/, '')) ?? {};
  const from = point(pair[0]!.replace(FROM, ''), { month: whole.month, year: whole.year });
  return from && `${from}/${to}`;
}

/**
 * The date an entry means, in EDTF.
 * @returns `date-unclear` where it is no date, or could mean two
 */
export function readDateEntry(entry: string): Result<EventDate, 'date-unclear'> {
  const text = entry.trim().replace(/\s+/g, ' ');
  const found = isEventDate(text) ? text : readWords(text);
  return found !== null && isEventDate(found) ? yes(found) : no('date-unclear');
}

function readWords(text: string): string | null {
  const whole = point(text) ?? interval(text);
  if (whole) return whole;
  if (FROM.test(text)) {
    const from = point(text.replace(FROM, ''));
    return from && `${from}/..`;
  }
  if (UNTIL.test(text)) {
    const until = point(text.replace(UNTIL, ''));
    return until && `../${until}`;
  }
  return null;
}
