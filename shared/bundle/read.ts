/**
 * Reads a bundle from anywhere: all of it or nothing. The bag is checked whole before a record is looked at, and every
 * record is parsed before it is believed. Original files go by in chunks and stay where they are; what is held of a
 * bundle are its records and texts.
 */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import type { AnyRow } from '../model/tables';
import { compareFiles } from './compare';
import type { ListedFile } from './compare';
import { checkExcerpts, checkLayouts, checkMentions } from './contents';
import type { BundleContents, BundleOriginal, BundleRows, BundleText } from './contents';
import { countsOf, markingOf, readHeader } from './header';
import type { BundleHeader } from './header';
import { LARGEST_TAG_FILE } from './limits';
import type { LineBook } from './lineMarks';
import { CASE_FILE, placeOf, RECORD_TABLES, SIGNATURE_FILE, TAG_MANIFEST_FILE } from './names';
import type { Place, RecordTable } from './names';
import { decoded, loadChecked, openBag } from './openBag';
import type { GivenBundle, OpenBag, Read } from './openBag';
import { meterOf, passBy, readHeld, sizeOfAll } from './readFiles';
import type { Keep, Listed, ReadingFiles } from './readFiles';
import { readRecords } from './recordLines';
import type { BundleRefusal } from './refusals';
import { signatureText } from './seal/signature';
import type { Signature, Signer } from './seal/signature';
import type { BundleTools, OnProgress, StopSignal } from './tools';
import { appendToZip } from './zipAppend';
import type { Splice } from './zipAppend';
import { entryStream, readZipEntry } from './zipEntry';
import { joined } from './zipWrite';

/** The header of a bundle whose bag is complete, without a look at its records: for a preview. */
export async function inspectBundle(given: GivenBundle, tools: BundleTools): Read<BundleHeader> {
  const bag = await openBag(given, tools);
  return bag.ok ? readCaseFile(bag.value) : bag;
}

/** Who signed a bundle, verified; null where nobody did. Only the key is proved, not the name that stands with it. */
export async function signatureOf(given: GivenBundle, tools: BundleTools): Read<Signature | null> {
  const bag = await openBag(given, tools);
  return bag.ok ? yes(bag.value.signature) : bag;
}

/**
 * The same bundle with a signature at its end, as parts in order; nothing else in it changes.
 * @returns a refusal where the bundle is none, is signed already, or its signature is wrong
 */
export async function signedParts(given: GivenBundle, signer: Signer, tools: BundleTools): Read<Splice[]> {
  const bag = await openBag(given, tools);
  if (!bag.ok) return bag;
  if (bag.value.signature) return no('file-unexpected', SIGNATURE_FILE);
  const { source, directory } = bag.value;
  const list = await readZipEntry(source, directory.get(TAG_MANIFEST_FILE)!, tools);
  if (!list.ok) return list;
  return yes(await appendToZip(source, SIGNATURE_FILE, tools.encode(await signatureText(list.value, signer))));
}

/** A bundle in memory, signed; refused as `signedParts` refuses. */
export async function signBundle(bytes: Uint8Array, signer: Signer, tools: BundleTools): Read<Uint8Array> {
  const parts = await signedParts(bytes, signer, tools);
  if (!parts.ok) return parts;
  return yes(
    joined(parts.value.map((part) => (part instanceof Uint8Array ? part : bytes.subarray(part.from, part.to)))),
  );
}

export interface ReadOptions {
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: StopSignal | undefined;
  readonly keep?: Keep | undefined;
  /** Lines and texts that are here already are left out: for a merge, which they would not change. */
  readonly book?: LineBook | undefined;
  /**
   * `compareFiles` beside this thread, for hosts that can: of files that are not read here.
   */
  readonly compare?: ((files: readonly ListedFile[]) => Read<null>) | undefined;
}

/** The tables that grow with the reading, and whose rows nothing else of a bundle is checked by. */
const BOOKED: ReadonlySet<string> = new Set(['excerpts', 'layouts', 'links'] satisfies RecordTable[]);

/**
 * Everything a bundle holds. Rows of every table are there, ordered by id; a table without a file has none. Original
 * files are checked and then read from the bundle when they are needed: it has to stay as it is until then.
 */
