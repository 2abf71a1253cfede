/** An excerpt: a verbatim quote anchored in a document's text, with what the analyst makes of it. */
import { z } from 'zod';
import { eventDateSchema } from './eventDate';
import { figureSchema } from './figure';
import { credibilitySchema } from './grading';
import { markingSchema } from './marking';
import { baseShape, idSchema, sha256Schema } from './record';
import { no, yes } from './result';
import type { Result } from './result';

/** Characters of context kept on each side of a quote. */
export const CONTEXT_LENGTH = 32;
export const LONGEST_QUOTE = 20_000;

export const excerptSchema = z.strictObject({
  ...baseShape,
  documentId: idSchema,
  textId: sha256Schema,
  /** UTF-16 code units in the stored text; start included, end excluded. */
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  /** The words between start and end, letter for letter. */
  quote: z.string().min(1).max(LONGEST_QUOTE),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  note: z.string().max(200_000),
  tags: z.array(idSchema).max(500),
  credibility: credibilitySchema.nullable(),
  eventDate: eventDateSchema.nullable(),
  marking: markingSchema.nullable(),
  /** Who says it, where that is not the document's publisher ("according to the NIS"). */
  sourceId: idSchema.nullable(),
  /** Quantities that its words give. */
  figures: z.array(figureSchema).max(200),
});
export type Excerpt = z.infer<typeof excerptSchema>;

/** Where an excerpt stands and what it says: the part of the record that comes from the text. */
export type Anchor = Pick<Excerpt, 'textId' | 'start' | 'end' | 'quote' | 'prefix' | 'suffix'>;

const isLowSurrogate = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

/**
 * The anchor for a selection: white space at its ends dropped, a surrogate pair never cut in two, context taken from
 * the text. Offsets are UTF-16 code units in `text`.
 */
export function planAnchor(
  text: string,
  textId: string,
  start: number,
  end: number,
): Result<Anchor, 'nothing-selected' | 'selection-too-long'> {
  let from = Math.max(0, Math.min(start, end));
  let to = Math.min(text.length, Math.max(start, end));
  while (from < to && /\s/u.test(text[from]!)) from += 1;
  while (to > from && /\s/u.test(text[to - 1]!)) to -= 1;
  if (from >= to) return no('nothing-selected');
  if (from > 0 && isLowSurrogate(text, from)) from -= 1;
  if (to < text.length && isLowSurrogate(text, to)) to += 1;
  if (to - from > LONGEST_QUOTE) return no('selection-too-long');
  let before = Math.max(0, from - CONTEXT_LENGTH);
  if (before > 0 && isLowSurrogate(text, before)) before += 1;
  let after = Math.min(text.length, to + CONTEXT_LENGTH);
  if (after < text.length && isLowSurrogate(text, after)) after -= 1;
  return yes({
    textId,
    start: from,
    end: to,
    quote: text.slice(from, to),
    prefix: text.slice(before, from),
    suffix: text.slice(to, after),
  });
}
