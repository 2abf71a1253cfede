/**
 * The numbered steps of the case database's shape. A published step is never edited; a new one is added below it, with
 * its row upgrades in shared/migrations, where the bundle reader finds the same ones.
 */
import { laidOutTexts } from '@shared/migrations/laidOutTexts';
import { reviewedBriefings } from '@shared/migrations/reviewedBriefings';
import type { TableName } from '@shared/model/tables';

export interface SchemaStep {
  readonly version: number;
  /** Dexie's notation: primary key first, then indexes. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Pure upgrades of rows, table by table; also used for rows in packs. */
  readonly rows?: { readonly [Table in TableName]?: (row: never) => unknown };
}

/** Records have no index beside their id: ids come from the index worker (performance is per record and index). */
const byId = (...tables: readonly TableName[]): Record<string, string> =>
  Object.fromEntries(tables.map((table) => [table, 'id']));

export const CASE_SCHEMA: readonly SchemaStep[] = [
  {
    version: 1,
    stores: {
      ...byId('analysts', 'briefings', 'cases', 'conflicts', 'documents'),
      ...byId('excerpts', 'hypotheses', 'links', 'sources', 'tags'),
      packs: 'key',
      texts: 'id',
      originals: 'id',
      journal: '++seq',
      snapshots: 'name',
      meta: 'key',
    },
  },
  { version: 2, stores: byId('briefingVersions', 'comments', 'judgements'), rows: reviewedBriefings.rows },
  { version: 3, stores: byId('layouts'), rows: laidOutTexts.rows },
];
