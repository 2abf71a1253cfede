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

/** A stored text; undefined where it is missing. */
export const readText = async (reader: RowReader, textId: string): Promise<string | undefined> =>
  (await reader.db.texts.get(textId))?.text;
