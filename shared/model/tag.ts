/** A tag: a node in the case's tag tree. */
import { z } from 'zod';
import { baseShape, idSchema } from './record';
import { no, yes } from './result';
import type { Result } from './result';

export const TAG_KINDS = ['topic', 'person', 'organisation', 'place', 'equipment', 'event'] as const;
export type TagKind = (typeof TAG_KINDS)[number];

export const TAG_HUES = 12;

export const tagSchema = z.strictObject({
  ...baseShape,
  name: z.string().min(1).max(200),
  kind: z.enum(TAG_KINDS),
  parentId: idSchema.nullable(),
  aliases: z.array(z.string().min(1).max(200)).max(200),
  /** One of the twelve hues of the design tokens. */
  hue: z
    .number()
    .int()
    .min(0)
    .max(TAG_HUES - 1),
  description: z.string().max(20_000),
  /** The name must not leave the case: the check of a briefing and exports look for it. */
  withhold: z.boolean(),
});
export type Tag = z.infer<typeof tagSchema>;

/** Tags by their parent (null for the roots), each list in the order of a locale. */
export function childrenByParent(tags: Iterable<Tag>, locale = 'en'): Map<string | null, Tag[]> {
  const all = [...tags];
  const known = new Set(all.map((tag) => tag.id));
  const children = new Map<string | null, Tag[]>();
  for (const tag of all) {
    const parent = tag.parentId && known.has(tag.parentId) ? tag.parentId : null;
    const list = children.get(parent);
    if (list) list.push(tag);
    else children.set(parent, [tag]);
  }
  const order = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  for (const list of children.values()) list.sort((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  return children;
}

/** The tag and everything below it. A ring, which a merge can make, is walked once. */
export function withDescendants(id: string, tags: Iterable<Tag>): Set<string> {
  const children = childrenByParent(tags);
  const found = new Set<string>([id]);
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const child of children.get(next) ?? []) {
      if (!found.has(child.id)) {
        found.add(child.id);
        open.push(child.id);
      }
    }
  }
  return found;
}

const fold = (name: string): string => name.normalize('NFKC').trim().toLocaleLowerCase();

/** The tag that a name or one of its aliases means, if there is one beside `exceptId`. */
export function findTagByName(name: string, tags: Iterable<Tag>, exceptId?: string): Tag | undefined {
  const wanted = fold(name);
  for (const tag of tags) {
    if (tag.id !== exceptId && (fold(tag.name) === wanted || tag.aliases.some((alias) => fold(alias) === wanted)))
      return tag;
  }
  return undefined;
}

/** A tag's name, trimmed; refused when empty, too long, or already meant by another tag under the same parent. */
export function planTagName(
  name: string,
  parentId: string | null,
  tags: Iterable<Tag>,
  ownId?: string,
): Result<string, 'name-empty' | 'name-too-long' | 'name-taken'> {
  const trimmed = name.trim();
  if (trimmed === '') return no('name-empty');
  if (trimmed.length > 200) return no('name-too-long');
  for (const tag of tags) {
    if (tag.id !== ownId && tag.parentId === parentId && fold(tag.name) === fold(trimmed))
      return no('name-taken', tag.name);
  }
  return yes(trimmed);
}

/** Says whether a tag may stand under `parentId`: not under itself or one of its own descendants. */
export function planTagMove(
  id: string,
  parentId: string | null,
  tags: Iterable<Tag>,
): Result<string | null, 'move-into-itself' | 'not-found'> {
  if (parentId === null) return yes(null);
  const all = [...tags];
  if (!all.some((tag) => tag.id === parentId)) return no('not-found');
  return withDescendants(id, all).has(parentId) ? no('move-into-itself') : yes(parentId);
}
