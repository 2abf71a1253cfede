/** Whole histories of a case on several machines: what each analyst does, when, by what clock, and which copies pass. */
import fc from 'fast-check';
import { knowing, makeClock } from '@shared/merge/clock';
import type { Clock, Stamp } from '@shared/merge/clock';
import { clockKey, createRow, deleteRow, editRow, elementKeyOf, restoreRow, sameJson } from '@shared/merge/edit';
import { mergeCases } from '@shared/merge/mergeCases';
import { idFromText } from '@shared/merge/idFromText';
import { isAlive } from '@shared/model/record';
import type { AnyRow, TableName } from '@shared/model/tables';

export const ACTORS = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'dddddddddd'];
export const TWO_YEARS = 2 * 365 * 86_400_000;
const DAY = 86_400_000;

/** What can be set, by table: each value is told apart by a number of the history. */
const WORDS = (n: number): string => `words ${n}`;
const uuid = (n: number): string => `0192f0a1-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const FIELDS: Readonly<Record<string, Readonly<Record<string, (n: number) => unknown>>>> = {
  excerpts: { note: WORDS, credibility: (n) => (n % 6) + 1, tags: (n) => [uuid(n % 5), uuid((n >> 3) % 5)] },
  tags: { name: WORDS, description: WORDS, hue: (n) => n % 12, aliases: (n) => [`a${n % 4}`, `a${(n >> 2) % 4}`] },
  sources: { name: WORDS, description: WORDS, aliases: (n) => [`a${n % 3}`] },
  hypotheses: { statement: WORDS, note: WORDS },
  documents: { title: WORDS, note: WORDS, state: (n) => ['unread', 'reading', 'excerpted', 'set aside'][n % 3] },
  cases: { name: WORDS, description: WORDS },
};
/** Kinds of records that are made on the way; the others are there from the start. */
const MADE = ['tags', 'sources', 'hypotheses'] as const;
const newFields = (table: (typeof MADE)[number], n: number): Record<string, unknown> =>
  ({
    tags: { name: WORDS(n), kind: 'topic', parentId: null, aliases: [], hue: 0, description: '', withhold: false },
    sources: { name: WORDS(n), kind: 'outlet', aliases: [], description: '', originId: null, gradings: [] },
    hypotheses: { code: 'H1', statement: WORDS(n), note: '' },
  })[table];

export type Action =
  | { do: 'create'; who: number; table: number }
  | { do: 'set'; who: number; record: number; field: number; value: number }
  | { do: 'delete' | 'restore'; who: number; record: number }
  | { do: 'keep'; who: number }
  | { do: 'take'; who: number; from: number }
  | { do: 'take old'; who: number; copy: number }
  | { do: 'wait'; days: number }
  | { do: 'date'; who: number; ahead: number };

const who = fc.nat(ACTORS.length - 1);
const any = fc.nat(1_000);
const ahead = fc.constantFrom(0, 0, TWO_YEARS, -TWO_YEARS, 3 * 3_600_000, -DAY, 40 * DAY);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('create' as const), who, table: any }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('set' as const), who, record: any, field: any, value: any }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('delete' as const, 'restore' as const), who, record: any }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('keep' as const), who }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('take' as const), who, from: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take old' as const), who, copy: any }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 300 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('date' as const), who, ahead }) },
);
export const history = fc.record({
  dates: fc.tuple(ahead, ahead, ahead, ahead),
  actions: fc.array(action, { maxLength: 60, size: 'max' }),
  /** The order in which copies pass at the end. */
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
});

/** One edit of one field, or of one element of a set: its stamp, and what its maker had seen. */
export interface Edit {
  readonly key: string;
  readonly slot: string;
  readonly field: string;
  readonly value: unknown;
  readonly stamp: Stamp;
  readonly seen: AnyRow['seen'];
}
export interface Deletion {
  readonly key: string;
  readonly stamp: Stamp;
  readonly seen: AnyRow['seen'];
}
export type Copy = Map<string, { table: TableName; row: AnyRow }>;
export interface Machine {
  readonly clock: Clock;
  readonly rows: Copy;
  ahead: number;
}

/** Takes one copy of the case into another; returns how many rows changed. */
export function take(into: Machine, from: Copy): number {
  const merge = mergeCases(from.values(), (table, id) => into.rows.get(`${table}/${id}`)?.row, idFromText);
  for (const { table, row } of merge.changed) into.rows.set(`${table}/${row.id}`, { table, row });
  for (const { row } of from.values()) for (const stamp of Object.values(row.seen)) into.clock.observe(stamp);
  return merge.changed.length;
}

export interface Played {
  readonly machines: readonly Machine[];
  readonly edits: readonly Edit[];
  readonly deletions: readonly Deletion[];
  /** True time of the end, in milliseconds since 1970. */
  readonly now: number;
}

/** Plays a history from the same beginning on every machine. */
export function play(
  begin: Copy,
  { dates, actions }: { dates: readonly number[]; actions: readonly Action[] },
): Played {
  let now = Date.UTC(2026, 0, 5);
  let made = 100;
  const machines = ACTORS.map((name, i): Machine => {
    const machine: Machine = {
      ahead: dates[i]!,
      rows: new Map(begin),
      clock: makeClock(name, 'www', () => now + machine.ahead),
    };
    return machine;
  });
  const edits: Edit[] = [];
  const deletions: Deletion[] = [];
  const copies: Copy[] = [];
  const change = (
    machine: Machine,
    key: string,
    { table, row }: { table: TableName; row: AnyRow },
    next: AnyRow,
  ): void => {
    machine.rows.set(key, { table, row: next });
    for (const slot in next.clocks) {
      const stamp = next.clocks[slot]!;
      if (row.clocks[slot] === stamp) continue;
      const [field, element] = slot.split('/') as [string, string | undefined];
      if (!(field in next)) continue;
      const set = (next as unknown as Record<string, unknown>)[field];
      const keyOf = elementKeyOf(table, field);
      const value =
        element === undefined ? set : (set as unknown[]).some((one) => clockKey('', keyOf!(one)) === `/${element}`);
      edits.push({ key, slot, field, value, stamp, seen: row.seen });
    }
  };
  for (const step of actions) {
    now += 1 + (made % 7);
    if (step.do === 'wait') {
      now += step.days * DAY;
      continue;
    }
    const me = machines[step.who]!;
    const stamp = (row?: AnyRow): Stamp => (row ? knowing(row, me.clock.tick()) : me.clock.tick());
    if (step.do === 'date') me.ahead = step.ahead;
    else if (step.do === 'keep') copies.push(new Map(me.rows));
    else if (step.do === 'take') take(me, machines[step.from]!.rows);
    else if (step.do === 'take old') {
      if (copies.length > 0) take(me, copies[step.copy % copies.length]!);
    } else if (step.do === 'create') {
      const table = MADE[step.table % MADE.length]!;
      const row = createRow(table, uuid((made += 1)), newFields(table, made) as never, stamp()) as AnyRow;
      me.rows.set(`${table}/${row.id}`, { table, row });
    } else {
      const keys = [...me.rows.keys()].sort();
      const key = keys[step.record % keys.length]!;
      const { table, row } = me.rows.get(key)!;
      if (step.do === 'set' && FIELDS[table] && isAlive(row)) {
        const names = Object.keys(FIELDS[table]);
        const field = names[step.field % names.length]!;
        const value = FIELDS[table][field]!(step.value);
        const unique = Array.isArray(value) ? [...new Set(value as string[])] : value;
        if (!sameJson((row as unknown as Record<string, unknown>)[field], unique))
          change(me, key, { table, row }, editRow(table, row, { [field]: unique }, stamp(row)));
      } else if (step.do === 'set' && table === 'conflicts' && isAlive(row))
        me.rows.set(key, { table, row: editRow(table, row, { settled: true }, stamp(row)) });
      else if (step.do === 'delete' && isAlive(row) && !['cases', 'documents', 'conflicts'].includes(table)) {
        const at = stamp(row);
        deletions.push({ key, stamp: at, seen: row.seen });
        me.rows.set(key, { table, row: deleteRow(row, at) });
      } else if (step.do === 'restore' && !isAlive(row)) me.rows.set(key, { table, row: restoreRow(row, stamp(row)) });
    }
  }
  return { machines, edits, deletions, now };
}
