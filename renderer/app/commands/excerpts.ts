/** Commands on excerpts: make from words, change one or many, delete, and those that act on what is selected. */
import { isEventDate } from '@shared/model/eventDate';
import { currentTextId } from '@shared/model/document';
import { planAnchor } from '@shared/model/excerpt';
import type { Excerpt } from '@shared/model/excerpt';
import type { FieldsOf } from '@shared/model/record';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { askForLink, askForMany, copyCited, readCited, readCitedWords } from '../../features/excerpts';
import type { ManyChange } from '../../features/excerpts';
import { showPassage } from '../../features/reader';
import { readSetting, writeSetting } from '../../store/registry';
import { readRows } from '../../store/rows';
import { readText } from '../../store/texts';
import { readWhole } from '../../store/whole';
import type { Outcome } from '../context';
import { lastTags, rememberTags } from '../lastTags';
import { getSelection, select, selectExcerpt } from '../selection';
import { sendSignal } from '../signals';
import type { Signal } from '../signals';
import type { CommandContext, HandlersFor } from './handler';

type Patch = Partial<FieldsOf<Excerpt>>;

/** What "Undo …" will call the change. */
function labelOf(patch: Patch): string {
  if ('note' in patch) return 'Change note';
  if ('tags' in patch) return 'Tag excerpt';
  if ('credibility' in patch) return 'Grade excerpt';
  if ('marking' in patch) return 'Mark excerpt';
  if ('eventDate' in patch) return 'Date excerpt';
  if ('figures' in patch) return 'Change figures';
  return 'sourceId' in patch ? 'Name the source' : 'Change excerpt';
}

const counted = (count: number): string => (count === 1 ? 'excerpt' : `${count.toLocaleString()} excerpts`);

/** The excerpts that a command on the selection acts on; words that are selected become one first. */
async function actedOn(context: CommandContext): Promise<Result<readonly string[], string>> {
  const { text, excerptIds } = context.selection;
  if (!text) return excerptIds.length > 0 ? yes(excerptIds) : no('nothing-selected');
  const made = await context.run('excerpt.create', text);
  if (!made.ok) return no('cancelled');
  return made.value === null ? no('not-found') : yes([made.value]);
}

/** Asks the details pane to put the focus on a field, once it shows the excerpt. */
async function focusField(signal: Signal): Promise<void> {
  if ((await readSetting<boolean>('view.details')) === false) await writeSetting('view.details', true);
  // The pane has the excerpt selected a moment ago two frames later; its row may take longer.
  for (let frame = 0; frame < 120; frame += 1) {
    await new Promise(requestAnimationFrame);
    if (frame >= 2 && sendSignal(signal)) return;
  }
}

async function toField(context: CommandContext, signal: Signal, change: ManyChange | null): Promise<Outcome> {
  const ids = await actedOn(context);
  if (!ids.ok) return ids;
  if (ids.value.length > 1 && change) return askForMany(context, ids.value, change);
  const id = ids.value.at(-1)!;
  if (context.selection.details?.id !== id) selectExcerpt(id);
  await focusField(signal);
  return yes(id);
}

const goTo = async (context: CommandContext, id: string): Promise<Outcome> => {
  const [excerpt] = await readRows(context.theCase, 'excerpts', [id]);
  if (!excerpt) return no('not-found');
  selectExcerpt(id);
  context.navigate({ view: 'document', caseId: context.theCase.id, documentId: excerpt.documentId, excerptId: id });
  showPassage(id);
  return yes(id);
};

