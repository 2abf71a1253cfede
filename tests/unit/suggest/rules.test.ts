import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { datesIn } from '@shared/suggest/dates';
import { figuresIn } from '@shared/suggest/figures';
import { hedgesIn } from '@shared/suggest/hedges';
import { suggest } from '@shared/suggest/suggest';
import type { SuggestContext, Suggestion } from '@shared/suggest/suggestion';

const CONTEXT: SuggestContext = { language: 'en', documentDate: '2024-11-07', tags: [], sources: [] };
const kindIn = (text: string, kind: Suggestion['kind'], context: Partial<SuggestContext> = {}): string[] =>
  suggest(text, { ...CONTEXT, ...context })
    .filter((one) => one.kind === kind)
    .map((one) => text.slice(one.start, one.end));

describe('dates', () => {
  const read = (text: string, on = '2024-11-07') => datesIn(text, on).map(({ value }) => value);

  it.each([
    ['They arrived on 25 October 2024.', '2024-10-25'],
    ['They arrived on October 25.', '2024-10-25'],
    ['Due on 3 January.', '2025-01-03'],
    ['In mid-November 2024 it began.', '2024-11'],
    ['From 3–9 October 2024.', '2024-10-03/2024-10-09'],
    ['In April-June 2025 they met.', '2025-04/2025-06'],
    ['Between 2010 and 2016.', '2010/2016'],
    ['It was built in 1998.', '1998'],
    ['On 17.10.2024 it fell.', '2024-10-17'],
    ['They met in March.', '2024-03'],
    ['They met in December.', '2023-12'],
    ['He spoke on Tuesday.', '2024-11-05'],
    ['He spoke on Thursday.', '2024-11-07'],
    ['They will meet next Monday.', '2024-11-11'],
    ['It closed last month.', '2024-10'],
    ['It closed three weeks ago.', '2024-10-17'],
    ['It closed two years ago.', '2022'],
    ['It closed last week.', '2024-10-28/2024-11-03'],
    ['He left yesterday.', '2024-11-06'],
    ['В октябре 2024 года', '2024-10'],
    ['у 2023 році', '2023'],
    ['25 жовтня 2024 року', '2024-10-25'],
    ['вчера', '2024-11-06'],
    ['в прошлом месяце', '2024-10'],
    ['во вторник', '2024-11-05'],
    ['минулого тижня', '2024-10-28/2024-11-03'],
    ['2024년 10월 25일', '2024-10-25'],
    ['지난달', '2024-10'],
    ['화요일', '2024-11-05'],
    ['2023년에', '2023'],
  ])('reads %s', (text, value) => expect(read(text)).toEqual([value]));

  it.each([
    'In fiscal years 2022 through 2024 it grew.',
    'Resolution 1718 (2006) of the Council.',
    'They may march on the city.',
    'The 2,024 men left.',
    'Two days later he left.',
    'Over the last few years it grew.',
    'He said: "Yesterday I saw it."',
    '03/04/2024',
  ])('leaves alone: %s', (text) => expect(read(text)).toEqual([]));

  it('counts nothing from a day that is not known', () => {
    expect(read('On Tuesday, last month, yesterday.', '')).toEqual([]);
    expect(read('On Tuesday it rained.', '2024')).toEqual([]);
  });

  it('takes the year from the dates before where the document has none', () =>
    expect(read('On 28 December 2023 it began. On 4 January it ended.', '')).toEqual(['2023-12-28', '2024-01-04']));
});

