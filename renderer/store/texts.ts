/** Texts and original files, named by the SHA-256 of their bytes. Written before the records that point at them. */
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

/** Keeps an original file; returns its id, the SHA-256 of its bytes. */
export async function keepOriginal(reader: RowReader, bytes: Uint8Array, fileName: string): Promise<string> {
  const id = await sha256Of(bytes);
  try {
    await reader.db.originals.put({ id, ext: extensionOf(fileName), bytes });
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

/** The same for an original file. */
export async function keepNamedOriginal(
  reader: RowReader,
  id: string,
  bytes: Uint8Array,
  fileName: string,
): Promise<boolean> {
  try {
    if ((await reader.db.originals.where(':id').equals(id).count()) > 0) return false;
    await reader.db.originals.put({ id, ext: extensionOf(fileName), bytes });
    return true;
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
export const readOriginal = async (
  reader: RowReader,
  originalId: string,
): Promise<{ readonly bytes: Uint8Array; readonly ext: string } | undefined> => reader.db.originals.get(originalId);

/** A stored text; undefined where it is missing. */
export const readText = async (reader: RowReader, textId: string): Promise<string | undefined> =>
  (await reader.db.texts.get(textId))?.text;
