/**
 * Reads a bundle from anywhere: all of it or nothing. The bag is checked whole before a record is looked at, and every
 * record is parsed before it is believed.
 */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import type { AnyRow } from '../model/tables';
import { BAG_TEXT, checkComplete, checkOxum, checkTagManifest, readManifest } from './bag';
import type { Sums } from './bag';
import { checkExcerpts, checkLayouts, checkMentions } from './contents';
import type { BundleContents, BundleOriginal, BundleRows, BundleText } from './contents';
import { countsOf, markingOf, readHeader } from './header';
import type { BundleHeader } from './header';
import { LARGEST_TAG_FILE } from './limits';
import {
  BAG_FILE,
  BAG_INFO_FILE,
  CASE_FILE,
  MANIFEST_FILE,
  placeOf,
  RECORD_TABLES,
  SIGNATURE_FILE,
  TAG_MANIFEST_FILE,
} from './names';
import type { Place, RecordTable } from './names';
import { readRecords } from './recordLines';
import { readSignature, signatureText } from './seal/signature';
import type { Signature, Signer } from './seal/signature';
import { appendToZip } from './zipWrite';
import type { BundleRefusal } from './refusals';
import type { BundleTools, OnProgress, StopSignal } from './tools';
import { readZipDirectory, readZipEntry, wholeEntries } from './zipRead';
import type { ZipDirectory } from './zipRead';

type Read<Value> = Promise<Result<Value, BundleRefusal>>;

interface OpenBag {
  readonly bytes: Uint8Array;
  readonly directory: ZipDirectory;
  readonly manifest: Sums;
  readonly tools: BundleTools;
  /** Verified; null where the bundle is not signed. */
  readonly signature: Signature | null;
}

/** The header of a bundle whose bag is complete, without a look at its records: for a preview. */
export async function inspectBundle(bytes: Uint8Array, tools: BundleTools): Read<BundleHeader> {
  const bag = await openBag(bytes, tools);
  return bag.ok ? readCaseFile(bag.value) : bag;
}

/** Who signed a bundle, verified; null where nobody did. Only the key is proved, not the name that stands with it. */
export async function signatureOf(bytes: Uint8Array, tools: BundleTools): Read<Signature | null> {
  const bag = await openBag(bytes, tools);
  return bag.ok ? yes(bag.value.signature) : bag;
}

/**
 * The same bundle with a signature in place of the one it may have; nothing else in it changes.
 * @returns a refusal where the bundle is none, or its signature is wrong
 */
export async function signBundle(bytes: Uint8Array, signer: Signer, tools: BundleTools): Read<Uint8Array> {
  const bag = await openBag(bytes, tools);
  if (!bag.ok) return bag;
  if (bag.value.signature) return no('file-unexpected', SIGNATURE_FILE);
  const list = await readZipEntry(bytes, bag.value.directory.get(TAG_MANIFEST_FILE)!, tools);
  if (!list.ok) return list;
  return yes(appendToZip(bytes, SIGNATURE_FILE, tools.encode(await signatureText(list.value, signer))));
}

/** Everything a bundle holds. Rows of every table are there, ordered by id; a table without a file has none. */
export async function readBundle(
  bytes: Uint8Array,
  tools: BundleTools,
  onProgress?: OnProgress,
  signal?: StopSignal,
): Read<BundleContents> {
  const opened = await openBag(bytes, tools);
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
      const read = readRecords(place.table, content, header.value.modelVersion, tools, onPart);
      if (!read.ok) return read;
      rows.set(place.table, read.value);
    } else if (place.kind === 'text') {
      const text = decoded(tools, content);
      if (text === null) return no('record-broken', `text ${place.id}`);
      texts.push({ id: place.id, text });
    } else if (place.kind === 'original') {
      originals.push({ id: place.id, ext: place.ext, bytes: content.slice() });
    }
    return yes(null);
  };
  let done = 0;
  const names = [...bag.manifest.keys()];
  const all = names.reduce((sum, name) => sum + bag.directory.get(name)!.size, 0);
  let ahead = load(bag, names[0]!);
  for (const [i, name] of names.entries()) {
    if (signal?.aborted) return no('cancelled');
    const place = placeOf(name)!;
    // Texts and originals are called by their checksum.
    if ('id' in place && place.id !== bag.manifest.get(name)) return no('checksum-wrong', name);
    const content = await ahead;
    if (!content.ok) return content;
    // The next file is unpacked beside this thread, where the host can, while this one is parsed.
    if (i + 1 < names.length) ahead = load(bag, names[i + 1]!);
    const { length } = content.value;
    // Hashing runs beside this thread, so the records are parsed meanwhile; its answer comes first.
    const hashed = tools.sha256(content.value);
    const taken = take(place, content.value, (part) => onProgress?.((done + part * length) / all));
    if ((await hashed) !== bag.manifest.get(name)) return no('checksum-wrong', name);
    if (!taken.ok) return taken;
    done += length;
    onProgress?.(done / all);
  }
  const contents: BundleContents = {
    case: header.value.case,
    rows: Object.fromEntries(rows) as BundleRows,
    texts,
    originals,
    ...(Object.keys(header.value.withheld).length > 0 ? { withheld: header.value.withheld } : {}),
  };
  return checkWhole(contents, header.value);
}

