/** The evidence of a briefing as the renderers want it: read live for the editor, once for an export. */
import { useEffect, useMemo, useState } from 'react';
import { citedExcerptIds, type EvidenceLookup } from '@shared/briefing/references';
import type { BodyNode } from '@shared/model/briefing';
import type { Document } from '@shared/model/document';
import type { Excerpt } from '@shared/model/excerpt';
import { placeAt } from '@shared/model/place';
import type { Source } from '@shared/model/source';
import { useAllRows, useCase, useRows } from '../../store/hooks';
import type { OpenCase } from '../../store/openCase';
import { readRows } from '../../store/rows';
import { readWhole } from '../../store/whole';
import { textParts } from '../excerpts';
import type { TextParts } from '../excerpts';

type Texts = ReadonlyMap<string, TextParts>;

function lookupFrom(
  excerpts: readonly (Excerpt | undefined)[],
  documents: ReadonlyMap<string, Document>,
  sources: ReadonlyMap<string, Source>,
  texts: Texts,
): EvidenceLookup {
  const byId = new Map(excerpts.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  return {
    excerpt: (id) => byId.get(id),
    document: (id) => documents.get(id),
    source: (id) => sources.get(id),
    placeOf(excerpt) {
      const parts = texts.get(excerpt.textId);
      return parts ? placeAt(parts.segments, excerpt.start, excerpt.end, parts.pages) : null;
    },
  };
}

const textIdsOf = (excerpts: readonly (Excerpt | undefined)[]): string[] => [
  ...new Set(excerpts.flatMap((one) => (one ? [one.textId] : []))),
];

async function readParts(open: OpenCase, textIds: readonly string[]): Promise<Map<string, TextParts>> {
  return new Map(await Promise.all(textIds.map(async (id) => [id, await textParts(open, id)] as const)));
}

/** Everything a briefing's body points at, read once. */
export async function readEvidence(open: OpenCase, body: BodyNode): Promise<EvidenceLookup> {
  const excerpts = await readRows(open, 'excerpts', citedExcerptIds(body));
  const documents = await readWhole(open, 'documents');
  const sources = await readWhole(open, 'sources');
  return lookupFrom(excerpts, documents, sources, await readParts(open, textIdsOf(excerpts)));
}

const NO_TEXTS: Texts = new Map();

/** The excerpts of these ids with their documents, sources and places, kept current; undefined until read the first time. */
export function useEvidence(ids: readonly string[]): EvidenceLookup | undefined {
  const open = useCase();
  const excerpts = useRows('excerpts', ids);
  const documents = useAllRows('documents');
  const sources = useAllRows('sources');
  const [texts, setTexts] = useState(NO_TEXTS);
  useEffect(() => {
    const missing = textIdsOf(excerpts ?? []).filter((id) => !texts.has(id));
    if (missing.length === 0) return undefined;
    let gone = false;
    void readParts(open, missing).then((read) => {
      if (!gone) setTexts((now) => new Map([...now, ...read]));
    });
    return () => {
      gone = true;
    };
  }, [open, excerpts, texts]);
  return useMemo(
    () => (excerpts && documents && sources ? lookupFrom(excerpts, documents, sources, texts) : undefined),
    [excerpts, documents, sources, texts],
  );
}
