/** A hypothesis: one answer among competing ones; evidence is linked to it. */
import { z } from 'zod';
import { baseShape } from './record';

export const hypothesisSchema = z.strictObject({
  ...baseShape,
  /** Short sign in lists: `H1`. */
  code: z.string().min(1).max(12),
  statement: z.string().min(1).max(2_000),
  note: z.string().max(20_000),
});
export type Hypothesis = z.infer<typeof hypothesisSchema>;
