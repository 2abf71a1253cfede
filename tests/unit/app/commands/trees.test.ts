// Handlers of tags, sources and hypotheses over a real store: what they write, refuse, and give back with undo.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Excerpt } from '@shared/model/excerpt';
import type { Filter } from '@shared/query/filter';
import { yes } from '@shared/model/result';
import { hypothesisHandlers } from '../../../../renderer/app/commands/hypotheses';
import { sourceHandlers } from '../../../../renderer/app/commands/sources';
import { tagHandlers } from '../../../../renderer/app/commands/tags';
import type { CommandContext } from '../../../../renderer/app/commands/handler';
import { getSelection } from '../../../../renderer/app/selection';
import { openCase } from '../../../../renderer/store/openCase';
import type { OpenCase } from '../../../../renderer/store/openCase';
import { readRows } from '../../../../renderer/store/rows';
import { readWhole } from '../../../../renderer/store/whole';

let counter = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
let wall = 1_700_000_000_000;

let theCase: OpenCase;
let toasts: string[];
let excerptIds: string[];
let linkIds: string[];
let context: CommandContext;

beforeEach(async () => {
  theCase = await openCase(newId(), { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) });
  [toasts, excerptIds, linkIds] = [[], [], []];
  context = {
    theCase,
    options: {},
    selection: getSelection(),
    newId,
    now: () => new Date('2024-11-04T10:00:00Z'),
    toast: (message: string) => void toasts.push(message),
    index: {
      query: (_filter: Filter) => Promise.resolve({ ids: excerptIds }),
      linksOf: () => Promise.resolve(linkIds.map((id) => ({ id }))),
    },
  } as unknown as CommandContext;
});
afterEach(() => theCase.close());

async function made(outcome: unknown): Promise<string> {
  const result = (await outcome) as { ok: boolean; value: string | null; reason?: string };
  expect(result.reason).toBeUndefined();
  return result.value!;
}
const makeTag = (name: string, parentId: string | null = null): Promise<string> =>
  made(tagHandlers['tag.create'](context, { name, kind: 'topic', parentId }));

async function makeExcerpt(tags: readonly string[], sourceId: string | null = null): Promise<string> {
  const id = newId();
  const fields = {
    documentId: newId(),
    textId: 'a'.repeat(64),
    start: 0,
    end: 4,
    quote: 'Four',
    prefix: '',
    suffix: '',
    note: '',
    tags: [...tags],
    credibility: null,
    eventDate: null,
    marking: null,
    sourceId,
    figures: [],
  } satisfies Omit<Excerpt, 'id' | 'created' | 'clocks' | 'seen' | 'deleted'>;
  await theCase.transact('Excerpt', (tx) => {
    tx.create('excerpts', id, fields);
    return yes(id);
  });
  excerptIds.push(id);
  return id;
}
const tagsOf = async (id: string): Promise<readonly string[] | undefined> =>
  (await readRows(theCase, 'excerpts', [id]))[0]?.tags;
const tag = async (id: string) => (await readRows(theCase, 'tags', [id]))[0];

describe('tags', () => {
  it('are merged in one step, with their excerpts, children and names', async () => {
    const [nis, service] = [await makeTag('NIS'), await makeTag('National Intelligence Service')];
    const child = await makeTag('Seoul desk', nis);
    const [one, both, other] = [
      await makeExcerpt([nis]),
      await makeExcerpt([nis, service]),
      await makeExcerpt([child]),
    ];
    await made(tagHandlers['tag.merge'](context, { fromId: nis, intoId: service }));
    expect(await tagsOf(one)).toEqual([service]);
    expect(await tagsOf(both)).toEqual([service]);
    expect(await tagsOf(other)).toEqual([child]);
    expect(await tag(nis)).toBeUndefined();
    expect(await tag(service)).toMatchObject({ aliases: ['NIS'] });
    expect(await tag(child)).toMatchObject({ parentId: service });
    expect(toasts).toEqual(['“NIS” is now part of “National Intelligence Service”.']);
    expect(await theCase.stepLabels()).toMatchObject({ undo: 'Merge tags' });

    expect(await theCase.undo()).toMatchObject({ ok: true });
    expect(await tagsOf(one)).toEqual([nis]);
    expect([...(await tagsOf(both))!].sort()).toEqual([nis, service].sort());
    expect(await tag(nis)).toMatchObject({ name: 'NIS' });
    expect(await tag(service)).toMatchObject({ aliases: [] });
    expect(await tag(child)).toMatchObject({ parentId: nis });
  });

  it('leave excerpts and children in place when they go', async () => {
    const root = await makeTag('Places');
    const middle = await makeTag('Russia', root);
    const leaf = await makeTag('Kursk', middle);
    const [one, two] = [await makeExcerpt([middle, leaf]), await makeExcerpt([leaf])];
    await made(tagHandlers['tag.delete'](context, { id: middle }));
    expect(await tagsOf(one)).toEqual([leaf]);
    expect(await tagsOf(two)).toEqual([leaf]);
    expect(await tag(leaf)).toMatchObject({ parentId: root });
    expect(toasts).toEqual(['The tag “Russia” was deleted from one excerpt.']);
    await theCase.undo();
    expect([...(await tagsOf(one))!].sort()).toEqual([middle, leaf].sort());
    expect(await tag(leaf)).toMatchObject({ parentId: middle });
  });

  it('cannot stand below themselves, nor twice under one name', async () => {
    const root = await makeTag('Places');
    const leaf = await makeTag('Kursk', root);
    expect(await tagHandlers['tag.move'](context, { id: root, parentId: leaf })).toMatchObject({
      reason: 'move-into-itself',
    });
    expect(await tagHandlers['tag.create'](context, { name: ' kursk ', kind: 'place', parentId: root })).toMatchObject({
      reason: 'name-taken',
    });
    const top = await makeTag('Kursk');
    expect(await tagHandlers['tag.move'](context, { id: top, parentId: root })).toMatchObject({ reason: 'name-taken' });
    expect(await tagHandlers['tag.update'](context, { id: top, patch: { name: 'places' } })).toMatchObject({
      reason: 'name-taken',
    });
    await made(
      tagHandlers['tag.update'](context, { id: top, patch: { name: 'Kursk Oblast', aliases: ['Курск', ''] } }),
    );
    expect(await tag(top)).toMatchObject({ name: 'Kursk Oblast', aliases: ['Курск'], parentId: null });
  });
});

