/** Units behind a number, each by one sign for all its spellings, and what a hedge before it means. */

const UNITS: readonly (readonly [string, string])[] = [
  [
    '%',
    '% percent per·cent pct prozent pour·cent por·ciento процент процента процентів процентов відсотків відсотки 퍼센트',
  ],
  ['km', 'km kilometre kilometres kilometer kilometers км'],
  ['m', 'metre metres meter meters м'],
  ['mm', 'mm millimetre millimetres millimeter millimeters мм'],
  ['cm', 'cm'],
  ['nm', 'nautical·mile nautical·miles'],
  ['mile', 'mile miles'],
  ['kg', 'kg kilogram kilograms кг'],
  ['t', 't ton tons tonne tonnes metric·ton metric·tons metric·tonnes tonnen т тонн тонни тонны 톤'],
  ['MW', 'mw megawatt megawatts'],
  ['barrel', 'barrel barrels'],
  ['hour', 'hour hours hr hrs'],
  ['minute', 'minute minutes'],
  ['day', 'day days tage tagen дні днів дней дня'],
  ['week', 'week weeks wochen тижні тижнів недель недели'],
  ['month', 'month months monate monaten місяці місяців месяца месяцев 개월'],
  ['year', 'year years jahre jahren роки років года лет'],
  ['USD', 'dollar dollars'],
  ['EUR', 'euro euros'],
  ['RUB', 'rouble roubles ruble rubles'],
];

export const UNIT: ReadonlyMap<string, string> = new Map(
  UNITS.flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [word.replace('·', ' '), unit])),
);

/** Currency signs before a number. */
export const CURRENCY: ReadonlyMap<string, string> = new Map([
  ['US$', 'USD'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₴', 'UAH'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
]);

/** Units of time: a number of them is a span. */
export const TIME_UNITS: ReadonlySet<string> = new Set(['hour', 'minute', 'day', 'week', 'month', 'year']);

/** How a figure is softened: `about` either way, `least` and `most` one way, `said` only on somebody's word. */
export type Hedge = 'about' | 'least' | 'most' | 'said';

const HEDGES: readonly (readonly [Hedge, string])[] = [
  [
    'about',
    'about around some roughly approximately approx approx. circa ca. c. ~ an·estimated estimated nearly almost just·under just·over close·to in·the·region·of ' +
      'etwa rund ungefähr zirka circa fast knapp environ près·de unos cerca·de około близько приблизно майже около примерно почти 약 대략 거의 約',
  ],
  [
    'least',
    'at·least no·fewer·than not·fewer·than no·less·than not·less·than more·than over upwards·of a·minimum·of mindestens über mehr·als plus·de au·moins ' +
      'понад щонайменше не·менше более не·менее свыше 최소',
  ],
  [
    'most',
    'up·to as·many·as as·much·as at·most no·more·than not·more·than fewer·than less·than under a·maximum·of bis·zu höchstens jusqu’à ' +
      "jusqu'à до не·більше не·более 최대",
  ],
  ['said', 'reportedly allegedly supposedly angeblich mutmaßlich нібито якобы'],
];

const WORDS: readonly (readonly [string, Hedge])[] = HEDGES.flatMap(([hedge, words]) =>
  words.split(' ').map((word): [string, Hedge] => [word.replaceAll('·', ' '), hedge]),
).sort(([a], [b]) => b.length - a.length);

/** Hedges of languages that put them behind the number. */
const BEHIND = /^\s?(?:여|가량|정도|余|or so\b)/u;

/** The hedge that ends right before a number (or, in some languages, stands behind it), with its length in the text before. */
export function hedgeAt(before: string, after: string): { hedge: Hedge; words: string } | null {
  const head = before.trimEnd().toLowerCase();
  for (const [word, hedge] of WORDS) {
    if (!head.endsWith(word)) continue;
    const previous = head[head.length - word.length - 1];
    if (previous === undefined || !/[\p{L}\p{N}]/u.test(previous)) return { hedge, words: word };
  }
  return BEHIND.test(after) ? { hedge: 'about', words: '' } : null;
}
