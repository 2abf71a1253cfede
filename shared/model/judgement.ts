/**
 * A key judgement: what a briefing says will be or is, how likely, how sure, on what it rests, and later what came of
 * it. The words stand in the briefing's text; `statement` and `basis` are taken from there whenever the text is saved.
 */
import { z } from 'zod';
import { confidenceSchema, scaleSchema, termById } from './estimative';
import type { LikelihoodTerm } from './estimative';
import { baseShape, idSchema } from './record';

export const OUTCOMES = ['open', 'happened', 'did not happen', 'cannot be told'] as const;
export type JudgementOutcome = (typeof OUTCOMES)[number];

export const judgementSchema = z.strictObject({
  ...baseShape,
  briefingId: idSchema,
  statement: z.string().max(20_000),
  /** Every stored likelihood names its scale: the same word means other numbers on another. */
  scale: scaleSchema,
  /** Id of a term of the scale; null where the judgement states a fact or is not finished. */
  likelihood: z.string().max(60).nullable(),
  confidence: confidenceSchema.nullable(),
  confidenceReason: z.string().max(20_000),
  /** Excerpts it cites. */
  basis: z.array(idSchema).max(1_000),
  assumptions: z.string().max(20_000),
  /** What would show that it is wrong. */
  wouldChange: z.string().max(20_000),
  /** ISO 8601 day; empty where none is set. */
  reviewDate: z.string().max(10),
  /** The judgement of an earlier briefing that this one goes on from. */
  earlierId: idSchema.nullable(),
  outcome: z.enum(OUTCOMES),
  /** ISO 8601 day; empty while open. */
  outcomeDate: z.string().max(10),
  outcomeNote: z.string().max(20_000),
});
export type Judgement = z.infer<typeof judgementSchema>;

/** The term a judgement was given; null where it has none or its scale no longer knows it. */
export const likelihoodOf = (judgement: Pick<Judgement, 'scale' | 'likelihood'>): LikelihoodTerm | null =>
  judgement.likelihood === null ? null : (termById(judgement.scale, judgement.likelihood) ?? null);

export const CHANGES = ['same', 'stronger', 'weaker', 'reversed'] as const;
export type JudgementChange = (typeof CHANGES)[number];

const middle = (term: LikelihoodTerm): number => (term.low + term.high) / 2;

/**
 * How a judgement stands to the one before it (ICD 203, standard 7): reversed when the likelihood went over the middle,
 * stronger when it went further from the middle or, with the same likelihood, confidence rose; weaker the other way.
 * Null where either has no likelihood.
 */
export function changeSince(
  earlier: Pick<Judgement, 'scale' | 'likelihood' | 'confidence'>,
  now: Pick<Judgement, 'scale' | 'likelihood' | 'confidence'>,
): JudgementChange | null {
  const [before, after] = [likelihoodOf(earlier), likelihoodOf(now)];
  if (!before || !after) return null;
  const [from, to] = [middle(before) - 50, middle(after) - 50];
  if (from * to < 0) return 'reversed';
  // Terms of two scales with middles this close say the same.
  if (Math.abs(Math.abs(to) - Math.abs(from)) > 5) return Math.abs(to) > Math.abs(from) ? 'stronger' : 'weaker';
  const by = confidenceRank(now.confidence) - confidenceRank(earlier.confidence);
  return by === 0 ? 'same' : by > 0 ? 'stronger' : 'weaker';
}

const confidenceRank = (confidence: Judgement['confidence']): number =>
  confidence === null ? 0 : ({ low: 1, moderate: 2, high: 3 } as const)[confidence];

/** The probability a judgement stood for, 0 to 1: the middle of its band. Null without a likelihood. */
export function probabilityOf(judgement: Pick<Judgement, 'scale' | 'likelihood'>): number | null {
  const term = likelihoodOf(judgement);
  return term ? middle(term) / 100 : null;
}

type Judged = Pick<Judgement, 'scale' | 'likelihood' | 'outcome'>;

/** Those that can be counted: a likelihood, and an outcome that is known; 1 for what happened. */
function settled(judgements: Iterable<Judged>): { probability: number; happened: 0 | 1; term: LikelihoodTerm }[] {
  const counted = [];
  for (const judgement of judgements) {
    const term = likelihoodOf(judgement);
    if (!term || (judgement.outcome !== 'happened' && judgement.outcome !== 'did not happen')) continue;
    counted.push({
      probability: middle(term) / 100,
      happened: judgement.outcome === 'happened' ? (1 as const) : (0 as const),
      term,
    });
  }
  return counted;
}

/**
 * Brier's score of the judgements whose outcome is known: the mean of (probability − outcome)², 0 for a perfect record,
 * 0.25 for one who always says even (Brier 1950). Null where none is settled.
 */
export function brierScore(judgements: Iterable<Judged>): { score: number; count: number } | null {
  const counted = settled(judgements);
  if (counted.length === 0) return null;
  const sum = counted.reduce((all, { probability, happened }) => all + (probability - happened) ** 2, 0);
  return { score: sum / counted.length, count: counted.length };
}

export interface CalibrationPoint {
  /** Mean probability stated, and share that happened, 0 to 1. */
  readonly stated: number;
  readonly happened: number;
  readonly count: number;
  readonly words: string;
}

/** One point for each band that was used, in order of probability: a well-kept record lies on the diagonal. */
export function calibration(judgements: Iterable<Judged>): CalibrationPoint[] {
  const bands = new Map<string, ReturnType<typeof settled>>();
  for (const one of settled(judgements)) {
    const key = `${one.term.low}–${one.term.high}`;
    const list = bands.get(key);
    if (list) list.push(one);
    else bands.set(key, [one]);
  }
  return [...bands.values()]
    .map((list) => ({
      stated: list.reduce((sum, one) => sum + one.probability, 0) / list.length,
      happened: list.reduce((sum: number, one) => sum + one.happened, 0) / list.length,
      count: list.length,
      words: list[0]!.term.words,
    }))
    .sort((a, b) => a.stated - b.stated);
}
