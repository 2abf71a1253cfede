/** What writing shares: who made what and when, identifiers that depend on nothing but the records, living rows. */
import type { BundleContents } from '../../bundle/contents';
import type { RecordTable } from '../../bundle/names';
import { actorOf, timeOf } from '../../merge/clock';
import { analystRecordId } from '../../model/analyst';
import { isAlive } from '../../model/record';
import type { RecordBase } from '../../model/record';
import type { RowOf } from '../../model/tables';
import { VERSION } from '../../version';
import type { RefiWriteTools } from './tools';
import type { Attributes } from './xmlWrite';

export const ORIGIN = `Collate ${VERSION}`;

/** The living rows of a table, ordered by id. */
export function living<Table extends RecordTable>(contents: BundleContents, table: Table): RowOf<Table>[] {
  const rows = (contents.rows[table] ?? []) as readonly RowOf<Table>[];
  return rows.filter(isAlive).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A GUID that is the same for the same words. */
export async function guidFrom(tools: RefiWriteTools, ...words: readonly string[]): Promise<string> {
  const hex = await tools.sha256(tools.encode(words.join('\n')));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

const instantOf = (stamp: string): string => `${new Date(timeOf(stamp)).toISOString().slice(0, 19)}Z`;

/** Who made a record, as codings say it. */
export const madeBy = (row: RecordBase): Attributes => ({
  creatingUser: analystRecordId(actorOf(row.created)),
  creationDateTime: instantOf(row.created),
});

/** Who made a record and who changed it last, as sources, selections and notes say it. */
export function changedBy(row: RecordBase): Attributes {
  const last = Object.values(row.clocks).reduce((latest, stamp) => (stamp > latest ? stamp : latest), row.created);
  return { ...madeBy(row), modifyingUser: analystRecordId(actorOf(last)), modifiedDateTime: instantOf(last) };
}

/** Who made the case, as the project says it. */
export const startedBy = (row: RecordBase): Attributes => ({
  creatingUserGUID: analystRecordId(actorOf(row.created)),
  creationDateTime: instantOf(row.created),
});
