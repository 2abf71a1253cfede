/** Where each word of a text stands, so that a row of words is found without reading the text again. */
import type { Words } from './words';

const NONE = -1;

export interface WordPlaces {
  /** Words at which the row begins: all, up to `most`. */
  find(codes: Uint32Array, most: number): number[];
}

/** Reads the words once. */
export function placesOf({ codes, length }: Words): WordPlaces {
  const mask = (1 << Math.ceil(Math.log2(Math.max(16, length * 2)))) - 1;
  const latest = new Int32Array(mask + 1).fill(NONE);
  const counts = new Int32Array(mask + 1);
  // The places of a word are a chain from the last to the first.
  const earlier = new Int32Array(length).fill(NONE);
  const slotOf = (code: number): number => {
    let slot = (Math.imul(code, 0x9e3779b1) >>> 0) & mask;
    while (latest[slot] !== NONE && codes[latest[slot]!] !== code) slot = (slot + 1) & mask;
    return slot;
  };
  for (let at = 0; at < length; at += 1) {
    const slot = slotOf(codes[at]!);
    earlier[at] = latest[slot]!;
    latest[slot] = at;
    counts[slot]! += 1;
  }
  return {
    find(row, most) {
      let [rarest, slot] = [0, NONE];
      for (let i = 0; i < row.length; i += 1) {
        const here = slotOf(row[i]!);
        if (latest[here] === NONE) return [];
        if (slot === NONE || counts[here]! < counts[slot]!) [rarest, slot] = [i, here];
      }
      const found: number[] = [];
      for (let at = slot === NONE ? NONE : latest[slot]!; at !== NONE && found.length < most; at = earlier[at]!) {
        const start = at - rarest;
        if (start < 0 || start + row.length > length) continue;
        let i = 0;
        while (i < row.length && codes[start + i] === row[i]) i += 1;
        if (i === row.length) found.push(start);
      }
      return found.reverse();
    },
  };
}
