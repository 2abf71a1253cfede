/** A case's contents cut into messages, each small enough that copying it is no pause. */
import type { BundleContents, BundleOriginal, BundleRows, BundleText, RecordTable } from '@shared/bundle';
import type { AnyRow } from '@shared/model/tables';

export type Piece =
  | { readonly case: BundleContents['case']; readonly withheld?: BundleContents['withheld'] }
  | { readonly table: RecordTable; readonly rows: readonly AnyRow[] }
  | { readonly texts: readonly BundleText[] }
  | { readonly original: BundleOriginal };

const ROWS = 500;
const LETTERS = 1 << 20;

/** The contents in pieces, in order. */
export function* pieces(contents: BundleContents): Generator<Piece> {
  yield { case: contents.case, withheld: contents.withheld };
  for (const [table, rows] of Object.entries(contents.rows) as [RecordTable, readonly AnyRow[]][]) {
    for (let i = 0; i < rows.length; i += ROWS) yield { table, rows: rows.slice(i, i + ROWS) };
  }
  let open: BundleText[] = [];
  let length = 0;
  for (const text of contents.texts) {
    open.push(text);
    length += text.text.length;
    if (length < LETTERS) continue;
    yield { texts: open };
    open = [];
    length = 0;
  }
  if (open.length > 0) yield { texts: open };
  for (const original of contents.originals) yield { original };
}

/** The contents that were cut into these pieces. */
export function joinPieces(parts: readonly Piece[]): BundleContents {
  const rows = new Map<RecordTable, AnyRow[]>();
  const texts: BundleText[] = [];
  const originals: BundleOriginal[] = [];
  let head: { readonly case: BundleContents['case']; readonly withheld?: BundleContents['withheld'] } | undefined;
  for (const part of parts) {
    if ('case' in part) head = part;
    else if ('texts' in part) texts.push(...part.texts);
    else if ('original' in part) originals.push(part.original);
    else {
      const list = rows.get(part.table) ?? [];
      for (const row of part.rows) list.push(row);
      rows.set(part.table, list);
    }
  }
  return {
    case: head!.case,
    rows: Object.fromEntries(rows) as BundleRows,
    texts,
    originals,
    ...(head!.withheld ? { withheld: head!.withheld } : {}),
  };
}
