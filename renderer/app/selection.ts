/** What is selected in this window: what the details pane shows, what commands act on. Never saved. */
import { useSyncExternalStore } from 'react';
import type { TableName } from '@shared/model/tables';

export interface TextSelection {
  readonly documentId: string;
  readonly textId: string;
  /** UTF-16 code units in the stored text. */
  readonly start: number;
  readonly end: number;
}

export interface Selection {
  /** The record the details pane shows. */
  readonly details: { readonly table: TableName; readonly id: string } | null;
  /** Excerpts that bulk commands act on; the one in the details pane where no list selects more. */
  readonly excerptIds: readonly string[];
  /** Words selected in the reader. */
  readonly text: TextSelection | null;
}

const NOTHING: Selection = { details: null, excerptIds: [], text: null };

let selection = NOTHING;
const listeners = new Set<() => void>();

export const getSelection = (): Selection => selection;

/** Changes a part of the selection. */
export function select(patch: Partial<Selection>): void {
  selection = { ...selection, ...patch };
  for (const listener of listeners) listener();
}

/** Selects one excerpt and shows its details. */
export const selectExcerpt = (id: string): void => select({ details: { table: 'excerpts', id }, excerptIds: [id] });

export const clearSelection = (): void => select(NOTHING);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSelection = (): Selection => useSyncExternalStore(subscribe, getSelection);
