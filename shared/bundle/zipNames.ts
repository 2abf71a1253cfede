/** Names of files in zips, as their bytes say them. */
import { DEEPEST_NAME, LONGEST_NAME } from './limits';

/** Bytes beyond ASCII show as replacement characters, which no safe name has. */
export const asciiName = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, LONGEST_NAME + 2), (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '�')).join('');

/** A name as the reader compares it: of other programs' zips in UTF-8, or letter by letter where it is none. */
export function zipName(bytes: Uint8Array, isForeign: boolean): string {
  if (!isForeign) return asciiName(bytes);
  const part = bytes.subarray(0, 4 * LONGEST_NAME + 2);
  const hex = Array.from(part, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(hex).replaceAll('\\', '/');
  } catch {
    return Array.from(part, (byte) => String.fromCharCode(byte))
      .join('')
      .replaceAll('\\', '/');
  }
}

/** True for a name that stays in its folder and shows as what it is. */
export function isHarmlessName(name: string): boolean {
  const parts = name.split('/');
  if (name.length > LONGEST_NAME || parts.length > DEEPEST_NAME || /[\p{C}\p{Zl}\p{Zp}:]/u.test(name)) return false;
  return parts.every((part) => part !== '' && part !== '.' && part !== '..');
}
