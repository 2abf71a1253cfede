/** What is known of each excerpt a note cites: who says it, from what origin, how it is graded, how old it is. */
import { isoOf } from '../../model/csl';
import type { Document } from '../../model/document';
import { dayRange } from '../../model/eventDate';
import type { Excerpt } from '../../model/excerpt';
import type { Reliability } from '../../model/grading';
import { gradeCode } from '../../model/grading';
import type { LinkFields } from '../../model/link';
import { originOf } from '../../model/documentOrigin';
import { effectiveMarking } from '../../model/marking';
import type { Marking } from '../../model/marking';
import { originChain, reliabilityOf } from '../../model/source';
import type { Source } from '../../model/source';
import { foldWord } from '../../text/fold';
import type { EvidenceLookup } from '../references';

export interface Cited {
  readonly excerpt: Excerpt;
  readonly document: Document;
  /** Who says it: the excerpt's own source, else the publisher. */
  readonly source: Source | null;
  readonly origin: Source | null;
  /** The document whose text it is, where its own repeats another's words; else its own. */
  readonly original: Document;
  /** From who says it to the origin, names. */
  readonly chain: readonly string[];
  readonly reliability: Reliability | null;
  /** `B2`; empty where nobody graded it. */
  readonly grade: string;
  readonly marking: Marking;
  /** The days it can be about: its event date, else the day its document was issued; null where neither is known. */
  readonly days: { readonly from: string; readonly to: string } | null;
}

/** The excerpt with what is known of it; null where it or its document is gone. */
export function citedOf(id: string, lookup: EvidenceLookup): Cited | null {
  const excerpt = lookup.excerpt(id);
  const document = excerpt && lookup.document(excerpt.documentId);
  if (!excerpt || !document) return null;
  const sourceId = excerpt.sourceId ?? document.sourceId;
  const source = (sourceId && lookup.source(sourceId)) || null;
  const original = originOf(document, (one) => lookup.document(one));
  const chain = chainOf(excerpt, document, original, lookup);
  const reliability = reliabilityOf(source);
  const issued = isoOf(document.csl.issued);
  return {
    excerpt,
    document,
    source,
    origin: chain.at(-1) ?? null,
    original,
    chain: namesOf(chain, source, original),
    reliability,
    grade: gradeCode(reliability, excerpt.credibility) ?? '',
    marking: effectiveMarking(excerpt.marking, document.marking),
    days: excerpt.eventDate ? dayRange(excerpt.eventDate) : issued ? dayRange(issued) : null,
  };
}

/**
 * From who says it to the origin. What a document repeats word for word is said by whoever published it first, but for
 * what an excerpt's own source says: that stands in the original too.
 */
function chainOf(excerpt: Excerpt, document: Document, original: Document, lookup: EvidenceLookup): Source[] {
  const said = excerpt.sourceId ?? original.sourceId;
  const source = said ? lookup.source(said) : undefined;
  const chain = source ? originChain(source, (one) => lookup.source(one)) : [];
  const publisher = excerpt.sourceId === null && document.sourceId ? lookup.source(document.sourceId) : undefined;
  return publisher && original !== document && !chain.includes(publisher) && chain.length > 0
    ? [publisher, ...chain]
    : chain;
}

/** The names of a chain; of a text that was repeated and has no publisher, its title. */
function namesOf(chain: readonly Source[], source: Source | null, original: Document): string[] {
  const names = chain.map((one) => one.name);
  if (chain.length > 0 || !source) return names;
  return [source.name, original.title];
}

/**
 * The evidence in groups that are independent of each other: one origin, one text (documents that repeat it, and copies
 * of its words, however they are spaced), or a link that says they duplicate each other, makes one group.
 */
export function independent(cited: readonly Cited[], links: readonly LinkFields[]): Cited[][] {
  const groups: { keys: Set<string>; members: Cited[] }[] = [];
  for (const one of cited) {
    const keys = new Set([
      one.origin ? `origin ${one.origin.id}` : `document ${one.original.id}`,
      `text ${foldWord(one.excerpt.quote)}`,
      `excerpt ${one.excerpt.id}`,
    ]);
    for (const link of links) {
      if (link.type !== 'duplicates') continue;
      if (link.fromId === one.excerpt.id) keys.add(`excerpt ${link.toId}`);
      if (link.toId === one.excerpt.id) keys.add(`excerpt ${link.fromId}`);
    }
    const meeting = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    const joined = { keys, members: [one] };
    for (const group of meeting) {
      for (const key of group.keys) joined.keys.add(key);
      joined.members.unshift(...group.members);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  return groups.map((group) => group.members);
}

/** The newest day an item can be about; an event that goes on counts from its beginning. */
export const newestDay = (cited: Cited): string | null =>
  cited.days === null ? null : cited.days.to === '9999-12-31' ? cited.days.from || null : cited.days.to;

/** Whole days from one ISO day to another; NaN where either is not a day. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** True where a text says itself that its evidence is not many: what then needs no finding. */
export const admitsOneOrigin = (words: string): boolean =>
  /\b(?:one|single|same|common|shared)\s+(?:[\p{L}-]+\s)?(?:origins?|sources?|monitor|party|report|reports|witness|claim|paper|outlet|agency|account)\b|\bleads?\s+back\s+to\b|\bgoes?\s+back\s+to\b|\bsecond[\s-]hand\b|\bnot\s+(?:fully\s+)?independent\b|\buncorroborated\b/iu.test(
    words,
  );
