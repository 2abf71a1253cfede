/**
 * Dates as sources give them, with the precision they have. Written in EDTF (ISO 8601-2:2019, levels 0 and 1, the part
 * used here): `2024`, `2024-11`, `2024-11-04`, each with an optional `~` (about) or `?` (uncertain), and intervals
 * `2024-10-25/2024-10-31`, open at one end with `..`.
 */
import { z } from 'zod';

export type EventDate = string;
export type DatePrecision = 'day' | 'month' | 'year' | 'interval';

const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?])?$/;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

interface Point {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly qualifier: '~' | '?' | null;
}

function readPoint(text: string): Point | null {
  const match = POINT.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > daysIn(year, month!))) return null;
  return { year, month, day, qualifier: (match[4] as '~' | '?' | undefined) ?? null };
}

/** First day of a point, `YYYY-MM-DD`. */
const firstDay = (p: Point): string => `${pad(p.year, 4)}-${pad(p.month ?? 1, 2)}-${pad(p.day ?? 1, 2)}`;

/** Last day of a point, `YYYY-MM-DD`. */
function lastDay(p: Point): string {
  const month = p.month ?? 12;
  return `${pad(p.year, 4)}-${pad(month, 2)}-${pad(p.day ?? daysIn(p.year, month), 2)}`;
}

function ends(text: string): readonly [Point | null, Point | null] | null {
  if (!text.includes('/')) {
    const point = readPoint(text);
    return point && [point, point];
  }
  const parts = text.split('/');
  if (parts.length !== 2 || (parts[0] === '..' && parts[1] === '..')) return null;
  const from = parts[0] === '..' ? null : readPoint(parts[0]!);
  const to = parts[1] === '..' ? null : readPoint(parts[1]!);
  if ((from === null && parts[0] !== '..') || (to === null && parts[1] !== '..')) return null;
  if (from && to && firstDay(from) > lastDay(to)) return null;
  return [from, to];
}

/** True when the text is a date this program understands. */
export const isEventDate = (text: string): boolean => ends(text) !== null;

export const eventDateSchema = z.string().max(40).refine(isEventDate);

/** First and last day the date can mean, as `YYYY-MM-DD`; an open end is the empty string or `9999-12-31`. */
export function dayRange(date: EventDate): { from: string; to: string } {
  const pair = ends(date);
  if (!pair) return { from: '', to: '9999-12-31' };
  return { from: pair[0] ? firstDay(pair[0]) : '', to: pair[1] ? lastDay(pair[1]) : '9999-12-31' };
}

/** How precise the date is. */
export function precisionOf(date: EventDate): DatePrecision {
  if (date.includes('/')) return 'interval';
  const point = readPoint(date);
  if (point?.day) return 'day';
  return point?.month ? 'month' : 'year';
}

/** The date in words of a locale, with its precision: "about November 2024", "25–31 October 2024". */
export function dateWords(date: EventDate, locale = 'en-GB'): string {
  const pair = ends(date);
  if (!pair) return date;
  const say = (p: Point): string => {
    const words = formatFor(locale, p.day !== null ? 'day' : p.month !== null ? 'month' : 'year').format(
      Date.UTC(p.year, (p.month ?? 1) - 1, p.day ?? 1),
    );
    return p.qualifier === '~' ? `about ${words}` : p.qualifier === '?' ? `${words} (uncertain)` : words;
  };
  const [from, to] = pair;
  if (from === to && from) return say(from);
  if (from && to) return `${say(from)} – ${say(to)}`;
  return from ? `from ${say(from)}` : `until ${say(to!)}`;
}

// Making a format costs a hundred times what using it does, and lists show a date in every row.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: string, precision: 'year' | 'month' | 'day'): Intl.DateTimeFormat {
  const key = `${locale} ${precision}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(precision !== 'year' && { month: 'long' }),
      ...(precision === 'day' && { day: 'numeric' }),
    });
    formats.set(key, format);
  }
  return format;
}
