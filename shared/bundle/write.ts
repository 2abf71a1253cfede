/** Writes a bundle: the same case gives the same bytes on every host. */
import { annotationLines } from '../interchange/webAnnotation';
import type { AnyRow } from '../model/tables';
import { bagInfo, BAG_TEXT, manifestText } from './bag';
import { canonicalJson, NotCanonical, wellFormed } from './canonicalJson';
import { checkExcerpts, checkLayouts, layoutsOf, mentionedIn } from './contents';
import type { BundleContents, BundleRows } from './contents';
import { headerOf } from './header';
import { LARGEST_FILE, LARGEST_TOTAL, MOST_FILES } from './limits';
import {
  ANNOTATIONS_FILE,
  BAG_FILE,
  BAG_INFO_FILE,
  CASE_FILE,
  cleanExtension,
  MANIFEST_FILE,
  originalFile,
  PAGE_FILE,
  RECORD_TABLES,
  recordsFile,
  TAG_MANIFEST_FILE,
  textFile,
} from './names';
import { pageParts, styleHash } from './page';
import { writeRecords } from './recordLines';
import type { BundleTools, OnProgress } from './tools';
import { BundleTooLarge, joined, writeZip } from './zipWrite';
import type { ZipFile } from './zipWrite';

/** Kinds of files that are compressed in themselves. */
const PACKED = new Set(
  'png jpg jpeg gif webp avif heic pdf zip docx xlsx pptx odt ods odp epub gz bz2 xz 7z zst mp3 mp4 m4a ogg webm mov qdpx age collate'.split(
    ' ',
  ),
);

/** The contents break a rule that every reader checks, so a bundle of them could not be opened again. */
export class ContentsBroken extends Error {
  override readonly name = 'ContentsBroken';
}

/**
 * The bytes of a bundle. Texts and originals that no document names are left out.
 * @throws BundleTooLarge, ContentsBroken
 */
export async function writeBundle(
  contents: BundleContents,
  tools: BundleTools,
  onProgress?: OnProgress,
): Promise<Uint8Array> {
  const lean = onlyMentioned(contents);
  for (const standing of [checkExcerpts(lean), checkLayouts(lean)])
    if (!standing.ok) throw new ContentsBroken(`${standing.reason}, ${standing.detail ?? ''}`);
  const payload = await payloadOf(lean, tools, (done) => onProgress?.(done * 0.3));
  const octets = payload.reduce((sum, file) => sum + file.bytes.length, 0);
  if (payload.length + 4 > MOST_FILES) throw new BundleTooLarge(`${payload.length} files`);
  if (octets > LARGEST_TOTAL || payload.some((file) => file.bytes.length > LARGEST_FILE))
    throw new BundleTooLarge(`${octets} bytes`);
  const sums = new Map<string, string>();
  for (const file of payload) sums.set(file.name, await tools.sha256(file.bytes));
  for (const { id } of lean.texts) if (sums.get(textFile(id)) !== id) throw new ContentsBroken(`text ${id} is damaged`);
  for (const { id, ext } of lean.originals)
    if (sums.get(originalFile(id, ext)) !== id) throw new ContentsBroken(`original ${id} is damaged`);
  onProgress?.(0.35);
  const tags: ZipFile[] = [
    { name: BAG_FILE, bytes: tools.encode(BAG_TEXT) },
    { name: BAG_INFO_FILE, bytes: tools.encode(bagInfo(lean.case, octets, payload.length)) },
    { name: MANIFEST_FILE, bytes: tools.encode(manifestText(sums)) },
  ];
  const tagSums = new Map<string, string>();
  for (const file of tags) tagSums.set(file.name, await tools.sha256(file.bytes));
  tags.push({ name: TAG_MANIFEST_FILE, bytes: tools.encode(manifestText(tagSums)) });
  return writeZip([...tags, ...payload], (done) => onProgress?.(0.35 + done * 0.65));
}

const byId = <Item extends { id: string }>(items: readonly Item[]): readonly Item[] =>
  items.every((item, i) => i === 0 || items[i - 1]!.id < item.id)
    ? items
    : items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

function onlyMentioned(contents: BundleContents): BundleContents {
  const mentioned = mentionedIn(contents.rows);
  const texts = byId(contents.texts.filter((text) => mentioned.texts.has(text.id)));
  const rows: BundleRows = { ...contents.rows, layouts: layoutsOf(contents.rows, texts) };
  return {
    case: contents.case,
    rows: Object.fromEntries(RECORD_TABLES.map((table) => [table, byId<AnyRow>(rows[table] ?? [])])) as BundleRows,
    texts,
    originals: byId(contents.originals.filter((original) => mentioned.originals.has(original.id))).map((original) => ({
      ...original,
      ext: cleanExtension(original.ext),
    })),
    ...(contents.withheld ? { withheld: contents.withheld } : {}),
  };
}

/** Everything under `data/`, in the order it is packed. */
async function payloadOf(contents: BundleContents, tools: BundleTools, onProgress: OnProgress): Promise<ZipFile[]> {
  const files: ZipFile[] = [{ name: CASE_FILE, bytes: tools.encode(headerLine(contents)) }];
  for (const table of RECORD_TABLES) {
    const rows = contents.rows[table] ?? [];
    if (rows.length > 0) files.push({ name: recordsFile(table), bytes: writeRecords(rows, tools) });
  }
  onProgress(0.5);
  for (const { id, text } of contents.texts) files.push({ name: textFile(id), bytes: tools.encode(text) });
  for (const { id, ext, bytes } of contents.originals)
    files.push({ name: originalFile(id, ext), bytes, stored: PACKED.has(ext) });
  files.push({ name: ANNOTATIONS_FILE, bytes: encodedParts(annotationLines(contents), tools) });
  onProgress(0.8);
  files.push({ name: PAGE_FILE, bytes: encodedParts(pageParts(contents, await styleHash(tools)), tools) });
  onProgress(1);
  return files;
}

const LETTERS_A_STEP = 1 << 20;

/** Many small strings as bytes, without one string of them all. */
function encodedParts(parts: Iterable<string>, tools: BundleTools): Uint8Array {
  const encoded: Uint8Array[] = [];
  let open: string[] = [];
  let length = 0;
  for (const part of parts) {
    open.push(part);
    length += part.length;
    if (length < LETTERS_A_STEP) continue;
    encoded.push(tools.encode(open.join('')));
    open = [];
    length = 0;
  }
  encoded.push(tools.encode(open.join('')));
  return joined(encoded);
}

function headerLine(contents: BundleContents): string {
  const header = headerOf(contents);
  try {
    return canonicalJson(header);
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error;
    return canonicalJson(wellFormed(header));
  }
}
