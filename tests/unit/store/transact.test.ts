// The spine on a real IndexedDB implementation: one transaction, one journal entry, undo that survives a restart.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { NEW_CASE } from '@shared/model/case';
import { no, yes } from '@shared/model/result';
import { tagSchema } from '@shared/model/tag';
import type { Tag } from '@shared/model/tag';
import { CaseDatabase } from '../../../renderer/store/caseDatabase';
import { storeCase } from '../../../renderer/store/contents';
import { openCase } from '../../../renderer/store/openCase';
import type { OpenCase } from '../../../renderer/store/openCase';
import { dropCase, dropUnfinishedCases, listCases, registerCase } from '../../../renderer/store/registry';
import { readRows } from '../../../renderer/store/rows';
import { CASE_SCHEMA } from '../../../renderer/store/schema';
import { smallCase } from '../../fixtures/bundles/make';
import { readWhole } from '../../../renderer/store/whole';

let wall = 1_700_000_000_000;
const now = (): number => (wall += 10);
let counter = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
const opened: OpenCase[] = [];

const open = async (id: string, window = 'aaa', actor = 'actor00001'): Promise<OpenCase> => {
  const one = await openCase(id, { actor, window, now });
  opened.push(one);
  return one;
};

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const tagFields = (name: string) => ({
  name,
  kind: 'topic' as const,
  parentId: null,
  aliases: [] as string[],
  hue: 0,
  description: '',
  withhold: false,
});

const addTag = (one: OpenCase, id: string, name: string) =>
  one.transact('Create tag', (tx) => {
    tx.create('tags', id, tagFields(name));
    return yes(id);
  });

const rename = (one: OpenCase, id: string, name: string, fold?: string) =>
  one.transact(
    'Rename tag',
    async (tx) => {
      if (!(await tx.get('tags', id))) return no('not-found');
      tx.update('tags', id, { name });
      return yes(id);
    },
    fold === undefined ? {} : { fold },
  );

const tag = async (one: OpenCase, id: string): Promise<Tag | undefined> => (await readRows(one, 'tags', [id]))[0];

