/**
 * What leaves the case of a briefing, for people who may have it up to a marking. Everything is taken out before the
 * model is built, so every format holds the same and none can hold more.
 */
import type { BodyNode } from '../../model/briefing';
import type { Excerpt } from '../../model/excerpt';
import { strictness } from '../../model/marking';
import type { Marking } from '../../model/marking';
import { cleanBody } from '../bodySchema';
import type { BriefingContent, BriefingModel } from '../model';
import { citedExcerptIds } from '../references';
import type { EvidenceLookup } from '../references';
import { renderPlain } from '../renderPlain';
import { contextWithin } from './context';
import type { ShownContext, Surroundings } from './context';
import { leftovers } from './leftovers';
import type { Leftover } from './leftovers';
import { passagesOf } from './passages';
import type { ShownPassage } from './passages';
import { nameFinder } from './pseudonyms';
import type { NameFinder, Pseudonym } from './pseudonyms';
import { renameContent, renameLookup } from './rename';
import { withholdAbove } from './withhold';
import type { WithheldPassage } from './withhold';

export interface ReleaseWishes {
  /** The strictest label that may leave; null for everything the briefing has. */
  readonly ceiling: Marking | null;
  /** Names that should not leave the case. */
  readonly names: readonly Pseudonym[];
  /** Puts the pseudonyms in their place. Otherwise they are only counted. */
  readonly replaceNames: boolean;
  /** Grades of sources and passages, in the references and beside the quotes. */
  readonly grades: boolean;
  readonly portionMarks: boolean;
  readonly likelihoodKey: boolean;
}

export interface ReleaseEvidence {
  readonly lookup: EvidenceLookup;
  /** The marking of the document a picture belongs to; null where it belongs to none. */
  readonly ofPicture: (originalId: string) => Marking | null;
  /** What stands around an excerpt; undefined where it is not read, or not wanted in this format. */
  readonly surroundings?: (excerpt: Excerpt) => Surroundings | undefined;
}

export interface Release {
  readonly model: BriefingModel;
  /** What it cites, by excerpt id, with the words around it where they were read. */
  readonly passages: ReadonlyMap<string, ShownPassage>;
  readonly withheld: readonly WithheldPassage[];
  /** Names of `wishes.names` that the text holds before they are replaced, with how often. */
  readonly named: ReadonlyMap<Pseudonym, number>;
  /** What still speaks of what was withheld: for its author to look at. */
  readonly leftovers: readonly Leftover[];
}

/** @param make builds the model of a briefing from what may be read of its evidence */
export async function releaseOf<Content extends BriefingContent>(
  briefing: Content,
  evidence: ReleaseEvidence,
  wishes: ReleaseWishes,
  make: (content: Content, lookup: EvidenceLookup) => BriefingModel | Promise<BriefingModel>,
): Promise<Release> {
  const { ceiling } = wishes;
  const clean = cleanBody(briefing.body);
  const { body, withheld } = ceiling
    ? withholdAbove(clean, ceiling, evidence)
    : { body: clean, withheld: [] as readonly WithheldPassage[] };
  const lookup = gradedOr(ceiling ? openLookup(evidence.lookup, ceiling) : evidence.lookup, wishes.grades);
  const content: Content = {
    ...briefing,
    ...(ceiling ? labelWithin(briefing, ceiling) : {}),
    portionMarks: wishes.portionMarks,
    likelihoodKey: wishes.likelihoodKey,
    body: ceiling ? withoutWays(body, closedWays(clean, evidence.lookup, ceiling)) : body,
  };
  const finder = nameFinder(wishes.replaceNames ? wishes.names : []);
  const renamed = renameContent(content, finder);
  const open = renameLookup(lookup, finder);
  const shown = await make(renamed, open);
  const contexts = contextsOf(shown, evidence, lookup, ceiling ?? shown.marking, finder);
  const plain = await make(content, lookup);
  const around = contextsOf(plain, evidence, lookup, ceiling ?? plain.marking, nameFinder([]));
  const named = nameFinder(wishes.names).count([renderPlain(plain), ...wordsAround(around)].join('\n'));
  const areReplaced = wishes.replaceNames && named.size > 0;
  return {
    model: { ...shown, header: [...shown.header, ...remarks(withheld, ceiling, areReplaced)] },
    passages: passagesOf(shown, open, contexts),
    withheld,
    named,
    leftovers: withheld.length > 0 ? leftovers(clean, content.body, evidence.lookup, renderPlain(plain)) : [],
  };
}

