/** Months and years in Russian and Ukrainian, in whatever case they stand: "в октябре 2024 года", "у 2023 році". */
import { isoOf } from './calendar';
import type { FoundDate } from './dates';

const STEMS: readonly (readonly [number, string])[] = [
  [1, 'январ січн'],
  [2, 'феврал лют'],
  [3, 'март березн'],
  [4, 'апрел квітн'],
  [5, 'ма[йяею] травн'],
  [6, 'июн червн'],
  [7, 'июл липн'],
  [8, 'август серпн'],
  [9, 'сентябр вересн'],
  [10, 'октябр жовтн'],
  [11, 'ноябр листопад'],
  [12, 'декабр грудн'],
];
const MONTHS = STEMS.flatMap(([month, stems]) => stems.split(' ').map((stem): [string, number] => [stem, month]));
const NOMINATIVE = 'січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад|грудень';
const WORD = `(?:${MONTHS.map(([stem]) => stem).join('|')})(?:[ьяеюіу]|ём|ем|ого|ому)?|${NOMINATIVE}`;
const YEAR_WORD = String.raw`(?:(?:-го)?\s(?:года|году|годом|год|г\.|року|році|рік|р\.))`;
const MONTH_YEAR = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<d>\\d{1,2})\\s)?(?<m>${WORD})\\s(?<y>(?:1[89]|20)\\d{2})(?!\\d)${YEAR_WORD}?`,
  'giu',
);
const YEAR = new RegExp(`(?<![\\p{L}\\p{N}])(?<y>(?:1[89]|20)\\d{2})${YEAR_WORD}(?!\\p{L})`, 'giu');

function monthOf(word: string): number {
  const plain = word.toLowerCase();
  const nominative = NOMINATIVE.split('|').indexOf(plain);
  if (nominative >= 0) return nominative + 1;
  return MONTHS.find(([stem]) => new RegExp(`^${stem}`, 'u').test(plain))?.[1] ?? 0;
}

/** The months and years a text names in Russian or Ukrainian. */
export function slavicDatesIn(text: string): FoundDate[] {
  if (!/\p{Script=Cyrillic}/u.test(text)) return [];
  const found: FoundDate[] = [];
  for (const match of text.matchAll(MONTH_YEAR)) {
    const { d, m, y } = match.groups!;
    const value = isoOf(Number(y), monthOf(m!), d ? Number(d) : null);
    found.push({ start: match.index, end: match.index + match[0].length, value, isRelative: false });
  }
  for (const match of text.matchAll(YEAR)) {
    const value = match.groups!['y']!;
    found.push({ start: match.index, end: match.index + match[0].length, value, isRelative: false });
  }
  return found;
}
