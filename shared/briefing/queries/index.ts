/** Filling a template's queries. */
import type { BodyNode } from '../../model/briefing';
import { chronology } from './chronology';
import { contradictions } from './contradictions';
import { figures } from './figures';
import type { Query, QueryGround, QueryKind } from './query';
import { QUERY_KINDS } from './query';
import { source } from './source';
import { tag } from './tag';

export type { QueryAbout, QueryGround, QueryKind } from './query';

const QUERIES: Readonly<Record<QueryKind, Query>> = { chronology, figures, tag, source, contradictions };

const kindOf = (node: BodyNode): QueryKind | undefined => QUERY_KINDS.find((kind) => kind === node.attrs?.['kind']);

/** The kinds of queries that a body holds, each once. */
export function queriesIn(body: BodyNode): QueryKind[] {
  const found = new Set<QueryKind>();
  const open = [body];
  for (let node = open.pop(); node; node = open.pop()) {
    const kind = node.type === 'query' ? kindOf(node) : undefined;
    if (kind) found.add(kind);
    open.push(...(node.content ?? []));
  }
  return [...found];
}

/** The body with what each query finds in its place. One of an unknown kind, from a newer version, becomes an empty line. */
export function fillQueries(body: BodyNode, ground: QueryGround): BodyNode {
  if (!body.content) return body;
  const content = body.content.flatMap((node): BodyNode[] => {
    if (node.type !== 'query') return [fillQueries(node, ground)];
    const kind = kindOf(node);
    const blocks = kind ? QUERIES[kind](ground, node.attrs ?? {}) : [];
    return blocks.length > 0 ? blocks : [{ type: 'paragraph' }];
  });
  return { ...body, content };
}
