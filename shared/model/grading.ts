/** Admiralty (NATO) grading: reliability of a source, credibility of one piece of information. AJP-2.1 / STANAG 2511. */
import { z } from 'zod';

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];
export const reliabilitySchema = z.enum(RELIABILITIES);

export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];
export const credibilitySchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
]);

export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged',
};

export const CREDIBILITY_WORDS: Readonly<Record<Credibility, string>> = {
  1: 'Confirmed by other sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Truth cannot be judged',
};

/**
 * The written grade, letter then digit: `B2`. A part not yet judged by anybody shows as a middle dot (`B·`); it is
 * never filled in from the other part. Null where neither is set.
 */
export function gradeCode(reliability: Reliability | null, credibility: Credibility | null): string | null {
  if (reliability === null && credibility === null) return null;
  return `${reliability ?? '·'}${credibility ?? '·'}`;
}

/** The grade in words, for hover and screen readers. */
export function gradeWords(reliability: Reliability | null, credibility: Credibility | null): string {
  const source = reliability ? `Source: ${RELIABILITY_WORDS[reliability].toLowerCase()}` : 'Source not graded';
  const information = credibility
    ? `information: ${CREDIBILITY_WORDS[credibility].toLowerCase()}`
    : 'information not graded';
  return `${source}; ${information}`;
}
