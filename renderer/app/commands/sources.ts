/** Commands on sources: make, change, grade, join, delete. */
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { planOrigin } from '@shared/model/source';
import type { Source } from '@shared/model/source';
import { planSourceJoin } from '@shared/model/sourceJoin';
import { tidyAliases } from '@shared/model/tagMerge';
import { DEFAULT_SORT } from '@shared/query/filter';
import { readWhole } from '../../store/whole';
import type { Outcome } from '../context';
import { getSelection, select } from '../selection';
import type { HandlersFor } from './handler';

const EVERYTHING = { from: 0, count: Number.MAX_SAFE_INTEGER };

function planName(name: string): Result<string, 'name-empty' | 'name-too-long'> {
  const trimmed = name.trim();
  if (trimmed === '') return no('name-empty');
  return trimmed.length > 300 ? no('name-too-long') : yes(trimmed);
}

function labelOf(patch: Partial<Source>): string {
  if (patch.name !== undefined) return 'Rename source';
  return patch.originId === undefined ? 'Change source' : 'Name where it takes its information from';
}

const counted = (count: number, one: string): string =>
  count === 0 ? '' : count === 1 ? `one ${one}` : `${count.toLocaleString()} ${one}s`;

const listed = (parts: readonly string[]): string => {
  const named = parts.filter(Boolean);
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
};

export const sourceHandlers = {
  async 'source.create'(context, { name, kind }) {
    const plan = planName(name);
    if (!plan.ok) return plan;
    const id = context.newId();
    return context.theCase.transact('Create source', (tx) => {
      tx.create('sources', id, { name: plan.value, kind, aliases: [], description: '', originId: null, gradings: [] });
      return yes(id);
    });
  },
  async 'source.update'({ theCase, options }, { id, patch }) {
    return theCase.transact(
      labelOf(patch),
      async (tx): Promise<Outcome> => {
        const source = await tx.get('sources', id);
        if (!source) return no('not-found');
        const named = planName(patch.name ?? source.name);
        if (!named.ok) return named;
        if (patch.originId) {
          const sources = await readWhole(theCase, 'sources');
          const origin = sources.get(patch.originId);
          if (!origin) return no('not-found');
          const plan = planOrigin(source, origin, (one) => sources.get(one));
          if (!plan.ok) return plan;
        }
        // Gradings come through source.grade alone, which says who and why.
        const { gradings: _, ...rest } = patch;
        tx.update('sources', id, {
          ...rest,
          name: named.value,
          ...(patch.aliases ? { aliases: tidyAliases(patch.aliases, named.value) } : {}),
        });
        return yes(id);
      },
      options.fold === undefined ? {} : { fold: options.fold },
    );
  },
  async 'source.grade'(context, { id, reliability, reason }) {
    if (reason.trim() === '') return no('reason-missing');
    const { theCase } = context;
    const grading = {
      id: context.newId(),
      reliability,
      reason: reason.trim().slice(0, 2_000),
      by: theCase.actor,
      at: context.now().toISOString(),
    };
    return theCase.transact('Grade source', async (tx) => {
      const source = await tx.get('sources', id);
      if (!source) return no('not-found');
      tx.update('sources', id, { gradings: [...source.gradings, grading] });
      return yes(id);
    });
  },
  async 'source.join'(context, { fromId, intoId }) {
    const { theCase, index } = context;
    const near = index ? (await index.query({ sourceIds: [fromId] }, DEFAULT_SORT, EVERYTHING)).ids : [];
    const result = await theCase.transact('Join sources', async (tx): Promise<Result<string, string>> => {
      const sources = await readWhole(theCase, 'sources');
      const plan = planSourceJoin(fromId, intoId, sources);
      if (!plan.ok) return plan;
      const documents = [...(await readWhole(theCase, 'documents')).values()].filter((one) => one.sourceId === fromId);
      await tx.getMany(
        'documents',
        documents.map((one) => one.id),
      );
      for (const one of documents) tx.update('documents', one.id, { sourceId: intoId });
      for (const one of await tx.getMany('excerpts', near))
        if (one?.sourceId === fromId) tx.update('excerpts', one.id, { sourceId: intoId });
      await tx.getMany('sources', [fromId, ...plan.value.map(({ id }) => id)]);
      for (const { id, patch } of plan.value) tx.update('sources', id, patch);
      tx.remove('sources', fromId);
      return yes(`“${sources.get(fromId)!.name}” is now part of “${sources.get(intoId)!.name}”.`);
    });
    if (!result.ok) return result;
    if (getSelection().details?.id === fromId) select({ details: null });
    context.toast(result.value, { undo: true });
    return yes(intoId);
  },
  async 'source.delete'(context, { id }) {
    const { theCase, index } = context;
    const near = index ? (await index.query({ sourceIds: [id] }, DEFAULT_SORT, EVERYTHING)).ids : [];
    const result = await theCase.transact('Delete source', async (tx): Promise<Result<string, string>> => {
      const source = await tx.get('sources', id);
      if (!source) return no('not-found');
      const documents = [...(await readWhole(theCase, 'documents')).values()].filter((one) => one.sourceId === id);
      const followers = [...(await readWhole(theCase, 'sources')).values()].filter((one) => one.originId === id);
      const excerpts = (await tx.getMany('excerpts', near)).filter((one) => one?.sourceId === id);
      const users = listed([
        counted(documents.length, 'document'),
        counted(excerpts.length, 'excerpt'),
        counted(followers.length, 'other source'),
      ]);
      if (users) return no('source-in-use', users);
      tx.remove('sources', id);
      return yes(source.name);
    });
    if (!result.ok) return result;
    if (getSelection().details?.id === id) select({ details: null });
    context.toast(`The source “${result.value}” was deleted.`, { undo: true });
    return yes(null);
  },
} satisfies HandlersFor<'source.create' | 'source.update' | 'source.grade' | 'source.join' | 'source.delete'>;
