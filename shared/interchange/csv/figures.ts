/** Figures in a cell: as one reads them (`about 10,000–12,000 soldiers, as of 2024-10-28`), parted by semicolons. */
import { figureSchema, figureWords } from '../../model/figure';
import type { Figure } from '../../model/figure';
import { MULTIPLIER } from '../../text/numberWords';
import { quantitiesIn } from '../../text/quantities';
import { CURRENCY, UNIT } from '../../text/units';
import { wordsOf } from '../jsonFile';

/** A semicolon or backslash within a figure's words gets a backslash before it. */
export const figuresCell = (figures: readonly Figure[]): string =>
  figures.map((figure) => figureWords(figure).replace(/[\\;]/g, String.raw`\$&`)).join('; ');

const partsOf = (cell: string): string[] =>
  (cell.match(/(?:\\[\s\S]|[^;\\]|\\$)+/g) ?? [])
    .map((part) => part.replace(/\\([\s\S])/g, '$1').trim())
    .filter((part) => part !== '');

const AS_OF = /,? as of (\d{4}-\d{2}-\d{2})$/;
const NUMBER = String.raw`[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const IN_DIGITS = new RegExp(
  String.raw`^(?<hedge>[^\d\p{Sc}]*?)(?<low>${NUMBER})(?:\s?[–-]\s?(?<high>${NUMBER}))?(?<rest>(?:[\s%].*)?)$`,
  'su',
);
const UNITS: ReadonlySet<string> = new Set([...UNIT.values(), ...CURRENCY.values()]);

type Amounts = Omit<Figure, 'id' | 'asOf'>;

const valueOf = (digits: string): number => Number(digits.replaceAll(',', '').replace('−', '-'));

/** The unit that words begin with, of one word or two, and the words behind it. */
function unitIn(words: string): { unit: string; counted: string } {
  const [one = '', two = ''] = words.split(/\s+/u);
  for (const name of [`${one} ${two}`, one]) {
    const unit = UNITS.has(name) ? name : UNIT.get(name.toLowerCase());
    if (name !== '' && unit !== undefined) return { unit, counted: words.slice(name.length).trim() };
  }
  return { unit: '', counted: words };
}

/** As the program writes it: what stands before the number softens it, what stands behind its unit is counted. */
function amountsInDigits(words: string): Amounts | null {
  const { hedge = '', low = '', high, rest = '' } = IN_DIGITS.exec(words)?.groups ?? {};
  if (low === '') return null;
  const { unit, counted } = unitIn(rest.trim());
  if (unit === '' && MULTIPLIER.has(counted.split(' ')[0]!.toLowerCase())) return null;
  return {
    hedge: hedge.trim(),
    value: valueOf(low),
    high: high === undefined ? null : valueOf(high),
    unit,
    counted,
  };
}

/** As a text has it: `five trucks`, `$1.2 million`. */
function amountsInWords(words: string): Amounts | null {
  const [quantity] = quantitiesIn(words, 'en');
  if (!quantity) return null;
  const { start, end, low, high, unit } = quantity;
  return {
    hedge: words.slice(0, start).trim(),
    value: low,
    high: high === low ? null : high,
    unit,
    counted: words.slice(end).trim(),
  };
}

function figureOf(part: string, id: string): Figure | null {
  const asOf = AS_OF.exec(part);
  const words = asOf ? part.slice(0, asOf.index) : part;
  const amounts = amountsInDigits(words) ?? amountsInWords(words);
  if (!amounts) return null;
  const { unit, counted, hedge } = amounts;
  const read = figureSchema.safeParse({
    id,
    ...amounts,
    unit: wordsOf(unit, 60),
    counted: wordsOf(counted, 200),
    asOf: asOf?.[1] ?? '',
    hedge: wordsOf(hedge, 60),
  });
  return read.success ? read.data : null;
}

/** An excerpt keeps no more. */
const MOST = 200;

/** The figures of a cell, and how many of its parts are none. */
export function figuresFrom(cell: string, newId: () => string): { figures: Figure[]; unread: number } {
  const parts = partsOf(cell);
  const figures = parts.slice(0, MOST).flatMap((part) => figureOf(part, newId()) ?? []);
  return { figures, unread: parts.length - figures.length };
}
