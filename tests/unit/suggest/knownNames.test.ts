import { describe, expect, it } from 'vitest';
import { makeNameFinder } from '@shared/suggest/knownNames';
import { coarseKey, latinKey, skeletonOf } from '@shared/suggest/latinKey';

const NAMES = [
  { id: 'yevkurov', name: 'Yunus-bek Yevkurov', aliases: [], kind: 'person' },
  { id: 'zelenskyy', name: 'Volodymyr Zelenskyy', aliases: [], kind: 'person' },
  { id: 'kim', name: 'Kim Jong-un', aliases: [], kind: 'person' },
  { id: 'choe', name: 'Choe Son-hui', aliases: [], kind: 'person' },
  { id: 'putin', name: 'Vladimir Putin', aliases: [], kind: 'person' },
  { id: 'kursk', name: 'Kursk', aliases: [], kind: 'place' },
  { id: 'ukraine', name: 'Ukraine', aliases: [], kind: 'place' },
  { id: 'russia', name: 'Russia', aliases: [], kind: 'place' },
  { id: 'kharkiv', name: 'Харків', aliases: [], kind: 'place' },
  { id: 'nis', name: 'National Intelligence Service', aliases: ['NIS', '국정원'], kind: 'organisation' },
  { id: 'koksan', name: 'Koksan', aliases: ['M-1989'], kind: 'equipment' },
  { id: 'training', name: 'Training', aliases: [], kind: 'topic' },
];
const finder = makeNameFinder(NAMES, ({ kind }) =>
  kind === 'person' ? 'person' : kind === 'place' || kind === 'organisation' ? 'proper' : 'common',
);
const found = (text: string): string[] =>
  finder.find(text).map(({ of, start, end }) => `${of.id}: ${text.slice(start, end)}`);

describe('one spelling for three scripts', () => {
  it.each([
    ['Yevkurov', 'Евкуров', '예브쿠로프'],
    ['Putin', 'Путин', '푸틴'],
    ['Moskva', 'Москва', '모스크바'],
    ['Kursk', 'Курск', '쿠르스크'],
  ])('has the same consonants for %s, %s and %s', (latin, cyrillic, hangul) => {
    const keys = [latin, cyrillic, hangul].map((word) => skeletonOf(coarseKey(latinKey(word))));
    expect(new Set(keys).size).toBe(1);
  });

  it('writes a word in Latin letters', () => {
    expect(latinKey('Щербаков')).toBe('shcherbakov');
    expect(latinKey('Евкуров')).toBe('yevkurov');
    expect(latinKey('김정은')).toBe('kimjongn'.replace('k', 'g'));
  });
});

describe('finding the names of a case', () => {
  it.each([
    ['Yevkurov met Yevkurov’s men.', ['yevkurov: Yevkurov', 'yevkurov: Yevkurov']],
    ['Yunus-bek Yevkurov', ['yevkurov: Yunus-bek Yevkurov']],
    ['Евкурову и с Евкуровым, о нём', ['yevkurov: Евкурову', 'yevkurov: Евкуровым']],
    ['예브쿠로프는 김정은과 만났다', ['yevkurov: 예브쿠로프', 'kim: 김정은']],
    ['Ким Чен Ыном', ['kim: Ким Чен Ыном']],
    ['Kim Jong Un and KIM JONG-UN', ['kim: Kim Jong Un', 'kim: KIM JONG-UN']],
    ['최선희 외무상', ['choe: 최선희']],
    ['Зеленського, Зеленским', ['zelenskyy: Зеленського', 'zelenskyy: Зеленским']],
    ['Zelensky, Zelenskiy', ['zelenskyy: Zelensky', 'zelenskyy: Zelenskiy']],
    ['Путина, 푸틴 대통령', ['putin: Путина', 'putin: 푸틴']],
    ['в Курске, 쿠르스크에서', ['kursk: Курске', 'kursk: 쿠르스크']],
    ['Україна, Украины, 우크라이나에서', ['ukraine: Україна', 'ukraine: Украины', 'ukraine: 우크라이나']],
    ['в России, 러시아로', ['russia: России', 'russia: 러시아']],
    ['у Харкові, в Харькове, Kharkiv', ['kharkiv: Харкові', 'kharkiv: Харькове', 'kharkiv: Kharkiv']],
    ['the NIS and 국정원은', ['nis: NIS', 'nis: 국정원']],
    ['M-1989 and koksan guns in training', ['koksan: M-1989', 'koksan: koksan', 'training: training']],
  ])('finds %s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    'Jong-un alone, Kim alone, Yunus alone',
    'путь, карась, крыса, курс, украли, харкает',
    'Россыпь, Карасик, Украл, Потом, Паутина, Корсак',
    '서울은 수도이다. 학교에서 사람들이 점심을 먹었다. 경제가 좋아졌다. 김치는 맛있다.',
    'nis, russian, Russians, Ukrainian, Kurskaya, trainings',
    'Путин'.toLowerCase(),
  ])('leaves alone: %s', (text) => expect(found(text)).toEqual([]));
});
