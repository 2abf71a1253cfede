import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateEntry } from '@shared/model/dateEntry';
import { dateWords, isEventDate } from '@shared/model/eventDate';

const read = (entry: string): string | null => {
  const result = readDateEntry(entry);
  return result.ok ? result.value : null;
};

describe('readDateEntry', () => {
  it.each([
    ['2024-10-25', '2024-10-25'],
    ['2024-11~', '2024-11~'],
    ['2024-10-25/2024-10-31', '2024-10-25/2024-10-31'],
    ['25 Oct 2024', '2024-10-25'],
    ['25th of October 2024', '2024-10-25'],
    ['October 25, 2024', '2024-10-25'],
    ['Sept 2024', '2024-09'],
    ['  oct   2024 ', '2024-10'],
    ['2024', '2024'],
    ['about 2024', '2024~'],
    ['ca. Nov 2024', '2024-11~'],
    ['November 2024?', '2024-11?'],
    ['possibly 4 Nov 2024', '2024-11-04?'],
    ['25.10.2024', '2024-10-25'],
    ['4. November 2024', '2024-11-04'],
    ['25/10/2024', '2024-10-25'],
    ['10/25/2024', '2024-10-25'],
    ['5/5/2024', '2024-05-05'],
    ['25–31 October 2024', '2024-10-25/2024-10-31'],
    ['25-31 October 2024', '2024-10-25/2024-10-31'],
    ['28 Oct – 3 Nov 2024', '2024-10-28/2024-11-03'],
    ['Oct to Dec 2024', '2024-10/2024-12'],
    ['between May 2024 and June 2024', '2024-05/2024-06'],
    ['since May 2024', '2024-05/..'],
    ['until 4 November 2024', '../2024-11-04'],
    ['12. März 2024', '2024-03-12'],
    ['25 октября 2024', '2024-10-25'],
    ['25 жовтня 2024 року', '2024-10-25'],
  ])('reads %s', (entry, date) => {
    expect(read(entry)).toBe(date);
  });

  it.each([
    '',
    'soon',
    '3/4/2024',
    '31 February 2024',
    '25 October',
    '32 Oct 2024',
    '2024-13',
    'Nov – Oct 2024',
    'Foo 2024',
  ])('refuses %s', (entry) => {
    expect(readDateEntry(entry)).toEqual({ ok: false, reason: 'date-unclear' });
  });

  it('reads back what the program itself writes', () => {
    const pad = (value: number) => String(value).padStart(2, '0');
    const point = fc
      .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .chain(([y, m, d]) => fc.constantFrom(`${y}`, `${y}-${pad(m)}`, `${y}-${pad(m)}-${pad(d)}`))
      .chain((date) => fc.constantFrom(date, `${date}~`, `${date}?`));
    const date = fc.oneof(
      point,
      fc.tuple(point, point).map(([a, b]) => `${a}/${b}`),
      point.map((a) => `${a}/..`),
      point.map((a) => `../${a}`),
    );
    fc.assert(
      fc.property(date.filter(isEventDate), (one) => {
        expect(read(dateWords(one))).toBe(one);
      }),
    );
  });
});
