/**
 * A case as somebody may have it who may see so much and no more. It is built up from what may go, record by record;
 * nothing is taken over because nobody thought of it. The result is a case of its own (another id), so that it can
 * never be merged over the words it hides.
 */
import { nameFinder, pseudonymsOf } from '../../briefing/outgoing';
import type { Pseudonym } from '../../briefing/outgoing';
import { letterOf } from '../../briefing/outgoing/pseudonyms';
import { renameContent, renameRow } from '../../briefing/outgoing/rename';
import { picturesIn } from '../../briefing/pictures';
import { actorOf } from '../../merge/clock';
import type { Stamp } from '../../merge/clock';
import { sameJson } from '../../merge/edit';
import { idFromText } from '../../merge/idFromText';
import { MARKINGS } from '../../model/marking';
import type { Marking } from '../../model/marking';
import { BASE_FIELDS } from '../../model/record';
import { SET_FIELDS } from '../../model/tables';
import type { AnyRow, RowOf, TableName } from '../../model/tables';
import { CONTEXT_LENGTH } from '../../model/excerpt';
import type { BundleContents, BundleRows, BundleText } from '../contents';
import { RECORD_TABLES } from '../names';
import type { BundleTools } from '../tools';
import { keptEvidence, keptSources, keptTags, livingRows } from './kept';
import type { Kept } from './kept';
import { inStep, redactBriefings } from './redactBriefings';
import { blacked, blackout, rewrite } from './rewrite';

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

/** Words shorter than this are blacked out where they were excerpted, not wherever else they stand. */
const SHORTEST_EVERYWHERE = 20;
/** In the title and data of the document itself, and in other versions of it, shorter ones too. */
const SHORTEST_IN_DOCUMENT = 8;

type Words = (words: string) => string;