export const excerptHandlers = {
  async 'excerpt.create'(context, { documentId, textId, start, end, tags = [] }) {
    const { theCase } = context;
    const text = await readText(theCase, textId);
    if (text === undefined) return no('not-found');
    const anchor = planAnchor(text, textId, start, end);
    if (!anchor.ok) return anchor;
    const id = context.newId();
    const result = await theCase.transact('Excerpt', async (tx) => {
      const document = await tx.get('documents', documentId);
      if (!document) return no('not-found');
      if (document.versions.some((one) => one.textId === textId) && currentTextId(document) !== textId)
        return no('version-earlier');
      tx.create('excerpts', id, {
        documentId,
        ...anchor.value,
        note: '',
        tags: [...new Set(tags)],
        credibility: null,
        eventDate: null,
        marking: null,
        sourceId: null,
        figures: [],
      });
      if (document.state === 'unread' || document.state === 'reading')
        tx.update('documents', documentId, { state: 'excerpted' });
      return yes(id);
    });
    if (!result.ok) return result;
    select({ details: { table: 'excerpts', id }, excerptIds: [id], text: null });
    await rememberTags(theCase.id, tags);
    return result;
  },
  async 'excerpt.update'(context, { id, patch }) {
    if (patch.eventDate && !isEventDate(patch.eventDate)) return no('date-unclear');
    const tagged = patch.tags && [...new Set(patch.tags)];
    let isAdding = false;
    const result = await context.theCase.transact(
      labelOf(patch),
      async (tx) => {
        const before = await tx.get('excerpts', id);
        if (!before) return no('not-found');
        isAdding = tagged?.some((tag) => !before.tags.includes(tag)) ?? false;
        tx.update('excerpts', id, tagged ? { ...patch, tags: tagged } : patch);
        return yes(id);
      },
      context.options.fold === undefined ? {} : { fold: context.options.fold },
    );
    if (result.ok && isAdding) await rememberTags(context.theCase.id, tagged ?? []);
    return result;
  },
  async 'excerpt.updateMany'(context, { ids, marking, credibility, addTags = [], removeTags = [] }) {
    const verb = marking !== undefined ? 'Mark' : credibility !== undefined ? 'Grade' : 'Tag';
    const gone = new Set(removeTags);
    const result = await context.theCase.transact(`${verb} ${counted(ids.length)}`, async (tx) => {
      for (const excerpt of await tx.getMany('excerpts', ids)) {
        if (!excerpt) continue;
        const tags = [...new Set([...excerpt.tags, ...addTags])].filter((tag) => !gone.has(tag));
        const changed = tags.length !== excerpt.tags.length || tags.some((tag, i) => tag !== excerpt.tags[i]);
        tx.update('excerpts', excerpt.id, {
          ...(changed ? { tags } : {}),
          ...(marking === undefined ? {} : { marking }),
          ...(credibility === undefined ? {} : { credibility }),
        });
      }
      return yes(null);
    });
    if (result.ok) await rememberTags(context.theCase.id, addTags);
    return result;
  },
  async 'excerpt.delete'(context, { ids }) {
    const { theCase, index } = context;
    const linkIds = new Set<string>();
    for (const id of ids) for (const link of (await index?.linksOf(id)) ?? []) linkIds.add(link.id);
    const result = await theCase.transact(`Delete ${counted(ids.length)}`, async (tx) => {
      const excerpts = (await tx.getMany('excerpts', ids)).filter((excerpt) => excerpt !== undefined);
      if (excerpts.length === 0) return no('not-found');
      for (const excerpt of excerpts) tx.remove('excerpts', excerpt.id);
      const links = (await tx.getMany('links', [...linkIds])).filter((link) => link !== undefined);
      for (const link of links) tx.remove('links', link.id);
      return yes({ excerpts: excerpts.length, links: links.length });
    });
    if (!result.ok) return result;
    const gone = new Set(ids);
    const { details, excerptIds } = getSelection();
    select({
      details: details && gone.has(details.id) ? null : details,
      excerptIds: excerptIds.filter((id) => !gone.has(id)),
    });
    const { excerpts, links } = result.value;
    const many = excerpts > 1;
    const tail = links === 0 ? '' : ` with ${many ? 'their' : 'its'} ${links === 1 ? 'link' : `${links} links`}`;
    context.toast(`${many ? `${excerpts.toLocaleString()} excerpts were` : 'The excerpt was'} deleted${tail}.`, {
      undo: true,
    });
    return yes(null);
  },
  'excerpt.show': (context, { id }) => goTo(context, id),
  async 'excerpt.fromSelection'(context) {
    const { text } = context.selection;
    return text ? context.run('excerpt.create', text) : no('nothing-selected');
  },
  'excerpt.suggestions': (context) => toField(context, 'focus.suggestions', null),
  'excerpt.tag': (context) => toField(context, 'focus.tags', 'tags'),
  async 'excerpt.tagLikeLast'(context) {
    const { theCase, selection } = context;
    const known = await readWhole(theCase, 'tags');
    const tags = (await lastTags(theCase.id)).filter((tag) => known.has(tag));
    if (tags.length === 0) return no('no-last-tags');
    const names = tags.map((tag) => known.get(tag)!.name).join(', ');
    const { text, excerptIds } = selection;
    if (!text && excerptIds.length === 0) return no('nothing-selected');
    const result = text
      ? await context.run('excerpt.create', { ...text, tags })
      : await context.run('excerpt.updateMany', { ids: excerptIds, addTags: tags });
    if (result.ok) context.toast(`Tagged: ${names}.`, { undo: true });
    return result.ok ? yes(null) : no('cancelled');
  },
  'excerpt.note': (context) => toField(context, 'focus.note', null),
  'excerpt.grade': (context) => toField(context, 'focus.grade', 'credibility'),
  'excerpt.mark': (context) => toField(context, 'focus.marking', 'marking'),
  async 'excerpt.link'(context) {
    const ids = await actedOn(context);
    return ids.ok ? askForLink(context, ids.value) : ids;
  },
  async 'excerpt.copy'(context) {
    const { text, excerptIds } = context.selection;
    const cited = text ? await readCitedWords(context.theCase, text) : await readCited(context.theCase, excerptIds);
    if (cited.length === 0) return no('not-found');
    await copyCited(cited);
    const what = text ? 'The selected words' : cited.length === 1 ? 'The excerpt' : `${cited.length} excerpts`;
    context.toast(`${what} and ${cited.length === 1 ? 'its' : 'their'} citation are on the clipboard.`);
    return yes(null);
  },
  async 'excerpt.showInDocument'(context) {
    const id = context.selection.excerptIds.at(-1);
    return id === undefined ? no('nothing-selected') : goTo(context, id);
  },
  async 'excerpt.deleteSelected'(context) {
    const ids = context.selection.excerptIds;
    return ids.length > 0 ? context.run('excerpt.delete', { ids }) : no('nothing-selected');
  },
} satisfies HandlersFor<
  | 'excerpt.create'
  | 'excerpt.update'
  | 'excerpt.updateMany'
  | 'excerpt.delete'
  | 'excerpt.show'
  | 'excerpt.fromSelection'
  | 'excerpt.suggestions'
  | 'excerpt.tag'
  | 'excerpt.tagLikeLast'
  | 'excerpt.note'
  | 'excerpt.grade'
  | 'excerpt.mark'
  | 'excerpt.link'
  | 'excerpt.copy'
  | 'excerpt.showInDocument'
  | 'excerpt.deleteSelected'
>;
