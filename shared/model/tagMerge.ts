/** What a merge or a deletion of a tag does to the tree around it. Excerpts are the caller's: they are read by id. */
import { no, yes } from './result';
import type { Result } from './result';
import { TAG_HUES, withDescendants } from './tag';
import type { Tag } from './tag';

export interface TagChange {
  readonly id: string;
  readonly patch: Partial<Pick<Tag, 'parentId' | 'aliases' | 'description'>>;
}

/** The tag that goes, and the tags that change with it. */
export interface TagRemoval {
  readonly removed: string;
  readonly changes: readonly TagChange[];
}

const fold = (name: string): string => name.normalize('NFKC').trim().toLocaleLowerCase();

/** Names trimmed, each once, without empty ones and without `name` itself. */
export function tidyAliases(aliases: Iterable<string>, name: string): string[] {
  const met = new Set(['', fold(name)]);
  const kept: string[] = [];
  for (const alias of aliases) {
    const folded = fold(alias);
    if (met.has(folded)) continue;
    met.add(folded);
    kept.push(alias.trim());
  }
  return kept;
}

/**
 * Merging `fromId` into `intoId`: its children go below the target, its name and aliases become aliases of the target,
 * its description is kept below the target's. A target that stood below the merged tag takes its place in the tree.
 */
export function planTagMerge(
  fromId: string,
  intoId: string,
  tags: ReadonlyMap<string, Tag>,
): Result<TagRemoval, 'same-tag' | 'not-found'> {
  if (fromId === intoId) return no('same-tag');
  const [from, into] = [tags.get(fromId), tags.get(intoId)];
  if (!from || !into) return no('not-found');
  const isBelow = withDescendants(fromId, tags.values()).has(intoId);
  const aliases = tidyAliases([...into.aliases, from.name, ...from.aliases], into.name);
  const description = [into.description.trim(), from.description.trim()].filter(Boolean).join('\n\n');
  const target: TagChange = {
    id: intoId,
    patch: {
      aliases,
      ...(description === into.description.trim() ? {} : { description }),
      ...(isBelow ? { parentId: from.parentId } : {}),
    },
  };
  const children = [...tags.values()].filter((tag) => tag.parentId === fromId && tag.id !== intoId);
  return yes({
    removed: fromId,
    changes: [target, ...children.map(({ id }) => ({ id, patch: { parentId: intoId } }))],
  });
}

/** Deleting a tag: its children move up to its parent. */
export function planTagDelete(id: string, tags: ReadonlyMap<string, Tag>): Result<TagRemoval, 'not-found'> {
  const tag = tags.get(id);
  if (!tag) return no('not-found');
  const children = [...tags.values()].filter((one) => one.parentId === id);
  return yes({ removed: id, changes: children.map((child) => ({ id: child.id, patch: { parentId: tag.parentId } })) });
}

/** The hue for a new tag: its parent's, or the one that fewest tags at the top have. */
export function hueForNewTag(parentId: string | null, tags: ReadonlyMap<string, Tag>): number {
  const parent = parentId === null ? undefined : tags.get(parentId);
  if (parent) return parent.hue;
  const used = Array.from({ length: TAG_HUES }, () => 0);
  for (const tag of tags.values()) if (tag.parentId === null) used[tag.hue] = (used[tag.hue] ?? 0) + 1;
  // Steps of seven go through all twelve and put neighbours far apart.
  const order = Array.from({ length: TAG_HUES }, (_, step) => (step * 7) % TAG_HUES);
  return order.reduce((best, hue) => (used[hue]! < used[best]! ? hue : best), order[0]!);
}
