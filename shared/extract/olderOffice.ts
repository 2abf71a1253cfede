/** OLE2 compound files (MS-CFB): what Word wrote before 2007, and how newer office files are kept under a password. */
import type { ExtractRefusal } from './extracted';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Names in the directory of a compound file are UTF-16. */
const ENCRYPTED = Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]);

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0]!;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** Why a compound file is not read: it is locked, or of the older kind. Null where the bytes are no compound file. */
export function compoundRefusal(bytes: Uint8Array): ExtractRefusal | null {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) return null;
  return includes(bytes, ENCRYPTED) ? 'locked' : 'older-word';
}
