/** Layouts of texts: written with the documents whose texts they are, read beside the text. */
import { layoutIdOf } from '@shared/model/layout';
import type { Layout } from '@shared/model/layout';
import { isAlive } from '@shared/model/record';
import type { FieldsOf } from '@shared/model/record';
import { readRows } from './rows';
import type { RowReader } from './rows';
import type { Transaction } from './transact';

/** Keeps layouts inside the transaction that writes their documents; one that is here stays, or comes back, as it is. */
export async function keepLayouts(tx: Transaction, layouts: readonly FieldsOf<Layout>[]): Promise<void> {
  const byId = new Map(layouts.map((layout) => [layoutIdOf(layout.textId), layout]));
  const ids = [...byId.keys()];
  const here = await tx.getManyWithDeleted('layouts', ids);
  for (const [i, id] of ids.entries()) {
    const row = here[i];
    if (!row) tx.create('layouts', id, byId.get(id)!);
    // The import that brought it was undone, and now the text is here again.
    else if (!isAlive(row)) tx.restore('layouts', id);
  }
}

/** The layout of a text; null where there is none. */
export async function readLayout(reader: RowReader, textId: string): Promise<Layout | null> {
  const layout = (await readRows(reader, 'layouts', [layoutIdOf(textId)]))[0];
  return layout?.textId === textId ? layout : null;
}
