// A copy taken into a case: reviewed without a write, decided in the same transaction, taken back in one step.
import { afterEach, describe, expect, it } from 'vitest';
import { makeClock } from '@shared/merge/clock';
import { createRow, deleteRow, editRow } from '@shared/merge/edit';
import { mergeRows } from '@shared/merge/merge';
import type { Choice } from '@shared/merge/reviewMerge';
import { NEW_CASE } from '@shared/model/case';
import { isAlive } from '@shared/model/record';
import type { Tag } from '@shared/model/tag';
import { storeCase } from '../../../renderer/store/contents';
import type { CaseContents } from '../../../renderer/store/contents';
import { mergeIntoCase, reviewIncoming } from '../../../renderer/store/mergeCase';
import { openCase } from '../../../renderer/store/openCase';
import type { OpenCase } from '../../../renderer/store/openCase';
import { readRowsWithDeleted } from '../../../renderer/store/rows';
import { readWhole } from '../../../renderer/store/whole';

const TWO_YEARS = 2 * 365 * 86_400_000;
let wall = Date.UTC(2026, 5, 1);
const now = (): number => (wall += 1_000);
const origin = makeClock('oooooooooo', 'www', now);
const fast = makeClock('bbbbbbbbbb', 'www', () => now() + TWO_YEARS);
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const fields = { kind: 'topic' as const, parentId: null, aliases: [], hue: 0, description: '', withhold: false };
const tag = (n: number, clock = origin): Tag => createRow('tags', id(n), { name: `tag ${n}`, ...fields }, clock.tick());
const record = createRow(
  'cases',
  id(0),
  { name: 'Basin', description: '', marking: 'TLP:GREEN', language: 'en', ...NEW_CASE },
  origin.tick(),
);
let count = 0;
/** One a test: their databases are apart. */
const caseId = (): string => id(900 + count);
const contents = (tags: readonly Tag[]): CaseContents => ({
  case: { ...record, id: caseId() },
  rows: { tags },
  texts: [],
  originals: [],
});

const opened: OpenCase[] = [];
async function opening(tags: readonly Tag[]): Promise<OpenCase> {
  count += 1;
  await storeCase(contents(tags), { caseId: caseId(), name: 'Basin', now: '2026-06-01T00:00:00Z' });
  const open = await openCase(caseId(), { actor: 'aaaaaaaaaa', window: 'aaa', now });
  opened.push(open);
  return open;
}
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const rename = (open: OpenCase, n: number, name: string) =>
  open.transact('Rename tag', async (tx) => {
    await tx.get('tags', id(n));
    tx.update('tags', id(n), { name });
    return { ok: true as const, value: null };
  });

/** A case with a tag renamed here, and a copy in which a fast clock renamed it too, deleted another, and made a third. */
async function apart(): Promise<{ open: OpenCase; theirs: readonly Tag[] }> {
  const base = [tag(1), tag(2)];
  const open = await opening(base);
  await rename(open, 1, 'mine');
  const renamed = editRow('tags', base[0]!, { name: 'theirs' }, fast.tick());
  return { open, theirs: [renamed, deleteRow(base[1]!, fast.tick()), tag(3, fast)] };
}

const names = async (open: OpenCase): Promise<string[]> =>
  [...(await readWhole(open, 'tags')).values()].map((one) => one.name).sort();

describe('taking a copy into a case', () => {
  it('is reviewed without a write', async () => {
    const { open, theirs } = await apart();
    const before = await open.db.journal.count();
    const review = await reviewIncoming(open, contents(theirs), now());
    expect(review.counts).toEqual({ conflict: 1, new: 1, newer: 0, deleted: 1, older: 0, same: 1 });
    expect(review.fastClocks).toMatchObject([{ actor: 'bbbbbbbbbb', days: 730 }]);
    expect(await open.db.journal.count()).toBe(before);
    expect(await names(open)).toEqual(['mine', 'tag 2']);
  });

  it('writes what was decided so that it wins on the other side too, and one undo takes all of it back', async () => {
    const { open, theirs } = await apart();
    const choices = new Map<string, Choice>([1, 2, 3].map((n) => [`tags/${id(n)}`, 'mine']));
    const report = await mergeIntoCase(open, contents(theirs), choices);
    expect(report).toEqual({ added: 0, changed: 0, deleted: 0, conflicts: 0 });
    expect(await names(open)).toEqual(['mine', 'tag 2']);
    const here = await readRowsWithDeleted(open, 'tags', [id(1), id(2), id(3)]);
    const everywhere = here.map((row, i) => mergeRows('tags', theirs[i]!, row!));
    expect(everywhere.map(({ row }) => (isAlive(row) ? row.name : null))).toEqual(['mine', 'tag 2', null]);
    expect(everywhere.flatMap(({ setAside }) => setAside)).toEqual([]);
    const unsettled = [...(await readWhole(open, 'conflicts')).values()].filter((one) => !one.settled);
    expect(unsettled).toEqual([]);
  });

  it('joins what was not decided, over a clock two years ahead too, and takes it back', async () => {
    const { open, theirs } = await apart();
    const report = await mergeIntoCase(open, contents(theirs));
    expect(report).toEqual({ added: 1, changed: 1, deleted: 1, conflicts: 1 });
    expect(await names(open)).toEqual(['tag 3', 'theirs']);
    expect(await open.undo()).toMatchObject({ ok: true });
    expect(await names(open)).toEqual(['mine', 'tag 2']);
    expect((await readWhole(open, 'conflicts')).size).toBe(0);
  });

  it('lets an edit made after it win, and undoes that edit', async () => {
    const { open, theirs } = await apart();
    await mergeIntoCase(open, contents(theirs));
    await rename(open, 1, 'knowing it');
    const [row] = await readRowsWithDeleted(open, 'tags', [id(1)]);
    expect(mergeRows('tags', theirs[0]!, row!).row.name).toBe('knowing it');
    await open.undo();
    expect(await names(open)).toEqual(['tag 3', 'theirs']);
  });

  it('can take again what was taken back', async () => {
    const { open, theirs } = await apart();
    await mergeIntoCase(open, contents(theirs));
    await open.undo();
    expect((await reviewIncoming(open, contents(theirs), now())).counts.older).toBeGreaterThan(0);
    const choices = new Map<string, Choice>([1, 2, 3].map((n) => [`tags/${id(n)}`, 'theirs']));
    await mergeIntoCase(open, contents(theirs), choices);
    expect(await names(open)).toEqual(['tag 3', 'theirs']);
  });
});
