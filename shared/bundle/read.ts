/**
 * Reads a bundle from anywhere: all of it or nothing. The bag is checked whole before a record is looked at, and every
 * record is parsed before it is believed. Original files go by in chunks and stay where they are; what is held of a
 * bundle are its records and texts.
 */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import type { AnyRow } from '../model/tables';
import { checkExcerpts, checkLayouts, checkMentions } from './contents';
import type { BundleContents, BundleOriginal, BundleRows, BundleText } from './contents';
import { countsOf, markingOf, readHeader } from './header';
import type { BundleHeader } from './header';
import { LARGEST_TAG_FILE } from './limits';
import type { LineBook } from './lineMarks';
import { CASE_FILE, placeOf, RECORD_TABLES, SIGNATURE_FILE, TAG_MANIFEST_FILE } from './names';
import type { Place, RecordTable } from './names';
import { decoded, load, loadChecked, openBag } from './openBag';
import type { GivenBundle, OpenBag, Read } from './openBag';
import { readRecords } from './recordLines';
import type { BundleRefusal } from './refusals';
import { signatureText } from './seal/signature';
import type { Signature, Signer } from './seal/signature';
import type { BundleTools, OnProgress, StopSignal } from './tools';
import { appendToZip } from './zipAppend';
import type { Splice } from './zipAppend';
import { EntryBroken, entryStream, readZipEntry } from './zipEntry';
import type { ZipEntry } from './zipRead';
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
  /**
   * Asked once for each original file; gets its bytes as they go by, before they are known to be right. Null: the file
   * is read again from the bundle when it is needed.
   */
  readonly keep?: ((entry: ZipEntry) => ((chunk: Uint8Array) => Promise<void>) | null) | undefined;
  /** Lines of these tables that are known already are left out: for a merge, which they would not change. */
  readonly book?: LineBook | undefined;
}

/** The tables that grow with the reading, and whose rows nothing else of a bundle is checked by. */
const BOOKED: ReadonlySet<string> = new Set(['excerpts', 'links'] satisfies RecordTable[]);

/**
 * Everything a bundle holds. Rows of every table are there, ordered by id; a table without a file has none. Original
 * files are checked and then read from the bundle when they are needed: it has to stay as it is until then.
 */
export async function readBundle(
  given: GivenBundle,
  tools: BundleTools,
  { onProgress, signal, keep, book }: ReadOptions = {},
): Read<BundleContents> {
  const opened = await openBag(given, tools);
  if (!opened.ok) return opened;
  const bag = opened.value;
  const header = await readCaseFile(bag);
  if (!header.ok) return header;
  for (const name of bag.directory.keys()) if (!placeOf(name)) return no('file-unexpected', name);
  const rows = new Map<RecordTable, readonly AnyRow[]>(RECORD_TABLES.map((table) => [table, []]));
  const texts: BundleText[] = [];
  const originals: BundleOriginal[] = [];
  const take = (place: Place, content: Uint8Array, onPart: OnProgress): Result<null, BundleRefusal> => {
    if (place.kind === 'records') {
      const lines = { onProgress: onPart, book: BOOKED.has(place.table) ? book : undefined };
      const read = readRecords(place.table, content, header.value.modelVersion, tools, lines);
      if (!read.ok) return read;
      rows.set(place.table, read.value);
    } else if (place.kind === 'text') {
      const text = decoded(tools, content);
      if (text === null) return no('record-broken', `text ${place.id}`);
      texts.push({ id: place.id, text });
    }
    return yes(null);
  };
  let done = 0;
  const names = [...bag.manifest.keys()];
  const all = names.reduce((sum, name) => sum + bag.directory.get(name)!.size, 0);
  const isHeld = (name: string): boolean => placeOf(name)!.kind !== 'original';
  let ahead: { readonly name: string; readonly content: Read<Uint8Array> } | null = null;
  for (const [i, name] of names.entries()) {
    if (signal?.aborted) return no('cancelled');
    const place = placeOf(name)!;
    // Texts and originals are called by their checksum.
    if ('id' in place && place.id !== bag.manifest.get(name)) return no('checksum-wrong', name);
    const entry = bag.directory.get(name)!;
    if (place.kind === 'original') {
      const from = done;
      const passed = await pass(bag, entry, { signal, keep, onProgress: (part) => onProgress?.((from + part) / all) });
      if (!passed.ok) return passed;
      originals.push({ id: place.id, ext: place.ext, bytes: entryStream(bag.source, entry) });
    } else {
      const content = await (ahead?.name === name ? ahead.content : load(bag, name));
      if (!content.ok) return content;
      // The next file is unpacked beside this thread, where the host can, while this one is parsed.
      const next = names[i + 1];
      ahead = next !== undefined && isHeld(next) ? { name: next, content: load(bag, next) } : null;
      const { length } = content.value;
      // Hashing runs beside this thread, so the records are parsed meanwhile; its answer comes first.
      const hashed = tools.sha256(content.value);
      const taken = take(place, content.value, (part) => onProgress?.((done + part * length) / all));
      if ((await hashed) !== bag.manifest.get(name)) return no('checksum-wrong', name);
      if (!taken.ok) return taken;
    }
    done += entry.size;
    onProgress?.(done / all);
  }
  const contents: BundleContents = {
    case: header.value.case,
    rows: Object.fromEntries(rows) as BundleRows,
    texts,
    originals,
    ...(Object.keys(header.value.withheld).length > 0 ? { withheld: header.value.withheld } : {}),
  };
  return checkWhole(contents, header.value, (book?.skipped ?? 0) > 0);
}

/** Lets a file go by: compares its checksum, and hands its chunks to whoever keeps it. */
async function pass(
  { source, manifest, tools }: OpenBag,
  entry: ZipEntry,
  { onProgress, signal, keep }: ReadOptions,
): Read<null> {
  const keeper = keep?.(entry) ?? null;
  const hash = tools.hasher(entry.size);
  let done = 0;
  try {
    for await (const chunk of entryStream(source, entry).chunks()) {
      if (signal?.aborted) return no('cancelled');
      hash.update(chunk);
      await keeper?.(chunk);
      done += chunk.length;
      onProgress?.(done);
    }
  } catch (error) {
    if (error instanceof EntryBroken) return no('zip-broken', entry.name);
    throw error;
  }
  return (await hash.hex()) === manifest.get(entry.name) ? yes(null) : no('checksum-wrong', entry.name);
}

/** Says whether the parts of a bundle agree with each other and with its header, as far as lines were not left out. */
function checkWhole(
  contents: BundleContents,
  header: BundleHeader,
  isPart: boolean,
): Result<BundleContents, BundleRefusal> {
  for (const check of [checkMentions, checkExcerpts, checkLayouts]) {
    const holds = check(contents);
    if (!holds.ok) return holds;
  }
  const counts = countsOf(contents);
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
