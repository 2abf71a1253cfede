/**
 * The words of one table: a large base segment and small later ones. An entry is alive in the segment whose serial it
 * carries, so replacing a row writes one small segment and one number, at any size of the case.
 */
import { tokenize } from '@shared/text/tokens';
import { grown } from './columnSet';
import { FIELD_MARKS, wordText } from './segment';
import type { Segment } from './segment';
import { atOnce, masksOf, mergeSegments, normsOf, SegmentBuilder } from './segmentBuild';
import type { SnapshotReader, SnapshotWriter } from './snapshot';

/** The texts of a row, a field each; null for a field whose words stay as they are. */
export type FieldTexts = readonly (string | null)[];

/** Small segments gathered before they are merged. */
const MANY = 8;

export class WordIndex {
  segments: Segment[] = [];
  /** For each ordinal the serial of the segment that speaks for it; 0 where the row is gone. */
  serials = new Uint32Array(0);
  #nextSerial = 1;
  readonly #weights: readonly number[];
  #open: { readonly builder: SegmentBuilder; readonly serial: number } | null = null;

  /** @param weights how much a word counts in each field */
  constructor(weights: readonly number[]) {
    this.#weights = weights;
  }

  /** Entries alive. */
  get count(): number {
    let count = 0;
    for (const serial of this.serials) if (serial !== 0) count += 1;
    return count;
  }

  /** Adds or replaces an entry; it is found after the next `seal`. */
  put(ordinal: number, texts: FieldTexts): void {
    // A segment holds an entry once.
    if (this.#open && this.serials[ordinal] === this.#open.serial) this.seal();
    const kept = texts.map((text, field) => (text === null ? this.#wordsOf(ordinal, field) : null));
    this.#open ??= { builder: new SegmentBuilder(), serial: this.#newSerial() };
    const { builder, serial } = this.#open;
    builder.begin(ordinal);
    texts.forEach((text, field) => {
      builder.field(field);
      if (text === null) for (const word of kept[field]!) builder.word(word);
      else tokenize(text, builder.addWord);
    });
    builder.end();
    this.serials = grown(this.serials, ordinal + 1);
    this.serials[ordinal] = serial;
  }

  #newSerial(): number {
    this.#nextSerial += 1;
    return this.#nextSerial - 1;
  }

  remove(ordinal: number): void {
    if (ordinal < this.serials.length) this.serials[ordinal] = 0;
  }

  /** Turns what was put since the last seal into a segment, in slices. */
  *sealing(): Generator<undefined, void, undefined> {
    if (!this.#open) return;
    const { builder, serial } = this.#open;
    this.#open = null;
    this.segments.push(yield* builder.finish(serial, this.#weights));
  }

  /** Makes what was put be found. */
  seal(): void {
    atOnce(this.sealing());
  }

  #wordsOf(ordinal: number, field: number): string[] {
    const segment = this.segments.find(({ serial }) => serial === this.serials[ordinal]);
    const local = segment?.entries.lastIndexOf(ordinal) ?? -1;
    if (!segment || local < 0) return [];
    const words: string[] = [];
    let within = -1;
    for (let i = segment.streamAt[local]!; i < segment.streamAt[local + 1]!; i += 1) {
      const value = segment.stream[i]!;
      if (value < FIELD_MARKS) within = value;
      else if (within === field) words.push(wordText(segment, value - FIELD_MARKS));
    }
    return words;
  }

  /**
   * Work worth doing while nobody asks: merging small segments, and all of them once they are a fifth of the base.
   * Null when there is none. Rows may be put between two slices.
   */
  upkeep(): Generator<undefined, void, undefined> | null {
    const [base, ...later] = this.segments;
    if (!base || later.length < MANY) return null;
    const size = later.reduce((sum, segment) => sum + segment.entries.length, 0);
    if (size * 5 >= base.entries.length) return this.#merging([base, ...later]);
    let from = later.length - 1;
    let gathered = later[from]!.entries.length;
    while (from > 0 && later[from - 1]!.entries.length <= gathered * 2) {
      from -= 1;
      gathered += later[from]!.entries.length;
    }
    return later.length - from >= 2 ? this.#merging(later.slice(from)) : null;
  }

  /** Merges everything into one segment, in slices. */
  *compacting(): Generator<undefined, void, undefined> {
    this.seal();
    if (this.segments.length > 1) yield* this.#merging(this.segments.slice());
  }

  *#merging(old: readonly Segment[]): Generator<undefined, void, undefined> {
    const serial = this.#newSerial();
    const alive = (segment: Segment, local: number): boolean =>
      this.serials[segment.entries[local]!] === segment.serial;
    const merged = yield* mergeSegments(old, serial, this.#weights, alive);
    const gone = new Set(old.map((segment) => segment.serial));
    for (const ordinal of merged.entries) if (gone.has(this.serials[ordinal]!)) this.serials[ordinal] = serial;
    const at = this.segments.indexOf(old[0]!);
    this.segments.splice(at, old.length, merged);
  }

  /** Saves the one segment there is; call after compacting. */
  save(writer: SnapshotWriter, prefix: string): void {
    const segment = this.segments[0];
    writer.putValue(`${prefix}.serial`, segment?.serial ?? 0);
    writer.put(`${prefix}.serials`, this.serials);
    if (!segment) return;
    for (const part of ['entries', 'letters', 'wordAt', 'postingAt', 'postings', 'streamAt', 'stream'] as const)
      writer.put(`${prefix}.${part}`, segment[part]);
  }

  restore(reader: SnapshotReader, prefix: string): void {
    const serial = reader.value(`${prefix}.serial`) as number;
    const get = (part: string): Uint32Array => reader.get(`${prefix}.${part}`) as Uint32Array;
    this.serials = get('serials') as Uint32Array<ArrayBuffer>;
    this.#nextSerial = serial + 1;
    if (serial === 0) return;
    const letters = reader.get(`${prefix}.letters`) as Uint16Array;
    const [wordAt, streamAt] = [get('wordAt'), get('streamAt')];
    this.segments = [
      {
        serial,
        entries: get('entries'),
        letters,
        wordAt,
        masks: masksOf(letters, wordAt),
        postingAt: get('postingAt'),
        postings: get('postings'),
        streamAt,
        stream: reader.get(`${prefix}.stream`) as Uint16Array | Uint32Array,
        norms: normsOf(streamAt),
      },
    ];
  }
}
