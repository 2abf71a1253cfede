/**
 * How nearly two texts say the same: MinHash over rows of five folded words (Broder 1997), and bands of it that are
 * alike wherever texts are (locality-sensitive hashing), so that a thousand documents are not compared each with each.
 */
import { tokenize } from './tokens';

/** Words in a row. */
const SHINGLE = 5;
const HASHES = 128;
const BANDS = 42;
const ROWS = 3;

/** The smallest hash of a text's rows of words under each of 128 orders. */
export type Signature = Uint32Array;

/** Odd factors, made by a fixed rule: signatures made apart are comparable. */
const FACTORS = Uint32Array.from({ length: HASHES }, (_, index) => {
  let value = Math.imul(index + 1, 0x9e3779b1);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca77);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae3d);
  return (value ^ (value >>> 16)) | 1;
});

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

function mixed(words: readonly number[], from: number, to: number): number {
  let hash = 0x2545f491;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ words[at]!, 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The signature of a text; null for a text without words. */
export function signatureOf(text: string): Signature | null {
  const words: number[] = [];
  tokenize(text, (word) => words.push(hashOf(word)));
  if (words.length === 0) return null;
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  const seen = new Set<number>();
  for (let at = 0; at === 0 || at + SHINGLE <= words.length; at += 1) {
    const shingle = mixed(words, at, Math.min(words.length, at + SHINGLE));
    if (seen.has(shingle)) continue;
    seen.add(shingle);
    for (let index = 0; index < HASHES; index += 1) {
      const product = Math.imul(shingle, FACTORS[index]!);
      const value = (product ^ (product >>> 15)) >>> 0;
      if (value < signature[index]!) signature[index] = value;
    }
  }
  return signature;
}

/** The share of rows of words that two texts have in common, of all that either has, 0 to 1; off by 0.04 or so. */
export function likenessOf(one: Signature, other: Signature): number {
  let same = 0;
  for (let index = 0; index < HASHES; index += 1) if (one[index] === other[index]) same += 1;
  return same / HASHES;
}

/** From here on two texts are said to be nearly the same. */
export const NEARLY_THE_SAME = 0.4;

export interface NearPair {
  readonly one: string;
  readonly other: string;
  readonly likeness: number;
}

function bandsOf(signature: Signature): string[] {
  return Array.from({ length: BANDS }, (_, band) => signature.subarray(band * ROWS, (band + 1) * ROWS).join(','));
}

/**
 * The pairs of texts that say nearly the same, the most alike first. Of pairs just above the border one in sixteen is
 * not seen; of those half alike, one in two hundred.
 */
export function nearPairs(signatures: ReadonlyMap<string, Signature>, least: number = NEARLY_THE_SAME): NearPair[] {
  const buckets: Map<string, string[]>[] = Array.from({ length: BANDS }, () => new Map<string, string[]>());
  const looked = new Set<string>();
  const pairs: NearPair[] = [];
  for (const [id, signature] of signatures) {
    for (const [band, key] of bandsOf(signature).entries()) {
      const bucket = buckets[band]!.get(key);
      if (!bucket) {
        buckets[band]!.set(key, [id]);
        continue;
      }
      for (const other of bucket) {
        const pair = `${other} ${id}`;
        if (looked.has(pair)) continue;
        looked.add(pair);
        const likeness = likenessOf(signatures.get(other)!, signature);
        if (likeness >= least) pairs.push({ one: other, other: id, likeness });
      }
      bucket.push(id);
    }
  }
  return pairs.sort((a, b) => b.likeness - a.likeness || (a.one < b.one ? -1 : 1));
}

/** The texts that say nearly the same as one, the most alike first. */
export function nearTo(
  id: string,
  signatures: ReadonlyMap<string, Signature>,
  least: number = NEARLY_THE_SAME,
): { readonly id: string; readonly likeness: number }[] {
  const own = signatures.get(id);
  if (!own) return [];
  return [...signatures]
    .filter(([other]) => other !== id)
    .map(([other, signature]) => ({ id: other, likeness: likenessOf(own, signature) }))
    .filter(({ likeness }) => likeness >= least)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
}
