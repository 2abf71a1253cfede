// Field clocks and merge: three actors, random histories, bundles in any order. Design: "Records and merging".
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowing, makeClock } from '@shared/merge/clock';
import type { Clock } from '@shared/merge/clock';
import { createRow, deleteRow, editRow, restoreRow } from '@shared/merge/edit';
import { mergeRows } from '@shared/merge/merge';
import { conflictRow, mergeCases } from '@shared/merge/mergeCases';
import { isAlive } from '@shared/model/record';
import type { Excerpt } from '@shared/model/excerpt';
import type { AnyRow, TableName } from '@shared/model/tables';

const ACTORS = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'];
const TAGS = ['t1', 't2', 't3', 't4'];

const fields = (note = ''): Omit<Excerpt, 'id' | 'created' | 'clocks' | 'seen' | 'deleted'> => ({
  documentId: 'd',
  textId: 'x',
  start: 0,
  end: 5,
  quote: 'quote',
  prefix: '',
  suffix: '',
  note,
  tags: [],
  credibility: null,
  eventDate: null,
  marking: null,
  sourceId: null,
  figures: [],
});

type Action =
  | { kind: 'note'; actor: number; value: string }
  | { kind: 'grade'; actor: number; value: 1 | 2 | 3 }
  | { kind: 'tags'; actor: number; value: string[] }
  | { kind: 'delete'; actor: number }
  | { kind: 'restore'; actor: number }
  | { kind: 'take'; actor: number; from: number };

const actor = fc.nat(2);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('note' as const), actor, value: fc.string({ maxLength: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('grade' as const),
      actor,
      value: fc.constantFrom(1 as const, 2 as const, 3 as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('tags' as const),
      actor,
      value: fc.uniqueArray(fc.constantFrom(...TAGS)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), actor }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), actor }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('take' as const), actor, from: fc.nat(2) }) },
);

interface Replica {
  clock: Clock;
  row: Excerpt;
  conflicts: Map<string, AnyRow>;
}

const idFor = (text: string): string => `id of ${text}`;

function start(skews: readonly number[]): Replica[] {
  let wall = 1_700_000_000_000;
  const clocks = ACTORS.map((name, i) => makeClock(name, 'www', () => (wall += 7) + skews[i]!));
  const row = createRow('excerpts', 'e1', fields(), clocks[0]!.tick());
  return clocks.map((clock) => {
    clock.observe(row.created);
    return { clock, row, conflicts: new Map() };
  });
}

/** What a bundle passed from one to another does. */
function take(into: Replica, from: Replica): void {
  const incoming: { table: TableName; row: AnyRow }[] = [
    { table: 'excerpts', row: from.row },
    ...[...from.conflicts.values()].map((row) => ({ table: 'conflicts' as const, row })),
  ];
  const merge = mergeCases(incoming, (table, id) => (table === 'excerpts' ? into.row : into.conflicts.get(id)), idFor);
  for (const { table, row } of merge.changed) {
    if (table === 'excerpts') into.row = row as Excerpt;
    else into.conflicts.set(row.id, row);
  }
  for (const stamp of Object.values(from.row.seen)) into.clock.observe(stamp);
}

function play(replicas: Replica[], actions: readonly Action[]): void {
  for (const step of actions) {
    const me = replicas[step.actor]!;
    switch (step.kind) {
      case 'note':
        me.row = editRow('excerpts', me.row, { note: step.value }, knowing(me.row, me.clock.tick()));
        break;
      case 'grade':
        me.row = editRow('excerpts', me.row, { credibility: step.value }, knowing(me.row, me.clock.tick()));
        break;
      case 'tags':
        me.row = editRow('excerpts', me.row, { tags: step.value }, knowing(me.row, me.clock.tick()));
        break;
      case 'delete':
        if (isAlive(me.row)) me.row = deleteRow(me.row, knowing(me.row, me.clock.tick()));
        break;
      case 'restore':
        if (!isAlive(me.row)) me.row = restoreRow(me.row, knowing(me.row, me.clock.tick()));
        break;
      case 'take':
        take(me, replicas[step.from]!);
        break;
    }
  }
}

const skews = fc.tuple(
  fc.integer({ min: -9e10, max: 9e10 }),
  fc.integer({ min: -9e10, max: 9e10 }),
  fc.integer({ min: -9e10, max: 9e10 }),
);
const canon = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );

