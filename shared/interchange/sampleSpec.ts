/**
 * The sample case as it is written by hand (resources/sample/case.json): records name each other by short keys, quotes
 * stand without offsets, and briefings are written in a few kinds of blocks. What a key refers to in its own table (a
 * tag's parent, a source's origin) stands before it.
 */
import { z } from 'zod';
import { BRIEFING_STATES } from '../model/briefing';
import { cslItemSchema } from '../model/csl';
import { DOCUMENT_STATES } from '../model/document';
import { eventDateSchema } from '../model/eventDate';
import { credibilitySchema, reliabilitySchema } from '../model/grading';
import { OUTCOMES } from '../model/judgement';
import { LINK_TYPES } from '../model/link';
import { markingSchema } from '../model/marking';
import { SOURCE_KINDS } from '../model/source';
import { TAG_HUES, TAG_KINDS } from '../model/tag';

const key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const words = z.string().min(1).max(20_000);
const day = z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/);

const caseSpec = z.strictObject({ name: words, description: words, marking: markingSchema, language: z.string() });

const sourceSpec = z.strictObject({
  key,
  name: words,
  kind: z.enum(SOURCE_KINDS),
  aliases: z.array(words),
  originKey: key.nullable(),
  description: z.string(),
  /** Oldest first; `at` is an ISO 8601 instant. */
  gradings: z.array(z.strictObject({ reliability: reliabilitySchema, reason: words, at: z.iso.datetime() })),
});

const tagSpec = z.strictObject({
  key,
  name: words,
  kind: z.enum(TAG_KINDS),
  parentKey: key.nullable(),
  aliases: z.array(words),
  hue: z
    .number()
    .int()
    .min(0)
    .max(TAG_HUES - 1),
  description: z.string(),
});

const documentSpec = z.strictObject({
  key,
  /** Name of the text beside the spec, in `documents/`. */
  file: words,
  sourceKey: key.nullable(),
  language: z.string(),
  marking: markingSchema,
  state: z.enum(DOCUMENT_STATES),
  /** CSL-JSON; the title is the text's first line, `issued` an ISO 8601 day, month or year. */
  csl: cslItemSchema.omit({ title: true, language: true }).extend({ issued: z.string().max(10) }),
  note: z.string(),
});

const excerptSpec = z.strictObject({
  key,
  documentKey: key,
  /** The words of the text, letter for letter. */
  quote: words,
  /** Which one is meant where the words stand more than once, from 1. */
  occurrence: z.number().int().min(1).optional(),
  credibility: credibilitySchema.nullable(),
  eventDate: eventDateSchema.nullable(),
  marking: markingSchema.nullable().optional(),
  sourceKey: key.nullable().optional(),
  tagKeys: z.array(key),
  note: z.string(),
});

const hypothesisSpec = z.strictObject({ key, code: z.string().min(1).max(12), statement: words, note: z.string() });

/** Ends are excerpts or hypotheses: their keys share one space. */
const linkSpec = z.strictObject({ fromKey: key, toKey: key, type: z.enum(LINK_TYPES), note: z.string() });

/** Words with `**bold**`, `*italic*`, `~likely~` for a term of likelihood or confidence, and `[@excerpt-key]` for a citation. */
const inline = words;

const blockSpec = z.union([
  z.strictObject({ heading: inline, level: z.number().int().min(1).max(3).optional() }),
  z.strictObject({ paragraph: inline }),
  z.strictObject({ bullets: z.array(inline).min(1) }),
  z.strictObject({ ordered: z.array(inline).min(1) }),
  z.strictObject({ blockquote: inline }),
  /** A key judgement: the key of its record, and its words. */
  z.strictObject({ judgement: key, words: inline }),
  /** An excerpt's words, set off, with its citation. */
  z.strictObject({ quotation: key }),
  /** The first row is the head. */
  z.strictObject({ table: z.array(z.array(z.string())).min(1) }),
]);
export type SampleBlock = z.infer<typeof blockSpec>;

const briefingSpec = z.strictObject({
  key,
  title: words,
  state: z.enum(BRIEFING_STATES),
  marking: markingSchema.nullable(),
  issued: day,
  cutoff: day,
  requester: z.string(),
  author: z.string(),
  template: z.string(),
  body: z.array(blockSpec).min(1),
});

/** How a judgement is held and what came of it; its words, likelihood and confidence stand in a briefing. */
const judgementSpec = z.strictObject({
  key,
  confidenceReason: words,
  assumptions: z.string(),
  wouldChange: z.string(),
  reviewDate: day,
  earlierKey: key.nullable(),
  outcome: z.enum(OUTCOMES),
  outcomeDate: day,
  outcomeNote: z.string(),
});

export const sampleSpecSchema = z.strictObject({
  case: caseSpec,
  sources: z.array(sourceSpec),
  tags: z.array(tagSpec),
  documents: z.array(documentSpec),
  excerpts: z.array(excerptSpec),
  hypotheses: z.array(hypothesisSpec),
  links: z.array(linkSpec),
  judgements: z.array(judgementSpec),
  briefings: z.array(briefingSpec),
});
export type SampleSpec = z.infer<typeof sampleSpecSchema>;
