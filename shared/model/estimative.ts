/**
 * Words for how likely something is, and for how sure the analyst is of it. Two rows of ICD 203 §D.6.e.(2)(a) and the
 * Probability Yardstick of the UK's PHIA. The scales are not interchangeable, so a stored term always names its scale.
 */
import { z } from 'zod';

export const SCALE_IDS = ['icd203-1', 'icd203-2', 'phia'] as const;
export type ScaleId = (typeof SCALE_IDS)[number];
export const scaleSchema = z.enum(SCALE_IDS);

export interface LikelihoodTerm {
  /** The same in both rows of ICD 203: a band has one id. */
  readonly id: string;
  /** As the pick-list inserts it. */
  readonly words: string;
  /** Adverbs and other forms that say the same. */
  readonly also: readonly string[];
  /** Ends of the band in percent; `bandFor` says which of them belong to it. */
  readonly low: number;
  readonly high: number;
  /** For people: `80–95 %`. */
  readonly bandWords: string;
}

export interface Scale {
  readonly name: string;
  readonly standard: string;
  /** From the least likely to the most likely. */
  readonly terms: readonly LikelihoodTerm[];
}

/** ICD 203's bands: id, ends, and each row's term with its other forms. */
const ICD_BANDS: readonly (readonly [string, number, number, readonly string[], readonly string[]])[] = [
  ['almost-no-chance', 1, 5, ['almost no chance'], ['remote', 'remote chance', 'remote possibility']],
  ['very-unlikely', 5, 20, ['very unlikely'], ['highly improbable', 'highly improbably']],
  ['unlikely', 20, 45, ['unlikely'], ['improbable', 'improbably']],
  [
    'roughly-even-chance',
    45,
    55,
    ['roughly even chance', 'roughly an even chance', 'even chance'],
    ['roughly even odds', 'even odds'],
  ],
  ['likely', 55, 80, ['likely'], ['probable', 'probably']],
  ['very-likely', 80, 95, ['very likely'], ['highly probable', 'highly probably', 'very probably', 'very probable']],
  ['almost-certain', 95, 99, ['almost certain', 'almost certainly'], ['nearly certain', 'nearly certainly']],
];

const icdRow = (row: 3 | 4): LikelihoodTerm[] =>
  ICD_BANDS.map((band) => {
    const [words = '', ...also] = band[row];
    return { id: band[0], words, also, low: band[1], high: band[2], bandWords: `${band[1]}–${band[2]} %` };
  });

const yardstick = (
  id: string,
  low: number,
  high: number,
  bandWords: string,
  words: string,
  ...also: string[]
): LikelihoodTerm => ({ id, words, also, low, high, bandWords });

export const SCALES: Readonly<Record<ScaleId, Scale>> = {
  'icd203-1': { name: 'ICD 203, likelihood', standard: 'ICD 203 §D.6.e.(2)(a)', terms: icdRow(3) },
  'icd203-2': { name: 'ICD 203, probability', standard: 'ICD 203 §D.6.e.(2)(a)', terms: icdRow(4) },
  phia: {
    name: 'PHIA Probability Yardstick',
    standard: 'UK PHIA 2025',
    terms: [
      yardstick('remote-chance', 0, 5, 'above 0 to 5 %', 'remote chance'),
      yardstick('highly-unlikely', 10, 20, '10–20 %', 'highly unlikely'),
      yardstick('unlikely', 25, 35, '25–35 %', 'unlikely'),
      yardstick('realistic-possibility', 40, 50, '40 to below 50 %', 'realistic possibility', 'realistically possible'),
      yardstick('likely', 55, 75, '55–75 %', 'likely', 'probable', 'probably'),
      yardstick('highly-likely', 80, 90, '80–90 %', 'highly likely'),
      yardstick('almost-certain', 95, 100, '95 to below 100 %', 'almost certain', 'almost certainly'),
    ],
  },
};

/** Ends of the Yardstick's bands that do not belong to them: the notation has `>` or `<` there. */
const OPEN_LOW: ReadonlySet<string> = new Set(['remote-chance']);
const OPEN_HIGH: ReadonlySet<string> = new Set(['realistic-possibility', 'almost-certain']);

/**
 * The term whose band holds the percentage, or null. ICD 203 prints bands that share their ends, so they are read as
 * half open, `[low, high)`, the last one closed at 99; below 1 and above 99 there is none. The Yardstick has gaps on
 * purpose: a number in one is never rounded into a band.
 */
export function bandFor(scale: ScaleId, percent: number): LikelihoodTerm | null {
  const { terms } = SCALES[scale];
  const holds = (term: LikelihoodTerm): boolean => {
    if (scale === 'phia') {
      const above = OPEN_LOW.has(term.id) ? percent > term.low : percent >= term.low;
      return above && (OPEN_HIGH.has(term.id) ? percent < term.high : percent <= term.high);
    }
    return percent >= term.low && (percent < term.high || (term === terms.at(-1) && percent === term.high));
  };
  return terms.find(holds) ?? null;
}

/** The term of a scale by its id; null where the scale has no such term. */
export const termById = (scale: ScaleId, id: string): LikelihoodTerm | null =>
  SCALES[scale].terms.find((term) => term.id === id) ?? null;

/** Analytic confidence: about the basis of a judgement, not about the event. ICD 203 §D.6.e.(2)(b). */
export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];
export const confidenceSchema = z.enum(CONFIDENCES);
