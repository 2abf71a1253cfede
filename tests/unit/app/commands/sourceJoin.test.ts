// Joining two records of one source over a real store: everything that names the one names the other, in one step.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BundleContents } from '@shared/bundle';
import { makeClock } from '@shared/merge/clock';
import { createRow, deleteRow, editRow } from '@shared/merge/edit';
import { mergeContents } from '@shared/merge/mergeContents';
import { NEW_CASE } from '@shared/model/case';
import { isAlive } from '@shared/model/record';
import { yes } from '@shared/model/result';
import type { AnyRow } from '@shared/model/tables';
import type { Filter } from '@shared/query/filter';
import type { CommandContext } from '../../../../renderer/app/commands/handler';
import { sourceHandlers } from '../../../../renderer/app/commands/sources';
import { readContents } from '../../../../renderer/store/contents';
import type { CaseContents } from '../../../../renderer/store/contents';
import { openCase } from '../../../../renderer/store/openCase';
import type { OpenCase } from '../../../../renderer/store/openCase';
import { readRows } from '../../../../renderer/store/rows';

let counter = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;
let wall = 1_700_000_000_000;
let theCase: OpenCase;
let toasts: string[];
let excerptIds: string[];
let context: CommandContext;

beforeEach(async () => {
  theCase = await openCase(newId(), { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) });
  [toasts, excerptIds] = [[], []];
  context = {
    theCase,
    options: {},
    newId,
    now: () => new Date((wall += 10)),
    toast: (message: string) => void toasts.push(message),
    index: { query: (_filter: Filter) => Promise.resolve({ ids: excerptIds }) },
  } as unknown as CommandContext;
});
afterEach(() => theCase.close());

async function made(outcome: unknown): Promise<string> {
  const result = (await outcome) as { ok: boolean; value: string | null; reason?: string };
  expect(result.reason).toBeUndefined();
  return result.value!;
}

const QUOTED = {
  textId: 'a'.repeat(64),
  start: 0,
  end: 4,
  quote: 'Four',
  prefix: '',
  suffix: '',
  note: '',
  tags: [],
  credibility: null,
  eventDate: null,
  marking: null,
  figures: [],
};
const DOCUMENT = {
  title: 'Report',
  csl: { type: 'report' as const, title: 'Report' },
  language: 'en',
  marking: 'TLP:GREEN' as const,
  note: '',
  originId: null,
  versions: [],
};
const CASE = { name: 'Basin', description: '', marking: 'TLP:GREEN' as const, language: 'en', ...NEW_CASE };

async function makeExcerpt(sourceId: string | null): Promise<string> {
  const id = newId();
  await theCase.transact('Excerpt', (tx) => {
    tx.create('excerpts', id, { ...QUOTED, documentId: newId(), sourceId });
    return yes(id);
  });
  excerptIds.push(id);
  return id;
}

