/** Commands on key judgements: how they are judged, what came of them, and going to the place where they are written. */
import { dayOf } from '@shared/model/day';
import { planJudgement } from '@shared/model/judgementPlan';
import { no, yes } from '@shared/model/result';
import { readRows } from '../../store/rows';
import { readWhole } from '../../store/whole';
import type { ArgsOf } from '@shared/commandArgs';
import type { Outcome } from '../context';
import type { HandlersFor } from './handler';

type Patch = ArgsOf<'judgement.update'>['patch'];

/** What "Undo …" will call the change. */
function labelOf(patch: Patch): string {
  if ('outcome' in patch || 'outcomeDate' in patch || 'outcomeNote' in patch) return 'Record outcome';
  if ('likelihood' in patch) return 'Judge likelihood';
  if ('confidence' in patch || 'confidenceReason' in patch) return 'Judge confidence';
  if ('assumptions' in patch) return 'Write assumptions';
  if ('wouldChange' in patch) return 'Write what would change it';
  if ('reviewDate' in patch) return 'Set review date';
  return 'earlierId' in patch ? 'Go on from a judgement' : 'Change judgement';
}

export const judgementHandlers = {
  async 'judgement.update'(context, { id, patch }) {
    const { theCase, options } = context;
    return theCase.transact(
      labelOf(patch),
      async (tx): Promise<Outcome> => {
        const judgement = await tx.get('judgements', id);
        if (!judgement) return no('not-found');
        const all = patch.earlierId ? await readWhole(theCase, 'judgements') : null;
        const plan = planJudgement(judgement, patch, (one) => all?.get(one), dayOf(context.now()));
        if (!plan.ok) return plan;
        tx.update('judgements', id, plan.value);
        return yes(id);
      },
      options.fold === undefined ? {} : { fold: options.fold },
    );
  },
  async 'judgement.show'(context, { id }) {
    const [judgement] = await readRows(context.theCase, 'judgements', [id]);
    if (!judgement) return no('not-found');
    const { briefingId } = judgement;
    context.navigate({ view: 'briefing', caseId: context.theCase.id, briefingId, judgementId: id });
    return yes(id);
  },
} satisfies HandlersFor<'judgement.update' | 'judgement.show'>;
