/** The excerpts as columns: what filters, sorts and counts need of each, a number apiece. */
import { timeOf } from '@shared/merge/clock';
import { dayRange } from '@shared/model/eventDate';
import { strictness } from '@shared/model/marking';
import type { Excerpt } from '@shared/model/excerpt';
import type { RecordBase } from '@shared/model/record';
import { dayNumber } from '@shared/query/values';
import { ColumnSet, grown } from './columnSet';
import { IdSpace } from './idSpace';
import type { SnapshotReader, SnapshotWriter } from './snapshot';
import { WordIndex } from './wordIndex';

const COLUMNS = {
  /** Ordinal + 1 of the document; 0 for none, here and in the other references. */
  document: Uint32Array,
  start: Uint32Array,
  /** The excerpt's own source, if it has one. */
  source: Uint32Array,
  /** Strictness + 1 of the excerpt's own marking. */
  marking: Uint8Array,
  credibility: Uint8Array,
  /** Days as numbers that sort (20241104); `dayTo` is 0 where no date is given. */
  dayFrom: Uint32Array,
  dayTo: Uint32Array,
  /** Milliseconds since 1970. */
  created: Float64Array,
  changed: Float64Array,
  hasNote: Uint8Array,
  /** Where the excerpt's tags stand in `tags`, and how many they are. */
  tagAt: Uint32Array,
  tagCount: Uint16Array,
} as const;

/** The fields of an excerpt that hold words: the quote counts twice the note. */
const WEIGHTS = [2, 1];

/** When a record was last edited, in milliseconds since 1970. */
export function changedAt(row: RecordBase): number {
  let newest = row.created;
  for (const key in row.clocks) if (row.clocks[key]! > newest) newest = row.clocks[key]!;
  return timeOf(newest);
}

/** Ordinals of the records an excerpt names. */
export interface References {
  readonly document: number;
  /** -1 where it has no source of its own. */
  readonly source: number;
  readonly tags: readonly number[];
}

export class ExcerptTable {
  readonly ids = new IdSpace();
  readonly words = new WordIndex(WEIGHTS);
  readonly columns = new ColumnSet(COLUMNS);
  /** Ordinals of tags, a run for each excerpt. */
  tags = new Uint32Array(64);
  #tagsUsed = 0;

  /** True where the excerpt is there and not deleted. */
  lives(ordinal: number): boolean {
    return (this.words.serials[ordinal] ?? 0) !== 0;
  }

  /** The ordinal of an id, with room in the columns; an excerpt may be named before it is seen. */
  ordinal(id: string): number {
    const ordinal = this.ids.intern(id);
    this.columns.ensure(this.ids.size);
    return ordinal;
  }

  put(row: Excerpt, references: References): number {
    const ordinal = this.ordinal(row.id);
    const all = this.columns.all;
    all.document[ordinal] = references.document + 1;
    all.start[ordinal] = row.start;
    all.source[ordinal] = references.source + 1;
    all.marking[ordinal] = row.marking ? strictness(row.marking) + 1 : 0;
    all.credibility[ordinal] = row.credibility ?? 0;
    const days = row.eventDate ? dayRange(row.eventDate) : null;
    all.dayFrom[ordinal] = days ? dayNumber(days.from) : 0;
    all.dayTo[ordinal] = days ? dayNumber(days.to) : 0;
    all.created[ordinal] = timeOf(row.created);
    all.changed[ordinal] = changedAt(row);
    all.hasNote[ordinal] = row.note.trim() === '' ? 0 : 1;
    this.#putTags(ordinal, references.tags);
    this.words.put(ordinal, [row.quote, row.note]);
    return ordinal;
  }

  #putTags(ordinal: number, tags: readonly number[]): void {
    const { tagAt, tagCount } = this.columns.all;
    if (tags.length > tagCount[ordinal]!) {
      this.tags = grown(this.tags, this.#tagsUsed + tags.length);
      tagAt[ordinal] = this.#tagsUsed;
      this.#tagsUsed += tags.length;
    }
    tagCount[ordinal] = tags.length;
    this.tags.set(tags, tagAt[ordinal]!);
  }

  /** Room that longer tag lists left behind is given back here. */
  #packTags(): void {
    const { tagAt, tagCount } = this.columns.all;
    const packed = new Uint32Array(this.#tagsUsed);
    let used = 0;
    for (let ordinal = 0; ordinal < this.ids.size; ordinal += 1) {
      const from = tagAt[ordinal]!;
      packed.set(this.tags.subarray(from, from + tagCount[ordinal]!), used);
      tagAt[ordinal] = used;
      used += tagCount[ordinal]!;
    }
    this.tags = packed;
    this.#tagsUsed = used;
  }

  save(writer: SnapshotWriter): void {
    this.#packTags();
    this.ids.save(writer, 'excerpts.ids');
    this.words.save(writer, 'excerpts.words');
    this.columns.save(writer, 'excerpts', this.ids.size);
    writer.put('excerpts.tags', this.tags.subarray(0, this.#tagsUsed));
  }

  restore(reader: SnapshotReader): void {
    this.ids.restore(reader, 'excerpts.ids');
    this.words.restore(reader, 'excerpts.words');
    this.columns.restore(reader, 'excerpts');
    this.tags = reader.get('excerpts.tags') as Uint32Array<ArrayBuffer>;
    this.#tagsUsed = this.tags.length;
  }
}
