/**
 * Figures in running text: what is counted or measured, in digits or words, alone or as a range. Dates, times, ordinals,
 * designations (M-1989, T-72, No. 5) and years are none.
 */
import { daysIn } from './dates';
import { EAST_ASIAN, ENGLISH, FOREIGN, MULTIPLIER } from './numberWords';
import { CURRENCY, hedgeAt, UNIT } from './units';
import type { Hedge } from './units';

export interface Quantity {
  /** UTF-16 code units, start included, end excluded: the number with its multiplier and unit, without the hedge. */
  readonly start: number;
  readonly end: number;
  /** Both the same where it is no range. */
  readonly low: number;
  readonly high: number;
  /** `%`, `km`, `t`, `USD`, `day` …; empty where there is none. */
  readonly unit: string;
  /** The words counted, lower case, as far as the sentence goes on without a small word; empty where not told. */
  readonly counted: string;
  readonly hedge: Hedge | null;
  /** The hedge as it stands there, lower case. */
  readonly hedgeWords: string;
  /** True where it stands in words ("five"), not in digits. */
  readonly spelled: boolean;
}

const DIGITS = String.raw`\d{1,3}(?:[, \u00a0\u202f\u2009.]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:[.,]\d+)?`;
const SPELLED = [...ENGLISH.keys()].sort((a, b) => b.length - a.length).join('|');
const FOREIGN_SPELLED = [...FOREIGN.keys()].sort((a, b) => b.length - a.length).join('|');
const LONG_SCALE = [...MULTIPLIER.keys()]
  .filter((word) => word.length > 2)
  .sort((a, b) => b.length - a.length)
  .join('|');
const EAST_SCALE = [...EAST_ASIAN.keys()].sort((a, b) => b.length - a.length).join('|');
const UNIT_WORDS = [...UNIT.keys()].sort((a, b) => b.length - a.length).join('|');
const SIGN = [...CURRENCY.keys()]
  .sort((a, b) => b.length - a.length)
  .map((one) => one.replace('$', String.raw`\$`))
  .join('|');

const EDGE = String.raw`(?![\p{L}\p{N}]|-\d)`;
const ENGLISH_NUMBER = `(?:${SPELLED})(?:-(?:${SPELLED}))?${EDGE}`;
const WORD_NUMBER = `(?:half a(?= (?:million|billion|dozen))|a(?= (?:hundred|thousand|million|billion|dozen)${EDGE})|${ENGLISH_NUMBER}|(?:${FOREIGN_SPELLED})${EDGE})`;
const NUMBER = `(?:${DIGITS}|${WORD_NUMBER})`;
const SCALE = `(?:[  -]?(?:hundred thousand|${LONG_SCALE}|bn|mn)${EDGE}\\.?|[kmb]${EDGE}|(?:${EAST_SCALE}))?`;
const RANGE = String.raw`(?:\s?[–—-]\s?|\s(?:to|bis|до|à)\s|\sand\s(?=\d))`;
const HEAD = String.raw`(?<![\p{L}\p{N}.,/:№#§-])`;
const WHOLE = new RegExp(
  `${HEAD}(?<sign>${SIGN})?\\s?(?<a>${NUMBER})(?<as>${SCALE})(?:(?<to>${RANGE})(?:${SIGN})?(?<b>${NUMBER})(?<bs>${SCALE}))?(?<unit>[  -]?(?:${UNIT_WORDS})${EDGE}|\\s?%)?`,
  'giu',
);

/** What a number belongs to that counts nothing: "No. 5", "paragraph 12", "Resolution 1718", "at 02". */
const NAMED_BEFORE =
  /(?:^|[^\p{L}])(?:no|nos|nr|number|numbers|article|articles|art|paragraph|paragraphs|para|paras|section|chapter|page|pages|p|pp|resolution|annex|appendix|figure|fig|table|version|phase|stage|level|channel|pier|berth|gate|route|highway|room|hill|point|height|unit|type|model|mark|mk|class|area|zone|sector|district|group|category|brigade|battalion|division|regiment|corps|army|flight|line|week|day|tier|reference|note|TLP|H)\.?\s$/iu;
const YEAR = /^(?:1[5-9]\d{2}|20\d{2})$/;
const YEAR_BEFORE =
  /(?:^|[^\p{L}])(?:in|of|since|until|till|by|from|during|early|late|mid|before|after|to|between|and|or|through|spring|summer|autumn|winter|fall|year|fy|seit|bis|im|en|у|в|з|с|до|від)[\s–-]*$/iu;
const STOP_WORDS = new Set(
  (
    'a an the and or but nor of to in on at by for from with without into over under between before after since until while when where which who whose that ' +
    'this these those it its they their them he she his her we our as than then so if is are was were be been being has have had do does did will would shall ' +
    'should can could may might must not no any all each every per more less fewer also only still just yet about around during within across against through ' +
    'because though although both either neither there here said says say came come went go lay left arrived reached crossed remain remained make made ' +
    'und oder et ou y e и і та й или або'
  ).split(' '),
);

/** The figures of a text, in order; none overlap. */
export function quantitiesIn(text: string, language = 'en'): Quantity[] {
  const days = daysIn(text);
  const found: Quantity[] = [];
  for (const match of text.matchAll(WHOLE)) {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    // "17 to 19 October" overlaps the date: its first number belongs to it too.
    if (days.some((day) => day.start < end && start < day.end)) continue;
    found.push(...quantitiesOf(text, match, start, end, language));
  }
  return found;
}

