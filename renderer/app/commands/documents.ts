/** Commands on documents: import, change, delete. */
import { findByText, planDocument } from '@shared/model/importing';
import type { Arrived } from '@shared/model/importing';
import { planLayout } from '@shared/model/layout';
import type { Document } from '@shared/model/document';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { counted } from '@shared/text/counted';
import type { Outcome } from '../context';
import { importFiles, importPastedText } from '../../features/library';
import { keepLayouts } from '../../store/layouts';
import { keepOriginal, keepText } from '../../store/texts';
import { readWhole } from '../../store/whole';
import { clearSelection, getSelection } from '../selection';
import type { CommandContext, HandlersFor } from './handler';

const some = (count: number): string => (count === 1 ? 'a document' : counted(count, 'document'));

/** Deletes documents with their excerpts and the links of those, as one step. */
async function deleteDocuments(context: CommandContext, ids: readonly string[], label: string): Promise<Outcome> {
  const { theCase, index } = context;
  const excerptIds = (await Promise.all(ids.map(async (id) => (await index?.excerptsOfDocument(id)) ?? []))).flat();
  const links = await Promise.all(excerptIds.map(async (id) => (await index?.linksOf(id)) ?? []));
  const linkIds = new Set(links.flat().map((link) => link.id));
  const result = await theCase.transact(label, async (tx): Promise<Result<null, 'not-found'>> => {
    const documents = (await tx.getMany('documents', ids)).filter((document) => document !== undefined);
    if (documents.length === 0) return no('not-found');
    for (const { id } of documents) tx.remove('documents', id);
    for (const excerpt of await tx.getMany('excerpts', excerptIds)) if (excerpt) tx.remove('excerpts', excerpt.id);
    for (const link of await tx.getMany('links', [...linkIds])) if (link) tx.remove('links', link.id);
    return yes(null);
  });
  if (!result.ok) return result;
  const { details } = getSelection();
  if (details && [...ids, ...excerptIds].includes(details.id)) clearSelection();
  const [of, excerpts] = [ids.length, excerptIds.length];
  const gone = of === 1 ? 'The document' : counted(of, 'document');
  const whose = of === 1 ? 'its' : 'their';
  const with_ = excerpts === 0 ? '' : ` and ${whose} ${excerpts === 1 ? 'excerpt' : counted(excerpts, 'excerpt')}`;
  context.toast(`${gone}${with_} went.`, { undo: true });
  return result;
}

export const documentHandlers = {
  async 'document.import'(context, args) {
    return importFiles(context, args?.files ?? null);
  },
  async 'document.paste'(context, args) {
    return importPastedText(context, args ?? null);
  },
  async 'document.add'(context, { documents }) {
    const { theCase } = context;
    const now = context.now().toISOString();
    const arrived: (Arrived & { id: string })[] = [];
    for (const document of documents) {
      const textId = await keepText(theCase, document.text);
      const originalId = document.original ? await keepOriginal(theCase, document.original, document.fileName) : null;
      arrived.push({ ...document, textId, originalId, id: context.newId() });
    }
    const layouts = documents.flatMap(({ text, blocks, pages }, i) => {
      const layout = planLayout(arrived[i]!.textId, text, blocks, pages);
      return layout ? [layout] : [];
    });
    const existing = await readWhole(theCase, 'documents');
    const label = documents.length === 1 ? 'Import document' : `Import ${documents.length} documents`;
    const result = await theCase.transact(label, async (tx): Promise<Result<string | null, string>> => {
      const known = [...existing.values()];
      const marking = (await tx.get('cases', theCase.id))?.marking ?? 'TLP:AMBER';
      const come = new Set<string>();
      let first: string | null = null;
      let refused: Result<never, string> | null = null;
      for (const one of arrived) {
        const plan = planDocument(one, marking, known, now);
        if (!plan.ok) {
          refused ??= plan;
          continue;
        }
        tx.create('documents', one.id, plan.value);
        known.push({ id: one.id, ...plan.value } as Document);
        first ??= one.id;
        come.add(one.textId);
      }
      await keepLayouts(
        tx,
        layouts.filter(({ textId }) => come.has(textId)),
      );
      return first === null && refused ? refused : yes(first);
    });
    if (!result.ok && result.reason === 'already-here') {
      const twin = findByText(arrived[0]!.textId, existing.values());
      if (twin) context.navigate({ view: 'document', caseId: theCase.id, documentId: twin.id });
    }
    return result;
  },
  async 'document.update'(context, { id, patch }) {
    const label = patch.state ? 'Set document state' : patch.marking ? 'Mark document' : 'Change document';
    return context.theCase.transact(
      label,
      async (tx) => {
        const document = await tx.get('documents', id);
        if (!document) return no('not-found');
        const title = patch.title?.trim();
        if (patch.title !== undefined && !title) return no('name-empty');
        tx.update('documents', id, title ? { ...patch, title, csl: { ...document.csl, ...patch.csl, title } } : patch);
        return yes(id);
      },
      context.options.fold === undefined ? {} : { fold: context.options.fold },
    );
  },
  async 'document.updateMany'(context, { ids, patch }) {
    const what = patch.state ? 'Set state' : patch.marking ? 'Mark' : 'Set publisher';
    return context.theCase.transact(`${what} of ${some(ids.length)}`, async (tx) => {
      for (const document of await tx.getMany('documents', ids))
        if (document) tx.update('documents', document.id, patch);
      return yes(null);
    });
  },
  async 'document.delete'(context, { id }) {
    return deleteDocuments(context, [id], 'Delete document');
  },
  async 'document.deleteMany'(context, { ids }) {
    return deleteDocuments(context, ids, `Delete ${some(ids.length)}`);
  },
} satisfies HandlersFor<
  | 'document.import'
  | 'document.paste'
  | 'document.add'
  | 'document.update'
  | 'document.updateMany'
  | 'document.delete'
  | 'document.deleteMany'
>;
