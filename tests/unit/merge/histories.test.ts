// Whole histories: four analysts, wrong clocks, long offline, copies passed in any order and again. COLLATE_HISTORIES
// says how many are played; 300 where nothing is said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBundle, writeBundle } from '@shared/bundle';
import type { BundleContents, RecordTable } from '@shared/bundle';
import { canonicalJson } from '@shared/bundle/canonicalJson';
import { LARGEST_DRIFT, knowing, latestStamp, makeClock, timeOf } from '@shared/merge/clock';
import { createRow } from '@shared/merge/edit';
import { NEW_CASE } from '@shared/model/case';
import type { Conflict } from '@shared/model/conflict';
import { isAlive } from '@shared/model/record';
import type { AnyRow, RowOf, TableName } from '@shared/model/tables';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';
import { TWO_YEARS, history, play, take } from './histories';
import type { Copy, Edit, Machine, Played } from './histories';

const RUNS = Number(process.env.COLLATE_HISTORIES ?? 300);
const TEXT = 'At dawn three tankers left the basin.';

const textId = await bundleTools.sha256(bundleTools.encode(TEXT));
const id = (n: number): string => `0192f0a1-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The case that every machine begins with: a document, three excerpts, tags and a source. */
function beginning(): Copy {
  let wall = Date.UTC(2025, 10, 1);
  const clock = makeClock('eeeeeeeeee', 'www', () => (wall += 1000));
  const copy: Copy = new Map();
  const add = (table: TableName, n: number, fields: unknown): void => {
    const row = createRow(table, id(n), fields as never, clock.tick()) as AnyRow;
    copy.set(`${table}/${row.id}`, { table, row });
  };
  add('cases', 90, { name: 'Basin', description: '', marking: 'TLP:GREEN', language: 'en', ...NEW_CASE });
  const version = {
    textId,
    importedAt: '2025-11-01T00:00:00Z',
    fileName: '',
    mediaType: 'text/plain',
    originalId: null,
  };
  const versions = [{ ...version, extractor: 'plain/1' }];
  const csl = { type: 'report', title: 'Tankers' };
  const document = { title: 'Tankers', csl, sourceId: null, language: 'en', marking: 'TLP:GREEN', state: 'unread' };
  add('documents', 91, { ...document, originId: null, note: '', versions });
  for (const n of [0, 1, 2]) {
    const place = {
      documentId: id(91),
      textId,
      start: n,
      end: n + 5,
      quote: TEXT.slice(n, n + 5),
      prefix: '',
      suffix: '',
    };
    const judged = { credibility: null, eventDate: null, marking: null, sourceId: null, figures: [] };
    add('excerpts', 80 + n, { ...place, note: '', tags: [], ...judged });
  }
  for (const n of [0, 1, 2, 3, 4])
    add('tags', n, {
      name: `t${n}`,
      kind: 'topic',
      parentId: null,
      aliases: [],
      hue: 0,
      description: '',
      withhold: false,
    });
  add('sources', 70, { name: 'Port', kind: 'agency', aliases: [], description: '', originId: null, gradings: [] });
  return copy;
}

const print = (copy: Copy): string =>
  [...copy.values()]
    .map(({ table, row }) => `${table} ${canonicalJson(row)}`)
    .sort()
    .join('\n');

/** Everybody takes everybody's copy until nothing changes; one round more changes nothing at all. */
function exchange(machines: readonly Machine[], order: readonly number[]): void {
  const round = (): number =>
    order.reduce(
      (sum, i) => sum + order.reduce((n, j) => n + (i === j ? 0 : take(machines[i]!, machines[j]!.rows)), 0),
      0,
    );
  let rounds = 0;
  while (round() > 0) expect((rounds += 1)).toBeLessThan(20);
}

const saw = (seen: AnyRow['seen'], stamp: string): boolean => (seen[stamp.slice(15)] ?? '') >= stamp;

/** Edits that nothing tells of any more, though nobody who knew of them wrote over them. */
function lostIn({ machines, edits, deletions }: Played): Edit[] {
  const { rows } = machines[0]!;
  const aside = new Set(
    [...rows.values()].flatMap(({ table, row }) => {
      const { recordId, field, lostStamp, table: of } = row as Conflict;
      return table === 'conflicts' ? [`${of}/${recordId} ${field} ${lostStamp}`] : [];
    }),
  );
  return edits.filter((edit) => {
    if (aside.has(`${edit.key} ${edit.field} ${edit.stamp}`)) return false;
    const { row } = rows.get(edit.key)!;
    if (row.clocks[edit.slot] === edit.stamp) {
      const deletion = isAlive(row) ? undefined : deletions.find((one) => one.stamp === row.deleted);
      return deletion !== undefined && !saw(deletion.seen, edit.stamp);
    }
    return !edits.some(
      (other) =>
        other.key === edit.key &&
        other.slot === edit.slot &&
        other.stamp > edit.stamp &&
        (saw(other.seen, edit.stamp) || canonicalJson(other.value) === canonicalJson(edit.value)),
    );
  });
}

const byId = (a: AnyRow, b: AnyRow): number => (a.id < b.id ? -1 : 1);

function contentsOf(copy: Copy): BundleContents {
  const rows: Partial<Record<RecordTable, AnyRow[]>> = {};
  let record: RowOf<'cases'> | undefined;
  for (const { table, row } of copy.values()) {
    if (table === 'cases') record = row as RowOf<'cases'>;
    else (rows[table as RecordTable] ??= []).push(row);
  }
  for (const list of Object.values(rows)) list.sort(byId);
  return { case: record!, rows: rows as BundleContents['rows'], texts: [{ id: textId, text: TEXT }], originals: [] };
}

/** The copy as it comes out of the bundle that is made of it. */
async function bundled(copy: Copy): Promise<Copy> {
  const read = await readBundle(await writeBundle(contentsOf(copy), bundleTools), bundleTools);
  if (!read.ok) throw new Error(`${read.reason} ${read.detail ?? ''}`);
  const out: Copy = new Map([[`cases/${read.value.case.id}`, { table: 'cases', row: read.value.case }]]);
  for (const [table, rows] of Object.entries(read.value.rows) as [RecordTable, readonly AnyRow[]][])
    for (const row of rows) out.set(`${table}/${row.id}`, { table, row });
  return out;
}

describe('histories of a case on four machines', () => {
  it(
    `end alike on all of them, and lose no edit without a word (${RUNS} histories)`,
    () => {
      fc.assert(
        fc.property(history, ({ dates, actions, order }) => {
          const played = play(beginning(), { dates, actions });
          exchange(played.machines, order);
          const [first, ...others] = played.machines.map(({ rows }) => print(rows));
          for (const other of others) expect(other).toBe(first);
          expect(lostIn(played)).toEqual([]);
          for (const { key, stamp, seen } of played.deletions) {
            const { row } = played.machines[0]!.rows.get(key)!;
            const all = [
              ...Object.values(row.clocks),
              ...played.deletions.map((one) => (one.key === key ? one.stamp : '')),
            ];
            // Nothing was done to it after or beside this deletion.
            if (all.every((other) => other === '' || other === stamp || saw(seen, other)))
              expect(isAlive(row)).toBe(false);
          }
        }),
        { numRuns: RUNS },
      );
    },
    RUNS * 1_000,
  );

  it('do so when bundles carry the copies', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ dates, actions, order }) => {
        const { machines } = play(beginning(), { dates, actions });
        for (let round = 0; round < 2; round++)
          for (const i of order)
            for (const j of order) if (i !== j) take(machines[i]!, await bundled(machines[j]!.rows));
        const [first, ...others] = machines.map(({ rows }) => print(rows));
        for (const other of others) expect(other).toBe(first);
        const again = await bundled(machines[0]!.rows);
        for (const machine of machines) expect(take(machine, again)).toBe(0);
      }),
      { numRuns: Math.min(100, Math.max(10, RUNS / 30)) },
    );
  }, 1_800_000);

  it('let no clock be driven further than a day by a machine two years ahead, and every knowing edit win', () => {
    fc.assert(
      fc.property(history, ({ actions }) => {
        const { machines, edits, now } = play(beginning(), {
          dates: [TWO_YEARS, 0, 0, 0],
          actions: actions.filter((one) => one.do !== 'date'),
        });
        for (const { clock } of machines.slice(1))
          expect(timeOf(clock.tick()) - now).toBeLessThanOrEqual(LARGEST_DRIFT + 1);
        for (const { stamp, seen } of edits) for (const known of Object.values(seen)) expect(stamp > known).toBe(true);
      }),
      { numRuns: Math.min(RUNS, 1_000) },
    );
  });
});

describe('a stamp at the end of time', () => {
  it('is followed by none that a reader would refuse', () => {
    const last = `${(Date.UTC(2200, 0, 1) - 1).toString(36).padStart(9, '0')}zzwww-aaaaaaaaaa`;
    const { row } = [...beginning().values()][0]!;
    const met = { ...row, clocks: { name: last }, seen: { aaaaaaaaaa: last } };
    const stamp = knowing(met, makeClock('bbbbbbbbbb', 'www', () => 1).tick());
    expect(timeOf(stamp)).toBe(timeOf(latestStamp(met)));
    expect(stamp > last).toBe(true);
  });
});
