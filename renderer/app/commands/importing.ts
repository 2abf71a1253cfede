/** Commands that bring in many documents as one step. */
import { planKept, publishersOf } from '@shared/model/arriving';
import type { Layout } from '@shared/model/layout';
import type { FieldsOf } from '@shared/model/record';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { completed } from '@shared/model/completing';
import { completeDocuments, importFolder } from '../../features/library';
import { keepLayouts } from '../../store/layouts';
import { readWhole } from '../../store/whole';
import type { HandlersFor } from './handler';

const LAYOUTS_AT_ONCE = 100;

export const importingHandlers = {
  async 'document.importFolder'(context) {
    return importFolder(context);
  },
  async 'document.complete'(context, args) {
    return completeDocuments(context, args?.file ?? null);
  },
  async 'document.takeReferences'(context, { completions, replaces, made }) {
    const { theCase } = context;
    if (completions.length + made.length === 0) return no('nothing-to-take');
    const now = context.now().toISOString();
    const publisherOf = publishersOf((await readWhole(theCase, 'sources')).values());
    return theCase.transact('Bring in bibliographic data', async (tx) => {
      const marking = (await tx.get('cases', theCase.id))?.marking ?? 'TLP:AMBER';
      const documents = await tx.getMany(
        'documents',
        completions.map(({ id }) => id),
      );
      for (const [i, { csl }] of completions.entries()) {
        const document = documents[i];
        if (!document) continue;
        const full = completed(document, csl, replaces);
        tx.update('documents', document.id, {
          csl: full,
          ...(document.language === '' && csl.language ? { language: csl.language } : {}),
          ...(document.sourceId === null ? { sourceId: publisherOf(full) } : {}),
        });
      }
      for (const one of made) tx.create('documents', one.id, planKept(one, marking, publisherOf(one.csl), now));
      return yes(null);
    });
  },
  async 'document.addKept'(context, { documents }) {
    const { theCase } = context;
    const now = context.now().toISOString();
    const publisherOf = publishersOf((await readWhole(theCase, 'sources')).values());
    const existing = await readWhole(theCase, 'documents');
    const label = documents.length === 1 ? 'Import document' : `Import ${documents.length.toLocaleString()} documents`;
    return theCase.transact(label, async (tx): Promise<Result<string | null, string>> => {
      const texts = new Set([...existing.values()].flatMap(({ versions }) => versions.map(({ textId }) => textId)));
      const marking = (await tx.get('cases', theCase.id))?.marking ?? 'TLP:AMBER';
      let first: string | null = null;
      const layouts: FieldsOf<Layout>[] = [];
      for (const one of documents) {
        if (texts.has(one.textId)) continue;
        texts.add(one.textId);
        tx.create('documents', one.id, planKept(one, marking, publisherOf(one.csl), now));
        if (one.layout) layouts.push(one.layout);
        first ??= one.id;
      }
      // Asked for some at a time: the window draws in between.
      for (let from = 0; from < layouts.length; from += LAYOUTS_AT_ONCE)
        await keepLayouts(tx, layouts.slice(from, from + LAYOUTS_AT_ONCE));
      return first === null ? no('already-here') : yes(first);
    });
  },
} satisfies HandlersFor<'document.importFolder' | 'document.complete' | 'document.takeReferences' | 'document.addKept'>;
