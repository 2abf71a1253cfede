/** Evidence looked up in rows that are all at hand, as a bundle carries them. */
import type { Document } from '../model/document';
import type { Excerpt } from '../model/excerpt';
import type { Source } from '../model/source';
import type { EvidenceLookup } from './references';

interface EvidenceRows {
  readonly excerpts?: readonly Excerpt[] | undefined;
  readonly documents?: readonly Document[] | undefined;
  readonly sources?: readonly Source[] | undefined;
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[] | undefined): Map<string, Row> =>
  new Map((rows ?? []).map((row) => [row.id, row]));

/** @param placeOf where an excerpt stands; not known where it is not given */
export function lookupIn(rows: EvidenceRows, placeOf: EvidenceLookup['placeOf'] = () => null): EvidenceLookup {
  const [excerpts, documents, sources] = [byId(rows.excerpts), byId(rows.documents), byId(rows.sources)];
  return {
    excerpt: (id) => excerpts.get(id),
    document: (id) => documents.get(id),
    source: (id) => sources.get(id),
    placeOf,
  };
}
