/** Evidence found by its links: what stands against, for or after what the text cites, and what speaks to a hypothesis. */
import { useMemo } from 'react';
import type { Link } from '@shared/model/link';
import { useLinksAt } from './useLinksAt';

export const RELATIONS = ['contradicts', 'supports', 'updates'] as const;
export type Relation = (typeof RELATIONS)[number];

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  contradicts: 'Contradicts what you cite here',
  supports: 'Supports what you cite here',
  updates: 'Updates what you cite here',
};

export type Related = Readonly<Record<Relation, readonly string[]>>;

const NONE: readonly string[] = [];
const NO_LINKS: readonly Link[] = [];

/** What a link says of its near end, told from its far end; null where it says nothing of the three. */
function relationOf({ type }: Link, farIsFrom: boolean): Relation | null {
  if (type === 'contradicts') return 'contradicts';
  if (type === 'corroborates') return 'supports';
  if (farIsFrom && (type === 'supports' || type === 'updates')) return type;
  return null;
}

/** Ids of the excerpts that are linked to cited ones and not cited themselves, by what the link says; each once a group. */
export function relatedTo(cited: readonly string[], links: readonly Link[]): Related {
  const near = new Set(cited);
  const groups: Record<Relation, Set<string>> = { contradicts: new Set(), supports: new Set(), updates: new Set() };
  for (const link of links) {
    if (link.fromTable !== 'excerpts' || link.toTable !== 'excerpts') continue;
    const farIsFrom = near.has(link.toId);
    const farId = farIsFrom ? link.fromId : link.toId;
    if (near.has(farId) || !near.has(farIsFrom ? link.toId : link.fromId)) continue;
    const relation = relationOf(link, farIsFrom);
    if (relation) groups[relation].add(farId);
  }
  return {
    contradicts: [...groups.contradicts],
    supports: [...groups.supports],
    updates: [...groups.updates],
  };
}

/** The groups for what is cited now; undefined until known. */
export function useRelated(cited: readonly string[]): Related | undefined {
  const links = useLinksAt(cited);
  return useMemo(() => links && relatedTo(cited, links), [cited, links]);
}

/** Ids of the excerpts linked to a hypothesis; none where none is chosen. */
export function useEvidenceOf(hypothesisId: string | null): readonly string[] {
  const wanted = useMemo(() => (hypothesisId === null ? NONE : [hypothesisId]), [hypothesisId]);
  const links = useLinksAt(wanted) ?? NO_LINKS;
  return useMemo(() => {
    if (hypothesisId === null) return NONE;
    const ids = links.flatMap((link) => [
      ...(link.fromTable === 'excerpts' && link.toId === hypothesisId ? [link.fromId] : []),
      ...(link.toTable === 'excerpts' && link.fromId === hypothesisId ? [link.toId] : []),
    ]);
    return [...new Set(ids)];
  }, [hypothesisId, links]);
}