describe('sources', () => {
  const makeSource = (name: string): Promise<string> =>
    made(sourceHandlers['source.create'](context, { name, kind: 'agency' }));
  const source = async (id: string) => (await readRows(theCase, 'sources', [id]))[0];

  it('keep every grading, with who and why', async () => {
    const id = await makeSource('NIS');
    expect(await sourceHandlers['source.grade'](context, { id, reliability: 'B', reason: ' ' })).toMatchObject({
      reason: 'reason-missing',
    });
    await made(sourceHandlers['source.grade'](context, { id, reliability: 'B', reason: 'Good record.' }));
    await made(sourceHandlers['source.grade'](context, { id, reliability: 'C', reason: 'Two denials.' }));
    const gradings = (await source(id))!.gradings;
    expect(gradings.map(({ reliability, by }) => [reliability, by])).toEqual([
      ['B', 'actor00001'],
      ['C', 'actor00001'],
    ]);
    expect(gradings[0]).toMatchObject({ at: '2024-11-04T10:00:00.000Z', reason: 'Good record.' });
  });

  it('do not take their information from each other in a ring', async () => {
    const [agency, outlet] = [await makeSource('Agency'), await makeSource('Outlet')];
    await made(sourceHandlers['source.update'](context, { id: outlet, patch: { originId: agency } }));
    expect(await sourceHandlers['source.update'](context, { id: agency, patch: { originId: outlet } })).toMatchObject({
      reason: 'origin-ring',
    });
    expect(await sourceHandlers['source.update'](context, { id: agency, patch: { originId: agency } })).toMatchObject({
      reason: 'same-source',
    });
    await made(sourceHandlers['source.update'](context, { id: outlet, patch: { originId: null } }));
    expect(await source(outlet)).toMatchObject({ originId: null });
  });

  it('stay while something names them', async () => {
    const [agency, outlet] = [await makeSource('Agency'), await makeSource('Outlet')];
    await made(sourceHandlers['source.update'](context, { id: outlet, patch: { originId: agency } }));
    await makeExcerpt([], agency);
    expect(await sourceHandlers['source.delete'](context, { id: agency })).toMatchObject({
      reason: 'source-in-use',
      detail: 'one excerpt and one other source',
    });
    expect(await source(agency)).toBeDefined();
    await made(sourceHandlers['source.delete'](context, { id: outlet }).then((done) => ({ ...done, value: '' })));
    expect(await source(outlet)).toBeUndefined();
  });
});

describe('hypotheses', () => {
  const create = (statement: string): Promise<string> =>
    made(hypothesisHandlers['hypothesis.create'](context, { statement }));

  it('get the next free code, and go with their links', async () => {
    const [first, second] = [await create('They fight as units.'), await create('They are split up.')];
    const excerptId = await makeExcerpt([]);
    const linkId = newId();
    await theCase.transact('Link', (tx) => {
      tx.create('links', linkId, {
        fromTable: 'excerpts',
        fromId: excerptId,
        toTable: 'hypotheses',
        toId: first,
        type: 'supports',
        note: '',
      });
      return yes(null);
    });
    linkIds.push(linkId);
    expect((await hypothesisHandlers['hypothesis.delete'](context, { id: first })).ok).toBe(true);
    expect(await readRows(theCase, 'links', [linkId])).toEqual([undefined]);
    expect(toasts).toEqual(['The hypothesis H1 was deleted with its link.']);
    const third = await create('Neither.');
    const all = await readWhole(theCase, 'hypotheses');
    expect([second, third].map((id) => all.get(id)!.code)).toEqual(['H2', 'H1']);
  });

  it('need a statement', async () => {
    expect(await hypothesisHandlers['hypothesis.create'](context, { statement: '  ' })).toMatchObject({
      reason: 'statement-empty',
    });
    const id = await create('One.');
    expect(await hypothesisHandlers['hypothesis.update'](context, { id, patch: { statement: '' } })).toMatchObject({
      reason: 'statement-empty',
    });
  });
});
