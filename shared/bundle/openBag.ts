/** Opens a bundle from anywhere: its lists, read and compared with what is there, before any file under `data/` is. */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { BAG_TEXT, checkComplete, checkOxum, checkTagManifest, readManifest } from './bag';
import type { Sums } from './bag';
import { LARGEST_TAG_FILE } from './limits';
import { BAG_FILE, BAG_INFO_FILE, CASE_FILE, MANIFEST_FILE, SIGNATURE_FILE, TAG_MANIFEST_FILE } from './names';
import type { BundleRefusal } from './refusals';
import { readSignature } from './seal/signature';
import type { Signature } from './seal/signature';
import { readAhead, sourceOf } from './source';
import type { BlobLike, ByteSource } from './source';
import type { BundleTools } from './tools';
import { readZipEntry, wholeEntries } from './zipEntry';
import { readZipDirectory } from './zipRead';
import type { ZipDirectory } from './zipRead';

/** A bundle: its bytes, or where they can be had. */
export type GivenBundle = Uint8Array | BlobLike | ByteSource;

export type Read<Value> = Promise<Result<Value, BundleRefusal>>;

export interface OpenBag {
  readonly source: ByteSource;
  readonly directory: ZipDirectory;
  readonly manifest: Sums;
  readonly tools: BundleTools;
  /** Verified; null where the bundle is not signed. */
  readonly signature: Signature | null;
}

/** The bag's lists, read and compared with what is there. No file under `data/` has been opened yet. */
export async function openBag(given: GivenBundle, tools: BundleTools): Read<OpenBag> {
  const source = readAhead(sourceOf(given));
  const directory = await readZipDirectory(source);
  if (!directory.ok) {
    if (directory.reason !== 'cut-short') return directory;
    return no('cut-short', await countMissing(source, tools));
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
    const content = await readZipEntry(source, entry, tools);
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
    ? yes({ source, directory: directory.value, manifest, tools, signature: signature.value })
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

/** A file under `data/`; its SHA-256 is for the caller to compare, so its CRC-32 is not looked at. */
export const load = (bag: OpenBag, name: string): Read<Uint8Array> =>
  readZipEntry(bag.source, bag.directory.get(name)!, bag.tools, false);

/** A file under `data/` whose checksum is the manifest's. */
export async function loadChecked(bag: OpenBag, name: string): Read<Uint8Array> {
  const content = await load(bag, name);
  if (!content.ok) return content;
  return (await bag.tools.sha256(content.value)) === bag.manifest.get(name) ? content : no('checksum-wrong', name);
}

export function decoded(tools: BundleTools, bytes: Uint8Array): string | null {
  try {
    return tools.decode(bytes);
  } catch {
    return null;
  }
}

/** "3 of 41": how many files of the manifest a bundle that was cut short has lost; empty where that is lost too. */
async function countMissing(source: ByteSource, tools: BundleTools): Promise<string> {
  const whole = await wholeEntries(source);
  const entry = whole.get(MANIFEST_FILE);
  if (!entry || entry.size > LARGEST_TAG_FILE || (entry.method !== 0 && entry.method !== 8)) return '';
  const content = await readZipEntry(source, entry, tools);
  const text = content.ok ? decoded(tools, content.value) : null;
  const manifest = text === null ? null : readManifest(text);
  if (!manifest) return '';
  const missing = [...manifest.keys()].filter((name) => !whole.has(name)).length;
  return missing > 0 ? `${missing} of ${manifest.size}` : '';
}
