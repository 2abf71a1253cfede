/** A link: a typed, directed relation between two records, with the reason for it. */
import { z } from 'zod';
import { baseShape, idSchema } from './record';
import { no, yes } from './result';
import type { Result } from './result';

export const LINK_TYPES = [
  'supports',
  'contradicts',
  'corroborates',
  'updates',
  'duplicates',
  'elaborates',
  'relates to',
] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** Types that say the same in both directions. */
const SYMMETRIC: ReadonlySet<LinkType> = new Set(['contradicts', 'corroborates', 'duplicates', 'relates to']);

/** How the link reads from its far end. */
export const LINK_TYPE_REVERSED: Readonly<Record<LinkType, string>> = {
  supports: 'is supported by',
  contradicts: 'contradicts',
  corroborates: 'corroborates',
  updates: 'is updated by',
  duplicates: 'duplicates',
  elaborates: 'is elaborated by',
  'relates to': 'relates to',
};

export const LINK_ENDS = ['excerpts', 'hypotheses'] as const;
export type LinkEndTable = (typeof LINK_ENDS)[number];

export const linkSchema = z.strictObject({
  ...baseShape,
  fromTable: z.enum(LINK_ENDS),
  fromId: idSchema,
  toTable: z.enum(LINK_ENDS),
  toId: idSchema,
  type: z.enum(LINK_TYPES),
  note: z.string().max(20_000),
});
export type Link = z.infer<typeof linkSchema>;

export type LinkFields = Pick<Link, 'fromTable' | 'fromId' | 'toTable' | 'toId' | 'type' | 'note'>;

/** Says whether a link may be made: two different records, and not the same link twice (in either direction where the type is symmetric). */
export function planLink(
  wanted: LinkFields,
  existing: Iterable<LinkFields>,
): Result<LinkFields, 'same-record' | 'already-linked'> {
  if (wanted.fromId === wanted.toId) return no('same-record');
  for (const link of existing) {
    if (link.type !== wanted.type) continue;
    const same = link.fromId === wanted.fromId && link.toId === wanted.toId;
    const turned = link.fromId === wanted.toId && link.toId === wanted.fromId;
    if (same || (turned && SYMMETRIC.has(wanted.type))) return no('already-linked');
  }
  return yes({ ...wanted, note: wanted.note.trim() });
}
