/** Live reads for views. Each re-runs when a row it read changes, in this window or another. */
import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useContext, useEffect, useState } from 'react';
import type { RowOf, TableName } from '@shared/model/tables';
import type { OpenCase } from './openCase';
import { listCases, readSetting } from './registry';
import type { RegisteredCase } from './registry';
import { readRows } from './rows';
import { readWhole } from './whole';

/** Tables that stay small enough to be read whole: names, trees and lists. Excerpts and links are read by id. */
export type SmallTable = Exclude<TableName, 'excerpts' | 'links' | 'conflicts'>;

export const CaseContext = createContext<OpenCase | null>(null);

/** The open case; throws where none is: views below the case frame only. */
export function useCase(): OpenCase {
  const open = useContext(CaseContext);
  if (!open) throw new Error('No case is open');
  return open;
}

/** A row; undefined while it is read, null where there is none or it was deleted. */
export function useRow<Table extends TableName>(
  table: Table,
  id: string | null | undefined,
): RowOf<Table> | null | undefined {
  const open = useCase();
  return useLiveQuery(async () => (id ? ((await readRows(open, table, [id]))[0] ?? null) : null), [open, table, id]);
}

/** Rows in the order of the ids, undefined where one is gone; undefined while they are read the first time. */
export function useRows<Table extends TableName>(
  table: Table,
  ids: readonly string[] | undefined,
): (RowOf<Table> | undefined)[] | undefined {
  const open = useCase();
  return useLiveQuery(async () => (ids ? readRows(open, table, ids) : []), [open, table, ids]);
}

/** Every living row of a small table, by id; undefined while it is read the first time. */
export function useAllRows<Table extends SmallTable>(table: Table): ReadonlyMap<string, RowOf<Table>> | undefined {
  const open = useCase();
  return useLiveQuery(() => readWhole(open, table), [open, table]);
}

/** Values that merges set aside and nobody has looked at, the oldest first. */
export function useConflicts(): RowOf<'conflicts'>[] | undefined {
  const open = useCase();
  return useLiveQuery(async () => {
    const rows = [...(await readWhole(open, 'conflicts')).values()].filter((conflict) => !conflict.settled);
    return rows.sort((a, b) => (a.lostStamp < b.lostStamp ? -1 : 1));
  }, [open]);
}

/** The stored text, undefined while it is read, null where it is missing. */
export function useText(textId: string | null | undefined): string | null | undefined {
  const open = useCase();
  const read = useLiveQuery(
    async () => ({ textId, text: textId ? ((await open.db.texts.get(textId))?.text ?? null) : null }),
    [open, textId],
  );
  // Until another text is read the last one is still given.
  return read && read.textId === textId ? read.text : undefined;
}

/** What undo and redo of this window would reverse: their labels. */
export const useStepLabels = (): StepLabels => useStepLabelsOf(useContext(CaseContext));

/** The same for a case that stands outside the views. */
export function useStepLabelsOf(open: OpenCase | null): StepLabels {
  const [labels, setLabels] = useState(NO_STEPS);
  useEffect(() => {
    if (!open) return undefined;
    let gone = false;
    const refresh = (): void => {
      void open.stepLabels().then((now) => {
        if (!gone) setLabels(now);
      });
    };
    refresh();
    const stop = open.onCommitted(refresh);
    return () => {
      gone = true;
      stop();
    };
  }, [open]);
  return open ? labels : NO_STEPS;
}

interface StepLabels {
  readonly undo: string | null;
  readonly redo: string | null;
}

const NO_STEPS: StepLabels = { undo: null, redo: null };

/** Cases of this profile, the last opened first. */
export function useCases(): RegisteredCase[] | undefined {
  return useLiveQuery(listCases, []);
}

/** A setting of this profile; undefined while it is read, null where it was never set. */
export function useSetting<Value>(key: string): Value | null | undefined {
  return useLiveQuery(async () => (await readSetting<Value>(key)) ?? null, [key]);
}