describe('transact', () => {
  it('writes the rows and one journal entry, or neither', async () => {
    const one = await open(newId());
    const id = newId();
    await addTag(one, id, 'Artillery');
    expect((await tag(one, id))?.name).toBe('Artillery');
    expect(await one.db.journal.count()).toBe(1);
    const refused = await one.transact('Refused', (tx) => {
      tx.create('tags', newId(), tagFields('Never'));
      return no('not-found');
    });
    expect(refused.ok).toBe(false);
    await expect(
      one.transact('Throws', async (tx) => {
        await tx.get('tags', id);
        tx.update('tags', id, { name: 'Never' });
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    expect(await one.db.journal.count()).toBe(1);
    expect((await tag(one, id))?.name).toBe('Artillery');
  });

  it('journals only the fields that changed, and nothing when nothing changes', async () => {
    const one = await open(newId());
    const id = newId();
    await addTag(one, id, 'Shells');
    await rename(one, id, 'Shells');
    expect(await one.db.journal.count()).toBe(1);
    await rename(one, id, 'Shells, 152 mm');
    const last = await one.db.journal.orderBy(':id').last();
    expect(last?.changes).toEqual([
      { table: 'tags', id, kind: 'changed', before: { name: 'Shells' }, after: { name: 'Shells, 152 mm' } },
    ]);
    const row = await tag(one, id);
    expect(Object.keys(row!.clocks)).toEqual(['name']);
    expect(row!.clocks['name']! > row!.created).toBe(true);
  });

  it('folds successive edits of one field into one step', async () => {
    const one = await open(newId());
    const id = newId();
    await addTag(one, id, 'K');
    for (const name of ['Ko', 'Kok', 'Koksan']) await rename(one, id, name, `name ${id}`);
    expect(await one.db.journal.count()).toBe(2);
    expect((await one.undo()).ok).toBe(true);
    expect((await tag(one, id))?.name).toBe('K');
    expect((await one.redo()).ok).toBe(true);
    expect((await tag(one, id))?.name).toBe('Koksan');
  });

  it('keeps writes of one window in order', async () => {
    const one = await open(newId());
    const id = newId();
    await addTag(one, id, '0');
    await Promise.all(Array.from({ length: 20 }, (_, i) => rename(one, id, String(i + 1))));
    expect((await tag(one, id))?.name).toBe('20');
    expect(await one.db.journal.count()).toBe(21);
  });
});

describe('undo', () => {
  it('takes back and does again, also after a restart', async () => {
    const caseId = newId();
    const id = newId();
    const before = await open(caseId);
    await addTag(before, id, 'Kursk');
    await rename(before, id, 'Kursk Oblast');
    before.close();
    const after = await open(caseId, 'bbb');
    expect(await after.stepLabels()).toEqual({ undo: 'Rename tag', redo: null });
    await after.undo();
    expect((await tag(after, id))?.name).toBe('Kursk');
    await after.undo();
    expect(await tag(after, id)).toBeUndefined();
    after.close();
    const again = await open(caseId, 'ccc');
    expect(await again.stepLabels()).toEqual({ undo: null, redo: 'Create tag' });
    await again.redo();
    await again.redo();
    expect((await tag(again, id))?.name).toBe('Kursk Oblast');
    expect(await again.redo()).toEqual({ ok: false, reason: 'nothing-to-undo' });
  });

  it('pressed again before the last one is done takes the step before, and redo takes it back', async () => {
    const one = await open(newId());
    const id = newId();
    await addTag(one, id, 'K');
    await rename(one, id, 'Koksan');
    // Keys come faster than the disk: none of these waits for the one before.
    const done = await Promise.all([rename(one, id, 'Koksan gun'), one.undo(), one.undo(), one.redo()]);
    expect(done.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect((await tag(one, id))?.name).toBe('Koksan');
    expect(await one.stepLabels()).toEqual({ undo: 'Rename tag', redo: 'Rename tag' });
  });

  it('refuses when another window changed the same thing since, and keeps the step', async () => {
    const caseId = newId();
    const id = newId();
    const mine = await open(caseId, 'aaa');
    await addTag(mine, id, 'One');
    const other = await open(caseId, 'bbb');
    await rename(mine, id, 'Two');
    await rename(other, id, 'Three');
    expect(await mine.undo()).toMatchObject({ ok: false, reason: 'changed-since' });
    expect((await tag(mine, id))?.name).toBe('Three');
    await rename(other, id, 'Two');
    expect((await mine.undo()).ok).toBe(true);
    await other.transact('Describe tag', async (tx) => {
      await tx.get('tags', id);
      tx.update('tags', id, { description: 'theirs' });
      return yes(null);
    });
    // Taking back the creation would take the other window's words with it.
    expect(await mine.undo()).toMatchObject({ ok: false, reason: 'changed-since' });
    expect((await tag(mine, id))?.description).toBe('theirs');
  });

  it('gives back exactly the former state after any run of edits (property)', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('create' as const), n: fc.nat(5) }),
      fc.record({ do: fc.constant('rename' as const), n: fc.nat(5), name: fc.string({ minLength: 1, maxLength: 4 }) }),
      fc.record({
        do: fc.constant('aliases' as const),
        n: fc.nat(5),
        aliases: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
      }),
      fc.record({ do: fc.constant('remove' as const), n: fc.nat(5) }),
    );
    const visible = async (one: OpenCase): Promise<string> =>
      JSON.stringify(
        [...(await readWhole(one, 'tags')).values()]
          .map(({ id, name, aliases }) => ({ id, name, aliases }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const one = await open(newId());
        const ids = Array.from({ length: 6 }, newId);
        const states = [await visible(one)];
        for (const action of steps) {
          const id = ids[action.n]!;
          const entries = await one.db.journal.count();
          await one.transact('Step', async (tx) => {
            const row = await tx.get('tags', id);
            if (action.do === 'create') {
              if (await tx.getWithDeleted('tags', id)) return no('not-found');
              tx.create('tags', id, tagFields('new'));
            } else if (!row) return no('not-found');
            else if (action.do === 'rename') tx.update('tags', id, { name: action.name });
            else if (action.do === 'aliases') tx.update('tags', id, { aliases: action.aliases });
            else tx.remove('tags', id);
            return yes(null);
          });
          if ((await one.db.journal.count()) > entries) states.push(await visible(one));
        }
        for (let i = states.length - 2; i >= 0; i--) {
          expect((await one.undo()).ok).toBe(true);
          expect(await visible(one)).toBe(states[i]);
        }
        for (let i = 1; i < states.length; i++) {
          expect((await one.redo()).ok).toBe(true);
          expect(await visible(one)).toBe(states[i]);
        }
        one.close();
      }),
      { numRuns: 25 },
    );
  });
});

