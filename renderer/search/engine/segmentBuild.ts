/** Makes segments: from the words of entries, and from older segments. Long work yields, so that questions come between. */
import { grown } from './columnSet';
import { FIELD_MARKS, LARGEST_WEIGHT, maskOf, WEIGHT_BITS, wordCount, wordText } from './segment';
import type { Segment } from './segment';

const K1 = 1.2;
const B = 0.75;
/** Entries worked on between two yields. */
const SLICE = 4_000;

type Slices<Result> = Generator<undefined, Result, undefined>;
type Stream = Uint16Array | Uint32Array;

/** Runs slices to their end at once. */
export function atOnce<Result>(slices: Slices<Result>): Result {
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}

/** BM25's length part for each entry. */
export function normsOf(streamAt: Uint32Array): Float32Array {
  const entries = streamAt.length - 1;
  const average = Math.max(1, streamAt[entries]! / Math.max(1, entries));
  const norms = new Float32Array(entries);
  for (let i = 0; i < entries; i += 1) norms[i] = K1 * (1 - B + (B * (streamAt[i + 1]! - streamAt[i]!)) / average);
  return norms;
}

export function masksOf(letters: Uint16Array, wordAt: Uint32Array): Uint32Array {
  const masks = new Uint32Array(wordAt.length - 1);
  for (let word = 0; word < masks.length; word += 1) masks[word] = maskOf(letters, wordAt[word]!, wordAt[word + 1]!);
  return masks;
}

/** Packs sorted words into letters and their places. */
function packWords(words: readonly string[]): { letters: Uint16Array; wordAt: Uint32Array } {
  const wordAt = new Uint32Array(words.length + 1);
  words.forEach((word, i) => (wordAt[i + 1] = wordAt[i]! + word.length));
  const letters = new Uint16Array(wordAt[words.length]!);
  words.forEach((word, i) => {
    for (let k = 0, at = wordAt[i]!; k < word.length; k += 1) letters[at + k] = word.charCodeAt(k);
  });
  return { letters, wordAt };
}

/** Postings from the word streams, by counting. */
function* postingsOf(
  streamAt: Uint32Array,
  stream: Stream,
  words: number,
  weights: readonly number[],
): Slices<{ postingAt: Uint32Array; postings: Uint32Array }> {
  const entries = streamAt.length - 1;
  const postingAt = new Uint32Array(words + 1);
  const last = new Uint32Array(words);
  for (let entry = 0; entry < entries; entry += 1) {
    if (entry % SLICE === SLICE - 1) yield;
    for (let i = streamAt[entry]!; i < streamAt[entry + 1]!; i += 1) {
      const word = stream[i]! - FIELD_MARKS;
      if (word < 0 || last[word] === entry + 1) continue;
      last[word] = entry + 1;
      postingAt[word + 1] = postingAt[word + 1]! + 1;
    }
  }
  for (let word = 0; word < words; word += 1) postingAt[word + 1] = postingAt[word + 1]! + postingAt[word]!;
  const postings = new Uint32Array(postingAt[words]!);
  const next = postingAt.slice(0, words);
  last.fill(0);
  for (let entry = 0; entry < entries; entry += 1) {
    if (entry % SLICE === SLICE - 1) yield;
    let weight = 1;
    for (let i = streamAt[entry]!; i < streamAt[entry + 1]!; i += 1) {
      const word = stream[i]! - FIELD_MARKS;
      if (word < 0) {
        weight = weights[stream[i]!] ?? 1;
      } else if (last[word] === entry + 1) {
        const at = next[word]! - 1;
        const room = LARGEST_WEIGHT - (postings[at]! & LARGEST_WEIGHT);
        postings[at] = postings[at]! + Math.min(weight, room);
      } else {
        last[word] = entry + 1;
        postings[next[word]!] = ((entry << WEIGHT_BITS) >>> 0) + weight;
        next[word] = next[word]! + 1;
      }
    }
  }
  return { postingAt, postings };
}

function* assemble(
  serial: number,
  entries: Uint32Array,
  words: readonly string[],
  streamAt: Uint32Array,
  stream: Stream,
  weights: readonly number[],
): Slices<Segment> {
  const { letters, wordAt } = packWords(words);
  const { postingAt, postings } = yield* postingsOf(streamAt, stream, words.length, weights);
  const masks = masksOf(letters, wordAt);
  return { serial, entries, letters, wordAt, masks, postingAt, postings, streamAt, stream, norms: normsOf(streamAt) };
}

const streamFor = (length: number, words: number): Stream =>
  words + FIELD_MARKS > 0xffff ? new Uint32Array(length) : new Uint16Array(length);

