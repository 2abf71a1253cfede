/** EBCDIC as IBM 500 has it: what texts from mainframes are written in, and no decoder of the platform knows. */

/** Signs of the bytes from 0x40 on. */
const SIGNS =
  ' \xa0âäàáãåçñ[.<(+!&éêëèíîïìß]$*);^' +
  '-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="' +
  'Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤' +
  'µ~stuvwxyz¡¿ÐÝÞ®¢£¥·©§¶¼½¾¬|¯¨´×' +
  '{ABCDEFGHI\xadôöòóõ}JKLMNOPQR¹ûüùúÿ' +
  '\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\x9f';

/** Line end, new line, carriage return and tab among the lower bytes; the others are controls without a sign. */
const CONTROLS: ReadonlyMap<number, string> = new Map([
  [0x25, '\n'],
  [0x15, '\n'],
  [0x0d, '\r'],
  [0x05, '\t'],
]);

export const EBCDIC = 'ibm500';

const signOf = (byte: number): string => (byte >= 0x40 ? SIGNS[byte - 0x40]! : (CONTROLS.get(byte) ?? ''));

/** The text of EBCDIC bytes; controls without a sign are dropped. */
export function decodeEbcdic(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) {
    parts.push(Array.from(bytes.subarray(at, at + 8_192), signOf).join(''));
  }
  return parts.join('');
}

/** True where the bytes are letters, figures and spaces of EBCDIC nearly throughout. */
export function looksEbcdic(bytes: Uint8Array): boolean {
  const looked = bytes.subarray(0, 65_536);
  if (looked.length < 16) return false;
  let spaces = 0;
  let common = 0;
  for (const byte of looked) {
    const low = byte & 0x0f;
    const high = byte >> 4;
    if (byte === 0x40) spaces += 1;
    const isLetter = low <= 9 && ((high >= 0x8 && high <= 0xa) || (high >= 0xc && high <= 0xf));
    if (isLetter || byte === 0x40 || byte === 0x4b || byte === 0x6b || CONTROLS.has(byte)) common += 1;
  }
  return spaces > looked.length / 20 && common > looked.length * 0.9;
}
