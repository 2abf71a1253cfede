/** Commands on briefings. The editor is half of the program's code, so its room is entered only when it is needed. */
import { cleanBody } from '@shared/briefing/bodySchema';
import { derivedMarking, planBriefingMarking } from '@shared/briefing/marking';
import { withFreshJudgements } from '@shared/briefing/judgements';
import { PICTURE_EXTENSIONS, planPicture } from '@shared/briefing/pictures';
import { citedExcerptIds } from '@shared/briefing/references';
import { planBriefing } from '@shared/briefing/template';
import type { Briefing } from '@shared/model/briefing';
import type { Document } from '@shared/model/document';
import { no, yes } from '@shared/model/result';
import { keepOriginal } from '../../store/texts';
import type { Transaction } from '../../store/transact';
import { currentRoute } from '../route';
import { keepFormer, removeHanging } from './briefingText';
import { idsForJudgements, keepJudgements } from './judgementsInStep';
import type { HandlersFor } from './handler';

const room = () => import('../../features/briefings');

/** What the text cites and how it is marked, read inside the transaction that decides. */
export async function derivedIn(tx: Transaction, briefing: Pick<Briefing, 'body'>) {
  const ids = citedExcerptIds(briefing.body);
  const excerpts = (await tx.getMany('excerpts', ids)).filter((one) => one !== undefined);
  const documentIds = [...new Set(excerpts.map((one) => one.documentId))];
  const documents = new Map<string, Document>();
  for (const one of await tx.getMany('documents', documentIds)) if (one) documents.set(one.id, one);
  return derivedMarking(ids, {
    excerpt: (id) => excerpts.find((one) => one.id === id),
    document: (id) => documents.get(id),
    source: () => undefined,
    placeOf: () => null,
  });
}

function labelOf(patch: Partial<Briefing>): string {
  if (patch.body) return 'Write briefing';
  if (patch.marking !== undefined) return 'Mark briefing';
  return patch.title === undefined ? 'Change briefing' : 'Rename briefing';
}

export const briefingHandlers = {
  async 'briefing.new'(context, args) {
    const { askForBriefing } = await room();
    const wanted = await askForBriefing(context, args?.template);
    if (!wanted) return no('cancelled');
    const made = await context.run('briefing.create', wanted, { refusal: 'return' });
    if (made.ok && made.value) {
      context.navigate({ view: 'briefing', caseId: context.theCase.id, briefingId: made.value });
    }
    return made;
  },
  async 'briefing.create'(context, { title, template, about = null }) {
    const { theCase } = context;
    const { bodyFrom, readOwnTemplates, templateOf } = await room();
    const id = context.newId();
    const start = templateOf(template, await readOwnTemplates());
    const filled = await bodyFrom(context, start, about);
    if (!filled.ok) return filled;
    // Two notes from one template must not share the records of its judgements.
    const newIds = idsForJudgements(filled.value, () => context.newId());
    const body = withFreshJudgements(filled.value, newIds);
    return theCase.transact('Create briefing', async (tx) => {
      const marking = (await tx.get('cases', theCase.id))?.marking ?? 'TLP:AMBER';
      const plan = planBriefing({ title, marking, author: context.analyst?.name ?? '' }, { ...start, body });
      if (!plan.ok) return plan;
      tx.create('briefings', id, plan.value);
      await keepJudgements(tx, theCase, { briefingId: id, before: null, body: plan.value.body, newIds: [] });
      return yes(id);
    });
  },
  async 'briefing.update'(context, { id, patch }) {
    const newIds = idsForJudgements(patch.body, () => context.newId());
    return context.theCase.transact(
      labelOf(patch as Partial<Briefing>),
      async (tx) => {
        const briefing = await tx.get('briefings', id);
        if (!briefing) return no('not-found');
        const title = patch.title?.trim();
        if (title === '') return no('name-empty');
        const written = patch.body && { briefingId: id, before: briefing.body, body: cleanBody(patch.body), newIds };
        const body = written ? await keepJudgements(tx, context.theCase, written) : briefing.body;
        if (patch.marking !== undefined) {
          const plan = planBriefingMarking(patch.marking, await derivedIn(tx, { body }));
          if (!plan.ok) return plan;
        }
        await keepFormer(context, tx, briefing, patch as Partial<Briefing>);
        tx.update('briefings', id, {
          ...patch,
          // A label of its own, rightly chosen, needs no reason any more.
          ...(patch.marking === undefined ? {} : { lowered: null }),
          ...(title === undefined ? {} : { title }),
          ...(patch.body ? { body } : {}),
        });
        return yes(id);
      },
      context.options.fold === undefined ? {} : { fold: context.options.fold },
    );
  },
  async 'briefing.delete'(context, { id }) {
    const { theCase } = context;
    const result = await theCase.transact('Delete briefing', async (tx) => {
      const briefing = await tx.get('briefings', id);
      if (!briefing) return no('not-found');
      tx.remove('briefings', id);
      await removeHanging(tx, theCase, id);
      return yes(briefing.title);
    });
    if (!result.ok) return result;
    const route = currentRoute();
    if (route.view === 'briefing' && route.briefingId === id) {
      context.navigate({ view: 'briefings', caseId: theCase.id });
    }
    context.toast(`The briefing “${result.value}” went.`, { undo: true });
    return yes(null);
  },
  async 'briefing.addPicture'({ theCase }, { bytes }) {
    const plan = planPicture(bytes);
    if (!plan.ok) return plan;
    return yes(await keepOriginal(theCase, bytes, `picture.${PICTURE_EXTENSIONS[plan.value]}`));
  },
  async 'briefing.export'(context, { id, ...wishes }) {
    const { exportBriefing } = await room();
    return exportBriefing(context, id, wishes);
  },
  async 'briefing.exportAs'(context, args) {
    const route = currentRoute();
    const id = args?.id ?? (route.view === 'briefing' ? route.briefingId : null);
    if (id === null) return no('no-briefing');
    const { askForExport } = await room();
    return askForExport(context, id);
  },
  async 'briefing.copy'(context, { id }) {
    const { copyBriefing } = await room();
    return copyBriefing(context, id);
  },
} satisfies HandlersFor<
  | 'briefing.new'
  | 'briefing.create'
  | 'briefing.update'
  | 'briefing.delete'
  | 'briefing.addPicture'
  | 'briefing.export'
  | 'briefing.exportAs'
  | 'briefing.copy'
>;
