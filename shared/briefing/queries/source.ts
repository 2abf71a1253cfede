/** One source: how it was graded and why, whose information it passes on, what it said, and what came of it. */
import type { BodyNode } from '../../model/briefing';
import { dateWords } from '../../model/eventDate';
import type { Excerpt } from '../../model/excerpt';
import { RELIABILITY_WORDS } from '../../model/grading';
import type { LinkType } from '../../model/link';
import { originChain } from '../../model/source';
import type { Source } from '../../model/source';
import { bullets, byDate, MOST_LINES, nothing, paragraph, quoted, rest, table, text } from './query';
import type { Query, QueryGround } from './query';

/** Links that say a thing was borne out, and those that say it was not. */
const FOR: readonly LinkType[] = ['corroborates', 'supports'];
const AGAINST: readonly LinkType[] = ['contradicts', 'updates'];

export const source: Query = (ground, { part }) => {
  const { about } = ground;
  if (about?.kind !== 'source') return nothing('No source was chosen.');
  return PARTS.get(part)?.(about.source, ground) ?? [];
};

function gradings(of: Source, { nameOf, language }: QueryGround): BodyNode[] {
  const rows = [...of.gradings]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
    .map(({ reliability, reason, by, at }): BodyNode[][] => [
      [text(dateWords(at.slice(0, 10), language))],
      [text(`${reliability} (${RELIABILITY_WORDS[reliability].toLowerCase()})`)],
      reason.trim() === '' ? [] : [text(reason.trim())],
      [text(nameOf(by))],
    ]);
  return rows.length > 0
    ? table(['When', 'Reliability', 'Why', 'Graded by'], rows)
    : nothing('Nobody has graded it yet.');
}

function origins(of: Source, { lookup }: QueryGround): BodyNode[] {
  const [, ...before] = originChain(of, (id) => lookup.source(id));
  if (before.length === 0) return nothing('It names no other source for its information.');
  const names = before.map((one) => one.name).join(', which takes it from ');
  return [paragraph(text(`${of.name} takes its information from ${names}.`))];
}

function said(_of: Source, ground: QueryGround): BodyNode[] {
  const shown = byDate(ground.excerpts).slice(0, MOST_LINES);
  if (shown.length === 0) return nothing('Nothing in the case is said by it.');
  return [...bullets(shown.map((excerpt) => quoted(excerpt, ground))), ...rest(shown.length, ground.total)];
}

/** What it said, with the excerpts of others that stand in these links to it, and why. */
function met(ground: QueryGround, types: readonly LinkType[], none: string): BodyNode[] {
  const lines = byDate(ground.excerpts).flatMap((excerpt) =>
    ground.links.flatMap((link): BodyNode[][] => {
      if (!types.includes(link.type)) return [];
      const other = farExcerpt(link, excerpt, ground);
      if (!other) return [];
      const note = link.note.trim();
      return [
        [
          ...quoted(excerpt, ground),
          text(` ${VERBS[link.type] ?? link.type} `),
          ...quoted(other, ground),
          ...(note === '' ? [] : [text(` ${note}`)]),
        ],
      ];
    }),
  );
  return lines.length > 0 ? bullets(lines.slice(0, MOST_LINES)) : nothing(none);
}

const VERBS: Readonly<Partial<Record<LinkType, string>>> = {
  corroborates: 'Corroborated by',
  supports: 'Supported by',
  contradicts: 'Contradicted by',
  updates: 'Updated by',
};

/** The far end of a link that speaks about this excerpt; null where this one speaks about the other. */
function farExcerpt(
  { fromTable, fromId, toTable, toId, type }: QueryGround['links'][number],
  excerpt: Excerpt,
  { lookup }: QueryGround,
): Excerpt | undefined {
  if (fromTable !== 'excerpts' || toTable !== 'excerpts') return undefined;
  if (toId === excerpt.id) return lookup.excerpt(fromId);
  // These two read the same both ways; the others are told of the excerpt they point at.
  return fromId === excerpt.id && (type === 'contradicts' || type === 'corroborates')
    ? lookup.excerpt(toId)
    : undefined;
}

const confirmed = (_of: Source, ground: QueryGround): BodyNode[] =>
  met(ground, FOR, 'Nothing it said has been linked to what confirms it.');

const contradicted = (_of: Source, ground: QueryGround): BodyNode[] =>
  met(ground, AGAINST, 'Nothing it said has been linked to what contradicts or updates it.');

const PARTS: ReadonlyMap<unknown, (of: Source, ground: QueryGround) => BodyNode[]> = new Map(
  Object.entries({ gradings, origins, said, confirmed, contradicted }),
);