describe('merging copies of a record', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(skews, fc.array(action, { maxLength: 25 }), (skew, actions) => {
        const replicas = start(skew);
        play(replicas, actions);
        const [a, b, c] = replicas.map((replica) => replica.row) as [Excerpt, Excerpt, Excerpt];
        const merge = (x: Excerpt, y: Excerpt): Excerpt => mergeRows('excerpts', x, y).row;
        expect(canon(merge(a, b))).toBe(canon(merge(b, a)));
        expect(canon(merge(merge(a, b), c))).toBe(canon(merge(a, merge(b, c))));
        expect(canon(merge(a, a))).toBe(canon(a));
        expect(canon(merge(merge(a, b), b))).toBe(canon(merge(a, b)));
      }),
      { numRuns: 300 },
    );
  });

  it('ends all replicas equal, in whatever order bundles are passed, and keeps every lost note for review', () => {
    fc.assert(
      fc.property(skews, fc.array(action, { maxLength: 30 }), (skew, actions) => {
        const replicas = start(skew);
        play(replicas, actions);
        for (let round = 0; round < 2; round++) {
          for (const into of replicas) for (const from of replicas) if (into !== from) take(into, from);
        }
        const [first, ...others] = replicas.map(({ row, conflicts }) =>
          canon([row, [...conflicts.values()].sort((x, y) => (x.id < y.id ? -1 : 1))]),
        );
        for (const other of others) expect(other).toBe(first);
      }),
      {
        numRuns: 300,
        examples: [
          // One edit of a set is lost to a deletion twice, once alone and once beside a later edit of the same set.
          [
            [0, 0, 0],
            [
              { kind: 'tags', actor: 1, value: ['t1'] },
              { kind: 'take', actor: 2, from: 1 },
              { kind: 'tags', actor: 1, value: ['t1', 't3'] },
              { kind: 'delete', actor: 0 },
              { kind: 'take', actor: 2, from: 0 },
            ],
          ],
        ],
      },
    );
  });

  it('lets an edit made in knowledge of another win, however wrong the other clock was', () => {
    const [a, b] = start([0, 2 * 365 * 86_400_000, 0]) as [Replica, Replica, Replica];
    b.row = editRow('excerpts', b.row, { note: 'from the future' }, knowing(b.row, b.clock.tick()));
    take(a, b);
    a.row = editRow('excerpts', a.row, { note: 'later, and knowing it' }, knowing(a.row, a.clock.tick()));
    take(b, a);
    expect(b.row.note).toBe('later, and knowing it');
    expect(b.conflicts.size).toBe(0);
  });

  it('keeps the value that loses when two analysts did not know of each other', () => {
    const [a, b] = start([0, 0, 0]) as [Replica, Replica, Replica];
    a.row = editRow('excerpts', a.row, { note: 'mine' }, knowing(a.row, a.clock.tick()));
    b.row = editRow('excerpts', b.row, { note: 'theirs' }, knowing(b.row, b.clock.tick()));
    take(a, b);
    expect(a.row.note).toBe('theirs');
    expect([...a.conflicts.values()].map((row) => (row as { value?: unknown }).value)).toEqual(['mine']);
  });

  it('lets a later edit win over an earlier deletion, and keeps an edit that a deletion did not know of', () => {
    const [a, b] = start([0, 0, 0]) as [Replica, Replica, Replica];
    a.row = deleteRow(a.row, knowing(a.row, a.clock.tick()));
    b.row = editRow('excerpts', b.row, { note: 'still needed' }, knowing(b.row, b.clock.tick()));
    take(a, b);
    expect(isAlive(a.row)).toBe(true);
    const [c, d] = start([0, 0, 0]) as [Replica, Replica, Replica];
    c.row = editRow('excerpts', c.row, { note: 'unknown to the other' }, knowing(c.row, c.clock.tick()));
    d.row = deleteRow(d.row, knowing(d.row, d.clock.tick()));
    take(c, d);
    expect(isAlive(c.row)).toBe(false);
    expect(c.conflicts.size).toBe(1);
  });

  it('refuses rows that are not copies of one record', () => {
    const [a] = start([0, 0, 0]) as [Replica, Replica, Replica];
    expect(() => mergeRows('excerpts', a.row, { ...a.row, id: 'other' })).toThrow(RangeError);
  });

  it('joins records that were made apart under one id, in any order', () => {
    const [early, middle, late] = [1, 2, 3].map((n) => {
      const clock = makeClock(ACTORS[n - 1]!, 'www', () => 1_700_000_000_000 + n);
      const row = createRow('excerpts', 'e1', { ...fields(`note ${n}`), tags: [TAGS[n]!] }, clock.tick());
      return n === 2 ? editRow('excerpts', row, { credibility: 3 }, clock.tick()) : row;
    }) as [Excerpt, Excerpt, Excerpt];
    const merge = (x: Excerpt, y: Excerpt): Excerpt => mergeRows('excerpts', x, y).row;
    const all = merge(merge(early, middle), late);
    for (const other of [merge(late, merge(middle, early)), merge(merge(late, early), middle), merge(all, early)])
      expect(canon(other)).toBe(canon(all));
    expect(all).toMatchObject({ created: early.created, note: 'note 3', tags: ['t2', 't3', 't4'] });
    const [lost] = mergeRows('excerpts', early, late).setAside;
    expect(lost).toMatchObject({ field: 'note', value: 'note 1' });
  });

  it('gives a conflict the same id everywhere', () => {
    const lost = { table: 'excerpts' as const, recordId: 'e', field: 'note', value: 'x', lostStamp: 's' };
    expect(conflictRow(lost, idFor)).toEqual(conflictRow({ ...lost }, idFor));
  });
});