/** The figure of a match; two where "from 64 to 48" names the ends of a fall and no range. */
function quantitiesOf(text: string, match: RegExpExecArray, start: number, end: number, language: string): Quantity[] {
  const quantity = quantityOf(text, match, start, end, language);
  if (!quantity || quantity.low <= quantity.high) return quantity ? [quantity] : [];
  const { low, high } = quantity;
  const second = text.indexOf(match.groups!['b']!, start + match.groups!['a']!.length);
  return [
    { ...quantity, high: low, end: start + match.groups!['a']!.length, counted: '' },
    { ...quantity, low: high, start: second, hedge: null, hedgeWords: '' },
  ];
}

function quantityOf(
  text: string,
  match: RegExpExecArray,
  start: number,
  end: number,
  language: string,
): Quantity | null {
  const { sign, a = '', as = '', b, bs = '', unit: unitWords = '' } = match.groups!;
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 120);
  const spelled = !/\d/.test(a);
  const isBare = as === '' && unitWords === '';
  if (!spelled && !sign && countsNothing({ a, isRange: b !== undefined, isBare, before, after })) return null;
  // "one" is a pronoun far oftener than a count.
  if (/^(?:one|zero)$/iu.test(a) && as === '' && unitWords === '') return null;
  // "50m" is a length unless it is money.
  const isLength = as === 'm' && !sign;
  const scaleB = scaleOf(bs);
  const low = valueOf(a, language) * (as === '' && b !== undefined && scaleB > 1 ? scaleB : isLength ? 1 : scaleOf(as));
  const high = b === undefined ? low : valueOf(b, language) * scaleB;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null;
  const unit = isLength
    ? 'm'
    : ((sign ? CURRENCY.get(sign.toUpperCase()) : UNIT.get(unitWords.replace(/^[\s-]/u, '').toLowerCase())) ?? '');
  const hedge = hedgeAt(before, after);
  const counted = countedIn(after);
  return { start, end, low, high, unit, counted, hedge: hedge?.hedge ?? null, hedgeWords: hedge?.words ?? '', spelled };
}

/** A number as it was met, with what stands around it. */
interface Met {
  readonly a: string;
  readonly isRange: boolean;
  /** Nothing multiplies it and no unit follows. */
  readonly isBare: boolean;
  readonly before: string;
  readonly after: string;
}

/** True for a number in digits that is a year, a time, an ordinal, a designation or a sign of an item. */
function countsNothing({ a, isRange, isBare, before, after }: Met): boolean {
  if (/^[:/]\d|^(?![\p{Script=Hangul}\p{Script=Han}])\p{L}/u.test(after)) return true;
  if (NAMED_BEFORE.test(before) && !/\D/u.test(a) && isBare) return true;
  // A name such as "Su 27" or "Hwasong 18": a capitalised word right before, and nothing counted behind.
  if (/(?<=\p{L}[,;]?\s)\p{Lu}[\p{L}-]*\s$/u.test(before) && hedgeAt(before, '') === null) {
    if (/^\d{1,2}$/.test(a) && !isRange && isBare && !/^\s\p{Ll}{3}/u.test(after)) return true;
  }
  if (before.endsWith('(') && after.startsWith(')') && /^\d{1,2}$/.test(a)) return true;
  if (before.endsWith('[') && after.startsWith(']')) return true;
  if (isBare && YEAR.test(a)) {
    const noun = /^\s(\p{Ll}{3,})/u.exec(after)?.[1];
    if (isRange || !noun || STOP_WORDS.has(noun) || YEAR_BEFORE.test(before)) return true;
  }
  return /^\s?(?:hours?|hrs?|UTC|GMT|am|pm|a\.m\.|p\.m\.|o['’]clock)\b/u.test(after) && /\bat\s$/u.test(before);
}

function scaleOf(words: string): number {
  const plain = words
    .replace(/^[\s-]/u, '')
    .replace(/\.$/u, '')
    .toLowerCase();
  if (plain === '') return 1;
  if (plain === 'hundred thousand') return 1e5;
  return MULTIPLIER.get(plain) ?? EAST_ASIAN.get(plain) ?? 1;
}

/** A comma or point before exactly three digits groups them, as the language has it; otherwise it begins the decimals. */
function valueOf(words: string, language: string): number {
  if (!/\d/.test(words)) {
    const plain = words.toLowerCase();
    if (plain === 'a') return 1;
    if (plain === 'half a') return 0.5;
    const [tens, ones] = plain.split('-');
    return (ENGLISH.get(tens!) ?? FOREIGN.get(plain) ?? Number.NaN) + (ones ? (ENGLISH.get(ones) ?? 0) : 0);
  }
  const decimalComma = /^(?:de|fr|es|it|pl|ru|uk|pt|nl|cs)/u.test(language);
  let plain = words.replace(/[\s\u00a0\u202f\u2009]/gu, '');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) plain = plain.replaceAll(',', '');
  else if (/^\d{1,3}(?:\.\d{3})+$/.test(plain) && (decimalComma || plain.indexOf('.') !== plain.lastIndexOf('.')))
    plain = plain.replaceAll('.', '');
  return Number(plain.replace(',', '.'));
}

/** The words behind a number up to a small word or a stop, at most four; "of" between them is passed over once. */
function countedIn(after: string): string {
  const words: string[] = [];
  const run = /^[\s-]*(?:(?:more|other|additional|further|new|of|of the)\s)*/u.exec(after)?.[0].length ?? 0;
  for (const match of after.slice(run).matchAll(/([\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*)([^\p{L}\p{N}]*)/gu)) {
    const word = match[1]!.toLowerCase();
    if (STOP_WORDS.has(word) || /^\d+$/.test(word)) break;
    words.push(word);
    if (words.length === 4 || /[^\s]/u.test(match[2]!)) break;
  }
  return words.join(' ');
}
