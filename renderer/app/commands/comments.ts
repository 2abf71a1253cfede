/** Commands on review comments. A comment and the mark on its passage are one step, and so are a thread and its answers. */
import { planCommentText } from '@shared/model/comment';
import { passageOf } from '@shared/briefing/commentPlaces';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { readWhole } from '../../store/whole';
import { sendSignal } from '../signals';
import { writeText } from './briefingText';
import type { HandlersFor } from './handler';
import { idsForJudgements } from './judgementsInStep';

export const commentHandlers = {
  'comment.start': () => (sendSignal('comment.start') ? yes(null) : no('no-briefing')),
  async 'comment.create'(context, { id, briefingId, passage, text, body }) {
    const plan = planCommentText(text);
    if (!plan.ok) return plan;
    const newIds = idsForJudgements(body, () => context.newId());
    return context.theCase.transact('Comment', async (tx) => {
      const briefing = await tx.get('briefings', briefingId);
      if (!briefing) return no('not-found');
      const fields = { briefingId, threadId: null, passage: passageOf(passage), text: plan.value, resolved: false };
      tx.create('comments', id, fields);
      await writeText(context, tx, briefing, { body }, newIds);
      return yes(id);
    });
  },
  async 'comment.answer'(context, { threadId, text }) {
    const plan = planCommentText(text);
    if (!plan.ok) return plan;
    const id = context.newId();
    return context.theCase.transact('Answer comment', async (tx) => {
      const first = await tx.get('comments', threadId);
      if (!first) return no('not-found');
      const { briefingId } = first;
      tx.create('comments', id, { briefingId, threadId, passage: '', text: plan.value, resolved: false });
      return yes(id);
    });
  },
  async 'comment.update'({ theCase, options }, { id, patch }) {
    const plan = patch.text === undefined ? null : planCommentText(patch.text);
    if (plan && !plan.ok) return plan;
    const label =
      patch.resolved === undefined ? 'Change comment' : patch.resolved ? 'Resolve comment' : 'Reopen comment';
    return theCase.transact(
      label,
      async (tx) => {
        if (!(await tx.get('comments', id))) return no('not-found');
        tx.update('comments', id, plan ? { ...patch, text: plan.value } : patch);
        return yes(id);
      },
      options.fold === undefined ? {} : { fold: options.fold },
    );
  },
  async 'comment.delete'(context, { id }) {
    const { theCase } = context;
    const result = await theCase.transact('Delete comment', async (tx): Promise<Result<number, 'not-found'>> => {
      if (!(await tx.get('comments', id))) return no('not-found');
      // The mark stays in the text, unseen: whatever brings the comment back finds its passage there.
      tx.remove('comments', id);
      const all = await readWhole(theCase, 'comments');
      const answers = [...all.values()].filter((one) => one.threadId === id).map((one) => one.id);
      for (const row of await tx.getMany('comments', answers)) if (row) tx.remove('comments', row.id);
      return yes(answers.length);
    });
    if (!result.ok) return result;
    const count = result.value;
    const went = count === 0 ? '' : count === 1 ? ' with its answer' : ` with its ${count} answers`;
    context.toast(`The comment was deleted${went}. The text is unchanged.`, { undo: true });
    return yes(null);
  },
} satisfies HandlersFor<'comment.start' | 'comment.create' | 'comment.answer' | 'comment.update' | 'comment.delete'>;
