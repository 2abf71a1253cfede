/** The short signs of hypotheses: `H1`, `H2` and so on. */

/** The first code that none of the given ones has. */
export function nextHypothesisCode(codes: Iterable<string>): string {
  const used = new Set(codes);
  let number = 1;
  while (used.has(`H${number}`)) number += 1;
  return `H${number}`;
}
