/**
 * Days that a text names from where it stands: "on Tuesday", "last month", "three weeks ago", "вчера", "지난달". They are
 * counted from the document's own date. English is read by chrono-node; what it means in days is settled here, because
 * a report looks back: its Tuesday is the last one.
 */
import { casual } from 'chrono-node/en';
import { daysFrom, isoDay, monthFrom, weekdayNear, weekFrom } from './calendar';
import type { FoundDate } from './dates';

const WEEKDAYS = 'Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday';
/** Words without which nothing relative is said; only what stands around them is read. */
const CUE = new RegExp(
  `(?<!\\p{L})(?:yesterday|today|tomorrow|(?:last|next|this|past|previous)\\s(?:\\w+\\s)(?:days|weeks|months|years)|(?:last|next|this|past)\\s(?:(?:${WEEKDAYS}))|ago|${WEEKDAYS})(?!\\p{L})`,
  'giu',
);
const REACH = 40;

const SPAN = /^(?:last|past|previous)\s(?:\d|\p{L}+\s(?:day|week|month|year)s)/iu;

/** What the words mean, seen from a day; null for words that are no date after all. */
function meaning(words: string, before: string, known: Known, near: Date): string | null {
  const plain = words.toLowerCase();
  const step = /\bnext\b/u.test(plain) ? 1 : /\b(?:last|previous|past)\b/u.test(plain) ? -1 : 0;
  if (SPAN.test(plain)) return `${isoDay(known.day)}/${isoDay(near)}`;
  if (known.weekday !== null) {
    // The name of a day alone looks back, unless what stands before it looks ahead.
    const ahead = step > 0 || /\b(?:by|until|next|coming|will [^.]{0,30})\s(?:on\s)?$/u.test(before);
    return weekdayNear(near, known.weekday, ahead);
  }
  if (/\byears? ago$/u.test(plain)) return isoDay(known.day).slice(0, 4);
  return /\bmonths? ago$/u.test(plain) ? isoDay(known.day).slice(0, 7) : isoDay(known.day);
}

interface Known {
  readonly day: Date;
  readonly weekday: number | null;
}

function englishIn(text: string, near: Date): FoundDate[] {
  const found: FoundDate[] = [];
  let done = 0;
  for (const cue of text.matchAll(CUE)) {
    if (cue.index < done) continue;
    const from = Math.max(done, cue.index - REACH);
    const to = Math.min(text.length, cue.index + cue[0].length + REACH);
    for (const result of casual.parse(text.slice(from, to), { instant: near, timezone: 0 })) {
      const words = result.text
        .replace(/^(?:on|in|during)\s/iu, '')
        .replace(/\s(?:morning|afternoon|evening|night)$/iu, '');
      const start = from + result.index + result.text.indexOf(words);
      const end = start + words.length;
      const cued = start <= cue.index + cue[0].length - 1 && cue.index < end;
      // "two days later" counts from a day that the sentence before it names.
      if (!cued || /\b(?:later|earlier|before|after|from)\b|\d{4}|:|\b(?:few|several|many)\b/u.test(words)) continue;
      const { start: point } = result;
      const day = new Date(Date.UTC(point.get('year')!, point.get('month')! - 1, point.get('day')!, 12));
      const weekday = new RegExp(WEEKDAYS, 'iu').test(words) ? point.get('weekday') : null;
      const value = meaning(words, text.slice(Math.max(0, start - 40), start), { day, weekday }, near);
      if (value !== null) found.push({ start, end, value, isRelative: true });
      done = Math.max(done, end);
    }
  }
  return found;
}

type Rule = readonly [RegExp, (near: Date, match: RegExpExecArray) => string];

const DAYS_RU = 'воскресенье|понедельник|вторник|среду|четверг|пятницу|субботу'.split('|');
const DAYS_UK = "неділю|понеділок|вівторок|середу|четвер|п['’ʼ]ятницю|суботу".split('|');
const DAYS_KO = '일월화수목금토';

/** Words that mean the same wherever they stand; "tonight" is a speaker's, not the document's. */
const PLAIN: readonly Rule[] = [
  [
    /(?<!\p{L})(last|this|next) (week|month|year)(?!\p{L}|['’]s)/giu,
    (near, [, which, unit]) => {
      const step = ['last', 'this', 'next'].indexOf(which!.toLowerCase()) - 1;
      if (unit!.toLowerCase() === 'week') return weekFrom(near, step);
      return unit!.toLowerCase() === 'month' ? monthFrom(near, step) : String(near.getUTCFullYear() + step);
    },
  ],
  [/(?<!\p{L})(?:вчера|вчора)(?!\p{L})|어제/giu, (near) => isoDay(daysFrom(near, -1))],
  [/(?<!\p{L})(?:позавчера|позавчора)(?!\p{L})|그저께/giu, (near) => isoDay(daysFrom(near, -2))],
  [/(?<!\p{L})(?:сегодня|сьогодні)(?!\p{L})|(?<!\p{L})오늘/giu, (near) => isoDay(near)],
  [/(?<!\p{L})(?:прошл|минул)(?:ом|ого|ый|ому)\s(?:месяц|місяц)\p{L}*|지난달/giu, (near) => monthFrom(near, -1)],
  [
    /(?<!\p{L})(?:прошл|минул)(?:ой|ая|ую|ого|ому)\s(?:недел|тиж)\p{L}*|지난\s?주(?!\p{L})/giu,
    (near) => weekFrom(near, -1),
  ],
  [
    /(?<!\p{L})(?:прошл|минул)(?:ом|ого|ый|ому)\s(?:год|ро[кц])\p{L}*|작년|지난해/giu,
    (near) => String(near.getUTCFullYear() - 1),
  ],
  [
    new RegExp(`(?<=(?<!\\p{L})(?:во?|у)\\s)(${DAYS_RU.join('|')}|${DAYS_UK.join('|')})(?!\\p{L})`, 'giu'),
    (near, [, word]) => {
      const is = (day: string): boolean => new RegExp(`^${day}$`, 'iu').test(word!);
      const ru = DAYS_RU.findIndex(is);
      return weekdayNear(near, ru >= 0 ? ru : DAYS_UK.findIndex(is), false);
    },
  ],
  [/([일월화수목금토])요일/gu, (near, [, day]) => weekdayNear(near, DAYS_KO.indexOf(day!), false)],
];

/** The days a text names from where it stands; `near` is the day the document is of. */
export function relativeDatesIn(text: string, near: Date): FoundDate[] {
  const found = englishIn(text, near);
  for (const [pattern, mean] of PLAIN) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      found.push({ start: match.index, end, value: mean(near, match), isRelative: true });
    }
  }
  // What is quoted was said on another day.
  return found.filter(({ start }) => !isQuoted(text, start));
}

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('\n', at), at - 600, 0), at);
  return before.split('"').length % 2 === 0 || before.lastIndexOf('“') > before.lastIndexOf('”');
}
