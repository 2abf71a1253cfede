/** Numbers of list items and notes as office programs print them, by the format names of OOXML. */

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value > 3999) return String(value);
  let rest = value;
  let letters = '';
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) letters += sign;
  }
  return letters;
}

/** a to z, then aa, bb: the letter doubles with each round. */
function lettered(value: number, alphabet: string): string {
  const letters = Array.from(alphabet);
  const round = Math.floor((value - 1) / letters.length);
  return round > 20 ? String(value) : letters[(value - 1) % letters.length]!.repeat(round + 1);
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя';
const ALPHABETS: Readonly<Record<string, string>> = {
  lowerLetter: LATIN,
  upperLetter: LATIN.toUpperCase(),
  russianLower: RUSSIAN,
  russianUpper: RUSSIAN.toUpperCase(),
  ganada: '가나다라마바사아자차카타파하',
  chosung: 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ',
  aiueoFullWidth: 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  arabicAlpha: 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي',
  hebrew2: 'אבגדהוזחטיכלמנסעפצקרשת',
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
};

const HAN = '〇一二三四五六七八九';
const HAN_FORMATS =
  /^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting\w*|ideographDigital)$/;

function han(value: number): string {
  const digits = Array.from(HAN);
  if (value > 99) return Array.from(String(value), (digit) => digits[Number(digit)]!).join('');
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : digits[value % 10]!;
  return tens === 0 ? ones : `${tens === 1 ? '' : digits[tens]!}十${ones}`;
}

/** A number of at least 0 in an OOXML number format; in plain digits where the format is not known here. */
export function numeral(value: number, format: string): string {
  if (format === 'none' || format === 'bullet') return '';
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (format === 'decimalEnclosedCircle' && value >= 1 && value <= 20) return String.fromCodePoint(0x245f + value);
  if (value < 1) return String(value);
  if (format === 'upperRoman') return roman(value);
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  if (HAN_FORMATS.test(format)) return han(value);
  const alphabet = ALPHABETS[format];
  return alphabet === undefined ? String(value) : lettered(value, alphabet);
}
