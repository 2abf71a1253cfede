/** Writes a bundle: the same case gives the same bytes on every host. */
import { annotationLines } from '../interchange/webAnnotation';
import type { AnyRow } from '../model/tables';
import { bagInfo, BAG_TEXT, manifestText } from './bag';
import { canonicalJson, NotCanonical, wellFormed } from './canonicalJson';
import { checkExcerpts, checkLayouts, layoutsOf, mentionedIn } from './contents';
import type { BundleContents, BundleOriginal, BundleRows } from './contents';
import { headerOf } from './header';
import { LARGEST_FILE, LARGEST_ORIGINAL, LARGEST_TOTAL, LARGEST_WITHOUT_ORIGINALS, MOST_FILES } from './limits';
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
import { allowedParts, pageParts } from './page';
import type { PageLanguage } from './pageWords';
import { writeRecords } from './recordLines';
import { MemorySink } from './sink';
import type { ByteSink } from './sink';
import { chunksOf, sizeOf } from './source';
import type { ByteStream } from './source';
import type { BundleTools, OnProgress } from './tools';
import { BundleTooLarge, joined, writeZipTo } from './zipWrite';
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

/** The bytes of a bundle that fits in memory. @throws BundleTooLarge, ContentsBroken */
export async function writeBundle(
  contents: BundleContents,
  tools: BundleTools,
  onProgress?: OnProgress,
  language?: PageLanguage,
): Promise<Uint8Array> {
  const sink = new MemorySink();
  return sink.bytes(await writeBundleTo(sink, contents, tools, onProgress, language));
}

/**
 * Writes a bundle; original files are read chunk by chunk, everything else is held in memory. Texts and originals that
 * no document names are left out. What a sink got of a bundle that was not finished is none.
 * @param language of the page in it; the rest is the same in any
 * @returns its size in bytes
 * @throws BundleTooLarge, ContentsBroken
 */
export async function writeBundleTo(
  sink: ByteSink,
  contents: BundleContents,
  tools: BundleTools,
  onProgress?: OnProgress,
  language: PageLanguage = 'en',
): Promise<number> {
  const lean = onlyMentioned(contents);
  for (const check of [checkExcerpts, checkLayouts]) {
    const standing = check(lean);
    if (!standing.ok) throw new ContentsBroken(`${standing.reason}, ${standing.detail ?? ''}`);
  }
  refuseTooLarge(
    lean.originals.map(({ bytes }) => sizeOf(bytes)),
    LARGEST_ORIGINAL,
    LARGEST_TOTAL,
  );
  const payload = await payloadOf(lean, tools, language, (done) => onProgress?.(done * 0.3));
  const octets = payload.reduce((sum, { bytes }) => sum + sizeOf(bytes), 0);
  if (payload.length + 4 > MOST_FILES) throw new BundleTooLarge(`${payload.length} files`);
  const held = payload.flatMap(({ bytes }) => ('chunks' in bytes ? [] : [sizeOf(bytes)]));
  refuseTooLarge(held, LARGEST_FILE, LARGEST_WITHOUT_ORIGINALS);
  if (octets > LARGEST_TOTAL) throw new BundleTooLarge(`${octets} bytes`);
  const sums = new Map<string, string>();
  for (const { name, bytes, sum } of payload) sums.set(name, await (sum ?? tools.sha256(bytes as Uint8Array)));
  for (const { id } of lean.texts) if (sums.get(textFile(id)) !== id) throw new ContentsBroken(`text ${id} is damaged`);
  onProgress?.(0.35);
  const tags: ZipFile[] = [
    { name: BAG_FILE, bytes: tools.encode(BAG_TEXT) },
    { name: BAG_INFO_FILE, bytes: tools.encode(bagInfo(lean.case, octets, payload.length)) },
    { name: MANIFEST_FILE, bytes: tools.encode(manifestText(sums)) },
  ];
  const tagSums = new Map<string, string>();
  for (const file of tags) tagSums.set(file.name, await tools.sha256(file.bytes as Uint8Array));
  tags.push({ name: TAG_MANIFEST_FILE, bytes: tools.encode(manifestText(tagSums)) });
  return writeZipTo(sink, [...tags, ...payload], tools, (done) => onProgress?.(0.35 + done * 0.65));
}

function refuseTooLarge(sizes: readonly number[], one: number, all: number): void {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > all || sizes.some((size) => size > one)) throw new BundleTooLarge(`${total} bytes`);
}

/** An original as it is packed: the manifest calls it by its id before it is read, so each reading compares. */
const original = ({ id, bytes }: BundleOriginal, tools: BundleTools): ByteStream => ({
  size: sizeOf(bytes),
  async *chunks() {
    const hash = tools.hasher(sizeOf(bytes));
    for await (const chunk of chunksOf(bytes)) {
      hash.update(chunk);
      yield chunk;
    }
    if ((await hash.hex()) !== id) throw new ContentsBroken(`original ${id} is damaged`);
  },
});

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

interface PayloadFile extends ZipFile {
  /** Where it is not the host's to make at the end. */
  readonly sum?: string | Promise<string>;
}

/** Below this many bytes a message costs more than packing. */
const WORTH_A_MESSAGE = 1 << 16;

/** A file that is packed while the next ones are made, where the host can. */
function ahead(name: string, bytes: Uint8Array, tools: BundleTools): PayloadFile {
  if (!tools.pack || bytes.length < WORTH_A_MESSAGE) return { name, bytes };
  const sum = tools.sha256(bytes);
  return { name, bytes: { size: bytes.length, packed: tools.pack(bytes) }, sum };
}

/** Everything under `data/`, in the order it is packed. */
async function payloadOf(
  contents: BundleContents,
  tools: BundleTools,
  language: PageLanguage,
  onProgress: OnProgress,
): Promise<PayloadFile[]> {
  const files: PayloadFile[] = [{ name: CASE_FILE, bytes: tools.encode(headerLine(contents)) }];
  // Made first, though they stand near the end: of all files they take the longest to pack.
  const annotations = ahead(ANNOTATIONS_FILE, encodedParts(annotationLines(contents), tools), tools);
  onProgress(0.3);
  for (const table of RECORD_TABLES) {
    const rows = contents.rows[table] ?? [];
    if (rows.length > 0) files.push(ahead(recordsFile(table), writeRecords(rows, tools), tools));
  }
  for (const { id, text } of contents.texts) files.push({ name: textFile(id), bytes: tools.encode(text) });
  for (const one of contents.originals) {
    const { id, ext } = one;
    files.push({ name: originalFile(id, ext), bytes: original(one, tools), stored: PACKED.has(ext), sum: id });
  }
  files.push(annotations);
  onProgress(0.8);
  const page = pageParts(contents, await allowedParts(tools, language), language);
  // The page stays with this thread, which would only wait for the others otherwise.
  files.push({ name: PAGE_FILE, bytes: encodedParts(page, tools) });
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
