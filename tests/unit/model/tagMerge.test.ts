import { describe, expect, it } from 'vitest';
import type { Tag } from '@shared/model/tag';
import { hueForNewTag, planTagDelete, planTagMerge, tidyAliases } from '@shared/model/tagMerge';

const tag = (id: string, parentId: string | null = null, more: Partial<Tag> = {}): Tag => ({
  id,
  created: '',
  clocks: {},
  seen: {},
  deleted: null,
  name: id.toUpperCase(),
  kind: 'topic',
  parentId,
  aliases: [],
  hue: 0,
  description: '',
  withhold: false,
  ...more,
});

const tree = (...tags: Tag[]): Map<string, Tag> => new Map(tags.map((one) => [one.id, one]));

describe('planTagMerge', () => {
  it('moves children, name, aliases and description to the target', () => {
    const tags = tree(
      tag('a', null, { aliases: ['Kŏk', 'b'], description: 'From a.' }),
      tag('b', null, { aliases: ['Beta'], description: 'Of b.' }),
      tag('c', 'a'),
    );
    const plan = planTagMerge('a', 'b', tags);
    expect(plan).toEqual({
      ok: true,
      value: {
        removed: 'a',
        changes: [
          { id: 'b', patch: { aliases: ['Beta', 'A', 'Kŏk'], description: 'Of b.\n\nFrom a.' } },
          { id: 'c', patch: { parentId: 'b' } },
        ],
      },
    });
  });

  it('lets a target below the merged tag take its place, so that no ring is made', () => {
    const tags = tree(tag('root'), tag('a', 'root'), tag('b', 'a'), tag('c', 'b'));
    const plan = planTagMerge('a', 'c', tags);
    expect(plan.ok && plan.value.changes).toEqual([
      { id: 'c', patch: { aliases: ['A'], parentId: 'root' } },
      { id: 'b', patch: { parentId: 'c' } },
    ]);
  });

  it('refuses the same tag and one that is gone', () => {
    expect(planTagMerge('a', 'a', tree(tag('a')))).toMatchObject({ reason: 'same-tag' });
    expect(planTagMerge('a', 'b', tree(tag('a')))).toMatchObject({ reason: 'not-found' });
  });
});

describe('planTagDelete', () => {
  it('moves children up to the parent', () => {
    const tags = tree(tag('root'), tag('a', 'root'), tag('b', 'a'), tag('c', 'a'), tag('d', 'b'));
    const plan = planTagDelete('a', tags);
    expect(plan.ok && plan.value.changes).toEqual([
      { id: 'b', patch: { parentId: 'root' } },
      { id: 'c', patch: { parentId: 'root' } },
    ]);
  });
});

describe('aliases and hues', () => {
  it('keeps each alias once, and never the name itself', () => {
    expect(tidyAliases([' NIS ', 'nis', '', 'ＮＩＳ', 'NIS of Korea', 'Service'], 'Service')).toEqual([
      'NIS',
      'NIS of Korea',
    ]);
  });

  it('gives a new tag its parent’s hue, or one that few have', () => {
    const tags = tree(tag('a', null, { hue: 0 }), tag('b', null, { hue: 7 }));
    expect(hueForNewTag('b', tags)).toBe(7);
    expect(hueForNewTag(null, tags)).toBe(2);
  });
});