/** A label above the ceiling goes down to it: what was stricter is no longer in the text. */
function labelWithin({ marking }: Pick<BriefingContent, 'marking'>, ceiling: Marking) {
  const isAbove = marking !== null && strictness(marking) > strictness(ceiling);
  return { marking: isAbove ? ceiling : marking, lowered: null };
}

/** Evidence above the ceiling is not to be had. */
function openLookup(lookup: EvidenceLookup, ceiling: Marking): EvidenceLookup {
  const isOpen = (marking: Marking | null): boolean => marking === null || strictness(marking) <= strictness(ceiling);
  const document: EvidenceLookup['document'] = (id) => {
    const found = lookup.document(id);
    return found && isOpen(found.marking) ? found : undefined;
  };
  return {
    ...lookup,
    document,
    excerpt(id) {
      const found = lookup.excerpt(id);
      return found && isOpen(found.marking) && document(found.documentId) ? found : undefined;
    },
  };
}

function gradedOr(lookup: EvidenceLookup, grades: boolean): EvidenceLookup {
  if (grades) return lookup;
  return {
    ...lookup,
    excerpt(id) {
      const found = lookup.excerpt(id);
      return found && { ...found, credibility: null };
    },
    source(id) {
      const found = lookup.source(id);
      return found && { ...found, gradings: [] };
    },
  };
}

/** Links to what was withheld go; their words stay. */
export function withoutWays(body: BodyNode, closed: ReadonlySet<string>): BodyNode {
  const marks = body.marks?.filter(({ type, attrs }) => type !== 'link' || !closed.has(String(attrs?.['href'])));
  const { marks: _all, ...plain } = body;
  return {
    ...plain,
    ...(marks && marks.length > 0 ? { marks } : {}),
    ...(body.content ? { content: body.content.map((node) => withoutWays(node, closed)) } : {}),
  };
}

/** Addresses of links in the body that lead to what is above the ceiling, in the case or on the web. */
export function closedWays(body: BodyNode, lookup: EvidenceLookup, ceiling: Marking): Set<string> {
  const open = openLookup(lookup, ceiling);
  const closed = new Set<string>();
  for (const id of citedExcerptIds(body)) {
    const excerpt = lookup.excerpt(id);
    const document = excerpt && lookup.document(excerpt.documentId);
    if (document?.csl.URL && !open.document(document.id)) closed.add(document.csl.URL);
  }
  const walk = (node: BodyNode): void => {
    for (const { attrs } of node.marks ?? []) {
      const [way, table, id] = /^collate:(documents|excerpts)\/(.+)$/.exec(String(attrs?.['href'])) ?? [];
      if (way && id && !(table === 'documents' ? open.document(id) : open.excerpt(id))) closed.add(way);
    }
    node.content?.forEach(walk);
  };
  walk(body);
  return closed;
}

function contextsOf(
  model: BriefingModel,
  evidence: ReleaseEvidence,
  lookup: EvidenceLookup,
  limit: Marking,
  finder: NameFinder,
): Map<string, ShownContext> {
  const contexts = new Map<string, ShownContext>();
  for (const { excerptId } of model.references.flatMap((reference) => reference.places)) {
    const excerpt = lookup.excerpt(excerptId);
    const document = excerpt && lookup.document(excerpt.documentId);
    // A label that was lowered lets the cited words go, not the text around them.
    if (!document || strictness(document.marking) > strictness(limit)) continue;
    const around = evidence.surroundings?.(excerpt);
    if (around) contexts.set(excerptId, contextWithin(around, limit, finder));
  }
  return contexts;
}

const wordsAround = (contexts: ReadonlyMap<string, ShownContext>): string[] =>
  [...contexts.values()].flatMap(({ before, after }) => [before, after]);

/** Header rows that tell readers what they do not have. */
function remarks(
  withheld: readonly WithheldPassage[],
  ceiling: Marking | null,
  areNamesReplaced: boolean,
): { label: string; value: string }[] {
  const rows = [];
  if (ceiling && withheld.length > 0) {
    const count = withheld.length === 1 ? '1 passage' : `${withheld.length} passages`;
    rows.push({ label: 'Withheld', value: `${count} above ${ceiling}, each shown as [withheld]` });
  }
  if (areNamesReplaced) rows.push({ label: 'Names', value: 'Some are replaced by letters' });
  return rows;
}
