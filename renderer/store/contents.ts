/** A whole case in and out of its database: new cases from a bundle or the sample, and what an export takes along. */
import { picturesIn } from '@shared/briefing/pictures';
import type { LineNotes } from '@shared/bundle/lineMarks';
import type { Case } from '@shared/model/case';
import { TABLES } from '@shared/model/tables';
import type { AnyRow, TableName } from '@shared/model/tables';
import { whileArriving } from './arrival';
import { CaseDatabase } from './caseDatabase';
import type { StoredOriginal, StoredText } from './caseDatabase';
import { asFailure } from './failure';
import { noteLines } from './known';
import { packRows } from './packs';
import { dropCase, listCases, registerCase, updateCase } from './registry';
import { walkRows } from './rows';
import type { RowReader } from './rows';
import { putOriginals, readOriginals } from './texts';

export type RecordTable = Exclude<TableName, 'cases'>;
export const RECORD_TABLES = TABLES.filter((name): name is RecordTable => name !== 'cases');

/** Everything a case holds, as a bundle carries it. Rows are ordered by id. */
export interface CaseContents {
  readonly case: Case;
  readonly rows: { readonly [Table in RecordTable]?: readonly AnyRow[] };
  readonly texts: readonly StoredText[];
  readonly originals: readonly StoredOriginal[];
}

export interface Arrival {
  /** The id under which the case is kept here: the bundle's own, or a new one for a separate copy. */
  readonly caseId: string;
  readonly name: string;
  /** ISO 8601 instant. */
  readonly now: string;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
  /** Lines of the bundle that the contents were read from. */
  readonly lines?: LineNotes | undefined;
  /** Leaves the case as it is where another window has brought it in meanwhile. */
  readonly onlyIfNew?: boolean;
}

const PACKS_AT_ONCE = 64;

/**
 * Stores a whole case, all or nothing: it is marked unfinished in the registry until the last row is in.
 * @throws StoreFailure when the store is full or broken, or the signal's reason; nothing is left behind
 */
export function storeCase(contents: CaseContents, arrival: Arrival): Promise<void> {
  return whileArriving(arrival.caseId, () => store(contents, arrival));
}

async function store(contents: CaseContents, arrival: Arrival): Promise<void> {
  const { caseId, name, now } = arrival;
  if (arrival.onlyIfNew && (await listCases()).some((one) => one.id === caseId)) return;
  const db = new CaseDatabase(caseId);
  try {
    await registerCase({ id: caseId, name, state: 'unfinished', created: now, opened: now });
    await db.openKnown();
    const packs = RECORD_TABLES.flatMap((table) => packRows(table, contents.rows[table] ?? []));
    packs.push(...packRows('cases', [{ ...contents.case, id: caseId }]));
    for (let i = 0; i < packs.length; i += PACKS_AT_ONCE) {
      arrival.signal?.throwIfAborted();
      await db.packs.bulkPut(packs.slice(i, i + PACKS_AT_ONCE));
      arrival.onProgress?.(Math.min(packs.length, i + PACKS_AT_ONCE), packs.length);
    }
    if (arrival.lines) await noteLines(db, arrival.lines);
    await db.texts.bulkPut([...contents.texts]);
    await putOriginals(db, contents.originals, arrival.signal);
    arrival.signal?.throwIfAborted();
    await updateCase(caseId, { state: 'ready' });
    db.close();
  } catch (error) {
    db.close();
    // What cannot be dropped now is dropped at the next start: the reason to tell is the first one.
    await dropCase(caseId).catch(() => undefined);
    throw asFailure(error);
  }
}

/**
 * Everything a case holds now, rows ordered by id, tombstones included: they carry the deletions to other copies. Without
 * `originals` the imported files stay out; pictures of briefings are part of what is written there and come along.
 */
export async function readContents(reader: RowReader, options: { originals: boolean }): Promise<CaseContents> {
  const rows: Partial<Record<RecordTable, AnyRow[]>> = {};
  for (const table of RECORD_TABLES) {
    const list: AnyRow[] = [];
    await walkRows(reader, table, (chunk) => {
      for (const row of chunk) list.push(row);
    });
    rows[table] = list.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  let record: Case | undefined;
  await walkRows(reader, 'cases', (chunk) => {
    record = chunk[0] ?? record;
  });
  const wanted = new Set<string>();
  const originalsWanted = new Set<string>();
  for (const row of (rows.documents ?? []) as Extract<AnyRow, { versions: unknown }>[]) {
    for (const version of row.versions) {
      wanted.add(version.textId);
      if (version.originalId && options.originals) originalsWanted.add(version.originalId);
    }
  }
  for (const row of [...(rows.briefings ?? []), ...(rows.briefingVersions ?? [])] as Extract<
    AnyRow,
    { body: unknown }
  >[])
    for (const { originalId } of picturesIn(row.body)) originalsWanted.add(originalId);
  const texts = await reader.db.texts.bulkGet([...wanted].sort());
  const originals = await readOriginals(reader.db, [...originalsWanted].sort());
  const present = <Item>(item: Item | undefined): item is Item => item !== undefined;
  return { case: record!, rows, texts: texts.filter(present), originals };
}
