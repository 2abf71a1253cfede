/** What changed in a case after a journal entry, as a bundle carries it: read by id, so a small change costs little. */
import { documentsOf, neededBy } from '@shared/bundle/folder';
import type { BundleRows } from '@shared/bundle';
import type { JournalEnds } from '@shared/bundle/share/given';
import { layoutIdOf } from '@shared/model/layout';
import type { AnyRow, TableName } from '@shared/model/tables';
import { RECORD_TABLES } from './contents';
import type { CaseContents, RecordTable } from './contents';
import { readRowsWithDeleted } from './rows';
import type { RowReader } from './rows';
import { readOriginals } from './texts';
import { thinnedTo } from './thinning';

const JOURNAL = 'journal.id';

/**
 * Which journal it is, and sequence numbers: of its newest entry (0 where there is none), and up to where entries are
 * gone. A case that is put back or brought in again has another journal, whose numbers mean other things.
 */
export async function journalEnds({ db }: RowReader): Promise<JournalEnds> {
  const journal = await db.transaction('rw', db.meta, async () => {
    const known = (await db.meta.get(JOURNAL))?.value as string | undefined;
    if (known !== undefined) return known;
    const made = crypto.randomUUID();
    await db.meta.put({ key: JOURNAL, value: made });
    return made;
  });
  const last = await db.journal.orderBy(':id').last();
  return { journal, last: last?.seq ?? 0, thinnedTo: await thinnedTo(db) };
}

/**
 * The rows that entries after `seq` wrote, deletions among them, with the documents, texts and originals they need.
 * Of entries in `onlyAside` nothing goes but the values they set aside: the rest came from where everybody has it.
 * @returns null where no row changed
 */
export async function readChangesSince(
  reader: RowReader & { readonly id: string },
  seq: number,
  onlyAside: ReadonlySet<number>,
): Promise<CaseContents | null> {
  const touched = new Set<string>();
  const ids = new Map<TableName, Set<string>>();
  await reader.db.journal
    .where(':id')
    .above(seq)
    .each((entry) => {
      for (const { table, id } of entry.changes) {
        if (onlyAside.has(entry.seq!) && table !== 'conflicts') continue;
        touched.add(`${table}/${id}`);
        const some = ids.get(table);
        if (some) some.add(id);
        else ids.set(table, new Set([id]));
      }
    });
  if (touched.size === 0) return null;
  const read = async (table: TableName, wanted: Iterable<string>): Promise<AnyRow[]> => {
    const rows = (await readRowsWithDeleted(reader, table, [...wanted].sort())) as (AnyRow | undefined)[];
    return rows.filter((row) => row !== undefined);
  };
  const excerpts = (await read('excerpts', ids.get('excerpts') ?? [])) as readonly { documentId: string }[];
  ids.set('documents', new Set([...(ids.get('documents') ?? []), ...documentsOf(excerpts)]));
  const rows: Partial<Record<RecordTable, AnyRow[]>> = {};
  for (const table of RECORD_TABLES)
    rows[table] = table === 'excerpts' ? (excerpts as unknown as AnyRow[]) : await read(table, ids.get(table) ?? []);
  const [record] = await read('cases', [reader.id]);
  if (!record) return null;
  const needed = neededBy(rows as BundleRows, touched);
  const texts = await reader.db.texts.bulkGet([...needed.texts].sort());
  rows.layouts = await read('layouts', [...needed.texts].map(layoutIdOf));
  const originals = await readOriginals(reader.db, [...needed.originals].sort());
  const present = <Item>(item: Item | undefined): item is Item => item !== undefined;
  return {
    case: record as CaseContents['case'],
    rows,
    texts: texts.filter(present),
    originals,
  };
}
