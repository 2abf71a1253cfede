/** The tag tree as it is shown: in order, narrowed to what is typed, with counts. Pure. */
import { childrenByParent } from '@shared/model/tag';
import type { Tag } from '@shared/model/tag';

export interface TagNode {
  readonly tag: Tag;
  readonly children: readonly TagNode[];
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();

/** True when the name or an alias holds what is typed; case and accents do not count. */
export function isMeant(tag: Tag, typed: string): boolean {
  const wanted = fold(typed);
  return wanted === '' || [tag.name, ...tag.aliases].some((name) => fold(name).includes(wanted));
}

/** The tree; with `typed`, only tags that match and those above them. Each tag stands once, rings included. */
export function treeOf(tags: Iterable<Tag>, typed = ''): TagNode[] {
  const all = [...tags];
  const children = childrenByParent(all);
  const met = new Set<string>();
  const below = (parentId: string | null): TagNode[] =>
    (children.get(parentId) ?? []).flatMap((tag) => {
      if (met.has(tag.id)) return [];
      met.add(tag.id);
      const inside = below(tag.id);
      return inside.length > 0 || isMeant(tag, typed) ? [{ tag, children: inside }] : [];
    });
  const roots = below(null);
  // Tags in a ring hang on no root; the first of each ring met stands at the top.
  for (const tag of all) {
    if (met.has(tag.id)) continue;
    met.add(tag.id);
    const inside = below(tag.id);
    if (inside.length > 0 || isMeant(tag, typed)) roots.push({ tag, children: inside });
  }
  return roots;
}

/**
 * At most so many tags side by side, in order, and how many were left out: a tree of tens of thousands of rows would
 * stop the page, and nobody reads one.
 */
export function cutTree(nodes: readonly TagNode[], most: number): { nodes: readonly TagNode[]; hidden: number } {
  let hidden = 0;
  const count = (left: readonly TagNode[]): number => left.reduce((sum, { children }) => sum + 1 + count(children), 0);
  const cut = (level: readonly TagNode[]): readonly TagNode[] => {
    if (level.length > most) hidden += count(level.slice(most));
    return level.slice(0, most).map(({ tag, children }) => ({ tag, children: cut(children) }));
  };
  return { nodes: cut(nodes), hidden };
}

/** Ids of every tag of a tree that has something below it. */
export function branchesOf(nodes: readonly TagNode[]): string[] {
  return nodes.flatMap((node) => (node.children.length > 0 ? [node.tag.id, ...branchesOf(node.children)] : []));
}

/** Names from the top down to the tag itself. */
export function pathOf(tag: Tag, tags: ReadonlyMap<string, Tag>): string[] {
  const path = [tag.name];
  const met = new Set([tag.id]);
  for (let id = tag.parentId; id !== null && !met.has(id);) {
    const parent = tags.get(id);
    if (!parent) break;
    met.add(id);
    path.unshift(parent.name);
    id = parent.parentId;
  }
  return path;
}
