/** Two records of one source, made apart, become one. Documents and excerpts are the caller's: they are read by id. */
import { no, yes } from './result';
import type { Result } from './result';
import { originChain } from './source';
import type { Source } from './source';
import { tidyAliases } from './tagMerge';

export interface SourceChange {
  readonly id: string;
  readonly patch: Partial<Pick<Source, 'originId' | 'aliases' | 'description' | 'gradings'>>;
}

/** Most aliases and gradings a source may have, as its schema says. */
const MOST_ALIASES = 100;
const MOST_GRADINGS = 1_000;

/**
 * Joining `fromId` with `intoId`: its name and aliases become aliases of the target, its gradings are added to the
 * target's history, its description is kept below; what took its information from it takes it from the target. The
 * target takes over where it takes its information from, unless it names its own or that would make a ring.
 * @returns the sources that change; the caller removes `fromId`
 */
export function planSourceJoin(
  fromId: string,
  intoId: string,
  sources: ReadonlyMap<string, Source>,
): Result<readonly SourceChange[], 'same-source' | 'not-found'> {
  if (fromId === intoId) return no('same-source');
  const [from, into] = [sources.get(fromId), sources.get(intoId)];
  if (!from || !into) return no('not-found');
  // The one that goes is no origin any more: what it named is, unless it named the target.
  const own = into.originId === fromId ? null : into.originId;
  const inherited = own ?? from.originId;
  const origin = inherited === null ? undefined : sources.get(inherited);
  const isRing = !origin || originChain(origin, (id) => sources.get(id)).some(({ id }) => id === intoId);
  const originId = own ?? (isRing ? null : inherited);
  const gradings = new Map([...into.gradings, ...from.gradings].map((grading) => [grading.id, grading]));
  const description = [into.description.trim(), from.description.trim()].filter(Boolean).join('\n\n');
  const patch: SourceChange['patch'] = {
    aliases: tidyAliases([...into.aliases, from.name, ...from.aliases], into.name).slice(0, MOST_ALIASES),
    gradings: [...gradings.values()].slice(0, MOST_GRADINGS),
    ...(description === into.description.trim() ? {} : { description }),
    ...(originId === into.originId ? {} : { originId }),
  };
  const followers = [...sources.values()].filter(({ id, originId: of }) => of === fromId && id !== intoId);
  return yes([{ id: intoId, patch }, ...followers.map(({ id }) => ({ id, patch: { originId: intoId } }))]);
}
