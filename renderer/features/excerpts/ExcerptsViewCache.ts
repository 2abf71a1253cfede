/** Rows of excerpts at hand: those read live, those read ahead, and those that this window writes. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Excerpt } from '@shared/model/excerpt';
import { useCase } from '../../store/hooks';
import { readRows } from '../../store/rows';

export type Rows = ReadonlyMap<string, Excerpt>;

/** Rows kept at hand at most; beyond it only those that are wanted stay. */
const KEPT = 3_000;

const sameClocks = (a: Excerpt, b: Excerpt): boolean => {
  const [mine, others] = [Object.keys(a.clocks), Object.keys(b.clocks)];
  return mine.length === others.length && mine.every((key) => a.clocks[key] === b.clocks[key]);
};

/** The known rows with those read now; a row that is as it was stays the same object, so that it is not drawn again. */
export function withRead(known: Rows, read: readonly (Excerpt | undefined)[]): Rows {
  const rows = new Map(known.size > KEPT ? [] : known);
  for (const row of read) {
    if (!row) continue;
    const before = known.get(row.id);
    rows.set(row.id, before && sameClocks(before, row) ? before : row);
  }
  return rows;
}

/** The rows at hand. @param live rows read live, as they come */
export function useKnownRows(live: readonly (Excerpt | undefined)[] | undefined): {
  readonly known: Rows;
  readonly add: (rows: readonly (Excerpt | undefined)[]) => void;
} {
  const open = useCase();
  const [state, setState] = useState<{ of: typeof live; known: Rows }>({ of: undefined, known: new Map() });
  const add = useCallback(
    (rows: readonly (Excerpt | undefined)[]) => setState(({ of, known }) => ({ of, known: withRead(known, rows) })),
    [],
  );
  useEffect(
    () =>
      open.onCommitted(({ rows }) => {
        const written = rows.flatMap(({ table, row }) => (table === 'excerpts' ? [row as Excerpt] : []));
        if (written.length > 0) add(written.slice(0, KEPT));
      }),
    [open, add],
  );
  if (!live || live === state.of) return { known: state.known, add };
  const known = withRead(state.known, live);
  setState({ of: live, known });
  return { known, add };
}

/** Reads rows that are not at hand. @param isOn false while something more urgent is read */
export function useReadAhead(
  ids: readonly string[],
  known: Rows,
  add: (rows: readonly (Excerpt | undefined)[]) => void,
  isOn: boolean,
): void {
  const open = useCase();
  const asking = useRef(new Set<string>());
  useEffect(() => {
    if (!isOn) return;
    const missing = ids.filter((id) => !known.has(id) && !asking.current.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asking.current.add(id);
    const read = async (): Promise<void> => {
      try {
        add(await readRows(open, 'excerpts', missing));
      } catch {
        // A case that was closed meanwhile shows nothing any more.
      } finally {
        for (const id of missing) asking.current.delete(id);
      }
    };
    void read();
  }, [open, ids, known, add, isOn]);
}
