/** Which of the listed excerpts the drawer shows: all, those the text cites, the rest, or those of a list of its own. */
import { useEffect, useMemo, useState } from 'react';
import type { ExcerptIds } from '../../search/useExcerptIds';

export type EvidenceShown = 'all' | 'cited' | 'uncited';

export interface ShownPlaces {
  readonly total: number;
  idAt(index: number): string | undefined;
  /** Fetches the id of a row that is not here yet. */
  show(index: number): void;
}

/** Places of some excerpts in the list, in its order. The list may be of any length: nothing walks it. */
function usePlacesOf(found: ExcerptIds, ids: readonly string[], wanted: boolean): readonly [number, string][] {
  const [places, setPlaces] = useState<readonly [number, string][]>([]);
  const { handle } = found;
  useEffect(() => {
    if (!wanted || handle === undefined) return undefined;
    let gone = false;
    void Promise.all(ids.map(async (id): Promise<[number, string]> => [await found.placeOf(id), id])).then((all) => {
      if (!gone) setPlaces(all.filter(([place]) => place >= 0).sort((a, b) => a[0] - b[0]));
    });
    return () => {
      gone = true;
    };
    // The list is a new object at every render; its handle says when it is another list.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ids, handle, wanted]);
  return places;
}

/** @param only where given, these alone, as far as the list has them */
export function useShownPlaces(
  found: ExcerptIds,
  cited: readonly string[],
  which: EvidenceShown,
  only: readonly string[] | null = null,
): ShownPlaces {
  const places = usePlacesOf(found, only ?? cited, only !== null || which !== 'all');
  return useMemo(() => {
    if (only || which === 'cited') {
      return { total: places.length, idAt: (index) => places[index]?.[1], show: () => undefined };
    }
    if (which === 'all') {
      return { total: found.total, idAt: (index) => found.idAt(index), show: (index) => found.show(index, index + 1) };
    }
    // The place of a row once those of the cited ones are stepped over.
    const placeFor = (index: number): number => {
      let place = index;
      for (const [taken] of places) if (taken <= place) place += 1;
      return place;
    };
    return {
      total: Math.max(0, found.total - places.length),
      idAt: (index) => found.idAt(placeFor(index)),
      show: (index) => found.show(placeFor(index), placeFor(index) + 1),
    };
  }, [found, only, places, which]);
}