/** The contents that may go; what was withheld is counted in `withheld`, by kind. */
export async function redactContents(
  contents: BundleContents,
  wishes: RedactionWishes,
  tools: Pick<BundleTools, 'encode' | 'sha256'>,
): Promise<BundleContents> {
  const { ceiling } = wishes;
  const kept = keptEvidence(contents, ceiling);
  const finder = nameFinder(wishes.pseudonyms ? pseudonymsIn(contents) : []);
  const hide = hider(kept);
  const texts = await rewriteTexts(contents, kept, hide, finder, tools);
  const noted = (note: string): string => (wishes.privateNotes ? note : '');
  const unlabelled = (words: string): string => (kept.unlabelled ? words : '');
  const hasOriginal = withOriginals(contents, kept, wishes, texts);

  const documents = [...kept.documents.values()].map((document) => ({
    ...renameRow(document, everywhere(hiderIn(document.id, kept))),
    note: noted(document.note),
    versions: document.versions
      .filter(({ textId }) => texts.has(textId))
      .map((version) => ({
        ...version,
        textId: texts.get(version.textId)!.id,
        originalId: hasOriginal(document) ? version.originalId : null,
      })),
  }));
  const tagIds = keptTags(contents, kept.excerpts.values());
  const excerpts = [...kept.excerpts.values()].map((excerpt) => ({
    ...excerpt,
    ...anchorIn(texts.get(excerpt.textId)!, excerpt),
    note: noted(excerpt.note),
    tags: excerpt.tags.filter((id) => tagIds.has(id)),
  }));
  const tags = livingRows(contents.rows.tags)
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
  const sources = livingRows(contents.rows.sources)
    .filter(({ id }) => sourceIds.has(id))
    .map((source) => ({
      ...source,
      originId: source.originId && sourceIds.has(source.originId) ? source.originId : null,
      aliases: kept.unlabelled ? source.aliases : [],
      description: unlabelled(source.description),
      gradings: source.gradings.map((grading) => ({ ...grading, reason: unlabelled(grading.reason) })),
    }));
  const hypotheses = kept.unlabelled ? livingRows(contents.rows.hypotheses) : [];
  const redacted = redactBriefings(contents, kept, ceiling);
  const { judgements, comments, passages } = redacted;
  const recited = excerpts.filter(({ id, quote }) => quote !== kept.excerpts.get(id)!.quote);
  const briefings = redacted.briefings.map((briefing) =>
    inStep(renameContent(briefing, { ...finder, rename: (some) => finder.rename(hide(some)) }), recited),
  );
  const going = new Set(
    [documents, excerpts, tags, sources, hypotheses, briefings, judgements].flat().map(({ id }) => id),
  );
  const links = livingRows(contents.rows.links)
    .filter(({ fromId, toId }) => going.has(fromId) && going.has(toId))
    .map((link) => ({ ...link, note: unlabelled(link.note) }));

  const made: BundleRows = { documents, excerpts, tags, sources, hypotheses, briefings, judgements, comments, links };
  const words = {
    rename: (some: string) => finder.rename(hide(some)),
    renameAddress: (address: string) => finder.renameAddress(hide(address)),
  };
  const before = new Map(
    RECORD_TABLES.flatMap((table) => (contents.rows[table] ?? []).map((row) => [row.id, row as AnyRow])),
  );
  const newest = newestStamp(contents);
  const rows = Object.fromEntries(
    RECORD_TABLES.map((table) => [
      table,
      ((made[table] ?? []) as readonly AnyRow[]).map((row) =>
        restamped(table, before.get(row.id)!, wordsChanged(table, row, words), newest),
      ),
    ]),
  ) as BundleRows;
  const whole: BundleRows = { ...rows, analysts: analystsOf(contents, rows, wishes.pseudonyms) };
  return {
    case: caseFor(contents, wishes, kept.unlabelled, words.rename, newest),
    rows: whole,
    texts: [...new Map([...texts.values()].map(({ id, text }) => [id, { id, text }])).values()],
    originals: originalsOf(contents, whole),
    withheld: countWithheld(contents, whole, kept.passages.length + passages),
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

/** Blacks out the longer withheld passages wherever else they stand: in a title, a note, another text. */
function hider(kept: Kept): Words {
  const open = new Set([...kept.excerpts.values()].map(({ quote }) => quote));
  const quotes = [...new Set(kept.passages.map(({ quote }) => quote))]
    .filter((quote) => quote.length >= SHORTEST_EVERYWHERE && !open.has(quote))
    .sort((a, b) => b.length - a.length);
  return (words) => quotes.reduce((made, quote) => made.replaceAll(quote, blacked), words);
}

function hiderIn(documentId: string, { passages }: Kept): Words {
  const quotes = passages.filter((one) => one.documentId === documentId && one.quote.length >= SHORTEST_IN_DOCUMENT);
  return (words) => quotes.reduce((made, { quote }) => made.replaceAll(quote, blacked), words);
}

const everywhere = (change: Words) => ({ rename: change, renameAddress: change });

interface NewText extends BundleText {
  readonly place: ReturnType<typeof rewrite>['place'];
  readonly isBlacked: boolean;
}

/** Where the withheld passages stand in a text: their own place, and the same words in other versions of the document. */
function darkIn(id: string, text: string, { documents, passages }: Kept): { start: number; end: number }[] {
  return passages.flatMap(({ documentId, textId, start, end, quote }) => {
    if (textId === id) return [{ start, end }];
    const isVersion = documents.get(documentId)!.versions.some((version) => version.textId === id);
    if (!isVersion || quote.length < SHORTEST_IN_DOCUMENT) return [];
    const found: { start: number; end: number }[] = [];
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length))
      found.push({ start: at, end: at + quote.length });
    return found;
  });
}

/** The texts of the documents that go, by the id of the text they were. */
async function rewriteTexts(
  contents: BundleContents,
  kept: Kept,
  hide: Words,
  finder: ReturnType<typeof nameFinder>,
  tools: Pick<BundleTools, 'encode' | 'sha256'>,
): Promise<Map<string, NewText>> {
  const going = new Set([...kept.documents.values()].flatMap(({ versions }) => versions.map(({ textId }) => textId)));
  const texts = new Map<string, NewText>();
  for (const { id, text } of contents.texts) {
    if (!going.has(id)) continue;
    const dark = hide(blackout(text, darkIn(id, text, kept)));
    const names = finder.find(dark).map(({ start, end, pseudonym }) => ({ start, end, words: pseudonym.pseudonym }));
    const made = rewrite(dark, names);
    const newId = made.text === text ? id : await tools.sha256(tools.encode(made.text));
    texts.set(id, { id: newId, text: made.text, place: made.place, isBlacked: dark !== text });
  }
  return texts;
}

function anchorIn({ id, text, place }: NewText, { start, end }: RowOf<'excerpts'>) {
  const now = place(start, end);
  return {
    textId: id,
    ...now,
    quote: text.slice(now.start, now.end),
    prefix: text.slice(Math.max(0, now.start - CONTEXT_LENGTH), now.start).replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: text.slice(now.end, now.end + CONTEXT_LENGTH).replace(/[\uD800-\uDBFF]$/, ''),
  };
}

