/** What a bundle would take along, counted before it is made. */
import { living } from '../../model/record';
import { effectiveMarking, MARKINGS } from '../../model/marking';
import type { Marking } from '../../model/marking';
import type { BundleContents } from '../contents';
import { markingOf } from '../header';
import { RECORD_TABLES } from '../names';
import type { RecordTable } from '../names';
import { sizeOf } from '../source';

export interface SharePreview {
  readonly marking: Marking;
  /** Living records of each table that has one, in the order to show them. */
  readonly counts: readonly { readonly table: RecordTable; readonly count: number }[];
  /** Documents and excerpts of each label, the strictest first; labels that none has are left out. */
  readonly markings: readonly { readonly marking: Marking; readonly documents: number; readonly excerpts: number }[];
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly marking: Marking;
    readonly excerpts: number;
  }[];
  readonly withheld: Readonly<Record<string, number>>;
  /** Bytes before packing: texts and originals, the most of any bundle. */
  readonly bytes: number;
}

/** Tables that keep the book rather than being somebody's work stand last. */
const LAST: readonly RecordTable[] = ['analysts', 'conflicts', 'briefingVersions'];
const FIRST: readonly RecordTable[] = ['documents', 'excerpts', 'tags', 'links', 'sources', 'hypotheses', 'briefings'];
/** A layout is part of its text, which is counted as its document. */
const UNCOUNTED: readonly RecordTable[] = ['layouts'];
const BETWEEN = RECORD_TABLES.filter((table) => ![...FIRST, ...LAST, ...UNCOUNTED].includes(table));
const ORDER = [...FIRST, ...BETWEEN, ...LAST];

export function previewOf(contents: BundleContents): SharePreview {
  const { rows } = contents;
  const documents = living(rows.documents);
  const excerpts = living(rows.excerpts);
  const byId = new Map(documents.map((one) => [one.id, one]));
  const perDocument = new Map<string, number>();
  const perMarking = new Map<Marking, { documents: number; excerpts: number }>(
    MARKINGS.map((marking) => [marking, { documents: 0, excerpts: 0 }]),
  );
  for (const { marking } of documents) perMarking.get(marking)!.documents += 1;
  for (const { documentId, marking } of excerpts) {
    perDocument.set(documentId, (perDocument.get(documentId) ?? 0) + 1);
    const document = byId.get(documentId);
    if (document) perMarking.get(effectiveMarking(marking, document.marking))!.excerpts += 1;
  }
  const letters = contents.texts.reduce((sum, { text }) => sum + text.length, 0);
  return {
    marking: markingOf(contents),
    counts: ORDER.map((table) => ({ table, count: living(rows[table] as readonly never[]).length })).filter(
      ({ count }) => count > 0,
    ),
    markings: [...perMarking]
      .map(([marking, some]) => ({ marking, ...some }))
      .filter((one) => one.documents + one.excerpts > 0)
      .reverse(),
    documents: documents.map(({ id, title, marking }) => ({ id, title, marking, excerpts: perDocument.get(id) ?? 0 })),
    withheld: contents.withheld ?? {},
    bytes: contents.originals.reduce((sum, { bytes }) => sum + sizeOf(bytes), letters),
  };
}
