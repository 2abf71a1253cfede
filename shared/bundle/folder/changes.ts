/** A part of a case that is a bundle of its own: the rows that changed, and what they cannot stand without. */
import type { AnyRow } from '../../model/tables';
import { layoutsOf, mentionedIn } from '../contents';
import type { BundleContents, BundleRows } from '../contents';
import { RECORD_TABLES } from '../names';
import type { RecordTable } from '../names';

/** Rows by `<table>/<id>`. */
export type Touched = ReadonlySet<string>;

/**
 * The ids of documents that must come along: an excerpt stands in its document, word for word.
 * @param excerpts the excerpts that changed
 */
export const documentsOf = (excerpts: readonly { readonly documentId: string }[]): Set<string> =>
  new Set(excerpts.map((excerpt) => excerpt.documentId));

/**
 * What must be in a bundle of these rows beside them: the texts that excerpts stand in and changed documents have, and
 * the originals of changed documents and pictures of changed briefings.
 * @param touched which rows changed; a document that only comes along brings no original
 */
export function neededBy(rows: BundleRows, touched: Touched): { texts: Set<string>; originals: Set<string> } {
  const changed = (rows.documents ?? []).filter((document) => touched.has(`documents/${document.id}`));
  const { texts, originals } = mentionedIn({ ...rows, documents: changed });
  const needed = new Set(texts);
  for (const excerpt of rows.excerpts ?? []) needed.add(excerpt.textId);
  return { texts: needed, originals: new Set(originals) };
}

/** The part of a case that changed, as a bundle may carry it. Deletions are among it: a deleted row is a row. */
export function changesOf(whole: BundleContents, touched: Touched): BundleContents {
  const excerpts = (whole.rows.excerpts ?? []).filter((row) => touched.has(`excerpts/${row.id}`));
  const along = documentsOf(excerpts);
  const rows: Partial<Record<RecordTable, readonly AnyRow[]>> = {};
  for (const table of RECORD_TABLES) {
    const some = ((whole.rows[table] ?? []) as readonly AnyRow[]).filter(
      (row) => touched.has(`${table}/${row.id}`) || (table === 'documents' && along.has(row.id)),
    );
    rows[table] = some;
  }
  const needed = neededBy(rows as BundleRows, touched);
  const texts = whole.texts.filter((text) => needed.texts.has(text.id));
  return {
    case: whole.case,
    rows: { ...(rows as BundleRows), layouts: layoutsOf(whole.rows, texts) },
    texts,
    originals: whole.originals.filter((original) => needed.originals.has(original.id)),
  };
}