/** Sorted by code units, as the dictionary is searched. */
const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Collects entries for one segment. An entry may be added once. */
export class SegmentBuilder {
  readonly #numbers = new Map<string, number>();
  #stream = new Uint32Array(64);
  #streamAt = new Uint32Array(16);
  #entries = new Uint32Array(16);
  #length = 0;
  #count = 0;
  readonly #add = (word: string): void => this.word(word);

  get count(): number {
    return this.#count;
  }

  begin(ordinal: number): void {
    this.#entries = grown(this.#entries, this.#count + 1);
    this.#streamAt = grown(this.#streamAt, this.#count + 2);
    this.#entries[this.#count] = ordinal;
    this.#count += 1;
    this.#streamAt[this.#count] = this.#length;
  }

  field(mark: number): void {
    this.#push(mark);
  }

  word(word: string): void {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(word, number);
    }
    this.#push(number + FIELD_MARKS);
  }

  /** `word`, bound, for a tokenizer. */
  get addWord(): (word: string) => void {
    return this.#add;
  }

  end(): void {
    this.#streamAt[this.#count] = this.#length;
  }

  #push(value: number): void {
    if (this.#length === this.#stream.length) this.#stream = grown(this.#stream, this.#length + 1);
    this.#stream[this.#length] = value;
    this.#length += 1;
  }

  *finish(serial: number, weights: readonly number[]): Slices<Segment> {
    const words = [...this.#numbers.keys()].sort(byCodeUnits);
    const renumbered = new Uint32Array(words.length + FIELD_MARKS);
    for (let mark = 0; mark < FIELD_MARKS; mark += 1) renumbered[mark] = mark;
    words.forEach((word, i) => (renumbered[this.#numbers.get(word)! + FIELD_MARKS] = i + FIELD_MARKS));
    const stream = streamFor(this.#length, words.length);
    for (let i = 0; i < this.#length; i += 1) stream[i] = renumbered[this.#stream[i]!]!;
    const streamAt = this.#streamAt.slice(0, this.#count + 1);
    return yield* assemble(serial, this.#entries.slice(0, this.#count), words, streamAt, stream, weights);
  }
}

/** One segment out of several, with only the entries that `keep` lets through. */
export function* mergeSegments(
  segments: readonly Segment[],
  serial: number,
  weights: readonly number[],
  keep: (segment: Segment, local: number) => boolean,
): Slices<Segment> {
  const kept = segments.map((segment) => segment.entries.map((_, local) => (keep(segment, local) ? 1 : 0)));
  yield;
  const used = segments.map((segment) => new Uint8Array(wordCount(segment)));
  let [count, length] = [0, 0];
  for (const [s, segment] of segments.entries()) {
    for (let local = 0; local < segment.entries.length; local += 1) {
      if (kept[s]![local] === 0) continue;
      count += 1;
      length += segment.streamAt[local + 1]! - segment.streamAt[local]!;
      for (let i = segment.streamAt[local]!; i < segment.streamAt[local + 1]!; i += 1) {
        const word = segment.stream[i]! - FIELD_MARKS;
        if (word >= 0) used[s]![word] = 1;
      }
    }
    yield;
  }
  const numbers = new Map<string, number>();
  const texts = segments.map((segment, s) =>
    Array.from(used[s]!, (flag, word) => (flag === 1 ? wordText(segment, word) : '')),
  );
  const words = [...new Set(texts.flat())].filter((text) => text !== '').sort(byCodeUnits);
  words.forEach((text, i) => numbers.set(text, i + FIELD_MARKS));
  yield;
  const stream = streamFor(length, words.length);
  const streamAt = new Uint32Array(count + 1);
  const entries = new Uint32Array(count);
  let [at, entry] = [0, 0];
  for (const [s, segment] of segments.entries()) {
    const renumbered = Uint32Array.from(texts[s]!, (text) => (text === '' ? 0 : numbers.get(text)!));
    for (let local = 0; local < segment.entries.length; local += 1) {
      if (local % SLICE === SLICE - 1) yield;
      if (kept[s]![local] === 0) continue;
      for (let i = segment.streamAt[local]!; i < segment.streamAt[local + 1]!; i += 1, at += 1) {
        const value = segment.stream[i]!;
        stream[at] = value < FIELD_MARKS ? value : renumbered[value - FIELD_MARKS]!;
      }
      entries[entry] = segment.entries[local]!;
      entry += 1;
      streamAt[entry] = at;
    }
  }
  return yield* assemble(serial, entries, words, streamAt, stream, weights);
}
