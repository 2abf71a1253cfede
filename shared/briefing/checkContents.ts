/** The check of a briefing out of a whole case at hand, as a bundle carries it: the same findings as in the editor. */
import type { BundleContents } from '../bundle/contents';
import { placesIn } from '../bundle/places';
import type { Briefing } from '../model/briefing';
import { isAlive } from '../model/record';
import type { RecordBase } from '../model/record';
import { cleanBody } from './bodySchema';
import { checkBriefing } from './checks';
import type { Finding } from './checks';
import { briefingMarking, derivedMarking } from './marking';
import { citedExcerptIds } from './references';
import type { EvidenceLookup } from './references';

const living = <Row extends RecordBase & { readonly id: string }>(rows: readonly Row[] | undefined): Map<string, Row> =>
  new Map((rows ?? []).filter(isAlive).map((row) => [row.id, row]));

/** Looks evidence up in these contents; places are worked out from the texts. */
export function lookupOf(contents: BundleContents): EvidenceLookup {
  const { rows } = contents;
  const [excerpts, documents, sources] = [living(rows.excerpts), living(rows.documents), living(rows.sources)];
  return {
    excerpt: (id) => excerpts.get(id),
    document: (id) => documents.get(id),
    source: (id) => sources.get(id),
    placeOf: placesIn(contents).placeOf,
  };
}

/** The findings of a briefing of this case that nobody has accepted, the strictest rules of the standards first. */
export function checkContents(contents: BundleContents, briefing: Briefing): Finding[] {
  const { case: record, rows } = contents;
  const lookup = lookupOf(contents);
  const body = cleanBody(briefing.body);
  const cited = citedExcerptIds(body);
  const near = new Set(cited);
  const carried = briefingMarking(briefing, derivedMarking(cited, lookup));
  return checkBriefing({
    briefing: { ...briefing, body, marking: carried },
    language: record.language || 'en-GB',
    scale: record.scale,
    horizonDays: record.horizonDays,
    lookup,
    links: [...living(rows.links).values()].filter(({ fromId, toId }) => near.has(fromId) || near.has(toId)),
    tags: living(rows.tags),
    hypotheses: [...living(rows.hypotheses).values()],
    judgements: [...living(rows.judgements).values()].filter(({ briefingId }) => briefingId === briefing.id),
    acceptedIds: new Set(briefing.accepted.map(({ id }) => id)),
  });
}
