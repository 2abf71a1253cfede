import { describe, expect, it } from 'vitest';
import { daysIn } from '@shared/text/dates';

/** `year-month-day` of each, a span of days as `from..day`. */
const said = (text: string) =>
  daysIn(text).map(
    ({ year, month, day, from }) => `${year ?? '?'}-${month}-${from === day ? (day ?? '?') : `${from}..${day}`}`,
  );

describe('days named in a text', () => {
  it.each([
    ['on 17 October 2024', ['2024-10-17']],
    ['on the 17th of October, 2024', ['2024-10-17']],
    ['on October 17, 2024', ['2024-10-17']],
    ['on Oct. 17', ['?-10-17']],
    ['on 2024-10-17', ['2024-10-17']],
    ['in October 2024', ['2024-10-?']],
    ['between 3 and 9 October', ['?-10-3..9']],
    ['on 3–9 October 2024', ['2024-10-3..9']],
    ['25 жовтня 2024 року', ['2024-10-25']],
    ['25 октября', ['?-10-25']],
    ['am 25. Oktober 2024', ['2024-10-25']],
    ['le 25 octobre', ['?-10-25']],
    ['2024년 10월 25일', ['2024-10-25']],
  ])('reads “%s”', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each(['They may come in May.', 'The march of 40 men', 'in October', '40 October 2024', 'Mayor 12 and Marchand 5'])(
    'takes nothing in “%s” for a day',
    (text) => {
      expect(said(text).filter((one) => !one.endsWith('?'))).toEqual([]);
    },
  );

  it('says where it stands', () => {
    const text = 'They left on 4 Nov. and came back on 5 November 2024.';
    expect(daysIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['4 Nov', '5 November 2024']);
  });
});
