/** A figure: a quantity found in an excerpt, as its words give it. */
import { z } from 'zod';
import { isDay } from './day';
import { idSchema } from './record';

const amount = z.number().min(-1e21).max(1e21);

export const figureSchema = z.strictObject({
  id: idSchema,
  value: amount,
  /** The upper end of a range, of which `value` is the lower; null for a single value. */
  high: amount.nullable(),
  /** `tonnes`, `%`, `USD`; empty where things themselves are counted. */
  unit: z.string().max(60),
  /** What is counted or measured: `soldiers`. */
  counted: z.string().max(200),
  /** The day the figure holds for; empty where it is not said. */
  asOf: z
    .string()
    .max(10)
    .refine((day) => day === '' || isDay(day)),
  /** How sure the words are of it: `about`, `at least`, `allegedly`. */
  hedge: z.string().max(60),
});
export type Figure = z.infer<typeof figureSchema>;

const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

/** A figure as one reads it: `about 10,000–12,000 soldiers, as of 2024-10-28`. */
export function figureWords({ value, high, unit, counted, asOf, hedge }: Figure): string {
  const amounts = high === null ? COUNT.format(value) : `${COUNT.format(value)}–${COUNT.format(high)}`;
  const words = [hedge, amounts, unit, counted].filter(Boolean).join(' ');
  return asOf === '' ? words : `${words}, as of ${asOf}`;
}
