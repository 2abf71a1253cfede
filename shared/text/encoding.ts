/**
 * What the bytes of a text file say about themselves: a byte order mark, UTF-8 by counting its sequences, UTF-16 by
 * where its zeros stand, or that they are no text at all. Pure; decoding itself is the platform's.
 */

/** Names as the Encoding Standard knows them. */
export type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Most bytes looked at where a part is enough. */
const SAMPLE = 65_536;

/** The encoding a byte order mark names, or null; `utf-32` is named only to be refused. */
export function byteOrderMark(bytes: Uint8Array): UnicodeEncoding | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length % 4 === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32' : null;
}

export interface Utf8Count {
  /** Well-formed sequences of two bytes and more (RFC 3629). */
  readonly valid: number;
  /** Bytes that belong to no well-formed sequence. */
  readonly invalid: number;
}

const continues = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Length of the well-formed sequence at `at` (RFC 3629: no overlong forms, no surrogates); 0 where there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const second = bytes[at + 1] ?? 0;
  if (!continues(bytes[at + 1])) return 0;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (!continues(bytes[at + 2])) return 0;
  if (lead === 0xe0) return second >= 0xa0 ? 3 : 0;
  if (lead === 0xed) return second < 0xa0 ? 3 : 0;
  if (lead >= 0xe1 && lead <= 0xef) return 3;
  if (!continues(bytes[at + 3])) return 0;
  if (lead === 0xf0) return second >= 0x90 ? 4 : 0;
  if (lead === 0xf4) return second < 0x90 ? 4 : 0;
  return lead >= 0xf1 && lead <= 0xf3 ? 4 : 0;
}

/** Counts UTF-8 sequences in all the bytes. No invalid one means the bytes are UTF-8 (or plain ASCII). */
export function countUtf8(bytes: Uint8Array): Utf8Count {
  let valid = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length;) {
    if (bytes[at]! < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceAt(bytes, at);
    if (length > 0) valid += 1;
    else invalid += 1;
    at += length || 1;
  }
  return { valid, invalid };
}

/** UTF-16 without a mark: zeros nearly all stand in the same half of the pairs, as in any text with Latin words. */
export function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(SAMPLE, bytes.length - (bytes.length % 2));
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at & 1]! += 1;
  const [even, odd] = zeros as [number, number];
  if (even + odd < length / 8) return null;
  if (odd > even * 20) return 'utf-16le';
  return even > odd * 20 ? 'utf-16be' : null;
}

/** First bytes of files that are often sent under a text's name. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['255044462d', 'PDF'],
  ['504b0304', 'ZIP or Office'],
  ['d0cf11e0a1b11ae1', 'Office'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['47494638', 'GIF'],
  ['1f8b08', 'gzip'],
  ['377abcaf271c', '7z'],
  ['526172211a07', 'RAR'],
  ['7f454c46', 'program'],
  ['53514c69746520666f726d6174', 'SQLite'],
];

/** The kind of a file that is known by its first bytes to be no text; null where they say nothing. */
export function knownBinary(bytes: Uint8Array): string | null {
  let start = '';
  for (let at = 0; at < Math.min(16, bytes.length); at += 1) start += bytes[at]!.toString(16).padStart(2, '0');
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
}

/** True for control characters no text has; tab, line ends, form feed, EOF mark and escape are in old texts. */
const isControl = (byte: number): boolean =>
  (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26 && byte !== 27) || byte === 127;

/** True where the bytes, in an encoding that keeps ASCII, hold zeros or too many control characters for a text. */
export function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  let zeros = 0;
  const looked = Math.min(bytes.length, SAMPLE);
  // The sample is spread over the file: a program's head may be clean text.
  const step = Math.max(1, Math.floor(bytes.length / SAMPLE));
  for (let index = 0; index < looked; index += 1) {
    const byte = bytes[index * step]!;
    if (byte === 0) zeros += 1;
    if (isControl(byte)) controls += 1;
  }
  return zeros > looked / 1000 || controls > looked / 50;
}

/** Share of characters that decoding with a wrong table leaves: C1 controls, private use, the replacement character. */
export function oddShare(text: string): number {
  const looked = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const odd = looked.match(/[\u0080-\u0084\u0086-\u009f\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return looked.length === 0 ? 0 : odd / looked.length;
}
