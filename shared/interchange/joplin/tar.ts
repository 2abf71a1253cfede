/** A tar archive (POSIX ustar, with GNU and pax long names left aside) read within bounds. Names stay words: nothing is unpacked. */
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';

export const MOST_ENTRIES = 200_000;
const BLOCK = 512;

export interface TarEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const octal = (bytes: Uint8Array): number => {
  let digits = '';
  for (const byte of bytes) if (byte >= 0x30 && byte <= 0x37) digits += String.fromCharCode(byte);
  return digits === '' ? 0 : Number.parseInt(digits, 8);
};

/** Sizes are octal, or binary with the first bit set (GNU). */
function sizeOf(field: Uint8Array): number {
  if ((field[0]! & 0x80) === 0) return octal(field);
  let size = 0;
  for (const byte of field.subarray(1)) size = size * 256 + byte;
  return size;
}

const words = (field: Uint8Array): string => {
  const end = field.indexOf(0);
  return String.fromCharCode(...(end < 0 ? field : field.subarray(0, end)));
};

function isHeader(header: Uint8Array): boolean {
  let sum = 0;
  for (let i = 0; i < BLOCK; i += 1) sum += i >= 148 && i < 156 ? 0x20 : header[i]!;
  return sum === octal(header.subarray(148, 156));
}

/**
 * The files of an archive, in its order; folders, links and devices are passed over.
 * @returns `not-an-archive` where the first header is none, `cut-short` where a file goes past the end
 */
export function readTar(bytes: Uint8Array): Result<readonly TarEntry[], 'not-an-archive' | 'cut-short' | 'too-many'> {
  const entries: TarEntry[] = [];
  let blocks = 0;
  for (let at = 0; at + BLOCK <= bytes.length;) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (!isHeader(header)) return no(blocks === 0 ? 'not-an-archive' : 'cut-short');
    blocks += 1;
    if (blocks > MOST_ENTRIES) return no('too-many');
    const size = sizeOf(header.subarray(124, 136));
    const from = at + BLOCK;
    if (!Number.isSafeInteger(size) || from + size > bytes.length) return no('cut-short');
    const type = header[156]!;
    if (type === 0 || type === 0x30)
      entries.push({ name: words(header.subarray(0, 100)), bytes: bytes.subarray(from, from + size) });
    at = from + Math.ceil(size / BLOCK) * BLOCK;
  }
  return blocks === 0 ? no('not-an-archive') : yes(entries);
}
