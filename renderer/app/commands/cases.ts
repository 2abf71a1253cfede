/** Commands on whole cases: start, open, change, delete. */
import { planCaseName } from '@shared/model/case';
import { no, yes } from '@shared/model/result';
import { createCase } from '../../store/newCase';
import { dropCase, listCases, updateCase } from '../../store/registry';
import { askForCase } from '../dialogs/NewCaseDialog';
import { openOptions } from '../session';
import type { HandlersFor } from './handler';

export const caseHandlers = {
  async 'case.new'(context, args) {
    const wanted = args ?? (await askForCase(context));
    if (!wanted) return no('cancelled');
    const name = planCaseName(wanted.name);
    if (!name.ok) return name;
    const id = context.newId();
    await createCase(
      {
        id,
        name: name.value,
        description: wanted.description ?? '',
        language: navigator.language,
        now: context.now().toISOString(),
      },
      openOptions(context.analyst!),
    );
    context.navigate({ view: 'documents', caseId: id });
    return yes(id);
  },
  'case.openLibrary'(context) {
    context.navigate({ view: 'library' });
    return yes(null);
  },
  'case.open'(context, { caseId }) {
    context.navigate({ view: 'overview', caseId });
    return yes(caseId);
  },
  async 'case.update'(context, { patch }) {
    const { theCase } = context;
    const name = patch.name === undefined ? null : planCaseName(patch.name);
    if (name && !name.ok) return name;
    const result = await theCase.transact(
      'Change case',
      async (tx) => {
        if (!(await tx.get('cases', theCase.id))) return no('not-found');
        tx.update('cases', theCase.id, name ? { ...patch, name: name.value } : patch);
        return yes(theCase.id);
      },
      context.options.fold === undefined ? {} : { fold: context.options.fold },
    );
    if (result.ok && name) await updateCase(theCase.id, { name: name.value });
    return result;
  },
  async 'case.delete'(context, args) {
    const caseId = args?.caseId ?? context.theCase.id;
    const registered = (await listCases()).find((one) => one.id === caseId);
    if (!registered) return no('not-found');
    const sure = await context.confirm({
      title: `Delete the case “${registered.name}”?`,
      body: 'Its documents, excerpts, tags, links and briefings go from this computer, with its backups. This cannot be undone. Bundles you exported stay where they are.',
      action: 'Delete the case',
      danger: true,
    });
    if (!sure) return no('cancelled');
    if (context.openCase?.id === caseId) {
      context.navigate({ view: 'library' });
      context.openCase.close();
    }
    await dropCase(caseId);
    await context.platform.secondCopy?.remove(caseId);
    context.toast(`The case “${registered.name}” was deleted.`);
    return yes(null);
  },
} satisfies HandlersFor<'case.new' | 'case.openLibrary' | 'case.open' | 'case.update' | 'case.delete'>;
