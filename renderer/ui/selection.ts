/** What a click or a key does to the selection of a list: pure, so that the list itself only draws. */

export type SelectionMode = 'none' | 'single' | 'multiple';

export interface SelectionStep {
  readonly mode: SelectionMode;
  readonly selected: ReadonlySet<string>;
  readonly keyAt: (index: number) => string;
  /** The row acted on. */
  readonly index: number;
  /** Where a range began. */
  readonly anchor: number;
  readonly how: 'only' | 'toggle' | 'range';
}

/** The selection after a step; the same set where nothing changes. */
export function selectionAfter(step: SelectionStep): ReadonlySet<string> {
  const { mode, selected, keyAt, index, anchor, how } = step;
  if (mode === 'none') return selected;
  const key = keyAt(index);
  if (how === 'toggle') {
    if (selected.has(key)) {
      const rest = new Set(selected);
      rest.delete(key);
      return rest;
    }
    return mode === 'single' ? new Set([key]) : new Set([...selected, key]);
  }
  if (how === 'range' && mode === 'multiple') {
    const range = new Set<string>();
    for (let at = Math.min(anchor, index); at <= Math.max(anchor, index); at++) range.add(keyAt(at));
    return range;
  }
  return selected.size === 1 && selected.has(key) ? selected : new Set([key]);
}

/** The row a key leads to, null where the key is not one that moves. `page` is the rows on one screen. */
export function rowAfterKey(key: string, active: number, count: number, page: number): number | null {
  const last = count - 1;
  if (last < 0) return null;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: last,
  };
  const to = moves[key];
  return to === undefined ? null : Math.max(0, Math.min(last, to));
}
