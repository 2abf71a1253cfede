// Handlers of excerpts and links over a real store: what they write, refuse, call their steps, and give back with undo.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { yes } from '@shared/model/result';
import { planDocument } from '@shared/model/importing';
import type { LinkFields } from '@shared/model/link';
import { excerptHandlers } from '../../../../renderer/app/commands/excerpts';
import type { CommandContext } from '../../../../renderer/app/commands/handler';
import { linkHandlers } from '../../../../renderer/app/commands/links';
import type { Outcome } from '../../../../renderer/app/context';
import { clearSelection, getSelection, select } from '../../../../renderer/app/selection';
import { openCase } from '../../../../renderer/store/openCase';
import type { OpenCase } from '../../../../renderer/store/openCase';
import { readRows } from '../../../../renderer/store/rows';
import { keepText } from '../../../../renderer/store/texts';

const TEXT = 'Ships\n\nThe first ship left in May. 🚢 It came back in June.';
let counter = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
let wall = 1_700_000_000_000;

let theCase: OpenCase;
let context: CommandContext;
let toasts: string[];
let links: Map<string, LinkFields>;
let textId: string;
let documentId: string;

beforeEach(async () => {
  clearSelection();
  theCase = await openCase(newId(), { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) });
  [toasts, links] = [[], new Map()];
  textId = await keepText(theCase, TEXT);
  documentId = newId();
  const arrived = {
    title: 'Ships',
    textId,
    fileName: '',
    mediaType: 'text/plain',
    originalId: null,
    extractor: 'plain/1',
    csl: {},
    language: '',
  };
  await theCase.transact('Import document', (tx) => {
    const plan = planDocument(arrived, 'TLP:AMBER', [], '2024-11-04T10:00:00Z');
    if (plan.ok) tx.create('documents', documentId, plan.value);
    return yes(null);
  });
  context = {
    theCase,
    options: {},
    newId,
    get selection() {
      return getSelection();
    },
    toast: (message: string) => void toasts.push(message),
    index: {
      linksOf: (id: string) =>
        Promise.resolve(
          [...links].filter(([, link]) => [link.fromId, link.toId].includes(id)).map(([one]) => ({ id: one })),
        ),
    },
  } as unknown as CommandContext;
});
afterEach(() => theCase.close());

const made = async (outcome: unknown): Promise<string> => {
  const result = (await outcome) as Outcome;
  expect(result).toMatchObject({ ok: true });
  return result.ok ? result.value! : '';
};
const excerptOf = (words: string): Promise<string> => {
  const start = TEXT.indexOf(words);
  return made(excerptHandlers['excerpt.create'](context, { documentId, textId, start, end: start + words.length }));
};
const read = async (id: string) => (await readRows(theCase, 'excerpts', [id]))[0];
const undoLabel = async (): Promise<string | null> => (await theCase.stepLabels()).undo;
async function link(fromId: string, toId: string, type: LinkFields['type'] = 'supports'): Promise<string> {
  const fields: LinkFields = { fromTable: 'excerpts', fromId, toTable: 'excerpts', toId, type, note: ' why ' };
  const id = await made(linkHandlers['link.create'](context, fields));
  links.set(id, fields);
  return id;
}

describe('tagging like the last one', () => {
  it('gives the tags that were given last, to words or to excerpts, and none before any was given', async () => {
    const like = () => excerptHandlers['excerpt.tagLikeLast'](context);
    const run = async (id: string, args: never): Promise<Outcome> =>
      excerptHandlers[id as 'excerpt.create'](context, args);
    Object.assign(context, { run });
    const a = await excerptOf('first ship');
    expect(await like()).toMatchObject({ reason: 'no-last-tags' });
    const [x, y] = [newId(), newId()];
    await theCase.transact('Create tags', (tx) => {
      const rest = { parentId: null, aliases: [], withhold: false, description: '' };
      tx.create('tags', x, { name: 'Ships', kind: 'topic', hue: 1, ...rest });
      tx.create('tags', y, { name: 'Ports', kind: 'place', hue: 2, ...rest });
      return yes(null);
    });
    await excerptHandlers['excerpt.update'](context, { id: a, patch: { tags: [x, y] } });
    // Taking one off is not giving any.
    await excerptHandlers['excerpt.update'](context, { id: a, patch: { tags: [x] } });
    const b = await excerptOf('in May');
    expect(await like()).toMatchObject({ ok: true });
    expect((await read(b))?.tags).toEqual([x, y]);
    expect(toasts).toEqual(['Tagged: Ships, Ports.']);

    const start = TEXT.indexOf('back');
    select({ text: { documentId, textId, start, end: start + 4 } });
    await like();
    expect(await read(getSelection().details!.id)).toMatchObject({ quote: 'back', tags: [x, y] });
    expect(await undoLabel()).toBe('Excerpt');
  });
});

