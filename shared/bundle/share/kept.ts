/** Which records may go to somebody who may see so much and no more. What is not named here does not go. */
import { effectiveMarking, strictness } from '../../model/marking';
import type { Marking } from '../../model/marking';
import { isAlive, living } from '../../model/record';
import type { RowOf } from '../../model/tables';
import type { BundleContents } from '../contents';

export interface Kept {
  readonly documents: ReadonlyMap<string, RowOf<'documents'>>;
  readonly excerpts: ReadonlyMap<string, RowOf<'excerpts'>>;
  /** Excerpts of documents that go, which are too strict themselves: their words are blacked out. */
  readonly passages: readonly RowOf<'excerpts'>[];
  /** Whether what carries no label of its own (descriptions, hypotheses, reasons) may go: by the label of the case. */
  readonly unlabelled: boolean;
}

export const isWithin = (marking: Marking, ceiling: Marking): boolean => strictness(marking) <= strictness(ceiling);

/** The evidence that may go. Deleted records never do: their words are still in them. */
export function keptEvidence({ case: record, rows, texts }: BundleContents, ceiling: Marking): Kept {
  const here = new Set(texts.map(({ id }) => id));
  const documents = new Map(
    living(rows.documents)
      .filter(({ marking }) => isWithin(marking, ceiling))
      // What a text that is not at hand says cannot be looked through.
      .filter(({ versions }) => versions.some(({ textId }) => here.has(textId)))
      .map((one) => [one.id, one]),
  );
  const excerpts = new Map<string, RowOf<'excerpts'>>();
  const passages: RowOf<'excerpts'>[] = [];
  for (const excerpt of rows.excerpts ?? []) {
    const document = documents.get(excerpt.documentId);
    if (!document) continue;
    // A deleted excerpt may be what somebody thought too strict to keep: its words do not come back by another way.
    if (!isWithin(effectiveMarking(excerpt.marking, document.marking), ceiling)) passages.push(excerpt);
    else if (isAlive(excerpt) && here.has(excerpt.textId)) excerpts.set(excerpt.id, excerpt);
  }
  return { documents, excerpts, passages, unlabelled: isWithin(record.marking, ceiling) };
}

/** Hypotheses that something that goes speaks to, or nothing at all: those that rest on withheld evidence alone do not go. */
export function keptHypotheses({ rows }: BundleContents, kept: Kept): RowOf<'hypotheses'>[] {
  if (!kept.unlabelled) return [];
  const evidence = new Map<string, boolean>();
  const rests = (id: string, on: string): void =>
    void evidence.set(id, evidence.get(id) === true || kept.excerpts.has(on));
  for (const { fromTable, fromId, toTable, toId } of living(rows.links)) {
    if (fromTable === 'hypotheses' && toTable === 'excerpts') rests(fromId, toId);
    if (toTable === 'hypotheses' && fromTable === 'excerpts') rests(toId, fromId);
  }
  return living(rows.hypotheses).filter(({ id }) => evidence.get(id) !== false);
}

/** The tags that what goes carries, and those they stand under. */
export function keptTags(contents: BundleContents, excerpts: Iterable<RowOf<'excerpts'>>): Set<string> {
  const byId = new Map(living(contents.rows.tags).map((tag) => [tag.id, tag]));
  const kept = new Set<string>();
  for (const { tags } of excerpts) {
    for (const id of tags) {
      for (let tag = byId.get(id); tag && !kept.has(tag.id); tag = tag.parentId ? byId.get(tag.parentId) : undefined)
        kept.add(tag.id);
    }
  }
  return kept;
}

/** The sources that what goes names, and those they take their information from where that may be told. */
export function keptSources(contents: BundleContents, kept: Kept): Set<string> {
  const byId = new Map(living(contents.rows.sources).map((source) => [source.id, source]));
  const ids = new Set<string>();
  for (const { sourceId } of [...kept.documents.values(), ...kept.excerpts.values()]) {
    for (let source = sourceId ? byId.get(sourceId) : undefined; source && !ids.has(source.id);) {
      ids.add(source.id);
      source = kept.unlabelled && source.originId ? byId.get(source.originId) : undefined;
    }
  }
  return ids;
}