describe('joined sources', () => {
  const makeSource = (name: string): Promise<string> =>
    made(sourceHandlers['source.create'](context, { name, kind: 'agency' }));
  const source = async (id: string) => (await readRows(theCase, 'sources', [id]))[0];
  const grade = (id: string, reliability: 'B' | 'C', reason: string) =>
    made(sourceHandlers['source.grade'](context, { id, reliability, reason }));

  async function makeDocument(sourceId: string | null): Promise<string> {
    const id = newId();
    await theCase.transact('Document', (tx) => {
      tx.create('documents', id, { ...DOCUMENT, sourceId, state: 'unread' });
      return yes(id);
    });
    return id;
  }
  async function makeLink(fromId: string, toId: string): Promise<string> {
    const id = newId();
    await theCase.transact('Link', (tx) => {
      const ends = { fromTable: 'excerpts' as const, fromId, toTable: 'excerpts' as const, toId };
      tx.create('links', id, { ...ends, type: 'corroborates', note: 'Both counted.' });
      return yes(id);
    });
    return id;
  }
  const all = async (): Promise<CaseContents['rows']> => (await readContents(theCase, { originals: false })).rows;
  /** Records as a person sees them, without the clocks that undo moves on. */
  const seen = async (): Promise<unknown> => {
    const plain = (rows: readonly AnyRow[]) =>
      rows.filter((row) => isAlive(row)).map(({ clocks: _c, seen: _s, deleted: _d, created: _e, ...fields }) => fields);
    return Object.fromEntries(Object.entries(await all()).map(([table, rows]) => [table, plain(rows)]));
  };

  async function twice() {
    const [from, into, other] = [
      await makeSource('Harbour office'),
      await makeSource('Port Authority'),
      await makeSource('Paper'),
    ];
    await made(sourceHandlers['source.update'](context, { id: other, patch: { originId: from } }));
    await made(
      sourceHandlers['source.update'](context, { id: from, patch: { aliases: ['HO'], description: 'Counts ships.' } }),
    );
    await grade(into, 'B', 'Good record.');
    await grade(from, 'C', 'Two denials.');
    const [mine, theirs, neither] = [await makeDocument(into), await makeDocument(from), await makeDocument(null)];
    const [said, told] = [await makeExcerpt(from), await makeExcerpt(into)];
    const link = await makeLink(said, told);
    return { from, into, other, mine, theirs, neither, said, told, link };
  }

  it('take over documents, excerpts, followers, names and grades; links stay with their excerpts', async () => {
    const { from, into, other, mine, theirs, neither, said, told, link } = await twice();
    const linked = (await readRows(theCase, 'links', [link]))[0];
    await made(sourceHandlers['source.join'](context, { fromId: from, intoId: into }));
    expect(await source(from)).toBeUndefined();
    expect(await source(into)).toMatchObject({
      name: 'Port Authority',
      aliases: ['HO', 'Harbour office'],
      description: 'Counts ships.',
    });
    expect((await source(into))!.gradings.map(({ reason }) => reason)).toEqual(['Good record.', 'Two denials.']);
    expect(await source(other)).toMatchObject({ originId: into });
    const documents = await readRows(theCase, 'documents', [mine, theirs, neither]);
    expect(documents.map((one) => one!.sourceId)).toEqual([into, into, null]);
    const excerpts = await readRows(theCase, 'excerpts', [said, told]);
    expect(excerpts.map((one) => one!.sourceId)).toEqual([into, into]);
    expect((await readRows(theCase, 'links', [link]))[0]).toEqual(linked);
    expect(toasts.at(-1)).toBe('“Harbour office” is now part of “Port Authority”.');
  });

  it('come apart again in one step, and together again', async () => {
    const { from, into } = await twice();
    const before = await seen();
    await made(sourceHandlers['source.join'](context, { fromId: from, intoId: into }));
    const after = await seen();
    expect(await theCase.stepLabels()).toMatchObject({ undo: 'Join sources' });
    expect(await theCase.undo()).toMatchObject({ ok: true });
    expect(await seen()).toEqual(before);
    expect(await theCase.redo()).toMatchObject({ ok: true });
    expect(await seen()).toEqual(after);
  });

  it('refuse to be joined with themselves or with what is gone, and change nothing', async () => {
    const { from, into } = await twice();
    const before = await all();
    expect(await sourceHandlers['source.join'](context, { fromId: into, intoId: into })).toMatchObject({
      reason: 'same-source',
    });
    expect(await sourceHandlers['source.join'](context, { fromId: newId(), intoId: into })).toMatchObject({
      reason: 'not-found',
    });
    expect(await sourceHandlers['source.join'](context, { fromId: from, intoId: newId() })).toMatchObject({
      reason: 'not-found',
    });
    expect(await all()).toEqual(before);
  });

  it('are the same on both sides, whatever the other did meanwhile', async () => {
    const { from, into, said } = await twice();
    const whole = async (): Promise<BundleContents> =>
      (await readContents(theCase, { originals: true })) as BundleContents;
    const theirs = makeClock('actor00002', 'bbb', () => (wall += 10));
    const start: BundleContents = {
      ...(await whole()),
      case: createRow('cases', theCase.id, CASE, makeClock('ooooooooo0', 'ooo', () => (wall += 10)).tick()),
    };
    // The other analyst joins them the other way round, grades the one that goes here, and quotes it once more.
    const other = (rows: BundleContents['rows']): BundleContents['rows'] => ({
      ...rows,
      sources: rows.sources!.map((row) =>
        row.id === into
          ? deleteRow(row, theirs.tick())
          : row.id === from
            ? editRow('sources', row, { aliases: [...row.aliases, 'Port Authority'] }, theirs.tick())
            : row,
      ),
      excerpts: [
        ...rows.excerpts!.map((row) =>
          row.id === said ? editRow('excerpts', row, { note: 'theirs' }, theirs.tick()) : row,
        ),
        createRow('excerpts', newId(), { ...QUOTED, documentId: newId(), sourceId: from }, theirs.tick()),
      ],
    });
    const there = { ...start, rows: other(start.rows) };
    await made(sourceHandlers['source.join'](context, { fromId: from, intoId: into }));
    const here = { ...(await whole()), case: start.case };
    const [one, two] = [mergeContents(here, there), mergeContents(there, here)];
    if (!one.ok || !two.ok) throw new Error('not merged');
    expect(one.value.contents.rows).toEqual(two.value.contents.rows);
    const again = mergeContents(one.value.contents, there);
    expect(again.ok && again.value.contents.rows).toEqual(one.value.contents.rows);
  });
});
