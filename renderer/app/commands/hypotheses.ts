/** Commands on hypotheses: make, change, delete with the links that hang on them. */
import { nextHypothesisCode } from '@shared/model/hypothesisCode';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { readWhole } from '../../store/whole';
import type { Outcome } from '../context';
import { getSelection, select } from '../selection';
import type { HandlersFor } from './handler';

function planStatement(statement: string): Result<string, 'statement-empty' | 'statement-too-long'> {
  const trimmed = statement.trim();
  if (trimmed === '') return no('statement-empty');
  return trimmed.length > 2_000 ? no('statement-too-long') : yes(trimmed);
}

export const hypothesisHandlers = {
  async 'hypothesis.create'(context, { statement }) {
    const plan = planStatement(statement);
    if (!plan.ok) return plan;
    const { theCase } = context;
    const id = context.newId();
    return theCase.transact('Create hypothesis', async (tx) => {
      const others = await readWhole(theCase, 'hypotheses');
      const code = nextHypothesisCode([...others.values()].map((one) => one.code));
      tx.create('hypotheses', id, { code, statement: plan.value, note: '' });
      return yes(id);
    });
  },
  async 'hypothesis.update'({ theCase, options }, { id, patch }) {
    return theCase.transact(
      'Change hypothesis',
      async (tx): Promise<Outcome> => {
        const known = await tx.get('hypotheses', id);
        if (!known) return no('not-found');
        const statement = planStatement(patch.statement ?? known.statement);
        if (!statement.ok) return statement;
        const code = (patch.code ?? known.code).trim().slice(0, 12);
        tx.update('hypotheses', id, { ...patch, statement: statement.value, code: code || known.code });
        return yes(id);
      },
      options.fold === undefined ? {} : { fold: options.fold },
    );
  },
  async 'hypothesis.delete'(context, { id }) {
    const { theCase, index } = context;
    const linkIds = ((await index?.linksOf(id)) ?? []).map((link) => link.id);
    const result = await theCase.transact('Delete hypothesis', async (tx) => {
      const known = await tx.get('hypotheses', id);
      if (!known) return no('not-found');
      tx.remove('hypotheses', id);
      const links = (await tx.getMany('links', linkIds)).filter((link) => link !== undefined);
      for (const link of links) tx.remove('links', link.id);
      return yes({ code: known.code, links: links.length });
    });
    if (!result.ok) return result;
    if (getSelection().details?.id === id) select({ details: null });
    const { code, links } = result.value;
    const tail = links === 0 ? '' : links === 1 ? ' with its link' : ` with its ${links} links`;
    context.toast(`The hypothesis ${code} was deleted${tail}.`, { undo: true });
    return yes(null);
  },
} satisfies HandlersFor<'hypothesis.create' | 'hypothesis.update' | 'hypothesis.delete'>;
