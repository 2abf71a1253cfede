/** Takes a bundle of a case that is here into it: one transaction, one step of undo. */
import { idFromText } from '@shared/merge/idFromText';
import { mergeCases } from '@shared/merge/mergeCases';
import { UNREVIEWED, planChoice, reviewMerge } from '@shared/merge/reviewMerge';
import type { Choice, MergeReview } from '@shared/merge/reviewMerge';
import type { Conflict } from '@shared/model/conflict';
import { isAlive } from '@shared/model/record';
import { yes } from '@shared/model/result';
import type { AnyRow, TableName } from '@shared/model/tables';
import { RECORD_TABLES } from './contents';
import type { CaseContents } from './contents';
import { asFailure } from './failure';
import { changeBetween } from './journal';
import type { OpenCase } from './openCase';
import { readRowsWithDeleted, walkRows } from './rows';
import { putOriginals } from './texts';
import type { Transaction } from './transact';

/** What a person would call new, changed or deleted. */
export interface MergeReport {
  readonly added: number;
  readonly changed: number;
  readonly deleted: number;
  /** Values that were set aside for review. */
  readonly conflicts: number;
}

const ROWS_AT_ONCE = 2_000;

type Arriving = { readonly table: TableName; readonly row: AnyRow };

function arrivingRows(incoming: CaseContents): Arriving[] {
  const arriving: Arriving[] = [{ table: 'cases', row: incoming.case }];
  for (const table of RECORD_TABLES) for (const row of incoming.rows[table] ?? []) arriving.push({ table, row });
  return arriving;
}

/** The rows that are here of those that arrive, tombstones too, by `table/id`. */
async function readHere(
  arriving: readonly Arriving[],
  read: (table: TableName, ids: string[]) => Promise<(AnyRow | undefined)[]>,
): Promise<Map<string, AnyRow>> {
  const here = new Map<string, AnyRow>();
  const byTable = new Map<TableName, string[]>();
  for (const { table, row } of arriving) {
    const ids = byTable.get(table);
    if (ids) ids.push(row.id);
    else byTable.set(table, [row.id]);
  }
  for (const [table, ids] of byTable) {
    for (let i = 0; i < ids.length; i += ROWS_AT_ONCE) {
      const rows = await read(table, ids.slice(i, i + ROWS_AT_ONCE));
      rows.forEach((row) => row && here.set(`${table}/${row.id}`, row));
    }
  }
  return here;
}

/**
 * What taking this copy in would do. Nothing is written.
 * @param now milliseconds since 1970
 * @throws StoreFailure
 */
export async function reviewIncoming(open: OpenCase, incoming: CaseContents, now: number): Promise<MergeReview> {
  const arriving = arrivingRows(incoming);
  try {
    const here = await readHere(arriving, (table, ids) => readRowsWithDeleted(open, table, ids));
    await walkRows(open, 'conflicts', (rows) => {
      for (const row of rows) here.set(`conflicts/${row.id}`, row);
    });
    return reviewMerge(arriving, (table, id) => here.get(`${table}/${id}`), idFromText, now);
  } catch (error) {
    throw asFailure(error);
  }
}

const NO_CHOICES: ReadonlyMap<string, Choice> = new Map();

/**
 * Merges a copy of the open case into it.
 * @param choices what was decided of a record in the review, by `table/id`; the others are joined field by field
 * @throws StoreFailure; nothing was changed
 */
export async function mergeIntoCase(
  open: OpenCase,
  incoming: CaseContents,
  choices: ReadonlyMap<string, Choice> = NO_CHOICES,
): Promise<MergeReport> {
  const arriving = arrivingRows(incoming);
  for (const { row } of arriving) for (const stamp of Object.values(row.seen)) open.clock.observe(stamp);
  try {
    const here = new Set(await open.db.texts.toCollection().primaryKeys());
    await open.db.texts.bulkPut(incoming.texts.filter(({ id }) => !here.has(id)));
    await putOriginals(open.db, incoming.originals);
  } catch (error) {
    throw asFailure(error);
  }
  const report = { added: 0, changed: 0, deleted: 0, conflicts: 0 };
  await open.transact(
    'Take in a bundle',
    async (tx) => {
      const here = await readHere(arriving, (table, ids) => tx.getManyWithDeleted(table, ids));
      const merge = mergeCases(arriving, (table, id) => here.get(`${table}/${id}`), idFromText);
      const joined = new Map(merge.changed.map(({ table, row }) => [`${table}/${row.id}`, row]));
      const asides = new Map<string, Conflict[]>();
      for (const { table, row } of merge.changed) {
        if (table !== 'conflicts') continue;
        const aside = row as Conflict;
        const key = `${aside.table}/${aside.recordId}`;
        asides.set(key, [...(asides.get(key) ?? []), aside]);
      }
      for (const { table, row } of merge.changed) tx.putMerged(table, row);
      report.conflicts = merge.conflicts;
      for (const { table, row } of arriving) {
        const choice = choices.get(`${table}/${row.id}`);
        if (!choice || choice === 'join') continue;
        decide(tx, table, choice, here.get(`${table}/${row.id}`), row, joined.get(`${table}/${row.id}`));
        for (const aside of asides.get(`${table}/${row.id}`) ?? []) {
          if (aside.settled) continue;
          tx.update('conflicts', aside.id, { settled: true });
          if (!here.has(`conflicts/${aside.id}`)) report.conflicts -= 1;
        }
      }
      await count(tx, report, here, new Set([...joined.keys(), ...choices.keys()]));
      return yes(null);
    },
    { kind: 'merge' },
  );
  return report;
}

/** Writes what was chosen over what the joining gave, knowing both. */
function decide(
  tx: Transaction,
  table: TableName,
  choice: Choice,
  here: AnyRow | undefined,
  there: AnyRow,
  joined: AnyRow | undefined,
): void {
  const row = joined ?? here;
  if (!row) return;
  const { life, patch } = planChoice(choice, here, there, row);
  if (life === 'restore') tx.restore(table, row.id);
  if (Object.keys(patch).length > 0) tx.update(table, row.id, patch as never);
  if (life === 'remove') tx.remove(table, row.id);
}

/** What became of the records that were touched, as a person would count it. */
async function count(
  tx: Transaction,
  report: { added: number; changed: number; deleted: number },
  here: ReadonlyMap<string, AnyRow>,
  keys: Iterable<string>,
): Promise<void> {
  const touched = [...keys].map((key) => key.split('/') as [TableName, string]);
  for (const table of new Set(touched.map(([name]) => name))) {
    if (UNREVIEWED.has(table)) continue;
    const ids = touched.filter(([name]) => name === table).map(([, id]) => id);
    for (const after of (await tx.getManyWithDeleted(table, ids)) as (AnyRow | undefined)[])
      if (after) countOne(report, table, here.get(`${table}/${after.id}`), after);
  }
}

function countOne(
  report: { added: number; changed: number; deleted: number },
  table: TableName,
  before: AnyRow | undefined,
  after: AnyRow,
): void {
  const lives = isAlive(after);
  const change = changeBetween(table, before, after, before !== undefined && isAlive(before), lives);
  if (!change) return;
  if (change.kind === 'created' ? lives : change.kind === 'restored') report.added += 1;
  else if (change.kind === 'deleted') report.deleted += 1;
  else if (change.kind === 'changed') report.changed += 1;
}
