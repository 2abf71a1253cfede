/** A case: one body of work. Its record travels at the head of every bundle. */
import { z } from 'zod';
import { scaleSchema } from './estimative';
import { markingSchema } from './marking';
import { baseShape } from './record';
import { no, yes } from './result';
import type { Result } from './result';

export const caseSchema = z.strictObject({
  ...baseShape,
  name: z.string().min(1).max(200),
  description: z.string().max(20_000),
  /** The marking that new documents start with. */
  marking: markingSchema,
  /** BCP 47 tag of the language briefings are written in. */
  language: z.string().max(35),
  /** The words of likelihood its briefings use. */
  scale: scaleSchema,
  /** Days after which an excerpt is too old to carry a judgement alone; 0 for no limit. */
  horizonDays: z.number().int().min(0).max(36_500),
});
export type Case = z.infer<typeof caseSchema>;

/** How a case's briefings say likelihood until somebody chooses otherwise. */
export const NEW_CASE = { scale: 'icd203-1', horizonDays: 0 } as const;

/** A case's name, trimmed; refused when nothing is left or it is too long. */
export function planCaseName(name: string): Result<string, 'name-empty' | 'name-too-long'> {
  const trimmed = name.trim();
  if (trimmed === '') return no('name-empty');
  return trimmed.length > 200 ? no('name-too-long') : yes(trimmed);
}
