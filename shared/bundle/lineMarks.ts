/**
 * Which lines of records a case has in it already. A record is written the same way by everybody (RFC 8785), so a line
 * that was taken in once says nothing new when it comes again: merging is idempotent, and a case never goes back behind
 * what it merged. A bundle that changes a few records of many is so read at the price of those few.
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

/** Marks as they are stored and sent: eight units each. */
export function packMarks(marks: Iterable<string>): Uint16Array<ArrayBuffer> {
  const all = Array.isArray(marks) ? (marks as string[]) : [...marks];
  const packed = new Uint16Array(all.length * UNITS);
  all.forEach((mark, i) => {
    for (let unit = 0; unit < UNITS; unit += 1) packed[i * UNITS + unit] = mark.charCodeAt(unit);
  });
  return packed;
}

/** The marks of a stored list. */
export function unpackMarks(packed: Uint16Array): Set<string> {
  const marks = new Set<string>();
  for (let at = 0; at + UNITS <= packed.length; at += UNITS)
    marks.add(String.fromCharCode(...packed.subarray(at, at + UNITS)));
  return marks;
}

/** What a reader is told of lines that are here, and tells of those it met. */
export interface LineBook {
  readonly known: ReadonlySet<string>;
  /** Marks of all lines of the bundle, those known among them. */
  readonly met: string[];
}
