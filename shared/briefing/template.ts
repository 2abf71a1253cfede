/** Templates of briefings: headings to fill in, with hints that the editor shows and nothing ever prints. */
import { z } from 'zod';
import { bodyNodeSchema, NEW_BRIEFING } from '../model/briefing';
import type { Briefing } from '../model/briefing';
import type { Marking } from '../model/marking';
import type { FieldsOf } from '../model/record';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { cleanBody, wordsOf } from './bodySchema';

export const templateSchema = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(120),
  description: z.string().max(500),
  /** A heading's words to the hint shown in the empty paragraph below it; under '' the hint of an empty first line. */
  hints: z.record(z.string().max(200), z.string().max(500)),
  /** What it is filled from, where it holds queries about one thing. */
  asks: z
    .strictObject({
      kind: z.enum(['tag', 'source']),
      label: z.string().min(1).max(120),
      /** Left empty, it is filled from the whole case. */
      isOptional: z.boolean(),
    })
    .optional(),
  /** May hold `query` nodes, which a briefing never does, and judgements, whose ids are made new each time. */
  body: bodyNodeSchema,
});
export type BriefingTemplate = z.infer<typeof templateSchema>;

/**
 * The fields of a new briefing. It starts with the case's marking: what is written before anything is cited must not
 * count as free to share.
 */
export function planBriefing(
  wanted: { title: string; author: string; marking: Marking },
  template: BriefingTemplate,
): Result<FieldsOf<Briefing>, 'name-empty' | 'name-too-long'> {
  const title = wanted.title.trim();
  if (title === '') return no('name-empty');
  if (title.length > 500) return no('name-too-long');
  return yes({
    title,
    state: 'draft',
    marking: wanted.marking,
    issued: '',
    cutoff: '',
    requester: '',
    author: wanted.author,
    template: template.id,
    ...NEW_BRIEFING,
    body: cleanBody(template.body),
  });
}

/** The words of its headings, in order: what a reader sees of it before choosing. */
export const sectionsOf = ({ body }: Pick<BriefingTemplate, 'body'>): string[] =>
  (body.content ?? []).filter((node) => node.type === 'heading').map((node) => wordsOf(node));
