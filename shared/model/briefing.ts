/** A briefing note: rich text whose citations point at excerpts. Its body is a ProseMirror document as plain JSON. */
import { z } from 'zod';
import { markingSchema } from './marking';
import { actorSchema, baseShape, idSchema } from './record';

/** A node of the body: `doc`, `paragraph`, `heading`, `citation` … (the schema is in shared/briefing). */
export interface BodyNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly BodyNode[];
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly text?: string;
}

export const DEEPEST_BODY = 24;

export const bodyNodeSchema: z.ZodType<BodyNode> = z.lazy(() =>
  z.strictObject({
    type: z.string().max(60),
    attrs: z.record(z.string().max(60), z.unknown()).optional(),
    content: z.array(bodyNodeSchema).optional(),
    marks: z
      .array(z.strictObject({ type: z.string().max(60), attrs: z.record(z.string().max(60), z.unknown()).optional() }))
      .optional(),
    text: z.string().optional(),
  }),
) as z.ZodType<BodyNode>;

export const BRIEFING_STATES = ['draft', 'in review', 'finished'] as const;
export type BriefingState = (typeof BRIEFING_STATES)[number];

/** A finding of the check that somebody accepted, with the reason; it stays in the record. */
export const acceptedFindingSchema = z.strictObject({
  /** The finding's own id: its rule and a print of the words it is about. */
  id: z.string().min(1).max(200),
  rule: z.string().max(60),
  words: z.string().max(500),
  reason: z.string().min(1).max(2_000),
  by: actorSchema,
  /** ISO 8601 instant. */
  at: z.string().max(40),
});
export type AcceptedFinding = z.infer<typeof acceptedFindingSchema>;

/** Why a briefing carries a label below what it cites: who says so, for which passages, and the reason. */
export const loweredMarkingSchema = z.strictObject({
  marking: markingSchema,
  /** Excerpts whose stricter marking this overrides; any other raises the label again. */
  passages: z.array(idSchema).max(10_000),
  reason: z.string().min(1).max(2_000),
  by: actorSchema,
  at: z.string().max(40),
});
export type LoweredMarking = z.infer<typeof loweredMarkingSchema>;

/** What a briefing starts with beside its own words. */
export const NEW_BRIEFING = {
  lowered: null,
  style: 'icd-206',
  portionMarks: false,
  likelihoodKey: false,
  accepted: [],
};

export const briefingSchema = z.strictObject({
  ...baseShape,
  title: z.string().min(1).max(500),
  state: z.enum(BRIEFING_STATES),
  /** Null: the strictest of what it cites. A label of its own is as strict or stricter, unless `lowered` says why. */
  marking: markingSchema.nullable(),
  lowered: loweredMarkingSchema.nullable(),
  /** ISO 8601 day the note is issued; empty while it is not. */
  issued: z.string().max(10),
  /** ISO 8601 day after which nothing was taken in; empty where not stated. */
  cutoff: z.string().max(10),
  requester: z.string().max(300),
  author: z.string().max(300),
  template: z.string().max(60),
  /** Id of the reference style. */
  style: z.string().max(120),
  /** Shows the marking of each paragraph before it, here and in what is exported. */
  portionMarks: z.boolean(),
  /** Appends the key to the words of likelihood and confidence. */
  likelihoodKey: z.boolean(),
  accepted: z.array(acceptedFindingSchema).max(5_000),
  body: bodyNodeSchema,
});
export type Briefing = z.infer<typeof briefingSchema>;
