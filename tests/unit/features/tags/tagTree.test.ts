import { describe, expect, it } from 'vitest';
import type { Tag } from '@shared/model/tag';
import { branchesOf, cutTree, pathOf, treeOf } from '../../../../renderer/features/tags/tagTree';
import type { TagNode } from '../../../../renderer/features/tags/tagTree';

const tag = (id: string, parentId: string | null = null, name = id, aliases: string[] = []): Tag => ({
  id,
  created: '',
  clocks: {},
  seen: {},
  deleted: null,
  name,
  kind: 'topic',
  parentId,
  aliases,
  hue: 0,
  description: '',
  withhold: false,
});

type Shape = string | [string, Shape[]];
const shape = (nodes: readonly TagNode[]): Shape[] =>
  nodes.map(({ tag: { name }, children }) => (children.length > 0 ? [name, shape(children)] : name));

describe('the tag tree', () => {
  const tags = [tag('b'), tag('a'), tag('c', 'a', 'Kursk', ['Курск']), tag('d', 'a'), tag('e', 'c')];

  it('stands in the order of names', () => {
    expect(shape(treeOf(tags))).toEqual([['a', ['d', ['Kursk', ['e']]]], 'b']);
    expect(branchesOf(treeOf(tags))).toEqual(['a', 'c']);
  });

  it('keeps what matches, by name or alias, and what is above it', () => {
    expect(shape(treeOf(tags, 'КУРСК'))).toEqual([['a', ['Kursk']]]);
    expect(treeOf(tags, 'nothing')).toEqual([]);
  });

  it('is cut to so many side by side, and says how many it left out with all below them', () => {
    const cut = cutTree(treeOf(tags), 1);
    expect(shape(cut.nodes)).toEqual([['a', ['d']]]);
    expect(cut.hidden).toBe(3);
    expect(cutTree(treeOf(tags), 2)).toEqual({ nodes: treeOf(tags), hidden: 0 });
  });

  it('shows tags that stand in a ring once, instead of losing them', () => {
    const ring = [tag('x', 'y'), tag('y', 'x'), tag('z')];
    expect(shape(treeOf(ring))).toEqual(['z', ['x', ['y']]]);
    expect(pathOf(ring[0]!, new Map(ring.map((one) => [one.id, one])))).toEqual(['y', 'x']);
  });

  it('names the way from the top', () => {
    expect(pathOf(tags[4]!, new Map(tags.map((one) => [one.id, one])))).toEqual(['a', 'Kursk', 'e']);
  });
});
