/** Commands on tags: make, change, move, merge, delete. Each is one step of undo, with all the excerpts it touches. */
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { planTagMove, planTagName } from '@shared/model/tag';
import type { Tag } from '@shared/model/tag';
import { hueForNewTag, planTagDelete, planTagMerge, tidyAliases } from '@shared/model/tagMerge';
import type { TagRemoval } from '@shared/model/tagMerge';
import { DEFAULT_SORT } from '@shared/query/filter';
import type { Transaction } from '../../store/transact';
import { readWhole } from '../../store/whole';
import type { Outcome } from '../context';
import { getSelection, select } from '../selection';
import type { CommandContext, HandlersFor } from './handler';

const EVERYTHING = { from: 0, count: Number.MAX_SAFE_INTEGER };

type TagPatch = Partial<Omit<Tag, 'id'>>;

function labelOf(patch: TagPatch): string {
  if (patch.name !== undefined) return 'Rename tag';
  if (patch.hue !== undefined) return 'Recolour tag';
  return patch.aliases === undefined ? 'Change tag' : 'Change aliases';
}

/** Excerpts that have the tag, or one below it; the transaction looks which have the tag itself. */
async function candidates({ index }: CommandContext, tagId: string): Promise<readonly string[]> {
  return index ? (await index.query({ tagIds: [tagId] }, DEFAULT_SORT, EVERYTHING)).ids : [];
}

/** Takes the tag off the excerpts that have it, or puts another in its place. Returns how many there were. */
async function retag(tx: Transaction, ids: readonly string[], from: string, into: string | null): Promise<number> {
  let count = 0;
  for (const excerpt of await tx.getMany('excerpts', ids)) {
    if (!excerpt?.tags.includes(from)) continue;
    const kept = excerpt.tags.filter((tag) => tag !== from && tag !== into);
    tx.update('excerpts', excerpt.id, { tags: into === null ? kept : [...kept, into] });
    count += 1;
  }
  return count;
}

async function applyRemoval(tx: Transaction, { removed, changes }: TagRemoval): Promise<void> {
  await tx.getMany('tags', [removed, ...changes.map(({ id }) => id)]);
  for (const { id, patch } of changes) tx.update('tags', id, patch);
  tx.remove('tags', removed);
}

function forget(id: string): void {
  if (getSelection().details?.id === id) select({ details: null });
}

const excerptWords = (count: number): string =>
  count === 0 ? '' : count === 1 ? ' from one excerpt' : ` from ${count.toLocaleString()} excerpts`;

export const tagHandlers = {
  async 'tag.create'(context, { name, kind, parentId = null, hue }) {
    const { theCase } = context;
    const id = context.newId();
    return theCase.transact('Create tag', async (tx) => {
      const tags = await readWhole(theCase, 'tags');
      if (parentId !== null && !tags.has(parentId)) return no('not-found');
      const plan = planTagName(name, parentId, tags.values());
      if (!plan.ok) return plan;
      tx.create('tags', id, {
        name: plan.value,
        kind,
        parentId,
        aliases: [],
        hue: hue ?? hueForNewTag(parentId, tags),
        withhold: false,
        description: '',
      });
      return yes(id);
    });
  },
  async 'tag.update'({ theCase, options }, { id, patch }) {
    return theCase.transact(
      labelOf(patch),
      async (tx): Promise<Outcome> => {
        const tag = await tx.get('tags', id);
        if (!tag) return no('not-found');
        const { name, aliases, parentId, ...rest } = patch;
        const tags = name === undefined && parentId === undefined ? null : await readWhole(theCase, 'tags');
        const place = parentId === undefined ? tag.parentId : parentId;
        const moved = parentId === undefined ? yes(place) : planTagMove(id, parentId, tags!.values());
        if (!moved.ok) return moved;
        const named = tags ? planTagName(name ?? tag.name, place, tags.values(), id) : yes(tag.name);
        if (!named.ok) return named;
        tx.update('tags', id, {
          ...rest,
          name: named.value,
          parentId: place,
          ...(aliases ? { aliases: tidyAliases(aliases, named.value) } : {}),
        });
        return yes(id);
      },
      options.fold === undefined ? {} : { fold: options.fold },
    );
  },
  async 'tag.move'({ theCase }, { id, parentId }) {
    return theCase.transact('Move tag', async (tx): Promise<Outcome> => {
      const tag = await tx.get('tags', id);
      if (!tag) return no('not-found');
      const tags = await readWhole(theCase, 'tags');
      const moved = planTagMove(id, parentId, tags.values());
      if (!moved.ok) return moved;
      const named = planTagName(tag.name, parentId, tags.values(), id);
      if (!named.ok) return named;
      tx.update('tags', id, { parentId });
      return yes(id);
    });
  },
  async 'tag.merge'(context, { fromId, intoId }) {
    const { theCase } = context;
    const ids = await candidates(context, fromId);
    const result = await theCase.transact('Merge tags', async (tx): Promise<Result<string, string>> => {
      const tags = await readWhole(theCase, 'tags');
      const plan = planTagMerge(fromId, intoId, tags);
      if (!plan.ok) return plan;
      await retag(tx, ids, fromId, intoId);
      await applyRemoval(tx, plan.value);
      return yes(`“${tags.get(fromId)!.name}” is now part of “${tags.get(intoId)!.name}”.`);
    });
    if (!result.ok) return result;
    forget(fromId);
    context.toast(result.value, { undo: true });
    return yes(intoId);
  },
  async 'tag.delete'(context, { id }) {
    const { theCase } = context;
    const ids = await candidates(context, id);
    const result = await theCase.transact('Delete tag', async (tx): Promise<Result<string, string>> => {
      const tags = await readWhole(theCase, 'tags');
      const plan = planTagDelete(id, tags);
      if (!plan.ok) return plan;
      const count = await retag(tx, ids, id, null);
      await applyRemoval(tx, plan.value);
      return yes(`The tag “${tags.get(id)!.name}” was deleted${excerptWords(count)}.`);
    });
    if (!result.ok) return result;
    forget(id);
    context.toast(result.value, { undo: true });
    return yes(null);
  },
} satisfies HandlersFor<'tag.create' | 'tag.update' | 'tag.move' | 'tag.merge' | 'tag.delete'>;
