/** Filter, order and groups of the table of documents, kept for each case and given back after a restart. */
import { useEffect, useState } from 'react';
import { onFlush } from '../../../app/pending';
import { readSetting, writeSetting } from '../../../store/registry';
import type { DocumentFilter, DocumentSort, Grouping } from './table';

export interface TableView {
  readonly filter: DocumentFilter;
  readonly sort: { readonly by: DocumentSort; readonly isDescending: boolean };
  readonly grouping: Grouping;
  /** Keys of groups that are folded away. */
  readonly folded: readonly string[];
  /** Pixels from the top. */
  readonly offset: number;
}

const FRESH: TableView = {
  filter: {},
  sort: { by: 'title', isDescending: false },
  grouping: 'none',
  folded: [],
  offset: 0,
};
const PAUSE = 300;

const known = new Map<string, TableView>();
const waiting = new Map<string, ReturnType<typeof setTimeout>>();
const settingOf = (caseId: string): string => `documents.view.${caseId}`;

async function write(caseId: string): Promise<void> {
  clearTimeout(waiting.get(caseId));
  if (waiting.delete(caseId)) await writeSetting(settingOf(caseId), known.get(caseId));
}

onFlush(() => Promise.all([...waiting.keys()].map(write)));

/** Keeps a view; written after a pause, and before the window goes. */
export function keepTable(caseId: string, view: TableView): void {
  known.set(caseId, view);
  clearTimeout(waiting.get(caseId));
  waiting.set(
    caseId,
    setTimeout(() => void write(caseId), PAUSE),
  );
}

/** The view as it was left; null while the setting is read. */
export function useKeptTable(caseId: string): TableView | null {
  const [, setRead] = useState('');
  useEffect(() => {
    if (known.has(caseId)) return undefined;
    let gone = false;
    const take = (kept: TableView | undefined): void => {
      if (!known.has(caseId)) known.set(caseId, { ...FRESH, ...kept });
      if (!gone) setRead(caseId);
    };
    readSetting<TableView>(settingOf(caseId)).then(take, () => take(undefined));
    return () => {
      gone = true;
    };
  }, [caseId]);
  return known.get(caseId) ?? null;
}