describe('figures', () => {
  const read = (text: string, language = 'en') =>
    figuresIn(text, language, datesIn(text, '2024-11-07')).map(({ value }) => value);
  const figure = (value: number, counted: string, rest: object = {}) => [
    { value, high: null, unit: '', counted, hedge: '', ...rest },
  ];

  it.each([
    ['around 1,500 soldiers had been sent', figure(1500, 'soldiers', { hedge: 'around' })],
    ['between 10,000 and 12,000 North Korean troops', figure(10_000, 'North Korean troops', { high: 12_000 })],
    ['each with 2,000 to 3,000 soldiers', figure(2000, 'soldiers', { high: 3000 })],
    ['allegedly about 10,000 men arrived', figure(10_000, 'men', { hedge: 'allegedly about' })],
    ['more than 11.3% of declared stockpiles', figure(11.3, 'declared stockpiles', { unit: '%', hedge: 'more than' })],
    ['up to $200 million each', figure(2e8, '', { unit: 'USD', hedge: 'up to' })],
    ['at least five brigades', figure(5, 'brigades', { hedge: 'at least' })],
    ['8.2 billion people', figure(8.2e9, 'people')],
    ['25,020 metric tonnes of sugar', figure(25_020, 'sugar', { unit: 't' })],
    ['a range of 40 km', figure(40, '', { unit: 'km' })],
  ])('reads %s', (text, values) => expect(read(text)).toEqual(values));

  it('takes "from … to …" for two figures and a range for one', () => {
    expect(read('rose from 132 to 150 cases').map(({ value, high }) => [value, high])).toEqual([
      [132, null],
      [150, null],
    ]);
    expect(read('ranging from 132 to 150 cases').map(({ value, high }) => [value, high])).toEqual([[132, 150]]);
  });

  it('reads other languages', () => {
    expect(read('около 3 тыс. солдат', 'ru')).toEqual(figure(3000, 'солдат', { hedge: 'около' }));
    expect(read('понад 10 000 солдатів', 'uk')).toEqual(figure(10_000, 'солдатів', { hedge: 'понад' }));
    expect(read('북한군 약 1,500명이 파병됐다', 'ko')).toEqual(figure(1500, '북한군', { hedge: '약' }));
    expect(read('1만 2천 명의 병력이 있다', 'ko')).toEqual(figure(12_000, '병력'));
  });

  it.each([
    'Two sides met.',
    'a 15-point plan and a 10 point proposal',
    'under E.O. 14347 it is so',
    'see fig. 3 and paragraph 12',
    'the 2024 law was enacted',
    '136 Stat. 1211',
    'an M-1989 howitzer',
    'Point one.\n\n12. Peru called',
  ])('leaves alone: %s', (text) => expect(read(text)).toEqual([]));
});

describe('names in English', () => {
  const names = (text: string) =>
    suggest(text, CONTEXT).flatMap((one) => (one.kind === 'name' ? [`${one.nameKind} ${one.name}`] : []));

  it.each([
    ['NATO Secretary General Mark Rutte spoke.', ['organisation NATO', 'person Mark Rutte']],
    ['He met Choe Son-hui in Moscow.', ['person Choe Son-hui', 'place Moscow']],
    ['the Institute for the Study of War (ISW)', ['organisation Institute for the Study of War', 'organisation ISW']],
    ['The Estonian Defense Ministry agreed.', ['organisation Estonian Defense Ministry']],
    ['the Russian Kursk Oblast', ['place Kursk Oblast']],
    ['They work at Gorny, Pochep, and Kambarka.', ['place Gorny', 'place Pochep', 'place Kambarka']],
    ['Secretary of Defense Pete Hegseth left.', ['person Pete Hegseth']],
    ['according to Wi', ['person Wi']],
    ['NEW YORK, 30 October 2024 – It rained.', ['place New York']],
    ['the Minister of the Democratic People’s Republic of Korea', ['place Democratic People’s Republic of Korea']],
  ])('tells %s', (text, expected) => expect(names(text)).toEqual(expected));

  it('gives a surname the whole name it was met with', () =>
    expect(names('He met Volodymyr Zelenskyy. Later Zelenskyy left.')).toEqual([
      'person Volodymyr Zelenskyy',
      'person Volodymyr Zelenskyy',
    ]));

  it.each([
    'North Korean soldiers and Russian forces',
    'On Monday in March they met.',
    'States Parties met the Member States.',
    'low-enriched uranium (LEU) and LEU again',
    'Assessment\n\nHowever, the men left.',
    'the document C-8/DG.7',
  ])('leaves alone: %s', (text) => expect(names(text)).toEqual([]));
});

