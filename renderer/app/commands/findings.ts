/** What an analyst decides about a briefing against the rules: a finding accepted, a label lowered, each with its reason. */
import { planLoweredMarking } from '@shared/briefing/marking';
import { planAcceptedFinding } from '@shared/briefing/accepted';
import { no, yes } from '@shared/model/result';
import { sendSignal } from '../signals';
import { derivedIn } from './briefings';
import type { CommandContext, HandlersFor } from './handler';

/** Who decides, and when. */
const said = (context: CommandContext, reason: string) => ({
  reason,
  by: context.theCase.actor,
  at: context.now().toISOString(),
});

const step = (name: 'finding.next' | 'finding.previous') => () => (sendSignal(name) ? yes(null) : no('cancelled'));

export const findingHandlers = {
  'finding.next': step('finding.next'),
  'finding.previous': step('finding.previous'),
  async 'finding.accept'(context, { id, finding, reason }) {
    const plan = planAcceptedFinding(finding, said(context, reason));
    if (!plan.ok) return plan;
    return context.theCase.transact('Accept a finding', async (tx) => {
      const briefing = await tx.get('briefings', id);
      if (!briefing) return no('not-found');
      const others = briefing.accepted.filter((one) => one.id !== finding.id);
      tx.update('briefings', id, { accepted: [...others, plan.value] });
      return yes(id);
    });
  },
  async 'finding.reopen'({ theCase }, { id, findingId }) {
    return theCase.transact('Open a finding again', async (tx) => {
      const briefing = await tx.get('briefings', id);
      if (!briefing) return no('not-found');
      tx.update('briefings', id, { accepted: briefing.accepted.filter((one) => one.id !== findingId) });
      return yes(id);
    });
  },
  async 'briefing.lower'(context, { id, marking, reason }) {
    return context.theCase.transact('Lower the marking', async (tx) => {
      const briefing = await tx.get('briefings', id);
      if (!briefing) return no('not-found');
      const plan = planLoweredMarking(marking, await derivedIn(tx, briefing), said(context, reason));
      if (!plan.ok) return plan;
      tx.update('briefings', id, { marking, lowered: plan.value });
      return yes(id);
    });
  },
} satisfies HandlersFor<'finding.next' | 'finding.previous' | 'finding.accept' | 'finding.reopen' | 'briefing.lower'>;