describe('packs and whole cases', () => {
  const base = {
    created: '0loyw3v2800www-actor00002',
    clocks: {},
    seen: { actor00002: '0loyw3v2800www-actor00002' },
    deleted: null,
  };
  const contents = (caseId: string, ids: readonly string[]) => ({
    case: {
      ...base,
      id: caseId,
      name: 'Whole',
      description: '',
      marking: 'TLP:GREEN' as const,
      language: 'en',
      ...NEW_CASE,
    },
    rows: { tags: ids.map((id, i) => ({ ...base, id, ...tagFields(`tag ${i}`) })) },
    texts: [],
    originals: [],
  });

  it('reads rows from packs until they are edited, and finds both', async () => {
    const caseId = newId();
    const ids = Array.from({ length: 200 }, newId);
    await storeCase(contents(caseId, ids), { caseId, name: 'Whole', now: '2026-01-01T00:00:00.000Z' });
    const one = await open(caseId);
    expect(await one.db.rows('tags').count()).toBe(0);
    expect((await tag(one, ids[150]!))?.name).toBe('tag 150');
    await rename(one, ids[150]!, 'changed');
    expect((await tag(one, ids[150]!))?.name).toBe('changed');
    expect((await readRows(one, 'tags', [ids[149]!, ids[150]!, newId()])).map((row) => row?.name)).toEqual([
      'tag 149',
      'changed',
      undefined,
    ]);
    expect((await readWhole(one, 'tags')).size).toBe(200);
    await one.undo();
    expect((await tag(one, ids[150]!))?.name).toBe('tag 150');
    await dropCase(caseId);
  });

  it('leaves nothing behind when an import is stopped', async () => {
    const caseId = newId();
    const stop = new AbortController();
    stop.abort();
    await expect(
      storeCase(contents(caseId, [newId()]), {
        caseId,
        name: 'x',
        now: '2026-01-01T00:00:00.000Z',
        signal: stop.signal,
      }),
    ).rejects.toThrow('aborted');
    expect((await listCases()).some((one) => one.id === caseId)).toBe(false);
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: `collate-case-${caseId}` }));
  });

  it('drops an unfinished case at the next start', async () => {
    const caseId = newId();
    await registerCase({ id: caseId, name: 'half', state: 'unfinished', created: '', opened: '' });
    expect(await dropUnfinishedCases()).toBe(1);
    expect((await listCases()).some((one) => one.id === caseId)).toBe(false);
  });
});

describe('schema', () => {
  it('rises by one step at a time', () => {
    expect(CASE_SCHEMA.map((step) => step.version)).toEqual(CASE_SCHEMA.map((_, i) => i + 1));
  });

  it('upgrades rows in tables and in packs with the same function', async () => {
    const caseId = newId();
    const old = new CaseDatabase(caseId);
    await old.open();
    const row = (id: string) => ({ id, name: id }) as never;
    await old.rows('tags').put(row('t1'));
    await old.packs.put({ key: 'tags/t2', rows: [row('t2')] });
    old.close();
    const upgrade = (tagRow: { name: string }) => ({ ...tagRow, name: `${tagRow.name}, upgraded` });
    const next = new CaseDatabase(caseId, [
      ...CASE_SCHEMA,
      { version: CASE_SCHEMA.length + 1, stores: {}, rows: { tags: upgrade as never } },
    ]);
    await next.open();
    expect((await next.rows('tags').get('t1'))?.name).toBe('t1, upgraded');
    expect(((await next.packs.get('tags/t2'))!.rows[0] as Tag).name).toBe('t2, upgraded');
    next.close();
    await expect(openCase(caseId, { actor: 'actor00001', window: 'aaa', now })).rejects.toMatchObject({
      kind: 'newer-schema',
    });
  });

  it('opens a case of the first version, with what later fields start with', async () => {
    const caseId = newId();
    const old = new CaseDatabase(caseId, CASE_SCHEMA.slice(0, 1));
    await old.open();
    const base = { created: '0m32sj1eg00000-actor00001', clocks: {}, seen: {}, deleted: null };
    const { withhold: _, ...firstTag } = tagFields('Kursk');
    const [inTable, inPack] = [newId(), newId()];
    await old.rows('tags').put({ ...base, ...firstTag, id: inTable } as never);
    await old.packs.put({ key: `tags/${inPack}`, rows: [{ ...base, ...firstTag, id: inPack } as never] });
    old.close();
    const one = await open(caseId);
    for (const tag of await readRows(one, 'tags', [inTable, inPack])) {
      expect(tagSchema.parse(tag)).toMatchObject({ name: 'Kursk', withhold: false });
    }
    await expect(one.db.rows('judgements').count()).resolves.toBe(0);
  });

  it('opens a case of the second version with no layouts, figures or repeated documents', async () => {
    const caseId = newId();
    const old = new CaseDatabase(caseId, CASE_SCHEMA.slice(0, 2));
    await old.open();
    const { documents, excerpts } = smallCase().rows;
    const [{ originId: _, ...document }, { figures: __, ...excerpt }] = [documents![0]!, excerpts![0]!];
    await old.rows('documents').put(document as never);
    await old.packs.put({ key: `excerpts/${excerpt.id}`, rows: [excerpt as never] });
    old.close();
    const one = await open(caseId);
    expect(await readRows(one, 'documents', [document.id])).toMatchObject([{ originId: null }]);
    expect(await readRows(one, 'excerpts', [excerpt.id])).toMatchObject([{ figures: [], quote: excerpt.quote }]);
    await expect(one.db.rows('layouts').count()).resolves.toBe(0);
  });

  it('tells a window that another brings a newer schema', async () => {
    const caseId = newId();
    const one = await open(caseId);
    let lost = 0;
    one.onLost(() => (lost += 1));
    const newer = new CaseDatabase(caseId, [...CASE_SCHEMA, { version: CASE_SCHEMA.length + 1, stores: {} }]);
    await newer.open();
    expect(lost).toBeGreaterThan(0);
    await expect(addTag(one, newId(), 'late')).rejects.toMatchObject({ kind: 'storage-closed' });
    newer.close();
  });
});
