/** Which removed lines belong to which added ones: in order, and as alike as can be. */
import type { Line } from './diffLines';

/** Two lines belong together from this share of common words on. */
const LEAST_ALIKE = 0.4;
/** More comparisons than this are not made: lines then belong together place by place. */
const MOST_COMPARED = 40_000;

/** Words of a line with how often they stand in it. */
function bagOf({ tokens }: Line): Map<string, number> {
  const bag = new Map<string, number>();
  for (const { key, kind } of tokens) if (kind !== 'between') bag.set(key, (bag.get(key) ?? 0) + 1);
  return bag;
}

const sizeOf = (bag: ReadonlyMap<string, number>): number => [...bag.values()].reduce((a, b) => a + b, 0);

/** Share of common words, 0 to 1 (Sørensen and Dice). */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  const all = sizeOf(a) + sizeOf(b);
  return all === 0 ? 0 : (2 * common) / all;
}

/**
 * Pairs of places, rising in both, whose likenesses together are largest.
 * @returns `[place in from, place in to]`
 */
export function pairLines(from: readonly Line[], to: readonly Line[]): (readonly [number, number])[] {
  const [a, b] = [from.map(bagOf), to.map(bagOf)];
  const alike = (i: number, j: number): number => {
    const share = likeness(a[i]!, b[j]!);
    return share >= LEAST_ALIKE ? share : 0;
  };
  if (from.length * to.length > MOST_COMPARED) {
    const pairs: (readonly [number, number])[] = [];
    for (let i = 0; i < Math.min(from.length, to.length); i += 1) if (alike(i, i) > 0) pairs.push([i, i]);
    return pairs;
  }
  const width = to.length + 1;
  const best = new Float64Array((from.length + 1) * width);
  const own = new Float64Array(from.length * to.length);
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const share = (own[i * to.length + j] = alike(i, j));
      const paired = share > 0 ? share + best[(i + 1) * width + j + 1]! : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < from.length && j < to.length;) {
    const share = own[i * to.length + j]!;
    const now = best[i * width + j]!;
    if (share > 0 && now === share + best[(i + 1) * width + j + 1]!) pairs.push([i++, j++]);
    else if (now === best[(i + 1) * width + j]!) i += 1;
    else j += 1;
  }
  return pairs;
}
