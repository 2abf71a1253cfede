/** The person at the keyboard. The id of the record is derived from the actor, so that copies agree on it. */
import { z } from 'zod';
import { actorSchema, baseShape } from './record';

export const analystSchema = z.strictObject({
  ...baseShape,
  actor: actorSchema,
  name: z.string().min(1).max(120),
  initials: z.string().max(8),
});
export type Analyst = z.infer<typeof analystSchema>;

/** The one record id an actor has in every case: the actor's ten characters spread over a UUIDv8 (RFC 9562 §5.8). */
export function analystRecordId(actor: string): string {
  const hex = Array.from(actor, (c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return `00000000-${hex.slice(0, 4)}-8${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(8, 20)}`;
}

/** First letters of the first and the last word of a name, upper case. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    word ? String.fromCodePoint(word.codePointAt(0)!) : '',
  );
  return letters.join('').toLocaleUpperCase();
}
