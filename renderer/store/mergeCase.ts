/** Takes a bundle of a case that is here into it: one transaction, one step of undo. */
import { idFromText } from '@shared/merge/idFromText';
import { mergeCases } from '@shared/merge/mergeCases';
import { isAlive } from '@shared/model/record';
import { yes } from '@shared/model/result';
import type { AnyRow, TableName } from '@shared/model/tables';
import { RECORD_TABLES } from './contents';
import type { CaseContents } from './contents';
import { asFailure } from './failure';
import { changeBetween } from './journal';
import type { OpenCase } from './openCase';

/** What a person would call new, changed or deleted. */
export interface MergeReport {
  readonly added: number;
  readonly changed: number;
  readonly deleted: number;
  /** Values that were set aside for review. */
  readonly conflicts: number;
}

/** Records that keep the book of a merge rather than being what somebody wrote: they are not counted. */
const UNCOUNTED: ReadonlySet<TableName> = new Set<TableName>(['analysts', 'conflicts']);

const ROWS_AT_ONCE = 2_000;

/**
 * Merges a copy of the open case into it.
 * @throws StoreFailure; nothing was changed
 */
export async function mergeIntoCase(open: OpenCase, incoming: CaseContents): Promise<MergeReport> {
  const here = new Map<string, AnyRow>();
  const arriving: { table: TableName; row: AnyRow }[] = [{ table: 'cases', row: incoming.case }];
  for (const table of RECORD_TABLES) for (const row of incoming.rows[table] ?? []) arriving.push({ table, row });
  for (const { row } of arriving) for (const stamp of Object.values(row.seen)) open.clock.observe(stamp);
  try {
    await open.db.texts.bulkPut([...incoming.texts]);
    await open.db.originals.bulkPut([...incoming.originals]);
  } catch (error) {
    throw asFailure(error);
  }
  const report = { added: 0, changed: 0, deleted: 0, conflicts: 0 };
  await open.transact(
    'Take in a bundle',
    async (tx) => {
      for (const table of new Set(arriving.map((one) => one.table))) {
        const ids = arriving.filter((one) => one.table === table).map((one) => one.row.id);
        for (let i = 0; i < ids.length; i += ROWS_AT_ONCE) {
          const some = ids.slice(i, i + ROWS_AT_ONCE);
          const rows = (await tx.getManyWithDeleted(table, some)) as (AnyRow | undefined)[];
          rows.forEach((row) => row && here.set(`${table}/${row.id}`, row));
        }
      }
      const merge = mergeCases(arriving, (table, id) => here.get(`${table}/${id}`), idFromText);
      report.conflicts = merge.conflicts;
      for (const { table, row, isNew } of merge.changed) {
        const before = here.get(`${table}/${row.id}`);
        tx.putMerged(table, row);
        const change = changeBetween(table, before, row, before !== undefined && isAlive(before), isAlive(row));
        if (!change || UNCOUNTED.has(table)) continue;
        if (isNew ? isAlive(row) : change.kind === 'restored') report.added += 1;
        else if (change.kind === 'deleted') report.deleted += 1;
        else if (change.kind === 'changed') report.changed += 1;
      }
      return yes(null);
    },
    { kind: 'merge' },
  );
  return report;
}
