/** Gathers what a template's queries are filled from: ids from the index, rows by id, and what is linked to them. */
import type { BriefingTemplate } from '@shared/briefing/template';
import { fillQueries, queriesIn } from '@shared/briefing/queries';
import type { QueryAbout, QueryGround } from '@shared/briefing/queries';
import type { EvidenceLookup } from '@shared/briefing/references';
import type { BodyNode } from '@shared/model/briefing';
import type { Excerpt } from '@shared/model/excerpt';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { Filter, Sort } from '@shared/query/filter';
import type { CommandContext } from '../../app/commands/handler';
import { readRows } from '../../store/rows';
import { readWhole } from '../../store/whole';

/** Excerpts that are taken at most: a briefing lists some dozens of them. */
const MOST = 400;
const BY_DATE: Sort = { column: 'date', direction: 'ascending' };

const known = <Row>(rows: readonly (Row | undefined)[]): Row[] => rows.filter((row) => row !== undefined);

/** Null where the template holds no query. Refused where it asks for something that was not chosen or is gone. */
async function readGround(
  { theCase, index }: CommandContext,
  template: BriefingTemplate,
  aboutId: string | null,
): Promise<Result<QueryGround | null, 'template-about-missing' | 'not-found'>> {
  const kinds = queriesIn(template.body);
  if (template.asks && !template.asks.isOptional && !aboutId) return no('template-about-missing');
  if (kinds.length === 0 || !index) return yes(null);
  const [documents, sources, tags, analysts, [record]] = await Promise.all([
    readWhole(theCase, 'documents'),
    readWhole(theCase, 'sources'),
    readWhole(theCase, 'tags'),
    readWhole(theCase, 'analysts'),
    readRows(theCase, 'cases', [theCase.id]),
  ]);
  let about: QueryAbout | null = null;
  if (aboutId && template.asks?.kind === 'tag') {
    const tag = tags.get(aboutId);
    if (!tag) return no('not-found');
    about = { kind: 'tag', tag };
  } else if (aboutId && template.asks?.kind === 'source') {
    const source = sources.get(aboutId);
    if (!source) return no('not-found');
    about = { kind: 'source', source };
  }
  const filter: Filter = {
    ...(about?.kind === 'tag' ? { tagIds: [about.tag.id] } : {}),
    ...(about?.kind === 'source' ? { sourceIds: [about.source.id] } : {}),
    ...(kinds.every((kind) => kind === 'chronology') ? { hasDate: true } : {}),
  };
  const answer = await index.query(filter, BY_DATE, { from: 0, count: MOST });
  const excerpts = known(await readRows(theCase, 'excerpts', answer.ids));
  const summaries = await Promise.all(excerpts.map((one) => index.linksOf(one.id)));
  const linkIds = [...new Set(summaries.flat().map((one) => one.id))];
  const links = known(await readRows(theCase, 'links', linkIds));
  const byId = new Map<string, Excerpt>(excerpts.map((one) => [one.id, one]));
  const farIds = new Set(links.flatMap((link) => [link.fromId, link.toId]).filter((id) => !byId.has(id)));
  for (const far of known(await readRows(theCase, 'excerpts', [...farIds]))) byId.set(far.id, far);
  const lookup: EvidenceLookup = {
    excerpt: (id) => byId.get(id),
    document: (id) => documents.get(id),
    source: (id) => sources.get(id),
    placeOf: () => null,
  };
  const names = new Map([...analysts.values()].map((one) => [one.actor, one.name]));
  return yes({
    about,
    excerpts,
    total: answer.total,
    links,
    lookup,
    tags,
    nameOf: (actor) => names.get(actor as never) ?? 'an analyst not known here',
    language: record?.language || 'en-GB',
  });
}

/** The text a briefing of this template begins with: its queries filled from the case. Refused as its ground is. */
export async function bodyFrom(
  context: CommandContext,
  template: BriefingTemplate,
  aboutId: string | null,
): Promise<Result<BodyNode, 'template-about-missing' | 'not-found'>> {
  const ground = await readGround(context, template, aboutId);
  if (!ground.ok) return ground;
  return yes(ground.value ? fillQueries(template.body, ground.value) : template.body);
}
