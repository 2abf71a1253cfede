/** Commands on bundles and the sample case. What a bundle is, and what may be wrong with it, is shared/bundle's. */
import { no, yes } from '@shared/model/result';
import type { TableName } from '@shared/model/tables';
import {
  exportCaseBundle,
  exportOtherFormat,
  importBundleFile,
  importOtherFormat,
  shareCase,
} from '../../features/exchange';
import { openSampleCase } from '../../features/library';
import type { HandlersFor } from './handler';

export const bundleHandlers = {
  'bundle.import': (context, args) => importBundleFile(context, args?.file ?? null),
  'bundle.export': (context) => exportCaseBundle(context),
  'bundle.share': (context) => shareCase(context),
  'format.import': (context, args) => importOtherFormat(context, args?.file ?? null),
  'format.export': (context) => exportOtherFormat(context),
  'sample.open': (context) => openSampleCase(context),
  async 'conflict.settle'(context, { id, take }) {
    return context.theCase.transact(take ? 'Take the other value' : 'Keep the value', async (tx) => {
      const conflict = await tx.get('conflicts', id);
      if (!conflict) return no('not-found');
      if (take) {
        const table = conflict.table as TableName;
        if (!(await tx.get(table, conflict.recordId))) return no('not-found');
        tx.update(table, conflict.recordId, { [conflict.field]: conflict.value });
      }
      tx.update('conflicts', id, { settled: true });
      return yes(null);
    });
  },
} satisfies HandlersFor<
  | 'bundle.import'
  | 'bundle.export'
  | 'bundle.share'
  | 'format.import'
  | 'format.export'
  | 'sample.open'
  | 'conflict.settle'
>;
