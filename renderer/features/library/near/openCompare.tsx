/** Opens the comparison of two documents, and the list of all that say nearly the same. */
import { isoOf } from '@shared/model/csl';
import { newestVersion } from '@shared/model/document';
import { yes } from '@shared/model/result';
import type { CommandContext } from '../../../app/commands/handler';
import type { Outcome } from '../../../app/context';
import { readRows } from '../../../store/rows';
import { CompareDialog } from './CompareDialog';
import { NearCopiesDialog } from './NearCopiesDialog';
import type { ChosenPair } from './NearCopiesDialog';

/** Shows two documents side by side. */
export async function compareDocuments(context: CommandContext, { id, otherId }: ChosenPair): Promise<Outcome> {
  const next = await context.ask<'version'>((close) => <CompareDialog id={id} otherId={otherId} close={close} />);
  if (next !== 'version') return yes(null);
  const rows = await readRows(context.theCase, 'documents', [id, otherId]);
  const dayOf = (row: (typeof rows)[number]): string =>
    row ? isoOf(row.csl.issued) || newestVersion(row).importedAt : '';
  const isNewer = dayOf(rows[0]) > dayOf(rows[1]);
  return context.run('document.joinVersion', isNewer ? { id: otherId, fromId: id } : { id, fromId: otherId });
}

/** Lists all pairs; one that is chosen is compared, and the list comes back. */
export async function showNearCopies(context: CommandContext): Promise<Outcome> {
  for (;;) {
    const pair = await context.ask<ChosenPair>((close) => <NearCopiesDialog close={close} />);
    if (!pair) return yes(null);
    await compareDocuments(context, pair);
  }
}
