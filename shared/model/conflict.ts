/** What a merge set aside: the older of two values that two analysts gave one field without knowing of each other. */
import { z } from 'zod';
import { baseShape, idSchema, stampSchema } from './record';

export const conflictSchema = z.strictObject({
  ...baseShape,
  table: z.string().max(40),
  recordId: idSchema,
  field: z.string().max(60),
  /** The value that lost, as JSON. */
  value: z.unknown(),
  /** When the value that lost was written. */
  lostStamp: stampSchema,
  /** True once an analyst has looked at it. */
  settled: z.boolean(),
});
export type Conflict = z.infer<typeof conflictSchema>;
