/**
 * The rows near the screen of a list of any length. Ids come from the index, rows from the store. The rows in view are
 * read live; those around it are read ahead while one scrolls. A new list is shown only once its first rows are there,
 * so nothing flickers, and what is out of sight is drawn after what is seen.
 */
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Excerpt } from '@shared/model/excerpt';
import type { ExcerptIds } from '../../search/useExcerptIds';
import { useRows } from '../../store/hooks';
import { useRested } from '../../ui';
import { useKnownRows, useReadAhead } from './ExcerptsViewCache';

/** The rows in view, to the next step; the last excluded. */
interface Seen {
  readonly from: number;
  readonly to: number;
  /** The way one scrolls. */
  readonly isUp: boolean;
}

const STEP = 8;
/** Rows that must be there before a new list takes the place of the former. */
const FIRST = 12;
/** Milliseconds without scrolling before rows are read live. */
const QUIET = 120;
/** Rows read ahead on the way one scrolls, and behind. */
const AHEAD = 192;
const BEHIND = 64;
const BLOCK = 32;

export interface ListedRows<Look> {
  readonly list: ExcerptIds;
  /** What cells are drawn with; it changes together with the list. */
  readonly look: Look;
  readonly rowAt: (index: number) => Excerpt | undefined;
  /** Says which rows are on the screen, last excluded. */
  readonly setPlace: (first: number, end: number) => void;
}

const seenAt = (first: number, end: number, isUp: boolean): Seen => ({
  from: Math.floor(first / STEP) * STEP,
  to: Math.ceil(end / STEP) * STEP,
  isUp,
});

/** Stands where an id is not here yet. */
const MISSING = '-';

/** Ids of a stretch of the list, one a place. */
function idsIn(list: ExcerptIds, from: number, to: number): string[] {
  const ids: string[] = [];
  for (let at = Math.max(0, from); at < Math.min(to, list.total); at += 1) ids.push(list.idAt(at) ?? MISSING);
  return ids;
}

/** The same array as long as the ids are the same. */
function useSteady(ids: readonly string[]): readonly string[] {
  const key = ids.join(' ');
  return useMemo(() => (key === '' ? [] : key.split(' ')), [key]);
}

const isThere = (id: string): boolean => id !== MISSING;

/**
 * @param asked the newest list
 * @param look kept with the list it belongs to
 * @param firstPlace the row that will be at the top of the screen
 */
export function useListedRows<Look>(asked: ExcerptIds, look: Look, firstPlace: number): ListedRows<Look> {
  const [seen, setSeen] = useState(() => seenAt(firstPlace, firstPlace + 16, false));
  const from = Math.max(0, Math.floor((seen.from - (seen.isUp ? AHEAD : BEHIND)) / BLOCK) * BLOCK);
  const to = Math.ceil((seen.to + (seen.isUp ? BEHIND : AHEAD)) / BLOCK) * BLOCK;
  useEffect(() => asked.show(from, to));

  const rested = useRested(seen, QUIET);
  const live = useRows('excerpts', useSteady(idsIn(asked, rested.from - STEP, rested.to + STEP).filter(isThere)));
  const { known, add } = useKnownRows(live);

  const fits = asked.ready && idsIn(asked, seen.from, seen.from + FIRST).every((id) => id !== MISSING && known.has(id));
  const [shown, setShown] = useState({ list: asked, look });
  const isShown = shown.list.handle === asked.handle;
  if (fits && !asked.stale && (!isShown || shown.look !== look)) setShown({ list: asked, look });
  const list = fits || isShown || !shown.list.ready ? asked : shown.list;
  // Whoever types goes on typing: what is out of sight is read once a list has stood for a while.
  const isSettled = useRested<number | null | undefined>(list.handle, QUIET, null) === list.handle;
  useReadAhead(useSteady(idsIn(asked, from, to).filter(isThere)), known, add, isShown && isSettled);

  const drawn = useDeferredValue(list.handle);
  const only = drawn === list.handle ? null : seen;
  const places = useSteady(idsIn(list, from, to));
  const rowAt = useCallback(
    (index: number) => {
      if (only && (index < only.from || index >= only.to)) return undefined;
      return known.get(places[index - from] ?? MISSING);
    },
    [known, places, from, only],
  );
  const setPlace = useCallback((first: number, end: number) => {
    setSeen((before) => {
      const next = seenAt(first, end, first < before.from);
      return before.from === next.from && before.to === next.to ? before : next;
    });
  }, []);
  return { list, look: shown.look, rowAt, setPlace };
}
