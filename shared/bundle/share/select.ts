/**
 * A part of a case to share: what was chosen, and what it cannot be read without. The records are as they are in the
 * case, so that a part joins with a whole copy without undoing anything there. Deleted records stay out of it.
 */
import { cleanBody } from '../../briefing/bodySchema';
import { picturesIn } from '../../briefing/pictures';
import { citedExcerptIds } from '../../briefing/references';
import { originChain } from '../../model/source';
import { isAlive, living } from '../../model/record';
import { withDescendants } from '../../model/tag';
import type { RowOf } from '../../model/tables';
import { layoutsOf, mentionedIn } from '../contents';
import type { BundleContents, BundleRows } from '../contents';
import { keptTags } from './kept';
import { makersOf } from './redactAnalysts';

/** What is to go. */
export type ShareChoice =
  | { readonly what: 'case' }
  | { readonly what: 'documents'; readonly ids: readonly string[] }
  /** A tag with all under it: every excerpt that carries one of them. */
  | { readonly what: 'tag'; readonly id: string }
  /** A briefing with exactly what it cites. */
  | { readonly what: 'briefing'; readonly id: string }
  /** Excerpts found or selected. */
  | { readonly what: 'excerpts'; readonly ids: readonly string[] };

/** The part of the case that was chosen; `originals` says whether the imported files go with it. */
export function selectForSharing(contents: BundleContents, choice: ShareChoice, originals: boolean): BundleContents {
  const part = choice.what === 'case' ? contents : partOf(contents, choice);
  if (originals) return part;
  const pictures = new Set(
    [...(part.rows.briefings ?? []), ...(part.rows.briefingVersions ?? [])].flatMap(({ body }) =>
      picturesIn(body).map(({ originalId }) => originalId),
    ),
  );
  return { ...part, originals: part.originals.filter(({ id }) => pictures.has(id)) };
}

type PartChoice = Exclude<ShareChoice, { what: 'case' }>;

function partOf(contents: BundleContents, choice: PartChoice): BundleContents {
  const { rows } = contents;
  const excerpts = excerptsOf(contents, choice);
  const chosen = new Set(choice.what === 'documents' ? choice.ids : []);
  const ofExcerpts = new Set(excerpts.map(({ documentId }) => documentId));
  // A document may be deleted here while somebody elsewhere took an excerpt of it: no reader takes that without it.
  const documents = (rows.documents ?? []).filter(
    (one) => ofExcerpts.has(one.id) || (chosen.has(one.id) && isAlive(one)),
  );
  const below = choice.what === 'tag' ? withDescendants(choice.id, living(rows.tags)) : new Set<string>();
  const tagIds = new Set([...keptTags(contents, excerpts), ...ancestorsOf(contents, below)]);
  const tags = living(rows.tags).filter(({ id }) => tagIds.has(id));
  const sources = sourcesOf(contents, [...documents, ...excerpts]);
  const briefings = living(rows.briefings).filter(({ id }) => choice.what === 'briefing' && id === choice.id);
  const ofBriefing = <Row extends { readonly briefingId: string }>(row: Row): boolean =>
    briefings.some(({ id }) => id === row.briefingId);
  const judgements = living(rows.judgements).filter(ofBriefing);
  const comments = living(rows.comments).filter(ofBriefing);
  const going = new Set([documents, excerpts, tags, sources, briefings, judgements].flat().map(({ id }) => id));
  const isHypothesis = new Set(living(rows.hypotheses).map(({ id }) => id));
  const links = living(rows.links).filter(
    ({ fromId, toId }) =>
      [fromId, toId].every((id) => going.has(id) || isHypothesis.has(id)) && (going.has(fromId) || going.has(toId)),
  );
  const linked = new Set(links.flatMap(({ fromId, toId }) => [fromId, toId]));
  const hypotheses = living(rows.hypotheses).filter(({ id }) => linked.has(id));
  const conflicts = living(rows.conflicts).filter(({ recordId }) => going.has(recordId));
  const made: BundleRows = {
    documents,
    excerpts,
    tags,
    sources,
    briefings,
    judgements,
    comments,
    links,
    hypotheses,
    conflicts,
  };
  const mentioned = mentionedIn(made);
  const texts = contents.texts.filter(({ id }) => mentioned.texts.has(id));
  const laidOut: BundleRows = { ...made, layouts: layoutsOf(rows, texts) };
  return {
    case: contents.case,
    rows: { ...laidOut, analysts: makersOf(contents, laidOut) },
    texts,
    originals: contents.originals.filter(({ id }) => mentioned.originals.has(id)),
    // Of the whole case: how much of a part was withheld nobody can tell without saying what of.
    ...(contents.withheld ? { withheld: contents.withheld } : {}),
  };
}

function excerptsOf({ rows }: BundleContents, choice: PartChoice): RowOf<'excerpts'>[] {
  const all = living(rows.excerpts);
  switch (choice.what) {
    case 'documents': {
      const ids = new Set(choice.ids);
      return all.filter(({ documentId }) => ids.has(documentId));
    }
    case 'tag': {
      const ids = withDescendants(choice.id, living(rows.tags));
      return all.filter(({ tags }) => tags.some((id) => ids.has(id)));
    }
    case 'briefing': {
      const briefing = living(rows.briefings).find(({ id }) => id === choice.id);
      const ids = new Set(briefing ? citedExcerptIds(cleanBody(briefing.body)) : []);
      return all.filter(({ id }) => ids.has(id));
    }
    case 'excerpts': {
      const ids = new Set(choice.ids);
      return all.filter(({ id }) => ids.has(id));
    }
  }
}

function ancestorsOf({ rows }: BundleContents, ids: ReadonlySet<string>): Set<string> {
  const byId = new Map(living(rows.tags).map((tag) => [tag.id, tag]));
  const all = new Set<string>();
  for (const id of ids)
    for (let tag = byId.get(id); tag && !all.has(tag.id); tag = tag.parentId ? byId.get(tag.parentId) : undefined)
      all.add(tag.id);
  return all;
}

function sourcesOf(
  { rows }: BundleContents,
  named: readonly { readonly sourceId: string | null }[],
): RowOf<'sources'>[] {
  const byId = new Map(living(rows.sources).map((source) => [source.id, source]));
  const going = new Set<string>();
  for (const { sourceId } of named) {
    const source = sourceId ? byId.get(sourceId) : undefined;
    if (source && !going.has(source.id)) for (const one of originChain(source, (id) => byId.get(id))) going.add(one.id);
  }
  return [...byId.values()].filter(({ id }) => going.has(id));
}
