/** Words that are numbers or multiply one, in the languages analysts read here. */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** English words for whole numbers below a hundred. */
export const ENGLISH: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, (i + 2) * 10]),
]);

/** Small numbers in other languages, as they stand before what is counted. */
const OTHERS: readonly (readonly [number, string])[] = [
  [2, 'zwei deux dos dwa dwie два дві две двох двух'],
  [3, 'drei trois tres trzy три трьох трех трёх'],
  [4, 'vier quatre cuatro cztery чотири чотирьох четыре четырех четырёх'],
  [5, "fünf cinq cinco pięć пʼять п’ять п'ять пять пяти"],
  [6, 'sechs sechse seis sześć шість шесть шести'],
  [7, 'sieben sept siete siedem сім семь семи'],
  [8, 'acht huit ocho osiem вісім восемь восьми'],
  [9, "neun neuf nueve dziewięć девʼять дев’ять дев'ять девять девяти"],
  [10, 'zehn dix diez dziesięć десять десяти'],
  [12, 'zwölf douze doce dwanaście дванадцять двенадцать'],
];

export const FOREIGN: ReadonlyMap<string, number> = new Map(
  OTHERS.flatMap(([value, words]) => words.split(' ').map((word): [string, number] => [word, value])),
);

/** What a word behind a number multiplies it by. Korean and Chinese count in ten thousands. */
const MULTIPLIERS: readonly (readonly [number, string])[] = [
  [12, 'dozen'],
  [100, 'hundred'],
  [1e3, 'thousand k tausend mille mil tys тисяч тисяча тисячі тыс тис тысяч тысяча тысячи'],
  [
    1e6,
    'million millions mn m mio million millionen millón millones mln милн мільйон мільйона мільйони мільйонів миллион миллиона миллионов млн',
  ],
  [
    1e9,
    'billion bn b milliarde milliarden milliard milliards mrd мільярд мільярди мільярдів миллиард миллиарда миллиардов млрд',
  ],
  [1e12, 'trillion'],
];

export const MULTIPLIER: ReadonlyMap<string, number> = new Map(
  MULTIPLIERS.flatMap(([value, words]) => words.split(' ').map((word): [string, number] => [word, value])),
);

export const EAST_ASIAN: ReadonlyMap<string, number> = new Map([
  ['천', 1e3],
  ['만', 1e4],
  ['십만', 1e5],
  ['백만', 1e6],
  ['천만', 1e7],
  ['억', 1e8],
  ['千', 1e3],
  ['万', 1e4],
  ['萬', 1e4],
  ['億', 1e8],
  ['亿', 1e8],
]);
