/**
 * The only way to write a case. One IndexedDB transaction reads, decides, writes the records with their clocks stamped,
 * and appends one journal entry; writes wait in one queue. A refusal or a throw writes nothing.
 */
import { knowing, later, latestStamp } from '@shared/merge/clock';
import type { Clock, Stamp } from '@shared/merge/clock';
import { createRow, deleteRow, editRow, restoreRow } from '@shared/merge/edit';
import { isAlive } from '@shared/model/record';
import type { FieldsOf } from '@shared/model/record';
import type { Result } from '@shared/model/result';
import type { AnyRow, RowOf, TableName } from '@shared/model/tables';
import { TABLES } from '@shared/model/tables';
import { asFailure } from './failure';
import { changeBetween, foldChanges } from './journal';
import type { JournalEntry, RowChange } from './journal';
import { readRowsWithDeleted } from './rows';
import type { RowReader } from './rows';

/** What a command's work may do inside its transaction. It awaits nothing else there. */
export interface Transaction {
  /** A living row, with this transaction's own edits. */
  get<Table extends TableName>(table: Table, id: string): Promise<RowOf<Table> | undefined>;
  getMany<Table extends TableName>(table: Table, ids: readonly string[]): Promise<(RowOf<Table> | undefined)[]>;
  create<Table extends TableName>(table: Table, id: string, fields: FieldsOf<RowOf<Table>>): void;
  /** Sets fields of a row that was read with `get` or `getMany`, or created here. */
  update<Table extends TableName>(table: Table, id: string, patch: Partial<FieldsOf<RowOf<Table>>>): void;
  remove(table: TableName, id: string): void;
  restore(table: TableName, id: string): void;
  /** Puts a row whose clocks were set elsewhere: a merge. */
  putMerged(table: TableName, row: AnyRow): void;
  /** Reads a row whether it lives or not. */
  getWithDeleted<Table extends TableName>(table: Table, id: string): Promise<RowOf<Table> | undefined>;
  /** The same for many. One wait for all: Dexie loses its transaction in a hundred waits that read nothing. */
  getManyWithDeleted<Table extends TableName>(
    table: Table,
    ids: readonly string[],
  ): Promise<(RowOf<Table> | undefined)[]>;
}

/** Of a row that is there, the stamp is later than everything the row knows of, also where that lies far ahead. */
type Step = (row: AnyRow | undefined, stamp: (row: AnyRow | undefined) => Stamp) => AnyRow;

interface Touched {
  readonly table: TableName;
  readonly base: AnyRow | undefined;
  readonly steps: Step[];
}

export interface Committed {
  readonly entry: JournalEntry;
  /** The rows as they now are, clocks included. */
  readonly rows: readonly { readonly table: TableName; readonly row: AnyRow }[];
}

export interface WriteOptions {
  /** Successive writes with the same sign become one step of undo. */
  readonly fold?: string;
  readonly kind?: JournalEntry['kind'];
  readonly of?: number;
}

export interface Writer extends RowReader {
  readonly clock: Clock;
  readonly window: string;
  /** Sequence number of the last entry this window wrote; 0 where there is none. */
  lastSeq: number;
  onCommitted: ((committed: Committed) => void) | null;
}

/** A placeholder while the real stamp is not known; it never reaches the database. */
const PENDING: Stamp = 'zzzzzzzzzzzzzz-zzzzzzzzzz';
/** Longest pause between two edits of one field that still are one step, in milliseconds. */
const FOLD_PAUSE = 60_000;
/** Rows that are handed to the database without a pause. */
const ROWS_AT_ONCE = 100;

export function makeTransact(writer: Writer) {
  const { db } = writer;
  const scope = [...TABLES.map((name) => db.rows(name)), db.packs, db.journal];
  let queue: Promise<unknown> = Promise.resolve();

  async function write<Answer extends Result<unknown>>(
    label: string,
    work: (tx: Transaction) => Promise<Answer> | Answer,
    options: WriteOptions,
  ): Promise<{ result: Answer; committed: Committed | null }> {
    return db.transaction('rw', scope, async () => {
      const touched = new Map<string, Touched>();
      // Asked for before the work reads its rows: the database answers both in one go.
      const newest = options.fold === undefined ? undefined : db.journal.orderBy(':id').last();
      const result = await work(transactionOver(writer, touched));
      if (!result.ok || touched.size === 0) return { result, committed: null };
      for (const { base } of touched.values()) for (const actor in base?.seen) writer.clock.observe(base.seen[actor]!);
      const stamp = writer.clock.tick();
      const stampFor = (row: AnyRow | undefined): Stamp => (row ? knowing(row, stamp) : stamp);
      let ahead = stamp;
      const rows: { table: TableName; row: AnyRow }[] = [];
      let changes: RowChange[] = [];
      for (const { table, base, steps } of touched.values()) {
        let row = base;
        for (const step of steps) row = step(row, stampFor);
        if (!row || row === base) continue;
        ahead = later(ahead, latestStamp(row));
        const change = changeBetween(table, base, row, base !== undefined && isAlive(base), isAlive(row));
        if (change) changes.push(change);
        rows.push({ table, row });
      }
      if (rows.length === 0) return { result, committed: null };
      const before = newest && foldable(await newest, writer.window, options.fold!, stamp);
      const folded = before && foldChanges(before.changes, changes);
      const last = folded ? before : undefined;
      changes = folded ?? changes;
      const entry: JournalEntry = {
        stamp,
        ...(ahead > stamp ? { ahead } : {}),
        label,
        window: writer.window,
        kind: options.kind ?? 'edit',
        ...(options.of === undefined ? {} : { of: options.of }),
        ...(options.fold === undefined ? {} : { fold: options.fold }),
        ...(last ? { folded: last.seq! } : {}),
        changes,
      };
      // One way to the database and back instead of three.
      const [seq] = await Promise.all([
        db.journal.add(entry),
        putRows(writer, rows),
        last ? db.journal.delete(last.seq!) : undefined,
      ]);
      return { result, committed: { entry: { ...entry, seq }, rows } };
    });
  }

  /**
   * Writes, or refuses.
   * @param label what the analyst does, as "Undo …" will name it
   * @param work reads, decides, and says what to write; a refusal writes nothing
   * @returns what `work` returned
   * @throws StoreFailure when the store could not write; nothing was written
   */
  return async function transact<Answer extends Result<unknown>>(
    label: string,
    work: (tx: Transaction) => Promise<Answer> | Answer,
    options: WriteOptions = {},
  ): Promise<Answer> {
    const turn = queue.then(() => write(label, work, options));
    queue = turn.catch(() => undefined);
    try {
      const { result, committed } = await turn;
      if (committed) {
        writer.lastSeq = committed.entry.seq!;
        writer.onCommitted?.(committed);
      }
      return result;
    } catch (error) {
      throw asFailure(error);
    }
  };
}

