/** Rows of words that stand once in each of two texts: what tells a passage from all others. */
import type { Words } from './words';

const NONE = -1;
const MANY = -2;

/** Hashes of all rows of `size` words. */
function rowsOf({ codes, length }: Words, size: number): Uint32Array {
  const rows = new Uint32Array(Math.max(0, length - size + 1));
  for (let at = 0; at < rows.length; at += 1) {
    let hash = 0x9e3779b9;
    for (let i = at; i < at + size; i += 1) {
      hash = Math.imul(hash ^ codes[i]!, 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    rows[at] = hash;
  }
  return rows;
}

/**
 * Calls back with the words at which each row begins that stands once in `before` and once in `after`, in the order of
 * `after`. Time and memory grow with the length of the texts.
 */
export function eachTellingRow(
  before: Words,
  after: Words,
  size: number,
  call: (from: number, to: number) => void,
): void {
  const left = rowsOf(before, size);
  const right = rowsOf(after, size);
  const mask = (1 << Math.ceil(Math.log2(Math.max(16, left.length * 2)))) - 1;
  // Open addressing: where a row begins in the first text, whether it does so again, and where in the second.
  const first = new Int32Array(mask + 1).fill(NONE);
  const again = new Uint8Array(mask + 1);
  const second = new Int32Array(mask + 1).fill(NONE);
  const slotOf = (hash: number): number => {
    let slot = hash & mask;
    while (first[slot] !== NONE && left[first[slot]!] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  left.forEach((hash, at) => {
    const slot = slotOf(hash);
    if (first[slot] === NONE) first[slot] = at;
    else again[slot] = 1;
  });
  right.forEach((hash, at) => {
    const slot = slotOf(hash);
    if (first[slot] !== NONE) second[slot] = second[slot] === NONE ? at : MANY;
  });
  right.forEach((hash, to) => {
    const slot = slotOf(hash);
    if (second[slot] !== to || again[slot] === 1) return;
    const from = first[slot]!;
    for (let i = 0; i < size; i += 1) if (before.codes[from + i] !== after.codes[to + i]) return;
    call(from, to);
  });
}