/** Says whether the parts of a bundle agree with each other and with its header. */
function checkWhole(contents: BundleContents, header: BundleHeader): Result<BundleContents, BundleRefusal> {
  for (const check of [checkMentions, checkExcerpts, checkLayouts]) {
    const holds = check(contents);
    if (!holds.ok) return holds;
  }
  const counts = countsOf(contents);
  const names = new Set([...Object.keys(counts), ...Object.keys(header.counts)]);
  for (const name of names) if (counts[name] !== header.counts[name]) return no('header-broken');
  return markingOf(contents) === header.marking ? yes(contents) : no('header-broken');
}

/** The bag's lists, read and compared with what is there. No file under `data/` has been opened yet. */
async function openBag(bytes: Uint8Array, tools: BundleTools): Read<OpenBag> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) {
    if (directory.reason !== 'cut-short') return directory;
    return no('cut-short', await countMissing(bytes, tools));
  }
  const names = [...directory.value.keys()];
  if (directory.value.has('fetch.txt')) return no('fetch-refused');
  if (!directory.value.has(BAG_FILE) && !directory.value.has(CASE_FILE)) return no('not-a-bundle');
  const tagFiles = [BAG_FILE, MANIFEST_FILE, TAG_MANIFEST_FILE];
  const missing = tagFiles.filter((name) => !directory.value.has(name)).length;
  if (missing > 0) return no('files-missing', `${missing} of the bag’s own`);
  const lists = new Map<string, { text: string; sum: string; bytes: Uint8Array }>();
  for (const name of [...tagFiles, BAG_INFO_FILE, SIGNATURE_FILE]) {
    const entry = directory.value.get(name);
    if (!entry) continue;
    if (entry.size > LARGEST_TAG_FILE) return no('too-large', name);
    const content = await readZipEntry(bytes, entry, tools);
    if (!content.ok) return content;
    const text = decoded(tools, content.value);
    if (text === null) return no('checksum-wrong', name);
    lists.set(name, { text, sum: await tools.sha256(content.value), bytes: content.value });
  }
  const tags = readManifest(lists.get(TAG_MANIFEST_FILE)!.text);
  if (!tags) return no('checksum-wrong', TAG_MANIFEST_FILE);
  const listed = checkTagManifest(tags, lists.has(BAG_INFO_FILE));
  if (!listed.ok) return listed;
  for (const [name, sum] of tags) if (lists.get(name)!.sum !== sum) return no('checksum-wrong', name);
  if (lists.get(BAG_FILE)!.text.replaceAll('\r\n', '\n') !== BAG_TEXT) return no('not-a-bundle');
  const manifest = readManifest(lists.get(MANIFEST_FILE)!.text);
  if (!manifest) return no('checksum-wrong', MANIFEST_FILE);
  const complete = checkComplete(names, manifest);
  if (!complete.ok) return complete;
  const info = lists.get(BAG_INFO_FILE)?.text ?? '';
  const octets = [...manifest.keys()].reduce((sum, name) => sum + directory.value.get(name)!.size, 0);
  const oxum = checkOxum(info, octets, manifest.size);
  if (!oxum.ok) return oxum;
  const signature = await verified(lists.get(SIGNATURE_FILE)?.text, lists.get(TAG_MANIFEST_FILE)!.bytes, tools);
  return signature.ok
    ? yes({ bytes, directory: directory.value, manifest, tools, signature: signature.value })
    : signature;
}

/** The signature that stands there, if one does; refused where it is not that of this bundle. */
async function verified(text: string | undefined, tagManifest: Uint8Array, tools: BundleTools): Read<Signature | null> {
  if (text === undefined) return yes(null);
  const signature = readSignature(text);
  if (!signature) return no('signature-wrong');
  const isRight = await tools.verify(signature.publicKey, signature.signature, tagManifest);
  return isRight ? yes(signature) : no('signature-wrong', signature.signer.name);
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

/** A file under `data/`; its SHA-256 is for the caller to compare, so its CRC-32 is not looked at. */
const load = (bag: OpenBag, name: string): Read<Uint8Array> =>
  readZipEntry(bag.bytes, bag.directory.get(name)!, bag.tools, false);

/** A file under `data/` whose checksum is the manifest's. */
async function loadChecked(bag: OpenBag, name: string): Read<Uint8Array> {
  const content = await load(bag, name);
  if (!content.ok) return content;
  return (await bag.tools.sha256(content.value)) === bag.manifest.get(name) ? content : no('checksum-wrong', name);
}

function decoded(tools: BundleTools, bytes: Uint8Array): string | null {
  try {
    return tools.decode(bytes);
  } catch {
    return null;
  }
}

/** "3 of 41": how many files of the manifest a bundle that was cut short has lost; empty where that is lost too. */
async function countMissing(bytes: Uint8Array, tools: BundleTools): Promise<string> {
  const whole = wholeEntries(bytes);
  const entry = whole.get(MANIFEST_FILE);
  if (!entry || entry.size > LARGEST_TAG_FILE || (entry.method !== 0 && entry.method !== 8)) return '';
  const content = await readZipEntry(bytes, entry, tools);
  const text = content.ok ? decoded(tools, content.value) : null;
  const manifest = text === null ? null : readManifest(text);
  if (!manifest) return '';
  const missing = [...manifest.keys()].filter((name) => !whole.has(name)).length;
  return missing > 0 ? `${missing} of ${manifest.size}` : '';
}
