/** Days counted from the day a document is of. All in UTC: a day is a day, wherever it is read. */

const DAY = 86_400_000;

/** A day at noon UTC, or null where the text (`2024-11-05`) is no whole day. */
export function dayOf(text: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  const day = match ? new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), 12)) : null;
  return day && !Number.isNaN(day.getTime()) ? day : null;
}

export const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

const two = (value: number): string => String(value).padStart(2, '0');

/** `2024`, `2024-11` or `2024-11-04`. */
export const isoOf = (year: number, month: number | null, day: number | null = null): string =>
  month === null ? String(year) : `${year}-${two(month)}${day === null ? '' : `-${two(day)}`}`;

export const daysFrom = (day: Date, count: number): Date => new Date(day.getTime() + count * DAY);

/** The month `count` months away: `2024-10`. */
export function monthFrom(day: Date, count: number): string {
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + count, 1));
  return isoOf(first.getUTCFullYear(), first.getUTCMonth() + 1);
}

/** Monday to Sunday of the week `count` weeks away, as an interval. */
export function weekFrom(day: Date, count: number): string {
  const monday = daysFrom(day, -((day.getUTCDay() + 6) % 7) + 7 * count);
  return `${isoDay(monday)}/${isoDay(daysFrom(monday, 6))}`;
}

/** The last such weekday (0 is Sunday) up to and including the day; the next one where `ahead`. */
export function weekdayNear(day: Date, weekday: number, ahead: boolean): string {
  const back = (day.getUTCDay() - weekday + 7) % 7;
  return isoDay(daysFrom(day, ahead ? (back === 0 ? 7 : 7 - back) : -back));
}

/** The year that puts a month (1 to 12) and day nearest to a known day. */
export function nearestYear(near: Date, month: number, day: number): number {
  const year = near.getUTCFullYear();
  const distance = (one: number): number => Math.abs(Date.UTC(one, month - 1, day, 12) - near.getTime());
  return [year, year - 1, year + 1].reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
