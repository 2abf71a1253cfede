/** What writing shares: who made what and when, identifiers that depend on nothing but the records, living rows. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BundleContents } from '../../bundle/contents';
import type { RecordTable } from '../../bundle/names';
import { actorOf, timeOf } from '../../merge/clock';
import { analystRecordId } from '../../model/analyst';
import { living } from '../../model/record';
import type { RecordBase } from '../../model/record';
import type { RowOf } from '../../model/tables';
import { VERSION } from '../../version';
import type { Attributes } from './xmlWrite';

export const ORIGIN = `Collate ${VERSION}`;

/** The living rows of a table, ordered by id. */
export function inOrder<Table extends RecordTable>(contents: BundleContents, table: Table): RowOf<Table>[] {
  const rows = (contents.rows[table] ?? []) as readonly RowOf<Table>[];
  return living(rows).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A GUID that is the same for the same words: a UUIDv8 (RFC 9562 §5.8) of their SHA-256. */
export function guidFrom(...words: readonly string[]): string {
  // In one go: waiting for the host's hash costs more than hashing, and there is one for every coding.
  const hex = bytesToHex(sha256(utf8ToBytes(words.join('\n'))).subarray(0, 16));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const instantOf = (stamp: string): string => `${new Date(timeOf(stamp)).toISOString().slice(0, 19)}Z`;

/** Who made a record, as codings say it. */
export const madeBy = (row: RecordBase): Attributes => ({
  creatingUser: analystRecordId(actorOf(row.created)),
  creationDateTime: instantOf(row.created),
});

/** Who set a field of a record, or put an element into a set of it, as notes and codings say it. */
export const setBy = (row: RecordBase, key: string): Attributes =>
  madeBy({ ...row, created: row.clocks[key] ?? row.created });

/** Who made a record and who changed it last, as sources, selections and notes say it; once where nobody changed it since. */
export function changedBy(row: RecordBase): Attributes {
  const last = Object.values(row.clocks).reduce((latest, stamp) => (stamp > latest ? stamp : latest), row.created);
  if (last === row.created) return madeBy(row);
  return { ...madeBy(row), modifyingUser: analystRecordId(actorOf(last)), modifiedDateTime: instantOf(last) };
}

/** Who made the case, as the project says it. */
export const startedBy = (row: RecordBase): Attributes => ({
  creatingUserGUID: analystRecordId(actorOf(row.created)),
  creationDateTime: instantOf(row.created),
});
