/**
 * A filter as a row of tests over the columns, each throwing out ordinals in one tight pass. What depends on another
 * record (the publisher's grade, the document's marking) is looked up as it stands now, so nothing has to be kept in step.
 */
import { CREDIBILITIES, RELIABILITIES } from '@shared/model/grading';
import { MARKINGS } from '@shared/model/marking';
import type { Filter } from '@shared/query/filter';
import { dayNumber, readDays } from '@shared/query/values';
import type { CaseTables } from './caseTables';
import { nodeOf } from './linkGraph';

/** True where the excerpt of that ordinal passes. */
export type Condition = (ordinal: number) => boolean;

/** Lookups of an excerpt's columns as they stand, with what comes from other records. */
export function excerptLookups(tables: CaseTables) {
  const { document, source, marking, credibility } = tables.excerpts.columns.all;
  const publisher = tables.documents.columns.all.source;
  const ofDocument = tables.documents.columns.all.marking;
  const { reliability } = tables.sources.columns.all;
  const sourceOf = (o: number): number => source[o]! || (document[o] === 0 ? 0 : publisher[document[o]! - 1]!);
  return {
    /** Ordinal + 1; 0 for none. */
    documentOf: (o: number): number => document[o]!,
    sourceOf,
    /** 0 for not graded, 1 for A to 6 for F. */
    reliabilityOf: (o: number): number => {
      const from = sourceOf(o);
      return from === 0 ? 0 : reliability[from - 1]!;
    },
    credibilityOf: (o: number): number => credibility[o]!,
    /** Strictness + 1 of the effective marking; at least 1. */
    markingOf: (o: number): number => Math.max(1, marking[o]!, document[o] === 0 ? 0 : ofDocument[document[o]! - 1]!),
    degreeOf: (o: number): number => tables.links.degrees[nodeOf('excerpts', o)] ?? 0,
  };
}

function maskOf(size: number, allowed: Iterable<number>): Uint8Array {
  const mask = new Uint8Array(size);
  for (const index of allowed) if (index >= 0 && index < size) mask[index] = 1;
  return mask;
}

/** Passes where the excerpt has at least one tag of the mask. */
export function anyTag(tables: CaseTables, mask: Uint8Array): Condition {
  const { tagAt, tagCount } = tables.excerpts.columns.all;
  const { tags } = tables.excerpts;
  return (o) => {
    for (let at = tagAt[o]!, end = at + tagCount[o]!; at < end; at += 1) if (mask[tags[at]!] === 1) return true;
    return false;
  };
}

/** Passes where the event can have been on a day of the range; never where no date is given. */
export function betweenDays(tables: CaseTables, from: number, to: number): Condition {
  const { dayFrom, dayTo } = tables.excerpts.columns.all;
  return (o) => dayTo[o] !== 0 && dayFrom[o]! <= to && dayTo[o]! >= from;
}

/** Passes where `lookup` gives one of the values. */
export function oneOf(lookup: Condition | ((o: number) => number), size: number, allowed: Iterable<number>): Condition {
  const mask = maskOf(size, allowed);
  return (o) => mask[lookup(o) as number] === 1;
}

export const RELIABILITY_CODES = RELIABILITIES.length + 1;
export const CREDIBILITY_CODES = CREDIBILITIES.length + 1;
export const MARKING_CODES = MARKINGS.length + 1;

/** What each `has:` value asks of an excerpt. */
export function hasConditions(tables: CaseTables) {
  const { hasNote, tagCount, dayTo, credibility } = tables.excerpts.columns.all;
  const { degreeOf } = excerptLookups(tables);
  return {
    note: (o: number) => hasNote[o] === 1,
    tag: (o: number) => tagCount[o] !== 0,
    link: (o: number) => degreeOf(o) !== 0,
    date: (o: number) => dayTo[o] !== 0,
    grade: (o: number) => credibility[o] !== 0,
  } satisfies Record<string, Condition>;
}

/** The conditions of a filter's own parts; its text is read elsewhere. */
export function conditionsOf(tables: CaseTables, filter: Filter): Condition[] {
  const look = excerptLookups(tables);
  const conditions: Condition[] = [];
  const { documents, sources, tags } = tables;
  const tagOrdinals = (ids: readonly string[]): number[] => ids.map((id) => tags.ids.find(id)).filter((o) => o >= 0);
  if (filter.documentIds?.length) {
    const allowed = filter.documentIds.map((id) => documents.ids.find(id) + 1).filter((o) => o > 0);
    conditions.push(oneOf(look.documentOf, documents.ids.size + 1, allowed));
  }
  if (filter.sourceIds?.length) {
    const allowed = filter.sourceIds.map((id) => sources.ids.find(id) + 1).filter((o) => o > 0);
    conditions.push(oneOf(look.sourceOf, sources.ids.size + 1, allowed));
  }
  if (filter.reliabilities?.length) {
    const allowed = filter.reliabilities.map((letter) => (letter === null ? 0 : RELIABILITIES.indexOf(letter) + 1));
    conditions.push(oneOf(look.reliabilityOf, RELIABILITY_CODES, allowed));
  }
  if (filter.credibilities?.length) {
    const allowed = filter.credibilities.map((digit) => digit ?? 0);
    conditions.push(oneOf(look.credibilityOf, CREDIBILITY_CODES, allowed));
  }
  if (filter.markings?.length) {
    const allowed = filter.markings.map((marking) => MARKINGS.indexOf(marking) + 1);
    conditions.push(oneOf(look.markingOf, MARKING_CODES, allowed));
  }
  if (filter.tagIds?.length) {
    const below = tables.tagTree.withDescendants;
    if (filter.tagMode === 'any') conditions.push(anyTag(tables, below(tagOrdinals(filter.tagIds))));
    else for (const id of filter.tagIds) conditions.push(anyTag(tables, below(tagOrdinals([id]))));
  }
  if (filter.withoutTagIds?.length) {
    const any = anyTag(tables, tables.tagTree.withDescendants(tagOrdinals(filter.withoutTagIds)));
    conditions.push((o) => !any(o));
  }
  const from = filter.dateFrom ? readDays(filter.dateFrom) : undefined;
  const to = filter.dateTo ? readDays(filter.dateTo) : undefined;
  if (from || to) conditions.push(betweenDays(tables, dayNumber(from?.from ?? ''), dayNumber(to?.to ?? '9999-12-31')));
  const has = hasConditions(tables);
  for (const [wanted, condition] of [
    [filter.hasNote, has.note],
    [filter.hasTags, has.tag],
    [filter.hasLinks, has.link],
    [filter.hasDate, has.date],
    [filter.hasGrade, has.grade],
  ] as const) {
    if (wanted !== undefined) conditions.push((o) => condition(o) === wanted);
  }
  return conditions;
}
