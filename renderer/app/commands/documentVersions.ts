/** Commands that make a text the newer version of a document, with what the analyst decided of each excerpt. */
import { currentTextId } from '@shared/model/document';
import { planRepeats } from '@shared/model/documentOrigin';
import { planDecision, planVersion } from '@shared/model/newVersion';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { compareDocuments, importVersion, joinVersion, readByOcr, showNearCopies } from '../../features/library';
import { keepLayouts } from '../../store/layouts';
import { readText } from '../../store/texts';
import { readWhole } from '../../store/whole';
import type { HandlersFor } from './handler';

export const documentVersionHandlers = {
  'document.newVersion': (context, { id, file }) => importVersion(context, id, file ?? null),
  'document.readByOcr': (context, { id }) => readByOcr(context, id),
  'document.joinVersion': (context, { id, fromId }) => joinVersion(context, id, fromId),
  'document.compare': (context, pair) => compareDocuments(context, pair),
  'document.nearCopies': (context) => showNearCopies(context),
  async 'document.addVersion'(context, { id, version, layout, decisions, fromId }) {
    const { theCase, index } = context;
    const text = await readText(theCase, version.textId);
    if (text === undefined) return no('not-found');
    const now = context.now().toISOString();
    const joined = fromId === null ? [] : ((await index?.excerptsOfDocument(fromId)) ?? []);
    const result = await theCase.transact(
      'Take in a newer version',
      async (tx): Promise<Result<string, 'not-found' | 'same-text' | 'moved-since'>> => {
        const document = await tx.get('documents', id);
        if (!document) return no('not-found');
        const from = fromId === null ? undefined : await tx.get('documents', fromId);
        if (fromId !== null && (!from || currentTextId(from) !== version.textId)) return no('moved-since');
        const versions = planVersion(document, version, now);
        if (!versions.ok) return versions;
        const rows = await tx.getMany(
          'excerpts',
          decisions.map(({ excerptId }) => excerptId),
        );
        // The earlier texts of a document that is joined stay, for the excerpts on them.
        const known = new Set(versions.value.map(({ textId }) => textId));
        const earlier = from?.versions.filter(({ textId }) => !known.has(textId)) ?? [];
        tx.update('documents', id, { versions: [...versions.value, ...earlier] });
        for (const [i, decision] of decisions.entries()) {
          const anchor = planDecision(rows[i], decision, text, version.textId);
          if (!anchor.ok) return no('moved-since');
          tx.update('excerpts', decision.excerptId, anchor.value);
        }
        if (layout) await keepLayouts(tx, [layout]);
        if (fromId === null) return yes(id);
        for (const row of await tx.getMany('excerpts', joined))
          if (row) tx.update('excerpts', row.id, { documentId: id });
        tx.remove('documents', fromId);
        return yes(id);
      },
    );
    if (result.ok) {
      const { length } = decisions;
      const moved = length === 1 ? 'One excerpt stands in it' : `${length.toLocaleString()} excerpts stand in it`;
      context.toast(length === 0 ? 'The newer version is in.' : `The newer version is in. ${moved}.`, { undo: true });
    }
    return result;
  },
  async 'document.repeat'(context, { id, originId }) {
    const { theCase } = context;
    const all = await readWhole(theCase, 'documents');
    const label = originId === null ? 'Count as an origin of its own' : 'Mark as one origin';
    return theCase.transact(label, async (tx) => {
      const document = await tx.get('documents', id);
      if (!document) return no('not-found');
      if (originId === null) {
        tx.update('documents', id, { originId: null });
        return yes(id);
      }
      const original = await tx.get('documents', originId);
      if (!original) return no('not-found');
      const plan = planRepeats(document, original, (one) => all.get(one));
      if (!plan.ok) return plan;
      tx.update('documents', id, { originId: plan.value });
      return yes(id);
    });
  },
} satisfies HandlersFor<
  | 'document.newVersion'
  | 'document.readByOcr'
  | 'document.joinVersion'
  | 'document.addVersion'
  | 'document.repeat'
  | 'document.compare'
  | 'document.nearCopies'
>;