export type Transact = ReturnType<typeof makeTransact>;

async function putRows(writer: Writer, rows: readonly { table: TableName; row: AnyRow }[]): Promise<void> {
  if (rows.length === 1) {
    await writer.db.rows(rows[0]!.table).put(rows[0]!.row as never);
    return;
  }
  const byTable = new Map<TableName, AnyRow[]>();
  for (const { table, row } of rows) {
    const list = byTable.get(table);
    if (list) list.push(row);
    else byTable.set(table, [row]);
  }
  await Promise.all([...byTable].map(([table, list]) => putSome(writer, table, list)));
}

/** So many at a time: the window draws in between. */
async function putSome(writer: Writer, table: TableName, list: readonly AnyRow[]): Promise<void> {
  for (let from = 0; from < list.length; from += ROWS_AT_ONCE)
    await writer.db.rows(table).bulkPut(list.slice(from, from + ROWS_AT_ONCE) as never);
}

/** The last entry, where the next one may be folded into it. */
function foldable(
  last: JournalEntry | undefined,
  window: string,
  fold: string,
  stamp: Stamp,
): JournalEntry | undefined {
  if (!last || last.fold !== fold || last.window !== window || last.kind !== 'edit') return undefined;
  const pause = Number.parseInt(stamp.slice(0, 9), 36) - Number.parseInt(last.stamp.slice(0, 9), 36);
  return pause <= FOLD_PAUSE ? last : undefined;
}

function transactionOver(writer: Writer, touched: Map<string, Touched>): Transaction {
  const known = new Map<string, AnyRow | undefined>();
  const keyOf = (table: TableName, id: string): string => `${table}/${id}`;
  const current = (key: string): AnyRow | undefined => {
    const entry = touched.get(key);
    if (!entry) return known.get(key);
    let row = entry.base;
    for (const step of entry.steps) row = step(row, () => PENDING);
    return row;
  };
  const load = async (table: TableName, ids: readonly string[]): Promise<(AnyRow | undefined)[]> => {
    const missing = ids.filter((id) => !known.has(keyOf(table, id)) && !touched.has(keyOf(table, id)));
    if (missing.length > 0) {
      const rows = await readRowsWithDeleted(writer, table, missing);
      missing.forEach((id, i) => known.set(keyOf(table, id), rows[i]));
    }
    return ids.map((id) => current(keyOf(table, id)));
  };
  const add = (table: TableName, id: string, step: Step): void => {
    const key = keyOf(table, id);
    const entry = touched.get(key);
    if (entry) entry.steps.push(step);
    else {
      if (!known.has(key)) throw new RangeError(`${key} was written before it was read`);
      touched.set(key, { table, base: known.get(key), steps: [step] });
    }
  };
  const living = <Row extends AnyRow>(row: Row | undefined): Row | undefined => (row && isAlive(row) ? row : undefined);
  return {
    async get(table, id) {
      return living((await load(table, [id]))[0]) as never;
    },
    async getMany(table, ids) {
      return (await load(table, ids)).map(living) as never;
    },
    async getWithDeleted(table, id) {
      return (await load(table, [id]))[0] as never;
    },
    async getManyWithDeleted(table, ids) {
      return (await load(table, ids)) as never;
    },
    create(table, id, fields) {
      if (!known.has(keyOf(table, id))) known.set(keyOf(table, id), undefined);
      add(table, id, (_, stamp) => createRow(table, id, fields, stamp(undefined)) as AnyRow);
    },
    update(table, id, patch) {
      add(table, id, (row, stamp) => editRow(table, row!, patch as Record<string, unknown>, stamp(row)));
    },
    remove(table, id) {
      add(table, id, (row, stamp) => deleteRow(row!, stamp(row)));
    },
    restore(table, id) {
      add(table, id, (row, stamp) => restoreRow(row!, stamp(row)));
    },
    putMerged(table, row) {
      if (!known.has(keyOf(table, row.id))) known.set(keyOf(table, row.id), undefined);
      add(table, row.id, () => row);
    },
  };
}
