/** The columns of the list of judgements. */
import type { VirtualColumn } from '../../ui';
import type { ColumnId } from './rows';

export const COLUMNS: readonly (VirtualColumn & { readonly id: ColumnId })[] = [
  { id: 'statement', label: 'Judgement', width: 'minmax(150px, 3fr)', isSortable: true },
  { id: 'briefing', label: 'Briefing', width: 'minmax(88px, 1.2fr)', isSortable: true },
  { id: 'likelihood', label: 'Likelihood', width: 'minmax(126px, 160px)', isSortable: true },
  { id: 'confidence', label: 'Confidence', width: '86px', isSortable: true },
  { id: 'basis', label: 'Basis', width: '52px', align: 'end', isSortable: true },
  { id: 'review', label: 'Review', width: 'minmax(100px, 112px)', isSortable: true },
  { id: 'change', label: 'Change', width: '88px', isSortable: true },
  { id: 'outcome', label: 'Outcome', width: '110px', isSortable: true },
];
