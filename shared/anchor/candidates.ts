/** Places where a quote may stand: verbatim ones, and near ones by seeds that are then verified. */
import search from 'approx-string-match';

/** All verbatim hits up to `most`, overlapping ones too. Offsets are UTF-16 code units. */
export function exactHits(text: string, words: string, most: number): number[] {
  const hits: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && hits.length < most; at = text.indexOf(words, at + 1)) hits.push(at);
  return hits;
}

/** A near place in the folded text and the letters that differ there. */
export interface NearPlace {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** Shorter quotes are near to everything. */
const SHORTEST = 6;
const MOST_ERRORS = 256;
/** Share of a quote's letters that may differ at all. */
const ERROR_SHARE = 0.4;
/** Work (text length by error blocks of 32) up to which the whole text is searched; above it, only around seeds. */
const WHOLE_WORK = 8_000_000;
const SEED_LENGTH = 8;
const MOST_SEEDS = 48;
const MOST_SEED_HITS = 400;
const MOST_WINDOWS = 24;

interface Window {
  readonly from: number;
  readonly to: number;
}

/** Overlapping pieces of the whole text, so that each part of it tells its own best place. */
function everyWindow(length: number, pattern: number, errors: number): Window[] {
  const size = Math.max(4096, pattern * 8);
  const windows: Window[] = [];
  for (let from = 0; from < length; from += size) {
    windows.push({ from, to: Math.min(length, from + size + pattern + errors) });
  }
  return windows;
}

/** Windows where several pieces of the quote stand about as far apart as in the quote. */
function seededWindows(text: string, pattern: string, errors: number): Window[] {
  const seeds = Math.min(MOST_SEEDS, Math.max(1, Math.floor(pattern.length / SEED_LENGTH)));
  const diagonals: number[] = [];
  for (let index = 0; index < seeds; index += 1) {
    const at = seeds === 1 ? 0 : Math.floor((index * (pattern.length - SEED_LENGTH)) / (seeds - 1));
    const hits = exactHits(text, pattern.slice(at, at + SEED_LENGTH), MOST_SEED_HITS + 1);
    // A piece that stands everywhere tells nothing.
    if (hits.length > MOST_SEED_HITS) continue;
    for (const hit of hits) diagonals.push(hit - at);
  }
  diagonals.sort((a, b) => a - b);
  const clusters: { from: number; to: number; count: number }[] = [];
  for (const diagonal of diagonals) {
    const last = clusters.at(-1);
    if (last && diagonal - last.from <= errors) {
      last.to = diagonal;
      last.count += 1;
    } else clusters.push({ from: diagonal, to: diagonal, count: 1 });
  }
  return clusters
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_WINDOWS)
    .map(({ from, to }) => ({
      from: Math.max(0, from - errors),
      to: Math.min(text.length, to + pattern.length + errors),
    }));
}

/**
 * Places in a folded text that are near a folded pattern, with the fewest errors each window has to offer. Bounded work:
 * a long text is looked at only around pieces of the pattern.
 */
export function nearPlaces(text: string, pattern: string): NearPlace[] {
  if (pattern.length < SHORTEST) return [];
  const errors = Math.min(MOST_ERRORS, Math.floor(pattern.length * ERROR_SHARE));
  const whole = text.length * Math.ceil(Math.max(1, errors) / 32) <= WHOLE_WORK;
  const windows = whole ? everyWindow(text.length, pattern.length, errors) : seededWindows(text, pattern, errors);
  const places: NearPlace[] = [];
  for (const { from, to } of windows) {
    for (const match of search(text.slice(from, to), pattern, errors).slice(0, 200)) {
      places.push({ start: from + match.start, end: from + match.end, errors: match.errors });
    }
  }
  return places;
}
