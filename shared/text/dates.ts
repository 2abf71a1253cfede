/** Days named in running text: "17 October 2024", "October 17", "2024-10-17", "25 жовтня", "10월 25일". */

export interface NamedDay {
  /** UTF-16 code units, start included, end excluded. */
  readonly start: number;
  readonly end: number;
  /** Null where the text leaves the year to the reader. */
  readonly year: number | null;
  readonly month: number;
  /** Null for a month as a whole. */
  readonly day: number | null;
  /** The first day, where a span of days of one month is named ("3–9 October"); otherwise the day itself. */
  readonly from: number | null;
}

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pl', 'ru', 'uk'];

let months: Map<string, number> | null = null;
let named: RegExp | null = null;

function monthNames(): Map<string, number> {
  const names = new Map<string, number>([['sept', 9]]);
  for (const language of LANGUAGES) {
    for (let month = 1; month <= 12; month += 1) {
      const date = Date.UTC(2024, month - 1, 5);
      for (const width of ['long', 'short'] as const) {
        // In Slavic languages a month beside a day has another ending.
        for (const day of [{}, { day: 'numeric' }] as const) {
          const parts = new Intl.DateTimeFormat(language, { month: width, ...day, timeZone: 'UTC' }).formatToParts(
            date,
          );
          const name =
            parts
              .find((part) => part.type === 'month')
              ?.value.toLowerCase()
              .replace(/\.$/u, '') ?? '';
          if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, month);
        }
      }
    }
  }
  return names;
}

function pattern(): RegExp {
  if (named) return named;
  months ??= monthNames();
  const month = [...months.keys()].sort((a, b) => b.length - a.length).join('|');
  const span = String.raw`(?:(?<d0>\d{1,2})(?:st|nd|rd|th|\.)?(?:\s?[–-]\s?|\s(?:and|to|until|und|bis|і|и|до|по|et|au)\s))?`;
  const dayFirst = `${span}(?<d1>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s(?:of\\s)?(?<m1>${month})\\b\\.?`;
  const monthFirst = `(?<m2>${month})\\.?(?:\\s(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d,]\\d))?`;
  const year = `(?:,?\\s(?<y>(?:1[5-9]|20)\\d{2}))?`;
  // The word boundary of expressions knows Latin letters only.
  const edge = '(?![\\p{L}\\p{N}])';
  const source = `(?<![\\p{L}\\p{N}])(?:(?:${dayFirst.replace('\\b', edge)}|${monthFirst})${year}|(?<iso>\\d{4}-\\d{2}-\\d{2}))${edge}`;
  named = new RegExp(`${source}|(?:(?<ky>\\d{4})년\\s?)?(?<km>\\d{1,2})월\\s?(?:(?<kd>\\d{1,2})일)?`, 'giu');
  return named;
}

/**
 * The days, and months of a year, that a text names, in order. A month alone is none ("in May", "march"): too many
 * words look like one.
 */
export function daysIn(text: string): NamedDay[] {
  const days: NamedDay[] = [];
  for (const match of text.matchAll(pattern())) {
    const { d0, d1, m1, d2, m2, y, iso, ky, km, kd } = match.groups!;
    const [isoYear, isoMonth, isoDay] = iso?.split('-').map(Number) ?? [];
    const month = isoMonth ?? (km ? Number(km) : months!.get((m1 ?? m2 ?? '').toLowerCase()));
    const dayWords = d1 ?? d2 ?? kd;
    const day = isoDay ?? (dayWords ? Number(dayWords) : null);
    const year = isoYear ?? ((y ?? ky) ? Number(y ?? ky) : null);
    if (!month || month > 12 || (day === null && year === null) || (day !== null && (day < 1 || day > 31))) continue;
    // The stop behind a short name of a month may be the sentence's.
    const words = match[0].replace(/\.$/u, '');
    const from = d0 && day !== null && Number(d0) < day ? Number(d0) : day;
    days.push({ start: match.index, end: match.index + words.length, year, month, day, from });
  }
  return days;
}
