import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '@shared/text/quantities';

/** `low–high unit counted (hedge)` of each figure. */
const said = (text: string, language = 'en') =>
  quantitiesIn(text, language).map(({ low, high, unit, counted, hedge }) =>
    [low === high ? `${low}` : `${low}–${high}`, unit, counted, hedge && `(${hedge})`].filter(Boolean).join(' '),
  );

const spans = (text: string) => quantitiesIn(text).map(({ start, end }) => text.slice(start, end));

describe('figures in a text', () => {
  it.each([
    ['About 1,500 men were counted.', ['1500 men (about)']],
    ['They named 10,000 soldiers and 10 000 shells.', ['10000 soldiers', '10000 shells']],
    ['It cost 1.5 million dollars.', ['1500000 USD']],
    ['up to two million artillery shells a year', ['2000000 artillery shells (most)']],
    ['no fewer than five brigades of 2,000 to 3,000 men each', ['5 brigades (least)', '2000–3000 men']],
    ['between 2,000 and 3,000 men', ['2000–3000 men']],
    ['formations of 10,000–15,000 in all', ['10000–15000']],
    ['trade fell by 45 % in a quarter', ['45 %']],
    ['trade fell by 40 to 45 per cent', ['40–45 %']],
    ['10 to 12 million tons', ['10000000–12000000 t']],
    ['just under 50 M-1989 Koksan howitzers', ['50 m-1989 koksan howitzers (about)']],
    ['a range of 60 km', ['60 km']],
    ['twenty-five trucks', ['25 trucks']],
    ['half a million people', ['500000 people']],
    ['a dozen boats', ['12 boats']],
    ['$300 million and €5bn', ['300000000 USD', '5000000000 EUR']],
    ['reportedly 40 vehicles', ['40 vehicles (said)']],
    ['2000 soldiers crossed', ['2000 soldiers']],
    ['a 10-member crew', ['10 member crew']],
    ['some 30 of the 45 ships', ['30 (about)', '45 ships']],
    ['It took 25 days.', ['25 day']],
    ['calls fell from 64 to 48', ['64', '48']],
    ['calls rose from 48 to 64', ['48–64']],
  ])('reads “%s”', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    'the M-1989 and the T-72B3',
    'the M1991 system, the Su-27 and the 2S19',
    'on 17 October 2024 and October 18, 2024',
    'in 2024, since 2022 and by 2030',
    'from 1998 to 2004',
    'at 02:40, and at 5 pm',
    'Resolution 1718, paragraph 12, Article 5, No. 7',
    'the 9th Army and the 1st brigade',
    'one of them, and no one else',
    'several thousand men, hundreds of thousands of tons',
    'H1 and H2',
    'It says so [12] and (3).',
    'TLP:AMBER on COVID-19',
    'the G7 and 24/7 watch',
  ])('takes nothing in “%s” for a figure', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('reads figures of other languages', () => {
    expect(said('지금까지 파악된 인원은 약 1,500명이다.', 'ko')[0]).toMatch(/^1500 /);
    expect(said('약 1만 명', 'ko')[0]).toMatch(/^10000 /);
    expect(said('близько 10 тисяч солдатів', 'uk')).toEqual(['10000 солдатів (about)']);
    expect(said('п’ять бригад', 'uk')).toEqual(['5 бригад']);
    expect(said('около 1,5 млн снарядов', 'ru')).toEqual(['1500000 снарядов (about)']);
    expect(said('rund 1.500 Soldaten und 2,5 Millionen Granaten', 'de')).toEqual([
      '1500 soldaten (about)',
      '2500000 granaten',
    ]);
  });

  it('says where a figure stands, without its hedge', () => {
    expect(spans('About 1,500 men, 45 % of all, and two million shells.')).toEqual(['1,500', '45 %', 'two million']);
  });
});
