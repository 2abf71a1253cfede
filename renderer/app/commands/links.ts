/** Commands on links: make, change, take away. */
import { no, yes } from '@shared/model/result';
import { planLink } from '@shared/model/link';
import { readRows } from '../../store/rows';
import type { HandlersFor } from './handler';

export const linkHandlers = {
  async 'link.create'(context, wanted) {
    const { theCase, index } = context;
    const near = new Set<string>();
    for (const end of [wanted.fromId, wanted.toId]) {
      for (const link of (await index?.linksOf(end)) ?? []) near.add(link.id);
    }
    const id = context.newId();
    return theCase.transact('Link', async (tx) => {
      const [from, to] = [await tx.get(wanted.fromTable, wanted.fromId), await tx.get(wanted.toTable, wanted.toId)];
      if (!from || !to) return no('not-found');
      const existing = (await tx.getMany('links', [...near])).filter((link) => link !== undefined);
      const plan = planLink(wanted, existing);
      if (!plan.ok) return plan;
      tx.create('links', id, plan.value);
      return yes(id);
    });
  },
  async 'link.update'(context, { id, patch }) {
    const { theCase, index } = context;
    const [known] = await readRows(theCase, 'links', [id]);
    const near = patch.type && known ? ((await index?.linksOf(known.fromId)) ?? []).map((link) => link.id) : [];
    return theCase.transact(
      'Change link',
      async (tx) => {
        const link = await tx.get('links', id);
        if (!link) return no('not-found');
        if (patch.type) {
          const others = (await tx.getMany('links', near)).filter((one) => one !== undefined && one.id !== id);
          const plan = planLink({ ...link, ...patch }, others as (typeof link)[]);
          if (!plan.ok) return plan;
        }
        tx.update('links', id, patch);
        return yes(id);
      },
      context.options.fold === undefined ? {} : { fold: context.options.fold },
    );
  },
  async 'link.delete'(context, { id }) {
    const result = await context.theCase.transact('Delete link', async (tx) => {
      if (!(await tx.get('links', id))) return no('not-found');
      tx.remove('links', id);
      return yes(null);
    });
    if (result.ok) context.toast('The link was deleted.', { undo: true });
    return result;
  },
} satisfies HandlersFor<'link.create' | 'link.update' | 'link.delete'>;
