/** The evidence of a check, kept current: what is cited, what is linked to it, and what the case asks of its briefings. */
import { useMemo } from 'react';
import { briefingMarking, derivedMarking } from '@shared/briefing/marking';
import type { Document } from '@shared/model/document';
import { repeatedChain } from '@shared/model/documentOrigin';
import { originChain } from '@shared/model/source';
import type { Source } from '@shared/model/source';
import { useAllRows, useRows } from '../../../store/hooks';
import type { PanelProps } from '../panels/panel';
import { useLinksAt } from '../useLinksAt';
import type { CheckGround } from './checkMessages';

export type CheckProps = Pick<PanelProps, 'briefing' | 'record' | 'evidence' | 'cited'>;

/** Null while any of it is read the first time. */
export function useCheckGround({ briefing, record, evidence, cited }: CheckProps): CheckGround | null {
  const links = useLinksAt(cited);
  const farIds = useMemo(() => {
    const near = new Set(cited);
    const far = links?.flatMap((link) => [
      ...(link.fromTable === 'excerpts' ? [link.fromId] : []),
      ...(link.toTable === 'excerpts' ? [link.toId] : []),
    ]);
    return far && [...new Set(far)].filter((id) => !near.has(id));
  }, [links, cited]);
  const far = useRows('excerpts', farIds);
  const documents = useAllRows('documents');
  const sources = useAllRows('sources');
  const tags = useAllRows('tags');
  const tagList = useMemo(() => tags && [...tags.values()], [tags]);
  const hypotheses = useAllRows('hypotheses');
  const judgements = useAllRows('judgements');
  const { id, title, marking, lowered, issued, cutoff } = briefing;
  const { language, scale, horizonDays } = record;
  return useMemo(() => {
    if (!evidence || !links || !far || !documents || !sources || !tagList || !hypotheses || !judgements) return null;
    const { lookup } = evidence;
    const near = cited.map((one) => lookup.excerpt(one)).filter((one) => one !== undefined);
    const excerpts = [...near, ...far.filter((one) => one !== undefined)];
    const itsDocuments = withOriginals(
      excerpts.map((one) => one.documentId),
      documents,
    );
    // The label it carries: what is cited has raised it already.
    const carried = briefingMarking({ marking, lowered }, derivedMarking(cited, lookup));
    const named = [...excerpts, ...itsDocuments].map((one) => one.sourceId);
    return {
      briefing: { title, marking: carried, lowered, issued, cutoff },
      language: language || 'en-GB',
      scale,
      horizonDays,
      excerpts,
      documents: itsDocuments,
      sources: withOrigins(named, sources),
      places: near.flatMap((one) => {
        const place = lookup.placeOf(one);
        return place ? [[one.id, place] as const] : [];
      }),
      links,
      tags: tagList,
      hypotheses: [...hypotheses.values()],
      judgements: [...judgements.values()].filter((one) => one.briefingId === id),
    };
  }, [
    evidence,
    links,
    far,
    documents,
    sources,
    tagList,
    hypotheses,
    judgements,
    cited,
    id,
    title,
    marking,
    lowered,
    issued,
    cutoff,
    language,
    scale,
    horizonDays,
  ]);
}

/** The documents named, and those whose text they repeat. */
function withOriginals(ids: Iterable<string>, documents: ReadonlyMap<string, Document>): Document[] {
  const all = new Set<Document>();
  for (const id of ids) {
    const document = documents.get(id);
    if (document) for (const one of repeatedChain(document, (other) => documents.get(other))) all.add(one);
  }
  return [...all];
}

/** The sources named, and those they take their information from. */
function withOrigins(ids: Iterable<string | null>, sources: ReadonlyMap<string, Source>): Source[] {
  const all = new Set<Source>();
  for (const id of ids) {
    const source = id ? sources.get(id) : undefined;
    if (source) for (const one of originChain(source, (other) => sources.get(other))) all.add(one);
  }
  return [...all];
}
