/** Templates an analyst made: they stand in this profile, beside the cases, and leave it as files. */
import { planTemplate, planTemplateName, readTemplate, templateFile } from '@shared/briefing/ownTemplates';
import { no, yes } from '@shared/model/result';
import { readRows } from '../../store/rows';
import type { HandlersFor } from './handler';

const room = () => import('../../features/briefings');

const FILTERS = [{ name: 'Collate template', extensions: ['json'] }];

export const templateHandlers = {
  async 'template.save'(context, { id }) {
    const { askForTemplate, changeOwnTemplates, readOwnTemplates, templateOf } = await room();
    const [briefing] = await readRows(context.theCase, 'briefings', [id]);
    if (!briefing) return no('not-found');
    const wanted = await askForTemplate(context, briefing.title);
    if (!wanted) return no('cancelled');
    const { hints } = templateOf(briefing.template, await readOwnTemplates());
    const plan = planTemplate(briefing, hints, { id: context.newId(), ...wanted });
    if (!plan.ok) return plan;
    await changeOwnTemplates((own) => [...own, plan.value]);
    context.toast(`The template “${plan.value.name}” is offered for new briefings now. The briefing is unchanged.`);
    return yes(plan.value.id);
  },
  async 'template.rename'(_context, { id, name }) {
    const { changeOwnTemplates, readOwnTemplates } = await room();
    const plan = planTemplateName(name);
    if (!plan.ok) return plan;
    if (!(await readOwnTemplates()).some((one) => one.id === id)) return no('not-found');
    await changeOwnTemplates((own) => own.map((one) => (one.id === id ? { ...one, name: plan.value } : one)));
    return yes(id);
  },
  async 'template.delete'(context, { id }) {
    const { changeOwnTemplates, readOwnTemplates } = await room();
    const template = (await readOwnTemplates()).find((one) => one.id === id);
    if (!template) return no('not-found');
    const sure = await context.confirm({
      title: `Delete the template “${template.name}”?`,
      body: 'It goes from this computer. Briefings made from it stay as they are. Undo does not bring it back; export it first to keep a copy.',
      action: 'Delete the template',
      danger: true,
    });
    if (!sure) return no('cancelled');
    await changeOwnTemplates((own) => own.filter((one) => one.id !== id));
    return yes(null);
  },
  async 'template.export'(context, { id }) {
    const { readOwnTemplates } = await room();
    const template = (await readOwnTemplates()).find((one) => one.id === id);
    if (!template) return no('not-found');
    const words = template.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
    const saved = await context.platform.saveFile({
      suggestedName: `${words || 'template'}.json`,
      filters: FILTERS,
      bytes: new TextEncoder().encode(templateFile(template)),
    });
    if (!saved.ok) return no(saved.reason, template.name);
    context.toast(`The template was written to ${saved.value.name}.`);
    return yes(null);
  },
  async 'template.import'(context, args) {
    const { changeOwnTemplates } = await room();
    const picked = args
      ? yes([args.file])
      : await context.platform.openFiles({ title: 'Import a template', filters: FILTERS, many: false });
    if (!picked.ok) return no(picked.reason);
    const [file] = picked.value;
    if (!file) return no('cancelled');
    const bytes = await file.read();
    if (!bytes.ok) return no(bytes.reason, file.name);
    const read = readTemplate(new TextDecoder().decode(bytes.value), context.newId());
    if (!read.ok) return no(read.reason, file.name);
    await changeOwnTemplates((own) => [...own, read.value]);
    context.toast(`The template “${read.value.name}” is offered for new briefings now.`);
    return yes(read.value.id);
  },
} satisfies HandlersFor<
  'template.save' | 'template.rename' | 'template.delete' | 'template.export' | 'template.import'
>;
