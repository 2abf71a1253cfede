/** A person, an organisation, a place or a topic: what the case calls it, and what is said of it. */
import type { BodyNode } from '../../model/briefing';
import { childrenByParent, withDescendants } from '../../model/tag';
import type { Tag } from '../../model/tag';
import { bullets, byDate, MOST_LINES, nothing, paragraph, quoted, rest, text } from './query';
import type { Query, QueryGround } from './query';

export const tag: Query = (ground, { part }) => {
  const { about } = ground;
  if (about?.kind !== 'tag') return nothing('No tag was chosen.');
  return PARTS.get(part)?.(about.tag, ground) ?? [];
};

function names({ name, aliases, description }: Tag): BodyNode[] {
  const also = aliases.length > 0 ? `, also written ${aliases.join(', ')}` : '';
  const first = paragraph(text(name, 'bold'), text(`${also}.`));
  const words = description.trim();
  return words === '' ? [first] : [first, paragraph(text(words))];
}

function reported(_of: Tag, ground: QueryGround): BodyNode[] {
  const shown = byDate(ground.excerpts).slice(0, MOST_LINES);
  if (shown.length === 0) return nothing('No excerpt has this tag yet.');
  return [...bullets(shown.map((excerpt) => quoted(excerpt, ground))), ...rest(shown.length, ground.total)];
}

/** A heading for each tag right below it that has excerpts, with what they say. */
function below(of: Tag, ground: QueryGround): BodyNode[] {
  const children = childrenByParent(ground.tags.values(), ground.language).get(of.id) ?? [];
  const sections = children.flatMap((child): BodyNode[] => {
    const meant = withDescendants(child.id, ground.tags.values());
    const its = byDate(ground.excerpts.filter((one) => one.tags.some((id) => meant.has(id)))).slice(0, MOST_LINES);
    if (its.length === 0) return [];
    const heading = { type: 'heading', attrs: { level: 2 }, content: [text(child.name)] };
    return [heading, ...bullets(its.map((excerpt) => quoted(excerpt, ground)))];
  });
  return sections.length > 0 ? sections : nothing('No tag below it has excerpts.');
}

const PARTS: ReadonlyMap<unknown, (of: Tag, ground: QueryGround) => BodyNode[]> = new Map(
  Object.entries({ names, reported, below }),
);
