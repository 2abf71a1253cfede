/** What is usual in a document: the size and font of its running text, the distance of its lines, the sizes of headings. */
import type { PageLine } from './page';

export interface Measures {
  readonly bodySize: number;
  readonly bodyFont: string | null;
  /** Usual distance of base lines, in points, at a size. */
  leadingOf(size: number): number;
  /** From 1 for the largest; 0 where letters of this size are no heading's. */
  headingLevel(size: number): number;
  /** How many levels the sizes tell apart. */
  readonly levels: number;
}

const half = (size: number): number => Math.round(size * 2) / 2;

/** A size counts as a heading's from this share of the running text's. */
const LARGER = 1.12;
const MOST_LEVELS = 5;

function heaviest<T>(weights: ReadonlyMap<T, number>): T | undefined {
  let best: T | undefined;
  let most = -1;
  for (const [key, weight] of weights) if (weight > most) [best, most] = [key, weight];
  return best;
}

const add = <T>(weights: Map<T, number>, key: T, weight: number): void =>
  void weights.set(key, (weights.get(key) ?? 0) + weight);

export function measuresOf(lines: readonly PageLine[]): Measures {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  const leadings = new Map<number, Map<number, number>>();
  for (const [i, line] of lines.entries()) {
    add(sizes, half(line.size), line.text.length);
    const before = lines[i - 1];
    if (!before || before.column !== line.column || half(before.size) !== half(line.size)) continue;
    const distance = Math.round((line.y - before.y) * 5) / 5;
    if (distance < 0.8 * line.size || distance > 2.6 * line.size) continue;
    const here = leadings.get(half(line.size)) ?? new Map<number, number>();
    leadings.set(half(line.size), here);
    add(here, distance, 1);
  }
  const bodySize = heaviest(sizes) ?? 10;
  for (const line of lines)
    if (line.font !== null && half(line.size) === bodySize) add(fonts, line.font, line.text.length);
  const bodyLeading = (heaviest(leadings.get(bodySize) ?? new Map<number, number>()) ?? bodySize * 1.2) / bodySize;
  const larger = [...sizes.keys()].filter((size) => size > bodySize * LARGER).sort((a, b) => b - a);
  // Sizes that differ by less than a point are one level.
  const levels: number[] = [];
  for (const size of larger) if (levels.length === 0 || levels.at(-1)! - size >= 1) levels.push(size);
  return {
    levels: Math.min(MOST_LEVELS, levels.length),
    bodySize,
    bodyFont: heaviest(fonts) ?? null,
    leadingOf(size) {
      const here = leadings.get(half(size));
      const usual = here && [...here.values()].reduce((sum, count) => sum + count, 0) >= 6 ? heaviest(here) : undefined;
      return usual ?? bodyLeading * size;
    },
    headingLevel(size) {
      if (half(size) <= bodySize * LARGER) return 0;
      const level = levels.findIndex((one) => half(size) > one - 1 && half(size) <= one);
      return Math.min(MOST_LEVELS, level < 0 ? levels.length : level + 1);
    },
  };
}
