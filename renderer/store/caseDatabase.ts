/** The Dexie database of one case: a table for each kind of record, the packs below them, texts, the journal. */
import { Dexie } from 'dexie';
import type { EntityTable, Table, Transaction as DexieTransaction } from 'dexie';
import type { AnyRow, RowOf, TableName } from '@shared/model/tables';
import { TABLES } from '@shared/model/tables';
import { StoreFailure } from './failure';
import type { JournalEntry } from './journal';
import { CASE_SCHEMA } from './schema';
import type { SchemaStep } from './schema';

/** Rows of an imported case, many to a record: immutable, ordered by id. Later edits stand in the tables above. */
export interface Pack {
  /** `<table>/<id of the first row>`. */
  readonly key: string;
  readonly rows: readonly AnyRow[];
}

export interface StoredText {
  readonly id: string;
  readonly text: string;
}

export interface StoredOriginal {
  readonly id: string;
  /** File extension without the dot. */
  readonly ext: string;
  /** A Blob where they are many: then they lie in a file, and only what is asked for comes into memory. */
  readonly bytes: Uint8Array | Blob;
}

export const caseDatabaseName = (caseId: string): string => `collate-case-${caseId}`;

export class CaseDatabase extends Dexie {
  declare readonly packs: EntityTable<Pack, 'key'>;
  declare readonly texts: EntityTable<StoredText, 'id'>;
  declare readonly originals: EntityTable<StoredOriginal, 'id'>;
  declare readonly journal: Table<JournalEntry, number>;
  declare readonly snapshots: EntityTable<{ name: string; bytes: ArrayBuffer }, 'name'>;
  declare readonly meta: EntityTable<{ key: string; value: unknown }, 'key'>;

  /** @param steps the schema's history; a test passes a shorter or a longer one */
  constructor(caseId: string, steps: readonly SchemaStep[] = CASE_SCHEMA) {
    super(caseDatabaseName(caseId), { chromeTransactionDurability: 'strict' });
    for (const step of steps) {
      const version = this.version(step.version).stores({ ...step.stores });
      if (step.rows) version.upgrade((transaction) => upgradeRows(transaction, step));
    }
  }

  /**
   * Opens the database, unless a newer version of the program has been here (Dexie itself would open it).
   * @throws StoreFailure `newer-schema`
   */
  async openKnown(): Promise<void> {
    const known = this.verno;
    await this.open();
    const here = this.backendDB().version / 10;
    if (here > known) {
      this.close();
      throw new StoreFailure('newer-schema', new Error(`schema ${here}, known ${known}`));
    }
  }

  /** The table of a kind of record. */
  rows<Name extends TableName>(name: Name): Table<RowOf<Name>, string> {
    return this.table(name);
  }
}

async function upgradeRows(transaction: DexieTransaction, step: SchemaStep): Promise<void> {
  for (const name of TABLES) {
    const upgrade = step.rows?.[name] as ((row: unknown) => unknown) | undefined;
    if (!upgrade) continue;
    await transaction
      .table(name)
      .toCollection()
      .modify((row, ref: { value: unknown }) => {
        ref.value = upgrade(row);
      });
    await transaction
      .table('packs')
      .where(':id')
      .between(`${name}/`, `${name}0`)
      .modify((pack: { rows: unknown[] }) => {
        pack.rows = pack.rows.map(upgrade);
      });
  }
}
