/** The links at some records: their ids from the index, their rows by id. */
import { useMemo } from 'react';
import type { Link } from '@shared/model/link';
import type { TableName } from '@shared/model/tables';
import { useAsked, useIndexState } from '../../search/hooks';
import { useRows } from '../../store/hooks';

const LINKS: readonly TableName[] = ['links'];
const NONE: readonly string[] = [];

/** Undefined until known. Where the index could not be opened, there are none. */
export function useLinksAt(ids: readonly string[]): readonly Link[] | undefined {
  const { phase } = useIndexState();
  const { value } = useAsked(ids.join(), LINKS, async (index, signal) => {
    const all = await Promise.all(ids.map((id) => index.linksOf(id, { signal })));
    return [...new Set(all.flat().map((link) => link.id))];
  });
  const linkIds = value ?? (phase === 'failed' ? NONE : undefined);
  const rows = useRows('links', linkIds);
  return useMemo(() => (linkIds ? rows?.filter((link) => link !== undefined) : undefined), [linkIds, rows]);
}
