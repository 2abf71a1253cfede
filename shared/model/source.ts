/** A source: who says it. Reliability is graded with its history; `originId` names where it takes its information from. */
import { z } from 'zod';
import { reliabilitySchema } from './grading';
import type { Reliability } from './grading';
import { actorSchema, baseShape, idSchema } from './record';
import { no, yes } from './result';
import type { Result } from './result';

export const SOURCE_KINDS = [
  'agency',
  'government',
  'official',
  'outlet',
  'think tank',
  'organisation',
  'person',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** One judgement of reliability. Regrading adds one; none is ever overwritten. */
export const gradingSchema = z.strictObject({
  id: idSchema,
  reliability: reliabilitySchema,
  reason: z.string().max(2_000),
  by: actorSchema,
  /** ISO 8601 instant. */
  at: z.string().max(40),
});
export type Grading = z.infer<typeof gradingSchema>;

export const sourceSchema = z.strictObject({
  ...baseShape,
  name: z.string().min(1).max(300),
  kind: z.enum(SOURCE_KINDS),
  aliases: z.array(z.string().max(300)).max(100),
  description: z.string().max(20_000),
  originId: idSchema.nullable(),
  gradings: z.array(gradingSchema).max(1_000),
});
export type Source = z.infer<typeof sourceSchema>;

/** The grading in force: the newest. */
export function currentGrading(source: Pick<Source, 'gradings'>): Grading | null {
  let newest: Grading | null = null;
  for (const grading of source.gradings) {
    if (!newest || grading.at > newest.at || (grading.at === newest.at && grading.id > newest.id)) newest = grading;
  }
  return newest;
}

/** The reliability in force; null where nobody has graded the source. */
export const reliabilityOf = (source: Pick<Source, 'gradings'> | null | undefined): Reliability | null =>
  (source && currentGrading(source)?.reliability) ?? null;

/**
 * The chain "takes its information from", the source itself first. A ring in imported data ends the chain at the
 * first source met twice.
 */
export function originChain(source: Source, byId: (id: string) => Source | undefined): Source[] {
  const chain = [source];
  const met = new Set([source.id]);
  for (let next = source.originId; next && !met.has(next);) {
    const origin = byId(next);
    if (!origin) break;
    chain.push(origin);
    met.add(origin.id);
    next = origin.originId;
  }
  return chain;
}

/** Says whether `origin` may be what `source` takes its information from: not itself, no ring. */
export function planOrigin(
  source: Source,
  origin: Source | null,
  byId: (id: string) => Source | undefined,
): Result<string | null, 'same-source' | 'origin-ring'> {
  if (!origin) return yes(null);
  if (origin.id === source.id) return no('same-source');
  if (originChain(origin, byId).some((step) => step.id === source.id)) return no('origin-ring', origin.name);
  return yes(origin.id);
}
