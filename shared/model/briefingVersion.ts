/** A version of a briefing: its title and text as they were at one moment. Never changed, only renamed. */
import { z } from 'zod';
import { bodyNodeSchema } from './briefing';
import { baseShape, idSchema } from './record';

export const briefingVersionSchema = z.strictObject({
  ...baseShape,
  briefingId: idSchema,
  name: z.string().min(1).max(200),
  /** Kept by the program. These are thinned; one that somebody gives a name to is theirs and stays. */
  automatic: z.boolean(),
  title: z.string().min(1).max(500),
  body: bodyNodeSchema,
});
export type BriefingVersion = z.infer<typeof briefingVersionSchema>;