describe('making an excerpt', () => {
  it('keeps the words of the text, selects it and marks the document as excerpted', async () => {
    const id = await excerptOf(' first ship ');
    expect(await read(id)).toMatchObject({ quote: 'first ship', documentId, textId, tags: [], note: '' });
    expect((await read(id))!.suffix.startsWith(' left in May')).toBe(true);
    expect(getSelection()).toMatchObject({ details: { table: 'excerpts', id }, excerptIds: [id], text: null });
    expect((await readRows(theCase, 'documents', [documentId]))[0]?.state).toBe('excerpted');
    expect(await undoLabel()).toBe('Excerpt');
    await theCase.undo();
    expect(await read(id)).toBeUndefined();
    expect((await readRows(theCase, 'documents', [documentId]))[0]?.state).toBe('unread');
  });

  it('never cuts a character in two', async () => {
    const at = TEXT.indexOf('🚢');
    const args = { documentId, textId, start: at + 1, end: TEXT.length };
    const id = await made(excerptHandlers['excerpt.create'](context, args));
    expect((await read(id))?.quote).toBe('🚢 It came back in June.');
  });

  it('refuses white space, and texts and documents that are gone', async () => {
    const create = excerptHandlers['excerpt.create'];
    expect(await create(context, { documentId, textId, start: 5, end: 7 })).toMatchObject({
      reason: 'nothing-selected',
    });
    expect(await create(context, { documentId, textId: 'f'.repeat(64), start: 0, end: 5 })).toMatchObject({
      reason: 'not-found',
    });
    expect(await create(context, { documentId: newId(), textId, start: 0, end: 5 })).toMatchObject({
      reason: 'not-found',
    });
  });
});

describe('changing excerpts', () => {
  it('names the step after what was changed, and joins what is typed in one go', async () => {
    const id = await excerptOf('first ship');
    const update = excerptHandlers['excerpt.update'];
    const typing = { ...context, selection: getSelection(), theCase, options: { fold: `note:${id}` } };
    await update(typing, { id, patch: { note: 'a' } });
    await update(typing, { id, patch: { note: 'as said' } });
    expect(await undoLabel()).toBe('Change note');
    await update(context, { id, patch: { credibility: 2 } });
    expect(await undoLabel()).toBe('Grade excerpt');
    await theCase.undo();
    await theCase.undo();
    expect(await read(id)).toMatchObject({ note: '', credibility: null });
  });

  it('refuses a date it does not understand', async () => {
    const id = await excerptOf('first ship');
    const result = await excerptHandlers['excerpt.update'](context, { id, patch: { eventDate: 'soon' } });
    expect(result).toMatchObject({ ok: false, reason: 'date-unclear' });
  });

  it('tags and marks many in one step', async () => {
    const ids = [await excerptOf('first ship'), await excerptOf('came back')];
    const tagId = newId();
    await excerptHandlers['excerpt.updateMany'](context, { ids, addTags: [tagId] });
    await excerptHandlers['excerpt.updateMany'](context, { ids, marking: 'TLP:RED' });
    expect(await undoLabel()).toBe('Mark 2 excerpts');
    for (const id of ids) expect(await read(id)).toMatchObject({ tags: [tagId], marking: 'TLP:RED' });
    await excerptHandlers['excerpt.updateMany'](context, { ids, removeTags: [tagId] });
    expect((await read(ids[0]!))?.tags).toEqual([]);
  });
});

describe('deleting and linking', () => {
  it('takes the links along, and brings everything back with one undo', async () => {
    const [a, b] = [await excerptOf('first ship'), await excerptOf('came back')];
    const linkId = await link(a, b);
    select({ details: { table: 'excerpts', id: a }, excerptIds: [a, b] });
    await excerptHandlers['excerpt.delete'](context, { ids: [a] });
    expect(toasts).toEqual(['The excerpt was deleted with its link.']);
    expect(getSelection()).toMatchObject({ details: null, excerptIds: [b] });
    expect((await readRows(theCase, 'links', [linkId]))[0]).toBeUndefined();
    await theCase.undo();
    expect(await read(a)).toMatchObject({ quote: 'first ship' });
    expect((await readRows(theCase, 'links', [linkId]))[0]).toMatchObject({ note: 'why' });
  });

  it('refuses the same link twice, from either end where the type is the same both ways', async () => {
    const [a, b] = [await excerptOf('first ship'), await excerptOf('came back')];
    await link(a, b, 'contradicts');
    const again = { fromTable: 'excerpts', toTable: 'excerpts', note: '' } as const;
    const create = linkHandlers['link.create'];
    expect(await create(context, { ...again, fromId: b, toId: a, type: 'contradicts' })).toMatchObject({
      reason: 'already-linked',
    });
    expect(await create(context, { ...again, fromId: a, toId: a, type: 'updates' })).toMatchObject({
      reason: 'same-record',
    });
    expect(await create(context, { ...again, fromId: a, toId: newId(), type: 'updates' })).toMatchObject({
      reason: 'not-found',
    });
    const other = await link(b, a, 'updates');
    const change = await linkHandlers['link.update'](context, { id: other, patch: { type: 'contradicts' } });
    expect(change).toMatchObject({ reason: 'already-linked' });
  });
});