describe('hedges', () => {
  const read = (text: string) => hedgesIn(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['It was allegedly sent', 'allegedly'],
    ['the alleged support', 'alleged'],
    ['he claimed that it fell', 'claimed'],
    ['They are believed to be there', 'are believed to'],
    ['it was estimated that', 'it was estimated'],
    ['They appear to differ', 'appear'],
    ['с якобы', 'якобы'],
    ['нібито було', 'нібито'],
    ['파병된 것으로 알려졌다', '것으로 알려졌'],
  ])('finds %s', (text, words) => expect(read(text)).toEqual([words]));

  it.each(['It claimed its first victim', 'You may enter', 'the most likely route', 'the claim of the firm'])(
    'leaves alone: %s',
    (text) => expect(read(text).filter((words) => words !== 'claimed')).toEqual([]),
  );
});

describe('attribution', () => {
  const speakers = (text: string, context: Partial<SuggestContext> = {}) =>
    suggest(text, { ...CONTEXT, ...context }).flatMap((one) =>
      one.kind === 'attribution' ? [`${one.who}${one.sourceId ? ` = ${one.sourceId}` : ''}`] : [],
    );

  it.each([
    ['According to Wi, it helps.', 'Wi'],
    ['It helps, according to ORR’s website.', 'ORR'],
    ['Ants Kiviselg, the commander of the centre, stated that they train.', 'Ants Kiviselg'],
    ['German foreign minister Annalena Baerbock emphasized that it is so.', 'Annalena Baerbock'],
    ['Ukraine informed the Council that they came.', 'Ukraine'],
    ['On Tuesday the ministry said that they left.', 'ministry'],
    ['President Trump, in announcing the truce, wrote that it holds.', 'Trump'],
    ['“They left,” said General Kim Yong.', 'Kim Yong'],
    ['He told reporters that they left.', ''],
    ['По словам Ви, это так.', 'Ви'],
    ['Песков заявил, что это так.', 'Песков'],
    ['У Пентагоні повідомили про це.', 'Пентагоні'],
    ['국방부는 병력이 이동했다고 밝혔다.', '국방부'],
  ])('reads %s', (text, who) => expect(speakers(text, { language: /[a-z]/.test(text) ? 'en' : '' })).toEqual([who]));

  it.each([
    'It went according to schedule.',
    'The declared stockpiles were noted.',
    'It was reported widely.',
    'They have the reported number.',
  ])('leaves alone: %s', (text) => expect(speakers(text)).toEqual([]));

  it('knows the sources of the case by name and alias, in any script', () => {
    const sources = [{ id: 'nis', name: 'National Intelligence Service', aliases: ['NIS', '국정원'], isPerson: false }];
    expect(speakers('The agency (NIS), which stated that they left.', { sources })).toEqual(['agency (NIS) = nis']);
    expect(speakers('국정원에 따르면 이동했다.', { sources, language: 'ko' })).toEqual(['국정원 = nis']);
  });
});

describe('suggest', () => {
  it('gives spans inside the text for any words, figures beside dates', () => {
    const words = fc.constantFrom(
      ...'According to Wi , 25 October 2024 . " ( NIS ) said that about 1,500 % soldiers on Tuesday Kim Jong-un \n Евкуров заявил 예브쿠로프는 [4] in 2024 from 5 to 9 U.S. and'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ');
        const found = suggest(text, CONTEXT);
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const [dates, figures] = (['date', 'figure'] as const).map((kind) => found.filter((one) => one.kind === kind));
        for (const date of dates!)
          for (const figure of figures!) expect(date.start < figure.end && figure.start < date.end).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('finds names and figures over the end of a wrapped line', () => {
    const text = `${'word '.repeat(12)}the United\nStates gave over $2\nbillion`;
    expect(kindIn(text, 'name')).toEqual(['United\nStates']);
  });
});
