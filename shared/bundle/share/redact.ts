/**
 * A case as somebody may have it who may see so much and no more. It is built up from what may go, record by record;
 * nothing is taken over because nobody thought of it. The result is a case of its own (another id), so that it can
 * never be merged over the words it hides.
 */
import { pseudonymsOf } from '../../briefing/outgoing';
import { renameContent, renameRow } from '../../briefing/outgoing/rename';
import { actorOf } from '../../merge/clock';
import type { Stamp } from '../../merge/clock';
import { idFromText } from '../../merge/idFromText';
import { MARKINGS } from '../../model/marking';
import type { Marking } from '../../model/marking';
import { living } from '../../model/record';
import type { AnyRow, RowOf, TableName } from '../../model/tables';
import { mentionedIn } from '../contents';
import type { BundleContents, BundleRows } from '../contents';
import { RECORD_TABLES } from '../names';
import type { BundleTools } from '../tools';
import { hider, hidersOfDocuments } from './hide';
import type { Words } from './hide';
import { keptEvidence, keptHypotheses, keptSources, keptTags } from './kept';
import type { Kept } from './kept';
import { analystNames, analystsFor } from './redactAnalysts';
import { inStep, redactBriefings } from './redactBriefings';
import { quickNames } from './quickNames';
import { redactLayouts } from './redactLayouts';
import { anchorIn, figuresIn, redactTexts } from './redactTexts';
import type { RedactedText } from './redactTexts';
import { fitted, newestStamp, restamped } from './restamp';

export interface RedactionWishes {
  /** The strictest label that may go. */
  readonly ceiling: Marking;
  /** Names of tags marked "withhold" become `Person A`, and analysts `Analyst A`. Then no original file goes. */
  readonly pseudonyms: boolean;
  /** Notes on documents and excerpts go too. */
  readonly privateNotes: boolean;
  /** The imported files go too, but never that of a document with a passage blacked out. */
  readonly originals: boolean;
}

/** The contents that may go; what was withheld is counted in `withheld`, by kind. */
export async function redactContents(
  contents: BundleContents,
  wishes: RedactionWishes,
  tools: Pick<BundleTools, 'encode' | 'sha256'>,
): Promise<BundleContents> {
  const { ceiling } = wishes;
  const kept = keptEvidence(contents, ceiling);
  const analysts = analystNames(contents);
  const finder = quickNames(
    wishes.pseudonyms ? [...pseudonymsOf(living(contents.rows.tags)), ...analysts.values()] : [],
  );
  const hide = hider(kept);
  const hideIn = hidersOfDocuments(kept);
  const texts = await redactTexts(contents, kept, hide, finder, tools);
  const noted = (note: string): string => (wishes.privateNotes ? note : '');
  const unlabelled = (words: string): string => (kept.unlabelled ? words : '');
  const strict = strictOriginals(contents, kept, texts);

  const documents = [...kept.documents.values()].map((document) => {
    const hidden = renameRow(document, { rename: hideIn(document.id), renameAddress: hideIn(document.id) });
    const withOriginals = wishes.originals && !wishes.pseudonyms;
    const mayGo = (id: string | null): boolean => withOriginals && id !== null && !strict.has(id);
    return {
      ...hidden,
      note: noted(hidden.note),
      originId: hidden.originId !== null && kept.documents.has(hidden.originId) ? hidden.originId : null,
      versions: hidden.versions
        .filter(({ textId }) => texts.has(textId))
        .map((version) => ({
          ...version,
          textId: texts.get(version.textId)!.id,
          originalId: mayGo(version.originalId) ? version.originalId : null,
        })),
    };
  });
  const tagIds = keptTags(contents, kept.excerpts.values());
  const excerpts = [...kept.excerpts.values()].map((excerpt) => {
    const anchor = anchorIn(texts.get(excerpt.textId)!, excerpt);
    return {
      ...excerpt,
      ...anchor,
      note: noted(hideIn(excerpt.documentId)(excerpt.note)),
      tags: excerpt.tags.filter((id) => tagIds.has(id)),
      figures: figuresIn(excerpt, anchor.quote, hideIn(excerpt.documentId)),
    };
  });
  const tags = living(contents.rows.tags)
    .filter(({ id }) => tagIds.has(id))
    .map((tag) => {
      const isNamed = wishes.pseudonyms && tag.withhold;
      return {
        ...tag,
        parentId: tag.parentId && tagIds.has(tag.parentId) ? tag.parentId : null,
        aliases: isNamed || !kept.unlabelled ? [] : tag.aliases,
        description: isNamed ? '' : unlabelled(tag.description),
      };
    });
  const sourceIds = keptSources(contents, kept);
  const sources = living(contents.rows.sources)
    .filter(({ id }) => sourceIds.has(id))
    .map((source) => ({
      ...source,
      originId: source.originId && sourceIds.has(source.originId) ? source.originId : null,
      aliases: kept.unlabelled ? source.aliases : [],
      description: unlabelled(source.description),
      gradings: source.gradings.map((grading) => ({ ...grading, reason: unlabelled(grading.reason) })),
    }));
  const hypotheses = keptHypotheses(contents, kept);
  const redacted = redactBriefings(contents, kept, ceiling);
  const recited = excerpts.filter(({ id, quote }) => quote !== kept.excerpts.get(id)!.quote);
  const words = {
    rename: (some: string) => finder.rename(hide(some)),
    renameAddress: (some: string) => (hide(some) === some ? finder.renameAddress(some) : ''),
  };
  const briefings = redacted.briefings.map((briefing) =>
    // Quotations last: they say what their excerpts say now.
    inStep(renameContent(briefing, { ...finder, rename: words.rename }), recited),
  );
  const judgementIds = new Set(redacted.judgements.map(({ id }) => id));
  const judgements = redacted.judgements.map((one) => ({
    ...one,
    earlierId: one.earlierId !== null && judgementIds.has(one.earlierId) ? one.earlierId : null,
  }));
  const ends = new Set([...excerpts, ...hypotheses].map(({ id }) => id));
  const links = living(contents.rows.links)
    .filter(({ fromId, toId }) => ends.has(fromId) && ends.has(toId))
    .map((link) => ({ ...link, note: unlabelled(link.note) }));

  const made: BundleRows = { documents, excerpts, tags, sources, hypotheses, briefings, judgements, links };
  const newest = newestStamp(contents);
  const rows = Object.fromEntries(
    RECORD_TABLES.map((table) => {
      const before = new Map(((contents.rows[table] ?? []) as readonly AnyRow[]).map((row) => [row.id, row]));
      const some = (made[table] ?? []) as readonly AnyRow[];
      const change = (row: AnyRow): AnyRow =>
        restamped(table, before.get(row.id)!, fitted(table, wordsChanged(table, row, words)), newest);
      return [table, some.map(change)];
    }),
  ) as BundleRows;
  const laidOut: BundleRows = { ...rows, layouts: redactLayouts(contents, texts, words.rename) };
  const names = wishes.pseudonyms ? analysts : null;
  const whole: BundleRows = { ...laidOut, analysts: analystsFor(contents, laidOut, names) };
  const originals = originalsOf(contents, whole, strict);
  return {
    case: caseFor(contents, wishes, kept.unlabelled, words.rename, newest),
    rows: whole,
    texts: [...new Map([...texts.values()].map(({ id, text }) => [id, { id, text }])).values()],
    originals,
    withheld: countWithheld(contents, whole, originals.length, kept.passages.length + redacted.passages),
  };
}

