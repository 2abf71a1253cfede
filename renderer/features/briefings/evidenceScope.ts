/** Which evidence the drawer shows, remembered for each case: all of it, by citation, by link, or by hypothesis. */
import { useMemo } from 'react';
import type { Hypothesis } from '@shared/model/hypothesis';
import type { Tag } from '@shared/model/tag';
import { useAllRows, useCase, useSetting } from '../../store/hooks';
import { writeSetting } from '../../store/registry';
import { RELATIONS, useEvidenceOf, useRelated } from './relatedEvidence';
import type { Related, Relation } from './relatedEvidence';
import type { EvidenceShown } from './shownPlaces';

interface Kept {
  readonly shown: EvidenceShown | Relation | 'hypothesis';
  readonly hypothesisId: string | null;
  readonly tagIds: readonly string[];
}

const START: Kept = { shown: 'all', hypothesisId: null, tagIds: [] };

const isRelation = (shown: Kept['shown']): shown is Relation => (RELATIONS as readonly string[]).includes(shown);

export interface EvidenceScope {
  /** Null while it is by link or by hypothesis. */
  readonly which: EvidenceShown | null;
  readonly relation: Relation | null;
  readonly hypothesis: Hypothesis | null;
  readonly tagIds: readonly string[];
  /** Ids to show alone; null for no such limit. */
  readonly only: readonly string[] | null;
  /** Undefined until known. */
  readonly related: Related | undefined;
  readonly hypotheses: readonly Hypothesis[];
  readonly show: (shown: EvidenceShown | Relation) => void;
  readonly showHypothesis: (id: string) => void;
  readonly setTagIds: (ids: readonly string[]) => void;
}

const NOTHING: readonly string[] = [];

export function useEvidenceScope(cited: readonly string[], tags: ReadonlyMap<string, Tag>): EvidenceScope {
  const { id: caseId } = useCase();
  const key = `briefing.evidence.${caseId}`;
  const kept = useSetting<Kept>(key) ?? START;
  const related = useRelated(cited);
  const rows = useAllRows('hypotheses');
  const hypothesis = (kept.shown === 'hypothesis' && rows?.get(kept.hypothesisId ?? '')) || null;
  const linked = useEvidenceOf(hypothesis?.id ?? null);
  return useMemo(() => {
    const write = (patch: Partial<Kept>): void => void writeSetting(key, { ...kept, ...patch });
    const relation = isRelation(kept.shown) ? kept.shown : null;
    // A hypothesis that was deleted leaves all of it.
    const which = relation || hypothesis ? null : kept.shown === 'hypothesis' ? 'all' : (kept.shown as EvidenceShown);
    return {
      which,
      relation,
      hypothesis,
      tagIds: tags.size === 0 ? kept.tagIds : kept.tagIds.filter((id) => tags.has(id)),
      only: relation ? (related?.[relation] ?? NOTHING) : hypothesis ? linked : null,
      related,
      hypotheses: [...(rows?.values() ?? [])].sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true })),
      show: (shown) => write({ shown }),
      showHypothesis: (hypothesisId) => write({ shown: 'hypothesis', hypothesisId }),
      setTagIds: (tagIds) => write({ tagIds }),
    };
  }, [key, kept, related, rows, hypothesis, linked, tags]);
}