function withOriginals(
  contents: BundleContents,
  kept: Kept,
  wishes: RedactionWishes,
  texts: ReadonlyMap<string, NewText>,
): (document: RowOf<'documents'>) => boolean {
  const strict = new Set(kept.passages.map(({ documentId }) => documentId));
  const hidden = new Set(
    (contents.rows.documents ?? [])
      .filter(({ id }) => !kept.documents.has(id))
      .flatMap(({ versions }) => versions.map(({ originalId }) => originalId)),
  );
  return ({ id, versions }) =>
    wishes.originals &&
    !wishes.pseudonyms &&
    !strict.has(id) &&
    versions.every(({ textId, originalId }) => texts.get(textId)?.isBlacked === false && !hidden.has(originalId));
}

function originalsOf(contents: BundleContents, rows: BundleRows) {
  const wanted = new Set<string | null>(
    (rows.documents ?? []).flatMap(({ versions }) => versions.map((one) => one.originalId)),
  );
  for (const { body } of rows.briefings ?? []) for (const { originalId } of picturesIn(body)) wanted.add(originalId);
  return contents.originals.filter(({ id }) => wanted.has(id));
}

/** Names of tags to be withheld, and of the analysts: these stand as authors of briefings too. */
const pseudonymsIn = ({ rows }: BundleContents): Pseudonym[] => [
  ...pseudonymsOf(livingRows(rows.tags)),
  ...livingRows(rows.analysts).map(({ id, name }, i) => ({
    tagId: id,
    names: [name],
    pseudonym: `Analyst ${letterOf(i)}`,
  })),
];

/** Those who made or changed something that goes. */
function analystsOf(contents: BundleContents, rows: BundleRows, pseudonyms: boolean): RowOf<'analysts'>[] {
  const actors = new Set(
    RECORD_TABLES.flatMap((table) =>
      ((rows[table] ?? []) as readonly AnyRow[]).flatMap((row) => [...Object.keys(row.seen), actorOf(row.created)]),
    ),
  );
  return livingRows(contents.rows.analysts)
    .map((analyst, i) =>
      pseudonyms ? { ...analyst, name: `Analyst ${letterOf(i)}`, initials: letterOf(i), clocks: {} } : analyst,
    )
    .filter(({ actor }) => actors.has(actor));
}

function newestStamp({ case: record, rows }: BundleContents): Stamp {
  let newest = record.created;
  for (const row of [record as AnyRow, ...RECORD_TABLES.flatMap((table) => (rows[table] ?? []) as readonly AnyRow[])])
    for (const stamp of [row.created, row.deleted ?? '', ...Object.values(row.clocks)])
      if (stamp > newest) newest = stamp;
  return newest;
}

/**
 * What was changed counts as changed when the case was last changed, so that of two such copies the newer holds. Stamps
 * of a set's elements that are no longer in it go: their keys are words.
 */
function restamped(table: TableName, before: AnyRow, row: AnyRow, newest: Stamp): AnyRow {
  const clocks: Record<string, Stamp> = {};
  const [was, is] = [before as unknown as Record<string, unknown>, row as unknown as Record<string, unknown>];
  for (const key in row.clocks) {
    const [field, ...rest] = key.split('/');
    const keyOf = SET_FIELDS[table]?.[field!];
    if (!keyOf || (is[field!] as unknown[]).some((element) => keyOf(element) === rest.join('/')))
      clocks[key] = row.clocks[key]!;
  }
  let isChanged = false;
  for (const field in is) {
    if ((BASE_FIELDS as readonly string[]).includes(field) || sameJson(was[field], is[field])) continue;
    isChanged = true;
    if (!SET_FIELDS[table]?.[field]) clocks[field] = newest;
  }
  const seen = isChanged ? { ...row.seen, [actorOf(newest)]: newest } : row.seen;
  return { ...row, clocks, seen, deleted: null } as AnyRow;
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
  const clocks = { ...record.clocks, name: newest, description: newest, marking: newest };
  return { ...record, id, name, description, marking, clocks, seen: { ...record.seen, [actorOf(newest)]: newest } };
}

/** What there was and does not go, by table, and passages blacked out or withheld inside of what does. */
function countWithheld(contents: BundleContents, rows: BundleRows, passages: number): Record<string, number> {
  const withheld: Record<string, number> = passages > 0 ? { passages } : {};
  for (const table of RECORD_TABLES) {
    const missing = livingRows((contents.rows[table] ?? []) as readonly AnyRow[]).length - (rows[table]?.length ?? 0);
    if (missing > 0) withheld[table] = missing;
  }
  const originals = contents.originals.length - originalsOf(contents, rows).length;
  if (originals > 0) withheld['originals'] = originals;
  return withheld;
}
