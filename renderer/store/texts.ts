/** Texts and original files, named by the SHA-256 of their bytes. Written before the records that point at them. */
import { wholeOf } from '@shared/bundle/source';
import type { CaseDatabase, StoredOriginal } from './caseDatabase';
import { asFailure } from './failure';
import type { RowReader } from './rows';

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, '0')).join('');

/** SHA-256 in hex. */
export const sha256Of = async (bytes: Uint8Array): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));

/** Keeps a text; returns its id, the SHA-256 of its UTF-8 bytes. Keeping it twice is harmless. */
export async function keepText(reader: RowReader, text: string): Promise<string> {
  const id = await sha256Of(new TextEncoder().encode(text));
  try {
    await reader.db.texts.put({ id, text });
  } catch (error) {
    throw asFailure(error);
  }
  return id;
}

/** A file name's extension as originals are kept under it: lower case, `bin` where there is none. */
export const extensionOf = (fileName: string): string =>
  /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? 'bin';

/** Bytes up to which an original stands in its row: a file of its own would cost more than it spares. */
export const SMALL_ORIGINAL = 16 * 1024;
const ORIGINALS_AT_ONCE = 64;

/** Bytes as they are stored and handed on. */
export const asStored = (bytes: Uint8Array | Blob): Uint8Array | Blob =>
  bytes instanceof Uint8Array && bytes.length > SMALL_ORIGINAL ? new Blob([bytes as Uint8Array<ArrayBuffer>]) : bytes;

/** Keeps original files that came with a case, some at a time. @throws the signal's reason */
export async function putOriginals(
  db: CaseDatabase,
  originals: readonly StoredOriginal[],
  signal?: AbortSignal,
): Promise<void> {
  for (let i = 0; i < originals.length; i += ORIGINALS_AT_ONCE) {
    signal?.throwIfAborted();
    const some = originals.slice(i, i + ORIGINALS_AT_ONCE);
    await db.originals.bulkPut(some.map((one) => ({ ...one, bytes: asStored(one.bytes) })));
  }
}

/** The originals that are kept of these, in their order. Those of a whole case: large ones do not come into memory. */
export async function readOriginals(db: CaseDatabase, ids: readonly string[]): Promise<StoredOriginal[]> {
  const found: StoredOriginal[] = [];
  for (let i = 0; i < ids.length; i += ORIGINALS_AT_ONCE) {
    const some = await db.originals.bulkGet(ids.slice(i, i + ORIGINALS_AT_ONCE));
    for (const one of some) if (one) found.push({ ...one, bytes: asStored(one.bytes) });
  }
  return found;
}

/** Keeps an original file; returns its id, the SHA-256 of its bytes. */
export async function keepOriginal(reader: RowReader, bytes: Uint8Array, fileName: string): Promise<string> {
  const id = await sha256Of(bytes);
  try {
    await reader.db.originals.put({ id, ext: extensionOf(fileName), bytes: asStored(bytes) });
  } catch (error) {
    throw asFailure(error);
  }
  return id;
}

/** Names of texts and originals. */
export interface KeptFiles {
  readonly texts: readonly string[];
  readonly originals: readonly string[];
}

/**
 * Keeps a text whose name is known: the SHA-256 of its UTF-8 bytes.
 * @returns false where it was here already
 */
export async function keepNamedText(reader: RowReader, id: string, text: string): Promise<boolean> {
  try {
    if ((await reader.db.texts.where(':id').equals(id).count()) > 0) return false;
    await reader.db.texts.put({ id, text });
    return true;
  } catch (error) {
    throw asFailure(error);
  }
}

export interface NamedFile {
  /** SHA-256 of the text's UTF-8 bytes. */
  readonly textId: string;
  readonly text: string;
  /** SHA-256 of the file's bytes. */
  readonly originalId: string;
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/**
 * Keeps a text and its original whose names are known, in one transaction: each of them costs a flush of the disk.
 * @returns which of the two were not here already
 */
export async function keepNamed(
  { db }: RowReader,
  { textId, text, originalId, bytes, fileName }: NamedFile,
): Promise<{ readonly isNewText: boolean; readonly isNewOriginal: boolean }> {
  const original = { id: originalId, ext: extensionOf(fileName), bytes: asStored(bytes) };
  try {
    return await db.transaction('rw', [db.texts, db.originals], async () => {
      const [texts, originals] = await Promise.all([
        db.texts.where(':id').equals(textId).count(),
        db.originals.where(':id').equals(originalId).count(),
      ]);
      await Promise.all([
        texts === 0 ? db.texts.add({ id: textId, text }) : undefined,
        originals === 0 ? db.originals.add(original) : undefined,
      ]);
      return { isNewText: texts === 0, isNewOriginal: originals === 0 };
    });
  } catch (error) {
    throw asFailure(error);
  }
}

/** Lets go of what was kept for an import that was taken back: nothing else may name it. */
export async function dropFiles(reader: RowReader, { texts, originals }: KeptFiles): Promise<void> {
  await reader.db.texts.bulkDelete([...texts]);
  await reader.db.originals.bulkDelete([...originals]);
}

/** An original file with its extension; undefined where it is not kept. */
export async function readOriginal(
  reader: RowReader,
  originalId: string,
): Promise<{ readonly bytes: Uint8Array; readonly ext: string } | undefined> {
  const stored = await reader.db.originals.get(originalId);
  return stored && { ext: stored.ext, bytes: await wholeOf(stored.bytes) };
}

/** A stored text; undefined where it is missing. */
export const readText = async (reader: RowReader, textId: string): Promise<string | undefined> =>
  (await reader.db.texts.get(textId))?.text;
