/** The check of a briefing out of a whole case at hand, as a bundle carries it: the same findings as in the editor. */
import type { BundleContents } from '../bundle/contents';
import { placesIn } from '../bundle/places';
import type { Briefing } from '../model/briefing';
import { living } from '../model/record';
import { cleanBody } from './bodySchema';
import { checkBriefing } from './checks';
import type { Finding } from './checks';
import { lookupIn } from './lookupIn';
import { briefingMarking, derivedMarking } from './marking';
import { citedExcerptIds } from './references';
import type { EvidenceLookup } from './references';

/** Looks evidence up in these contents; places are worked out from the texts. */
export const lookupOf = (contents: BundleContents): EvidenceLookup => {
  const { excerpts, documents, sources } = contents.rows;
  const rows = { excerpts: living(excerpts), documents: living(documents), sources: living(sources) };
  return lookupIn(rows, placesIn(contents).placeOf);
};

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
    links: living(rows.links).filter(({ fromId, toId }) => near.has(fromId) || near.has(toId)),
    tags: new Map(living(rows.tags).map((tag) => [tag.id, tag])),
    hypotheses: living(rows.hypotheses),
    judgements: living(rows.judgements).filter(({ briefingId }) => briefingId === briefing.id),
    acceptedIds: new Set(briefing.accepted.map(({ id }) => id)),
  });
}
