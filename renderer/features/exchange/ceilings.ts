/** How much of a case goes: all of it, or what is within a label. */
import { MARKING_SENSE, MARKINGS } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';

/** The choice of everything has an id that no label has. */
export type Ceiling = Marking | 'all';

export const CEILINGS: readonly { readonly id: Ceiling; readonly label: string; readonly detail?: string }[] = [
  { id: 'all', label: 'All of it' },
  ...MARKINGS.map((id) => ({ id, label: `Up to ${id}`, detail: MARKING_SENSE[id] })),
];
