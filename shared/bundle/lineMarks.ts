/**
 * Which records of a case stand as the lines of the bundle they came with. A record is written the same way by everybody
 * (RFC 8785), so such a line says nothing new when it comes again, and a bundle that changes a few records of many is
 * read at the price of those few.
 *
 * A mark is MurmurHash3 (x86, 128 bit) of the line's bytes. Whoever forges two lines of one mark only hides a change of
 * their own; that it happens by chance is less likely than a broken disk.
 */

/** Code units of a mark: 128 bits as a string, the fastest thing a Set can be asked for. */
const UNITS = 8;

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

function finish(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const [C1, C2, C3, C4] = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;

/** The mark of the bytes from `from` up to `to`. */
export function lineMark(bytes: Uint8Array, from: number, to: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [h1, h2, h3, h4] = [0, 0, 0, 0];
  let at = from;
  for (; at + 16 <= to; at += 16) {
    h1 ^= Math.imul(rotate(Math.imul(view.getUint32(at, true), C1), 15), C2);
    h1 = (Math.imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(view.getUint32(at + 4, true), C2), 16), C3);
    h2 = (Math.imul(rotate(h2, 17) + h3, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotate(Math.imul(view.getUint32(at + 8, true), C3), 17), C4);
    h3 = (Math.imul(rotate(h3, 15) + h4, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotate(Math.imul(view.getUint32(at + 12, true), C4), 18), C1);
    h4 = (Math.imul(rotate(h4, 13) + h1, 5) + 0x32ac3b17) | 0;
  }
  const tail = [0, 0, 0, 0];
  for (let i = 0; at + i < to; i += 1) tail[i >> 2]! |= bytes[at + i]! << ((i & 3) * 8);
  h4 ^= Math.imul(rotate(Math.imul(tail[3]!, C4), 18), C1);
  h3 ^= Math.imul(rotate(Math.imul(tail[2]!, C3), 17), C4);
  h2 ^= Math.imul(rotate(Math.imul(tail[1]!, C2), 16), C3);
  h1 ^= Math.imul(rotate(Math.imul(tail[0]!, C1), 15), C2);
  const length = to - from;
  [h1, h2, h3, h4] = [h1 ^ length, h2 ^ length, h3 ^ length, h4 ^ length];
  h1 = (h1 + h2 + h3 + h4) | 0;
  [h2, h3, h4] = [(h2 + h1) | 0, (h3 + h1) | 0, (h4 + h1) | 0];
  [h1, h2, h3, h4] = [finish(h1), finish(h2), finish(h3), finish(h4)];
  h1 = (h1 + h2 + h3 + h4) | 0;
  [h2, h3, h4] = [(h2 + h1) | 0, (h3 + h1) | 0, (h4 + h1) | 0];
  return String.fromCharCode(
    h1 >>> 16,
    h1 & 0xffff,
    h2 >>> 16,
    h2 & 0xffff,
    h3 >>> 16,
    h3 & 0xffff,
    h4 >>> 16,
    h4 & 0xffff,
  );
}

/** A line that was taken in, and the record it holds. */
export interface LineNote {
  readonly mark: string;
  readonly id: string;
}

/** Notes as they are stored and sent: the units of the mark, then those of the id (a UUID has as many bits). */
export function packLines(notes: readonly LineNote[]): Uint16Array<ArrayBuffer> {
  const packed = new Uint16Array(notes.length * UNITS * 2);
  notes.forEach(({ mark, id }, i) => {
    const at = i * UNITS * 2;
    const hex = id.replaceAll('-', '');
    for (let unit = 0; unit < UNITS; unit += 1) {
      packed[at + unit] = mark.charCodeAt(unit);
      packed[at + UNITS + unit] = Number.parseInt(hex.slice(unit * 4, unit * 4 + 4), 16);
    }
  });
  return packed;
}

const hexOf = (units: Uint16Array): string => Array.from(units, (unit) => unit.toString(16).padStart(4, '0')).join('');

/** The marks of stored notes, without those of these records. */
export function knownMarks(packed: Uint16Array, except: ReadonlySet<string>): Set<string> {
  const without = new Set(Array.from(except, (id) => id.replaceAll('-', '')));
  const marks = new Set<string>();
  for (let at = 0; at + UNITS * 2 <= packed.length; at += UNITS * 2) {
    if (without.size > 0 && without.has(hexOf(packed.subarray(at + UNITS, at + UNITS * 2)))) continue;
    marks.add(String.fromCharCode(...packed.subarray(at, at + UNITS)));
  }
  return marks;
}

/** What a reader is told of lines that are here, and tells of those it met. */
export interface LineBook {
  readonly known: ReadonlySet<string>;
  /** Lines that were known, and so left out. */
  skipped: number;
  /** Lines that were read. */
  readonly met: LineNote[];
}

export const newBook = (known: ReadonlySet<string> = new Set()): LineBook => ({ known, skipped: 0, met: [] });