/** Names in a document's own text are replaced there with its offsets; what quotes it follows the text. */
const FOLLOWS_TEXT = ['quote', 'prefix', 'suffix'] as const;

function wordsChanged(table: TableName, row: AnyRow, words: { rename: Words; renameAddress: Words }): AnyRow {
  const changed = renameRow(row, words);
  if (table !== 'excerpts') return changed;
  const own = row as RowOf<'excerpts'>;
  return {
    ...(changed as RowOf<'excerpts'>),
    ...Object.fromEntries(FOLLOWS_TEXT.map((field) => [field, own[field]])),
  } as AnyRow;
}

/** Files that must not go: of documents that do not go themselves, and of those with words blacked out. */
function strictOriginals(
  contents: BundleContents,
  kept: Kept,
  texts: ReadonlyMap<string, RedactedText>,
): ReadonlySet<string> {
  const withPassages = new Set(kept.passages.map(({ documentId }) => documentId));
  const strict = new Set<string>();
  for (const { id, versions } of contents.rows.documents ?? []) {
    const isOpen =
      kept.documents.has(id) &&
      !withPassages.has(id) &&
      versions.every(({ textId }) => texts.get(textId)?.isBlacked === false);
    if (!isOpen) for (const { originalId } of versions) if (originalId !== null) strict.add(originalId);
  }
  return strict;
}

function originalsOf(contents: BundleContents, rows: BundleRows, strict: ReadonlySet<string>) {
  const { originals } = mentionedIn(rows);
  return contents.originals.filter(({ id }) => originals.has(id) && !strict.has(id));
}

function caseFor(
  { case: record }: BundleContents,
  wishes: RedactionWishes,
  unlabelled: boolean,
  rename: Words,
  newest: Stamp,
): BundleContents['case'] {
  const { ceiling, pseudonyms, privateNotes } = wishes;
  const id = idFromText(`redacted/${record.id}/${ceiling}/${pseudonyms}/${privateNotes}`);
  const name = unlabelled ? `${rename(record.name).slice(0, 170)} (for ${ceiling})` : `Case for ${ceiling}`;
  const description = unlabelled ? rename(record.description) : '';
  // Its documents start with a label that may go.
  const marking = MARKINGS[Math.min(MARKINGS.indexOf(record.marking), MARKINGS.indexOf(ceiling))]!;
  const known = Object.entries(record.clocks).filter(([key]) => Object.hasOwn(record, key));
  const clocks = { ...Object.fromEntries(known), name: newest, description: newest, marking: newest };
  return { ...record, id, name, description, marking, clocks, seen: { ...record.seen, [actorOf(newest)]: newest } };
}

/** What there was and does not go, by table, and passages blacked out or withheld inside of what does. */
function countWithheld(
  contents: BundleContents,
  rows: BundleRows,
  originalsLeft: number,
  passages: number,
): Record<string, number> {
  const withheld: Record<string, number> = { ...contents.withheld };
  const add = (kind: string, count: number): void => {
    if (count > 0) withheld[kind] = (withheld[kind] ?? 0) + count;
  };
  add('passages', passages);
  for (const table of RECORD_TABLES) {
    // A layout is part of its text.
    if (table === 'layouts') continue;
    const missing = living((contents.rows[table] ?? []) as readonly AnyRow[]).length - (rows[table]?.length ?? 0);
    add(table, missing);
  }
  add('originals', contents.originals.length - originalsLeft);
  return withheld;
}
