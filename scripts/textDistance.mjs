// How far a text that was read is from the text that is known.

/** Letters that may be written one way or another; white space falls together. */
export const folded = (text) =>
  text
    .normalize('NFKC')
    .replace(/[‘’‚′`´]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Parts to put in, drop or replace to make the one of the other (Levenshtein), letters of texts or words of lists.
 * @param isWithin the known one need only stand somewhere in what was read
 */
export function editsBetween(known, read, isWithin = false) {
  let row = Uint32Array.from({ length: read.length + 1 }, (_, i) => (isWithin ? 0 : i));
  let next = new Uint32Array(read.length + 1);
  for (let i = 0; i < known.length; i += 1) {
    const part = known[i];
    next[0] = i + 1;
    for (let j = 0; j < read.length; j += 1) {
      const changed = row[j] + (part === read[j] ? 0 : 1);
      const shorter = Math.min(row[j + 1], next[j]) + 1;
      next[j + 1] = changed < shorter ? changed : shorter;
    }
    [row, next] = [next, row];
  }
  return isWithin ? row.reduce((least, edits) => Math.min(least, edits), Infinity) : row[read.length];
}

export const percent = (share) => `${(share * 100).toFixed(2)} %`;
