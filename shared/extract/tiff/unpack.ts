/** How the bytes of a strip or tile are packed (TIFF 6.0, sections 9 and 13; Adobe's note on Deflate). */
import { unzlibSync } from 'fflate';

/** Fills `out` with what the bytes unpack to. @throws Error where they are damaged */
export type Unpack = (packed: Uint8Array, out: Uint8Array) => void;

export const unpackNothing: Unpack = (packed, out) => out.set(packed.subarray(0, out.length));

/** A negative length repeats the byte behind it; another is that of bytes as they are. */
export const unpackBits: Unpack = (packed, out) => {
  let to = 0;
  for (let at = 0; at + 1 < packed.length && to < out.length;) {
    const length = packed[at]!;
    if (length === 128) at += 1;
    else if (length > 128) {
      out.fill(packed[at + 1]!, to, to + 257 - length);
      to += 257 - length;
      at += 2;
    } else {
      out.set(packed.subarray(at + 1, at + 2 + length).subarray(0, out.length - to), to);
      to += length + 1;
      at += 2 + length;
    }
  }
};

/** What stands behind the last row that is wanted is left out. */
export const inflate: Unpack = (packed, out) => {
  unzlibSync(packed, { out });
};

const CLEAR = 256;
const END = 257;
const FIRST = 258;
const SHORTEST_CODE = 9;
const LONGEST_CODE = 12;

/** A code beyond the bytes is the string of the code before it and the first byte behind that, both as they were written. */
export const unpackLzw: Unpack = (packed, out) => {
  const [starts, lengths] = [new Uint32Array(1 << LONGEST_CODE), new Uint16Array(1 << LONGEST_CODE)];
  let [at, bits, next, to, start, length] = [0, SHORTEST_CODE, FIRST, 0, 0, 0];
  while (to < out.length && at + bits <= packed.length * 8) {
    const byte = at >> 3;
    const window = (packed[byte]! << 16) | ((packed[byte + 1] ?? 0) << 8) | (packed[byte + 2] ?? 0);
    const code = (window >> (24 - bits - (at & 7))) & ((1 << bits) - 1);
    at += bits;
    if (code === END) return;
    if (code === CLEAR) {
      [bits, next, length] = [SHORTEST_CODE, FIRST, 0];
      continue;
    }
    if (length > 0 && next < starts.length) {
      [starts[next], lengths[next]] = [start, length + 1];
      next += 1;
    }
    if (code >= next) throw new Error('No such code');
    [start, length] = [to, code < CLEAR ? 1 : lengths[code]!];
    if (code < CLEAR) out[to] = code;
    else for (let i = 0; i < length; i += 1) out[to + i] = out[starts[code]! + i]!;
    to += length;
    // Codes become longer one before they have to.
    if (next >= (1 << bits) - 1 && bits < LONGEST_CODE) bits += 1;
  }
};
