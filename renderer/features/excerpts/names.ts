/** Names that excerpts point at, read once for a whole list: documents, sources, tags. */
import { useMemo } from 'react';
import type { Document } from '@shared/model/document';
import { effectiveMarking } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import type { Excerpt } from '@shared/model/excerpt';
import { gradeCode } from '@shared/model/grading';
import type { Reliability } from '@shared/model/grading';
import { reliabilityOf } from '@shared/model/source';
import type { Source } from '@shared/model/source';
import type { Tag } from '@shared/model/tag';
import { withoutMarkers } from '@shared/text/markers';
import { useAllRows } from '../../store/hooks';

export interface Names {
  readonly documents: ReadonlyMap<string, Document>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly tags: ReadonlyMap<string, Tag>;
}

const NO_DOCUMENTS: Names['documents'] = new Map();
const NO_SOURCES: Names['sources'] = new Map();
const NO_TAGS: Names['tags'] = new Map();

/** The names of the open case, empty while they are read. Call it once for a list and hand it to the cards. */
export function useNames(): Names {
  const documents = useAllRows('documents') ?? NO_DOCUMENTS;
  const sources = useAllRows('sources') ?? NO_SOURCES;
  const tags = useAllRows('tags') ?? NO_TAGS;
  return useMemo(() => ({ documents, sources, tags }), [documents, sources, tags]);
}

/** What an excerpt says together with what it points at. */
export interface ExcerptFacts {
  readonly document: Document | undefined;
  /** Who says it: its own source, else the document's publisher. */
  readonly source: Source | null;
  /** The publisher, where a source of its own is named. */
  readonly outlet: Source | null;
  readonly reliability: Reliability | null;
  readonly marking: Marking;
  readonly tags: readonly Tag[];
}

/** Joins an excerpt with its names; what is missing is left out. */
export function factsOf(excerpt: Excerpt, { documents, sources, tags }: Names): ExcerptFacts {
  const document = documents.get(excerpt.documentId);
  const publisher = (document?.sourceId && sources.get(document.sourceId)) || null;
  const own = (excerpt.sourceId && sources.get(excerpt.sourceId)) || null;
  const source = own ?? publisher;
  return {
    document,
    source,
    outlet: own && publisher && own.id !== publisher.id ? publisher : null,
    reliability: reliabilityOf(source),
    marking: effectiveMarking(excerpt.marking, document?.marking ?? 'TLP:CLEAR'),
    tags: excerpt.tags.map((id) => tags.get(id)).filter((tag) => tag !== undefined),
  };
}

/** An excerpt in a line: its first words, its grade and its first tags. */
export function shortNameOf(excerpt: Excerpt, names: Names): string {
  const { reliability, tags } = factsOf(excerpt, names);
  const words = withoutMarkers(excerpt.quote).replace(/\s+/g, ' ');
  const cut = words.length > 64 ? `${words.slice(0, 62).trimEnd()}…` : words;
  const grade = gradeCode(reliability, excerpt.credibility);
  const parts = [
    `“${cut}”`,
    grade && `[${grade}]`,
    tags
      .slice(0, 3)
      .map((tag) => tag.name)
      .join(', '),
  ];
  return parts.filter(Boolean).join(' · ');
}
