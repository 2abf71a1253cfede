/** A review comment on a passage of a briefing, or an answer to one. The passage carries a mark with the first one's id. */
import { z } from 'zod';
import { baseShape, idSchema } from './record';
import { no, yes } from './result';
import type { Result } from './result';

/** UTF-16 code units of a passage that are kept. */
export const LONGEST_PASSAGE = 2_000;
export const LONGEST_COMMENT = 20_000;

export const commentSchema = z.strictObject({
  ...baseShape,
  briefingId: idSchema,
  /** The comment it answers; null for the first of a thread. */
  threadId: idSchema.nullable(),
  /** The words commented on, as they were; empty in an answer. */
  passage: z.string().max(LONGEST_PASSAGE),
  text: z.string().min(1).max(LONGEST_COMMENT),
  /** Of the thread: stands in its first comment. */
  resolved: z.boolean(),
});
export type Comment = z.infer<typeof commentSchema>;

/** The words of a comment, trimmed; refused when nothing is left or they are too many. */
export function planCommentText(text: string): Result<string, 'comment-empty' | 'comment-too-long'> {
  const trimmed = text.trim();
  if (trimmed === '') return no('comment-empty');
  return trimmed.length > LONGEST_COMMENT ? no('comment-too-long') : yes(trimmed);
}
