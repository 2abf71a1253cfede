/** Which branches of a tag tree are open, remembered for each case. */
import { useMemo } from 'react';
import { useSetting } from '../../store/hooks';
import { writeSetting } from '../../store/registry';

/** @param otherwise ids that are open where nothing was remembered */
export function useExpanded(
  key: string,
  otherwise: readonly string[],
): readonly [ReadonlySet<string>, (ids: ReadonlySet<string>) => void] {
  const kept = useSetting<readonly string[]>(key);
  const expanded = useMemo(() => new Set(kept ?? otherwise), [kept, otherwise]);
  return [expanded, (ids) => void writeSetting(key, [...ids])];
}
