/** Commands on where excerpts stand: other bounds, two out of one, one out of several. Each is one step of undo. */
import { planAnchor } from '@shared/model/excerpt';
import type { Excerpt } from '@shared/model/excerpt';
import { planMerge, planMovedLinks, planSplit } from '@shared/model/excerptBounds';
import type { Differing, Merged } from '@shared/model/excerptBounds';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { DEFAULT_SORT } from '@shared/query/filter';
import { readRows } from '../../store/rows';
import { readText } from '../../store/texts';
import { selectExcerpt } from '../selection';
import { sendSignal } from '../signals';
import type { CommandContext, HandlersFor } from './handler';

const EVERYTHING = { from: 0, count: Number.MAX_SAFE_INTEGER };

const LIST = new Intl.ListFormat('en');
const keptSentence = (differing: readonly Differing[]): string =>
  differing.length === 0 ? '' : ` They differed in ${LIST.format(differing)}: what the first one says was kept.`;

/** The excerpt and the text it stands in. */
async function standing({ theCase }: CommandContext, id: string): Promise<{ excerpt: Excerpt; text: string } | null> {
  const [excerpt] = await readRows(theCase, 'excerpts', [id]);
  const text = excerpt && (await readText(theCase, excerpt.textId));
  return excerpt && text !== undefined ? { excerpt, text } : null;
}

/** The excerpt that overlaps this one or stands beside it: the next in the text, else the one before. */
async function neighbourOf(context: CommandContext, id: string): Promise<string | null> {
  const { theCase, index } = context;
  const here = await standing(context, id);
  if (!here || !index) return null;
  const { excerpt, text } = here;
  const found = await index.query({ documentIds: [excerpt.documentId] }, DEFAULT_SORT, EVERYTHING);
  const others = (await readRows(theCase, 'excerpts', found.ids))
    .filter((one): one is Excerpt => one !== undefined && one.id !== id && one.textId === excerpt.textId)
    .sort((a, b) => a.start - b.start);
  const fits = (one: Excerpt): boolean => planMerge(text, [excerpt, one]).ok;
  return (others.find((one) => one.start >= excerpt.start && fits(one)) ?? others.findLast(fits))?.id ?? null;
}

export const excerptBoundsHandlers = {
  'excerpt.bounds': () => (sendSignal('excerpt.bounds') ? yes(null) : no('cancelled')),
  'excerpt.splitHere': () => (sendSignal('excerpt.split') ? yes(null) : no('split-outside')),
  async 'excerpt.mergeSelected'(context) {
    const { excerptIds } = context.selection;
    const [id] = excerptIds;
    if (id === undefined) return no('nothing-selected');
    const other = excerptIds.length === 1 ? await neighbourOf(context, id) : null;
    return context.run('excerpt.merge', { ids: other === null ? excerptIds : [id, other] });
  },
  async 'excerpt.setBounds'(context, { id, start, end }) {
    const { theCase, options } = context;
    const here = await standing(context, id);
    if (!here) return no('not-found');
    const anchor = planAnchor(here.text, here.excerpt.textId, start, end);
    if (!anchor.ok) return anchor;
    return theCase.transact(
      'Change bounds',
      async (tx) => {
        const excerpt = await tx.get('excerpts', id);
        if (!excerpt || excerpt.textId !== here.excerpt.textId) return no('not-found');
        tx.update('excerpts', id, anchor.value);
        return yes(id);
      },
      options.fold === undefined ? {} : { fold: options.fold },
    );
  },
  async 'excerpt.split'(context, { id, at }) {
    const { theCase, index } = context;
    const here = await standing(context, id);
    if (!here) return no('not-found');
    const newId = context.newId();
    const links = ((await index?.linksOf(id)) ?? []).length;
    const result = await theCase.transact('Split excerpt', async (tx): Promise<Result<Excerpt, string>> => {
      const excerpt = await tx.get('excerpts', id);
      if (!excerpt || excerpt.textId !== here.excerpt.textId) return no('not-found');
      const plan = planSplit(here.text, excerpt, at);
      if (!plan.ok) return plan;
      tx.update('excerpts', id, plan.value.first);
      tx.create('excerpts', newId, plan.value.second);
      return yes(excerpt);
    });
    if (!result.ok) return result;
    const { note, figures } = result.value;
    const kept = [note !== '' && 'note', figures.length > 0 && 'figures', links > 0 && 'links'].filter(
      (one) => one !== false,
    );
    const tail = kept.length === 0 ? '' : ` Its ${LIST.format(kept)} stayed with the first part.`;
    context.toast(`The excerpt is two now.${tail}`, { undo: true });
    selectExcerpt(newId);
    return yes(newId);
  },
  async 'excerpt.merge'(context, { ids }) {
    const { theCase, index } = context;
    const [first] = ids;
    const here = first === undefined ? null : await standing(context, first);
    if (!here) return no('not-found');
    const linkIds = new Set<string>();
    for (const id of ids) for (const link of (await index?.linksOf(id)) ?? []) linkIds.add(link.id);
    const result = await theCase.transact('Merge excerpts', async (tx): Promise<Result<Merged, string>> => {
      const excerpts = (await tx.getMany('excerpts', ids)).filter((one) => one !== undefined);
      if (excerpts.length !== ids.length) return no('not-found');
      // The words are those of the text that was read.
      if (excerpts.some((one) => one.textId !== here.excerpt.textId)) return no('merge-documents');
      const plan = planMerge(here.text, excerpts);
      if (!plan.ok) return plan;
      const links = (await tx.getMany('links', [...linkIds])).filter((one) => one !== undefined);
      const { changes, removed } = planMovedLinks(plan.value, links);
      tx.update('excerpts', plan.value.keptId, plan.value.patch);
      for (const { id, patch } of changes) tx.update('links', id, patch);
      for (const id of removed) tx.remove('links', id);
      for (const id of plan.value.goneIds) tx.remove('excerpts', id);
      return yes(plan.value);
    });
    if (!result.ok) return result;
    const { keptId, differing } = result.value;
    context.toast(`${ids.length.toLocaleString()} excerpts are one now.${keptSentence(differing)}`, { undo: true });
    selectExcerpt(keptId);
    return yes(keptId);
  },
} satisfies HandlersFor<
  | 'excerpt.bounds'
  | 'excerpt.splitHere'
  | 'excerpt.mergeSelected'
  | 'excerpt.setBounds'
  | 'excerpt.split'
  | 'excerpt.merge'
>;