export async function readBundle(
  given: GivenBundle,
  tools: BundleTools,
  options: ReadOptions = {},
): Read<BundleContents> {
  const opened = await openBag(given, tools);
  if (!opened.ok) return opened;
  const bag = opened.value;
  const header = await readCaseFile(bag);
  if (!header.ok) return header;
  const listed = filesOf(bag);
  if (!listed.ok) return listed;
  const { book } = options;
  const of = (kind: Place['kind']): Listed[] => listed.value.filter(({ place }) => place.kind === kind);
  const meter = meterOf(listed.value, options.onProgress);
  const reading: ReadingFiles = { bag, meter, signal: options.signal };
  const here = of('text').filter(({ sum }) => book?.files.has(sum));
  // Without a thread beside this one they wait for their turn.
  const unread = [...of('derived'), ...here];
  const beside = options.compare?.(unread);
  // A refusal that comes before its answer does not wait for it.
  beside?.catch(() => {});
  const rows = await readRows(reading, of('records'), header.value.modelVersion, book);
  if (!rows.ok) return rows;
  // What is new is compared with its text, also where that is here.
  const wanted = new Set([...(rows.value.excerpts ?? []), ...(rows.value.layouts ?? [])].map(({ textId }) => textId));
  const left = new Set(here.filter(({ sum }) => !wanted.has(sum)));
  const texts = await readTexts(
    reading,
    of('text').filter((file) => !left.has(file)),
  );
  if (!texts.ok) return texts;
  const originals = await readOriginals(reading, of('original'), options);
  if (!originals.ok) return originals;
  const compared = await (beside ?? compareFiles(bag.source, unread, tools, options.signal));
  if (!compared.ok) return compared;
  meter.done(sizeOfAll([...of('derived'), ...left]));
  if (book) book.filesSkipped += left.size + of('original').length - originals.value.length;
  const contents: BundleContents = {
    case: header.value.case,
    rows: rows.value,
    texts: texts.value,
    originals: originals.value,
    ...(Object.keys(header.value.withheld).length > 0 ? { withheld: header.value.withheld } : {}),
  };
  const files = { texts: of('text').map(({ sum }) => ({ id: sum })), originals: of('original').map(originalOf) };
  const mentions = checkMentions({ rows: rows.value, ...files });
  if (!mentions.ok) return mentions;
  const counts = { texts: files.texts.length, originals: files.originals.length };
  return checkWhole(contents, header.value, counts, (book?.skipped ?? 0) > 0);
}

async function readRows(
  reading: ReadingFiles,
  files: readonly Listed[],
  version: number,
  book: LineBook | undefined,
): Read<BundleRows> {
  const { tools } = reading.bag;
  const rows = new Map<RecordTable, readonly AnyRow[]>(RECORD_TABLES.map((table) => [table, []]));
  const read = await readHeld(reading, files, ({ place }, content, onProgress) => {
    const { table } = place as Extract<Place, { kind: 'records' }>;
    const lines = { onProgress, book: BOOKED.has(table) ? book : undefined };
    const records = readRecords(table, content, version, tools, lines);
    if (records.ok) rows.set(table, records.value);
    return records.ok ? yes(null) : records;
  });
  return read.ok ? yes(Object.fromEntries(rows) as BundleRows) : read;
}

async function readTexts(reading: ReadingFiles, files: readonly Listed[]): Read<BundleText[]> {
  const texts: BundleText[] = [];
  const read = await readHeld(reading, files, ({ sum }, content) => {
    const text = decoded(reading.bag.tools, content);
    if (text !== null) texts.push({ id: sum, text });
    return text === null ? no('record-broken', `text ${sum}`) : yes(null);
  });
  return read.ok ? yes(texts) : read;
}

const originalOf = ({ sum, place }: Listed): Pick<BundleOriginal, 'id' | 'ext'> => ({
  id: sum,
  ext: (place as Extract<Place, { kind: 'original' }>).ext,
});

/** Checks all of them; those that are here are not among the answer. */
async function readOriginals(
  reading: ReadingFiles,
  files: readonly Listed[],
  { book, keep }: ReadOptions,
): Read<BundleOriginal[]> {
  const originals: BundleOriginal[] = [];
  for (const file of files) {
    const isHere = book?.files.has(file.sum) ?? false;
    const passed = await passBy(reading, file, isHere ? undefined : keep);
    if (!passed.ok) return passed;
    if (!isHere) originals.push({ ...originalOf(file), bytes: entryStream(reading.bag.source, file.entry) });
  }
  return yes(originals);
}

/** The files of the manifest, the one that was read already left out. */
function filesOf({ directory, manifest }: OpenBag): Result<Listed[], BundleRefusal> {
  for (const name of directory.keys()) if (!placeOf(name)) return no('file-unexpected', name);
  const files = Array.from(manifest, ([name, sum]) => ({ entry: directory.get(name)!, sum, place: placeOf(name)! }));
  // Texts and originals are called by their checksum.
  const wrong = files.find(({ place, sum }) => 'id' in place && place.id !== sum);
  return wrong ? no('checksum-wrong', wrong.entry.name) : yes(files.filter(({ place }) => place.kind !== 'case'));
}

/** Says whether the parts of a bundle agree with each other and with its header, as far as they were not left out. */
function checkWhole(
  contents: BundleContents,
  header: BundleHeader,
  files: Readonly<Record<'texts' | 'originals', number>>,
  isPart: boolean,
): Result<BundleContents, BundleRefusal> {
  for (const check of [checkExcerpts, checkLayouts]) {
    const holds = check(contents);
    if (!holds.ok) return holds;
  }
  const counts: Record<string, number> = { ...countsOf(contents), ...files };
  const names = new Set([...Object.keys(counts), ...Object.keys(header.counts)]);
  for (const name of names)
    if (counts[name] !== header.counts[name] && !(isPart && BOOKED.has(name))) return no('header-broken');
  return isPart || markingOf(contents) === header.marking ? yes(contents) : no('header-broken');
}

async function readCaseFile(bag: OpenBag): Read<BundleHeader> {
  const entry = bag.directory.get(CASE_FILE);
  if (!entry) return no('not-a-bundle');
  if (entry.size > LARGEST_TAG_FILE) return no('too-large', CASE_FILE);
  const content = await loadChecked(bag, CASE_FILE);
  if (!content.ok) return content;
  const text = decoded(bag.tools, content.value);
  return text === null ? no('header-broken') : readHeader(text);
}
