/** Filter, order, scroll place and selection of the excerpts view, kept for each case and given back after a restart. */
import { useEffect, useState } from 'react';
import type { Filter, Sort } from '@shared/query/filter';
import { onFlush } from '../../app/pending';
import { readSetting, writeSetting } from '../../store/registry';

export interface KeptView {
  readonly filter: Filter;
  /** Null: by relevance while there is text, else the newest first. */
  readonly sort: Sort | null;
  /** Pixels from the top. */
  readonly offset: number;
  readonly selectedId: string | null;
}

/** What the address narrows the view to. */
export interface Narrowing {
  readonly tagId?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly documentId?: string | undefined;
}

interface Kept {
  /** Of the address without a narrowing. */
  readonly plain: KeptView | null;
  /** Of the last narrowed address. */
  readonly narrowed: { readonly sign: string; readonly view: KeptView } | null;
}

const NOTHING: Kept = { plain: null, narrowed: null };
const PAUSE = 300;

const known = new Map<string, Kept>();
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

const settingOf = (caseId: string): string => `excerpts.view.${caseId}`;

export const signOf = ({ tagId, sourceId, documentId }: Narrowing): string =>
  [tagId, sourceId, documentId].some(Boolean) ? `${tagId ?? ''} ${sourceId ?? ''} ${documentId ?? ''}` : '';

export const filterOf = ({ tagId, sourceId, documentId }: Narrowing): Filter => ({
  ...(tagId ? { tagIds: [tagId] } : {}),
  ...(sourceId ? { sourceIds: [sourceId] } : {}),
  ...(documentId ? { documentIds: [documentId] } : {}),
});

async function write(caseId: string): Promise<void> {
  const timer = waiting.get(caseId);
  if (timer === undefined) return;
  clearTimeout(timer);
  waiting.delete(caseId);
  await writeSetting(settingOf(caseId), known.get(caseId));
}

onFlush(() => Promise.all([...waiting.keys()].map(write)));

/** Keeps a view; written after a pause, and before the window goes. */
export function keepView(caseId: string, sign: string, view: KeptView): void {
  const now = known.get(caseId) ?? NOTHING;
  known.set(caseId, sign === '' ? { ...now, plain: view } : { ...now, narrowed: { sign, view } });
  clearTimeout(waiting.get(caseId));
  waiting.set(
    caseId,
    setTimeout(() => void write(caseId), PAUSE),
  );
}

/** Sets what the excerpts view will show next, from elsewhere. */
export function lookFor(caseId: string, filter: Filter): void {
  keepView(caseId, '', { filter, sort: null, offset: 0, selectedId: null });
}

/** The view as it was left, or the one an address asks for; null while the setting is read. */
export function useKeptView(caseId: string, narrowing: Narrowing): KeptView | null {
  const [, setRead] = useState('');
  useEffect(() => {
    if (known.has(caseId)) return undefined;
    let gone = false;
    const take = (kept: Kept | undefined): void => {
      if (!known.has(caseId)) known.set(caseId, kept ?? NOTHING);
      if (!gone) setRead(caseId);
    };
    readSetting<Kept>(settingOf(caseId)).then(take, () => take(undefined));
    return () => {
      gone = true;
    };
  }, [caseId]);
  const kept = known.get(caseId);
  if (!kept) return null;
  const sign = signOf(narrowing);
  const fresh: KeptView = { filter: filterOf(narrowing), sort: null, offset: 0, selectedId: null };
  if (sign === '') return kept.plain ?? fresh;
  return kept.narrowed?.sign === sign ? kept.narrowed.view : fresh;
}
